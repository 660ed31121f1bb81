namespace RegGen.Steps;

/// <summary>What repeats until something holds, and may give up.</summary>
interface ILate
{
    /// <summary>What to say when it did not come to hold.</summary>
    /// <param name="device">The device.</param>
    /// <param name="last">The last word read.</param>
    TimeoutException Late(PortDevice device, ulong last);
}
