using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Routes;
using RegGen.Tracing;

namespace RegGen.Simulation;

/// <summary>Which register a handle means: the one that its access would reach, told by following that access without doing it.</summary>
static class HandleName
{
    /// <exception cref="ArgumentException">The handle is of another device, or of no single register.</exception>
    public static string Of<TValue>(IRegisterHandle<TValue> handle, TracedDevice device)
        where TValue : unmanaged
    {
        Cell<TValue> cell = handle.Place;
        if (cell.Device.BasePort != device.Port)
        {
            throw new ArgumentException($"The register is of a device at 0x{cell.Device.BasePort:X}; this is {device.Map.Name} at 0x{device.Port:X}.", nameof(handle));
        }

        if (cell.Route is JoinedRoute)
        {
            throw new ArgumentException("A joined value is several registers: give hooks to each of them.", nameof(handle));
        }

        PortAccess access = default;
        DecodedRegister? found = null;
        var follower = new Follower(device);
        foreach (PortAccess done in Accesses(handle, cell))
        {
            (access, found) = (done, follower.Find(done));
            follower.Follow(done);
        }

        return found?.Map is null
            ? throw new ArgumentException($"No register of {device.Map.Name} answers at {access.Place}: the handle is of another device.", nameof(handle))
            : follower.Others(found, access).FirstOrDefault() is { } other
            ? throw new ArgumentException($"{found.Name} and {other} are told apart by order alone: name the register, as in On(\"{found.Name}\").", nameof(handle))
            : found.Name;
    }

    // Reads answer 0; what selects is written, not read.
    static List<PortAccess> Accesses<TValue>(IRegisterHandle<TValue> handle, Cell<TValue> cell)
        where TValue : unmanaged
    {
        Route route = cell.Route ?? Route.Plain;
        var width = (PortWidth)(Unsafe.SizeOf<TValue>() * 8);
        var program = new PortProgram(cell.Device, default, cell.Address);
        route.Select(ref program);
        if (handle.IsWritten)
        {
            route.AppendWrite(ref program, cell.Address, width, new(default(TValue) is IRegisterWord value ? value.InertWord : 0));
        }
        else
        {
            route.AppendRead(ref program, cell.Address, width);
        }

        List<PortAccess> accesses = [];
        PortOperation[] operations = program.Operations;
        for (int i = 0; i < operations.Length; i++)
        {
            ref PortOperation operation = ref operations[i];
            operation.Result = operation.Kind is PortOperationKind.Out or PortOperationKind.Combine ? operation.ValueIn(operations) : 0;
            if (operation.IsAccess)
            {
                accesses.Add(new(operation.IsWrite, operation.Port, operation.Width, (uint)operation.Result));
            }
        }

        return accesses;
    }
}
