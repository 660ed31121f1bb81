using RegGen.Backends;
using RegGen.Steps;
using RegGen.Tracing;

namespace RegGen.Routes;

/// <summary>Runs the operations of a compound access, and sees to what follows from them.</summary>
static class ProgramRun
{
    /// <summary>Runs a program. Only what was really written is remembered.</summary>
    /// <param name="device">The device.</param>
    /// <param name="program">The operations.</param>
    /// <param name="polls">What is late where an operation of that number says so.</param>
    /// <param name="unready">How long the device needs afterwards.</param>
    /// <exception cref="TimeoutException">A poll was late; what had to be undone has been.</exception>
    public static void Run(PortDevice device, Span<PortOperation> program, List<ILate>? polls, TimeSpan unready)
    {
        if (program.IsEmpty)
        {
            return;
        }

        device.Recovery.Wait(device.Bus);
        try
        {
            device.Bus.RunSound(program);
        }
        catch (PortAccessException refused) when (RefusedRegister.CanName(refused, device))
        {
            throw RefusedRegister.Name(refused, device, program);
        }
        finally
        {
            if (unready > TimeSpan.Zero)
            {
                device.Recovery.Start(device.Bus, unready);
            }

            Remember(device, program);
        }

        foreach (ref readonly PortOperation operation in program)
        {
            if (operation is { Poll: > 0, Result: 1 })
            {
                throw polls![operation.Poll - 1].Late(device, operation.From < 0 ? 0 : program[operation.From].Result);
            }
        }
    }

    /// <summary>After a refusal: the windows that were entered are left, as far as the bus still lets us.</summary>
    /// <param name="device">The device.</param>
    /// <param name="program">The operations, as far as they have run.</param>
    /// <param name="doors">The windows, each with the operation that began to enter it.</param>
    /// <param name="inside">Where leaving begins.</param>
    public static void Leave(PortDevice device, ReadOnlySpan<PortOperation> program, List<(WindowDoor Door, int First)> doors, int inside)
    {
        foreach ((WindowDoor door, int first) in doors)
        {
            if (first < inside && program[first].HasRun && !program[^1].HasRun)
            {
                try
                {
                    door.Run(device, entering: false);
                }
                catch (PortAccessException)
                {
                    return;
                }
            }
        }
    }

    static void Remember(PortDevice device, ReadOnlySpan<PortOperation> program)
    {
        foreach (ref readonly PortOperation operation in program)
        {
            if (operation.HasRun && operation.Remember > 0)
            {
                ref ulong shadow = ref device.Shadows[operation.Remember - 1];
                shadow = operation.RemembersHigh
                    ? (uint)shadow | (operation.Result << 32)
                    : (shadow & 0xFFFF_FFFF_0000_0000) | (uint)operation.Result;
            }
        }
    }
}
