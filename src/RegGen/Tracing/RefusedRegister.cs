using RegGen.Backends;

namespace RegGen.Tracing;

/// <summary>Names the register that an access was refused to, by the accesses that went before it.</summary>
static class RefusedRegister
{
    /// <summary>Whether the refusal is of an access that a device's description may name.</summary>
    public static bool CanName(PortAccessException refused, PortDevice device) => refused is { Access: not null, Register: null } && device is IMappedDevice;

    /// <summary>The refusal with the register's name, as far as it is known.</summary>
    /// <param name="refused">The refusal.</param>
    /// <param name="device">The device.</param>
    /// <param name="program">The program of the access; what has run of it selected what is reached.</param>
    public static PortAccessException Name(PortAccessException refused, PortDevice device, params ReadOnlySpan<PortOperation> program)
    {
        TracedDevice traced = new(((IMappedDevice)device).Map.Name, ((IMappedDevice)device).Map, device.BasePort);
        Follower follower = new(traced);
        int end = Math.Min(refused.Operation ?? program.Length, program.Length);
        foreach (ref readonly PortOperation operation in program[..end])
        {
            if (operation is { HasRun: true, IsAccess: true })
            {
                follower.Follow(new(operation.IsWrite, operation.Port, operation.Width, (uint)operation.Result));
            }
        }

        PortAccess access = refused.Access!.Value;
        return follower.Find(access) is { } found ? refused.Of($"{traced.Name}.{found.NameOf((int)access.Width)}") : refused;
    }
}
