using System.Runtime.InteropServices;
using RegGen.Backends;
using RegGen.Backends.Driver;
using RegGen.Claims;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests.Backend;

/// <summary>The driver's core in this process, on ports that another backend plays: all of the driver but its system.</summary>
/// <remarks>One at a time: its state is the library's.</remarks>
sealed unsafe class CoreDriver
{
    public const int Group = 100;

    static readonly Lazy<nint> s_library = new(Load);
    static PortBackend s_ports = new SimulatedBackend();

    readonly PortBackend _ports;

    /// <summary>A driver without a policy, on these ports.</summary>
    public CoreDriver(PortBackend ports)
    {
        Rig.Require("gcc");
        s_ports = _ports = ports;
        ((delegate* unmanaged<delegate* unmanaged<ushort, byte, uint>, delegate* unmanaged<ushort, byte, uint, void>, void>)Function("host_ports"))(&Read, &Write);
    }

    /// <summary>A driver that lets our group have ports, system's and dangerous ones too.</summary>
    public CoreDriver(PortBackend ports, params PortRange[] allowed)
        : this(ports) => Allow(3, allowed);

    /// <summary>A backend over a handle of its own.</summary>
    public DriverBackend Backend() => new(Open);

    public CoreChannel Open()
    {
        Assert.Same(_ports, s_ports);
        return new(((delegate* unmanaged<nint>)Function("host_open"))());
    }

    /// <summary>Denies ports beside the table, as a driver does that has asked the firmware.</summary>
    public void Deny(PortRange ports, uint needs)
    {
        Assert.Same(_ports, s_ports);
        Assert.Equal((uint)DriverStatus.Ok, ((delegate* unmanaged<uint, uint, uint, uint>)Function("host_deny"))(ports.First, ports.Last, needs));
    }

    /// <summary>Sets the policy: our group may read and write.</summary>
    public void Allow(byte flags, params PortRange[] allowed) => Set([.. allowed.Select(range => Entry(range, flags))]);

    /// <summary>Sets the policy: our group may read.</summary>
    public void AllowReading(PortRange allowed) => Set(Entry(allowed, 0) with { Access = DriverAbi.AccessRead });

    void Set(params DriverEntry[] policy)
    {
        using DriverHandle handle = DriverHandle.Over(Open());
        Assert.Equal(DriverStatus.Ok, handle.SetPolicy(policy).Status);
    }

    /// <summary>Lets our group read and write.</summary>
    public static DriverEntry Entry(PortRange range, byte flags)
    {
        DriverEntry entry = new() { First = range.First, Last = range.Last, Access = 3, Flags = flags, WhoKind = DriverAbi.WhoGid, WhoSize = 4 };
        entry.Who[0] = Group;
        return entry;
    }

    [UnmanagedCallersOnly]
    static uint Read(ushort port, byte width) => s_ports.Read(port, (PortWidth)(8 * width));

    [UnmanagedCallersOnly]
    static void Write(ushort port, byte width, uint value) => s_ports.Write(port, (PortWidth)(8 * width), value);

    static nint Load()
    {
        string path = Repository.At(".artifacts", "driver", "host", "libreggen_host.so");
        Execution.Of(Repository.At("tests", "driver", "host", "build"), [path], TimeSpan.FromMinutes(1)).Succeeded();
        return NativeLibrary.Load(path);
    }

    static nint Function(string name) => NativeLibrary.GetExport(s_library.Value, name);

    /// <summary>A handle of it.</summary>
    public sealed class CoreChannel(nint handle) : DriverChannel
    {
        public override string Place => "the core";

        /// <summary>What the system answers the next requests of a kind with, instead of passing them on.</summary>
        public Dictionary<uint, int> Errors { get; } = [];

        public override int Exchange(uint request, Span<byte> buffer, int sent)
        {
            if (Errors.TryGetValue(request, out int error))
            {
                return error;
            }

            // As the kernels do: a private copy, as long as what was sent, and no byte past the answer's room.
            void* copy = NativeMemory.AlignedAlloc((nuint)buffer.Length, 8);
            buffer.CopyTo(new(copy, buffer.Length));
            int result = ((delegate* unmanaged<nint, uint, void*, uint, uint, int>)Function("host_request"))(handle, request, copy, (uint)sent, (uint)buffer.Length);
            new Span<byte>(copy, buffer.Length).CopyTo(buffer);
            NativeMemory.AlignedFree(copy);
            return result;
        }

        public override void Dispose() => ((delegate* unmanaged<nint, void>)Function("host_close"))(handle);
    }
}
