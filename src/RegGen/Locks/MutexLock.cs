namespace RegGen.Locks;

/// <summary>A named mutex of the system, on Windows for the ports of a chip the one that other hardware tools honour.</summary>
/// <remarks>
/// Its creator decides who may take it: like those tools we give it the default rights, so that a program with fewer rights than the first one is refused.
/// </remarks>
/// <param name="name">The lock's name, for messages.</param>
/// <param name="mutexName">The mutex's name.</param>
sealed class MutexLock(string name, string mutexName) : SharedLock
{
    Mutex? _mutex;

    /// <summary>
    /// The mutex of a lock. LibreHardwareMonitor, HWiNFO, AIDA64, CPU-Z and Argus Monitor take those of the ISA bus and the SMBus, the first one those of
    /// PCI and the embedded controller too; PawnIO's modules ask their callers to hold them.
    /// </summary>
    public static string NameOf(string name) => name switch
    {
        "isa-bus" => @"Global\Access_ISABUS.HTP.Method",
        "pci" => @"Global\Access_PCI",
        "ec" => @"Global\Access_EC",
        "smbus" => @"Global\Access_SMBUS.HTP.Method",
        _ => $@"Global\RegGen.{LockName.Encode(name)}",
    };

    public override void Enter(TimeSpan left, TimeSpan patience)
    {
        _mutex ??= Open();
        try
        {
            if (!_mutex.WaitOne(left))
            {
                throw new TimeoutException(
                    $"The lock '{name}' was not free within {Seconds(patience)}: another process holds it, by the mutex {mutexName}.");
            }
        }
        catch (AbandonedMutexException)
        {
            // Its holder has ended; it is ours now.
        }
    }

    public override void Exit() => _mutex!.ReleaseMutex();

    Mutex Open()
    {
        try
        {
            return new Mutex(initiallyOwned: false, mutexName);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new PortAccessException(PortRefusal.NoLock, $"The lock '{name}' is the mutex {mutexName}, which this process may not use.",
                "A program with more rights has created it: run this one with the same rights.", denied);
        }
        catch (Exception other) when (other is IOException or WaitHandleCannotBeOpenedException)
        {
            throw new PortAccessException(PortRefusal.NoLock, $"The lock '{name}' is the mutex {mutexName}, which cannot be made: {other.Message}",
                "Find the program that uses this name for something else.", other);
        }
    }
}
