namespace RegGen;

/// <summary>When a device will have recovered from its last access. Behind the device's gate.</summary>
sealed class RecoveryClock
{
    TimeSpan? _ready;

    /// <summary>Waits for what is left; nothing, where no register of the device needs time.</summary>
    public void Wait(PortBus bus)
    {
        if (_ready is not { } ready)
        {
            return;
        }

        _ready = null;
        TimeSpan left = ready - bus.Now;
        if (left > TimeSpan.Zero)
        {
            bus.Pause(left);
        }
    }

    /// <summary>The last access was just now.</summary>
    public void Start(PortBus bus, TimeSpan time) => _ready = bus.Now + time;
}
