namespace RegGen.Diagnosis;

/// <summary>What a backend reaches.</summary>
public enum PortReach
{
    /// <summary>This machine's own ports.</summary>
    Machine,

    /// <summary>Those of an emulated machine.</summary>
    Emulated,

    /// <summary>None: devices that are played from their descriptions.</summary>
    Simulated,
}
