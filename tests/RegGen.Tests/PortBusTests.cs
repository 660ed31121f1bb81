using RegGen.Backends;
using RegGen.Claims;
using RegGen.Testing;
using RegGen.Tests.Samples;

namespace RegGen.Tests;

public class PortBusTests
{
    [Fact]
    public void Raw_accesses_have_exactly_their_width()
    {
        var script = new ScriptedBackend()
            .Reads(0x300, 0x12).Reads(0x300, 0x1234, PortWidth.Bits16).Reads(0x300, 0x12345678, PortWidth.Bits32)
            .Writes(0x304, 0x9A).Writes(0x304, 0x9ABC, PortWidth.Bits16).Writes(0x304, 0x9ABCDEF0, PortWidth.Bits32);
        using var bus = PortBus.Open(script, SampleTimer.Claim(0x300));
        Assert.Equal(0x12, bus.In8(0x300));
        Assert.Equal(0x1234, bus.In16(0x300));
        Assert.Equal(0x12345678u, bus.In32(0x300));
        bus.Out8(0x304, 0x9A);
        bus.Out16(0x304, 0x9ABC);
        bus.Out32(0x304, 0x9ABCDEF0);
        script.Finish();
    }

    [Fact]
    public void Blocks_have_exactly_their_width_and_order()
    {
        var script = new ScriptedBackend()
            .Reads(0x300, 0x12).Reads(0x300, 0x34).Reads(0x302, 0x1234, PortWidth.Bits16).Reads(0x304, 0x12345678, PortWidth.Bits32)
            .Writes(0x300, 1).Writes(0x300, 2).Writes(0x302, 0x9ABC, PortWidth.Bits16).Writes(0x304, 0x9ABCDEF0, PortWidth.Bits32);
        using var bus = PortBus.Open(script, SampleTimer.Claim(0x300));
        byte[] bytes = new byte[2];
        ushort[] halves = new ushort[1];
        uint[] words = new uint[1];
        bus.InBlock(0x300, bytes.AsSpan());
        bus.InBlock(0x302, halves.AsSpan());
        bus.InBlock(0x304, words.AsSpan());
        Assert.Equal([0x12, 0x34], bytes);
        Assert.Equal(0x1234, halves[0]);
        Assert.Equal(0x12345678u, words[0]);
        bus.OutBlock<byte>(0x300, [1, 2]);
        bus.OutBlock<ushort>(0x302, [0x9ABC]);
        bus.OutBlock<uint>(0x304, [0x9ABCDEF0]);
        script.Finish();
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => bus.InBlock(0x307, halves.AsSpan())).Reason);
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => bus.OutBlock<uint>(0x2FF, [0])).Reason);
        Assert.Throws<NotSupportedException>(() => bus.InBlock(0x300, new ulong[1].AsSpan()));
    }

    [Theory]
    [InlineData(0x2FF, PortWidth.Bits8)]
    [InlineData(0x308, PortWidth.Bits8)]
    [InlineData(0x307, PortWidth.Bits16)]
    [InlineData(0x305, PortWidth.Bits32)]
    [InlineData(0x2FF, PortWidth.Bits16)]
    [InlineData(0xFFFF, PortWidth.Bits16)]
    public void Raw_accesses_outside_the_grant_are_refused_before_the_backend_sees_them(ushort port, PortWidth width)
    {
        var script = new ScriptedBackend();
        using var bus = PortBus.Open(script, SampleTimer.Claim(0x300));
        (Action read, Action write) = width switch
        {
            PortWidth.Bits8 => ((Action)(() => bus.In8(port)), (Action)(() => bus.Out8(port, 1))),
            PortWidth.Bits16 => (() => bus.In16(port), () => bus.Out16(port, 1)),
            _ => (() => bus.In32(port), () => bus.Out32(port, 1)),
        };
        foreach ((Action access, bool isWrite) in new[] { (read, false), (write, true) })
        {
            var refusal = Assert.Throws<PortAccessException>(access);
            Assert.Equal(PortRefusal.NotGranted, refusal.Reason);
            Assert.Equal(new PortAccess(isWrite, port, width, isWrite ? 1u : 0), refusal.Access);
            Assert.Contains("0x300-0x307", refusal.Message, StringComparison.Ordinal);
        }

        script.Finish();
    }

    [Fact]
    public void Ports_that_are_found_later_are_shared_with_whom_the_bus_shares()
    {
        PortClaim low = PortClaim.At("Low", 0x300, (0, 3)), high = PortClaim.At("High", 0x308, (0, 3)), part = PortClaim.At("Part", 0x30A, (0, 7));
        using var strict = PortBus.Open(new RefusingBackend(), low, high);
        Assert.Equal(PortRefusal.Owned, Assert.Throws<PortAccessException>(() => strict.Extend(part)).Reason);
        Assert.Equal(["0x300-0x303", "0x308-0x30B"], strict.Granted.Select(range => range.ToString()));

        using var sharing = PortBus.Open(new RefusingBackend(), low.Sharing("High"), high);
        sharing.Extend(part);
        Assert.Equal("High", Assert.Single(sharing.SharedWith).Name);
    }

    [Fact]
    public void Adjacent_grants_serve_one_access_together()
    {
        var script = new ScriptedBackend().Reads(0x302, 0x11223344, PortWidth.Bits32);
        using var bus = PortBus.Open(script, PortClaim.At("Low", 0x300, (0, 3)), PortClaim.At("High", 0x304, (0, 0), (1, 3)));
        Assert.Equal(0x11223344u, bus.In32(0x302));
        Assert.Equal(0x300, new SampleTimer(bus, 0x300).BasePort);
        script.Finish();
    }

    [Fact]
    public void A_hole_between_grants_is_not_granted()
    {
        using var bus = PortBus.Open(new ScriptedBackend(), PortClaim.At("Holed", 0x300, (0, 3), (5, 7)));
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => bus.In8(0x304)).Reason);
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => bus.In32(0x302)).Reason);
    }

    [Fact]
    public void A_device_whose_claim_was_not_granted_is_refused_when_it_is_bound()
    {
        using var bus = PortBus.Open(new ScriptedBackend(), PortClaim.At("Part", 0x2F8, (0, 6)));
        var refusal = Assert.Throws<PortAccessException>(() => new SampleUart(bus, 0x2F8));
        Assert.Equal(PortRefusal.NotGranted, refusal.Reason);
        Assert.Equal("SampleUart", refusal.Claim?.Device);
        Assert.Contains("0x2F8-0x2FE", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Fact]
    public void A_refused_claim_disposes_the_backend()
    {
        var backend = new RefusingBackend();
        Assert.Throws<PortAccessException>(() => PortBus.Open(backend, SampleUart.Claim(0x2F8), PortClaim.At("Forbidden", 0, (0, 0))));
        Assert.True(backend.IsDisposed);
    }

    [Fact]
    public void A_disposed_bus_refuses_every_kind_of_access()
    {
        var backend = new RefusingBackend();
        var bus = PortBus.Open(backend, SampleUart.Claim(0x2F8), SampleCmos.Claim());
        var uart = new SampleUart(bus, 0x2F8);
        var cmos = new SampleCmos(bus);
        bus.Dispose();
        Assert.True(backend.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => bus.In8(0x2F8));
        Assert.Throws<ObjectDisposedException>(() => uart.Scr.Write(1));
        Assert.Throws<ObjectDisposedException>(() => uart.Lcr.Modify(SampleUart.LcrValue.Dlab));
        Assert.Throws<ObjectDisposedException>(() => uart.Divisor.Read());
        Assert.Throws<ObjectDisposedException>(() => cmos.Index.Write(new SampleCmos.IndexValue(0x80)));
        Assert.Equal(0, cmos.Index.LastWritten.Raw);
        Assert.Empty(backend.Done);
    }

    [Fact]
    public void Observers_see_each_access_of_a_program_until_they_leave()
    {
        List<string> seen = [];
        using var bus = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x2F8));
        var uart = new SampleUart(bus, 0x2F8);
        IDisposable first = bus.Observe(Note), second = bus.Observe(Note);
        first.Dispose();
        first.Dispose();
        uart.Dll.Write(12);
        second.Dispose();
        uart.Dll.Write(13);
        Assert.Equal(["0x2FB -> 0xFF", "0x2FB <- 0xFF", "0x2F8 <- 0x0C", "0x2FB <- 0x7F"], seen);

        void Note(PortAccess access) => seen.Add(access.ToString());
    }

    [Fact]
    public void Observers_see_what_a_program_did_before_it_was_refused()
    {
        List<string> seen = [];
        using var bus = PortBus.Open(new RefusingBackend { Refused = 0x71 }, SampleCmos.Claim());
        using IDisposable observation = bus.Observe(access => seen.Add(access.ToString()));
        Assert.Throws<PortAccessException>(() => new SampleCmos(bus).RegisterB.Read());
        Assert.Equal(["0x70 <- 0x0B"], seen);
    }
}
