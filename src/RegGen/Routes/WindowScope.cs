using System.ComponentModel;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>A window that is entered, or a lock that is open, once for several accesses by this thread. It holds the window's lock and the device's gate.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct WindowScope
{
    readonly PortDevice? _device;
    readonly WindowDoor? _door;
    readonly bool _opened;
    LockSet.Hold _hold;
    bool _left;

    /// <summary>Takes the lock and the gate, then runs the steps that enter, unless the window is open already.</summary>
    /// <exception cref="TimeoutException">The lock was not free in time.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public WindowScope(PortDevice device, WindowDoor door)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(door);
        (_device, _door) = (device, door);
        _hold = door.Locks.Enter(device.Bus);
        device.Gate.Enter();
        try
        {
            _opened = (device.OpenDoors & door.Bit) == 0;
            if (_opened)
            {
                door.Run(device, entering: true);
                device.OpenDoors |= door.Bit;
            }
        }
        catch
        {
            device.Gate.Exit();
            _hold.Dispose();
            throw;
        }
    }

    /// <summary>Runs the steps that leave, if this scope has entered, and lets go. The second time it does nothing.</summary>
    public void Dispose()
    {
        if (_left || _device is null)
        {
            return;
        }

        _left = true;
        try
        {
            if (_opened)
            {
                _device.OpenDoors &= ~_door!.Bit;
                _door.Run(_device, entering: false);
            }
        }
        finally
        {
            _device.Gate.Exit();
            _hold.Dispose();
        }
    }
}
