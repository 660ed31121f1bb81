namespace RegGen.Demo;

/// <summary>Something answers at the ports, or nothing does, but it is not the device.</summary>
sealed class NoDeviceException(string message) : Exception(message);
