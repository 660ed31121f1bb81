using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Backends;

/// <summary>On a file of this machine instead of the kernel's, which the guest rig has.</summary>
public sealed class DeviceFileBackendTests : IDisposable
{
    static readonly PortClaim s_claim = PortClaim.At("Serial", 0x2F8, (0, 7));

    readonly string _file = Path.GetTempFileName();

    public DeviceFileBackendTests() => File.WriteAllBytes(_file, new byte[0x10000]);

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_port_is_the_byte_at_its_number()
    {
        using (PortBus bus = PortBus.Open(new DeviceFileBackend(_file), s_claim))
        {
            bus.Out8(0x2FF, 0xA5);
            Assert.Equal(0xA5, bus.In8(0x2FF));
            Assert.Equal(0, bus.In8(0x2FE));
        }

        byte[] all = File.ReadAllBytes(_file);
        Assert.Equal(0x10000, all.Length);
        Assert.Equal([0x2FF], Enumerable.Range(0, all.Length).Where(port => all[port] != 0));
    }

    [Fact]
    public void Wider_accesses_are_refused_because_the_kernel_would_split_them()
    {
        using PortBus bus = PortBus.Open(new DeviceFileBackend(_file), s_claim);
        foreach (Action access in new Action[] { () => bus.In16(0x2F8), () => bus.In32(0x2F8), () => bus.Out16(0x2F8, 0xFFFF), () => bus.Out32(0x2F8, uint.MaxValue), () => bus.InBlock<ushort>(0x2F8, new ushort[1]) })
        {
            Assert.Equal(PortRefusal.Width, Assert.Throws<PortAccessException>(access).Reason);
        }

        Assert.All(File.ReadAllBytes(_file), value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(PortWidth.Bits16)]
    [InlineData(PortWidth.Bits32)]
    public void So_is_a_device_that_needs_them(PortWidth width)
    {
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => PortBus.Open(new DeviceFileBackend(_file), s_claim.Needing(width)));
        Assert.Equal(PortRefusal.Width, refusal.Reason);
        Assert.Contains($"{(int)width} bits", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_without_the_file_says_what_it_lacks()
    {
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => PortBus.Open(new DeviceFileBackend("/nowhere/port"), s_claim));
        Assert.Equal(PortRefusal.Unsupported, refusal.Reason);
        Assert.Contains("CONFIG_DEVPORT", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_before_the_port_is_no_value()
    {
        File.WriteAllBytes(_file, new byte[0x100]);
        using PortBus bus = PortBus.Open(new DeviceFileBackend(_file), s_claim);
        Assert.Equal(PortRefusal.Transport, Assert.Throws<PortAccessException>(() => bus.In8(0x2F8)).Reason);
    }
}
