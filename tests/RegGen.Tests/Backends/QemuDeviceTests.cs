using RegGen.Backends;
using RegGen.Claims;
using RegGen.Rigs;

namespace RegGen.Tests.Backends;

/// <summary>Against QEMU's own device models.</summary>
public class QemuDeviceTests
{
    const string Qemu = "qemu-system-x86_64";

    [Fact]
    public void A_uart_keeps_its_scratch_byte()
    {
        Rig.Require(Qemu);
        using var bus = PortBus.Open(QemuBackend.Start("-device", "isa-serial,iobase=0x2f8"), new PortClaim("Uart", 0x2F8, [new(0x2F8, 0x2FF)]));

        foreach (byte value in (byte[])[0x5A, 0xA5, 0x00, 0xFF])
        {
            bus.Out8(0x2FF, value);
            Assert.Equal(value, bus.In8(0x2FF));
        }

        Assert.Equal("qemu", bus.BackendName);
    }

    [Fact]
    public void Widths_are_exact()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start("-device", "pc-testdev");

        backend.Write(0xE0, PortWidth.Bits32, 0x11223344);
        backend.Write(0xE0, PortWidth.Bits16, 0xAABB);
        backend.Write(0xE3, PortWidth.Bits8, 0x77);

        Assert.Equal(0x7722AABBu, backend.Read(0xE0, PortWidth.Bits32));
        Assert.Equal([0xAABBu, 0x7722u], [backend.Read(0xE0, PortWidth.Bits16), backend.Read(0xE2, PortWidth.Bits16)]);
        Assert.Equal([0xBBu, 0xAAu, 0x22u, 0x77u], Enumerable.Range(0xE0, 4).Select(port => backend.Read((ushort)port, PortWidth.Bits8)));
    }

    [Fact]
    public void The_host_bridge_is_found_through_32_bit_configuration_ports()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start();

        backend.Write(0xCF8, PortWidth.Bits32, 0x80000000);

        Assert.Equal(0x12378086u, backend.Read(0xCFC, PortWidth.Bits32));
        Assert.Equal([0x8086u, 0x1237u], [backend.Read(0xCFC, PortWidth.Bits16), backend.Read(0xCFE, PortWidth.Bits16)]);
    }

    [Fact]
    public void A_program_changes_a_register_as_single_accesses_do()
    {
        Rig.Require(Qemu);
        using var single = QemuBackend.Start("-serial", "null");
        using var together = QemuBackend.Start("-serial", "null");
        single.Write(0x3FB, PortWidth.Bits8, 0x1B);
        single.Write(0x3FB, PortWidth.Bits8, (single.Read(0x3FB, PortWidth.Bits8) & 0x7F) | 0x80);
        single.Write(0x3F8, PortWidth.Bits8, 0x01);
        single.Write(0x3FB, PortWidth.Bits8, single.Read(0x3FB, PortWidth.Bits8) & 0x7C);

        PortOperation[] program =
        [
            PortOperation.Out(0x3FB, PortWidth.Bits8, 0x1B),
            PortOperation.In(0x3FB, PortWidth.Bits8),
            PortOperation.Out(0x3FB, PortWidth.Bits8, from: 1, keep: 0x7F, value: 0x80),
            PortOperation.Out(0x3F8, PortWidth.Bits8, 0x01),
            PortOperation.In(0x3FB, PortWidth.Bits8),
            PortOperation.Out(0x3FB, PortWidth.Bits8, from: 4, keep: 0x7C, value: 0),
            PortOperation.In(0x3FB, PortWidth.Bits8),
        ];
        together.Run(program);

        Assert.Equal(0x18u, single.Read(0x3FB, PortWidth.Bits8));
        Assert.Equal([0x1B, 0x1B, 0x9B, 0x01, 0x9B, 0x18, 0x18], program.Select(operation => operation.Result));
    }

    [Fact]
    public void A_clock_is_read_through_index_and_data_in_one_program()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start("-rtc", "base=2026-01-02T03:04:05,clock=vm");
        uint[] cells = [0x32, 9, 8, 7, 4, 2, 0];

        PortOperation[] program = [.. cells.SelectMany(cell => (PortOperation[])
            [PortOperation.Out(0x70, PortWidth.Bits8, cell), PortOperation.In(0x71, PortWidth.Bits8)])];
        backend.Run(program);

        Assert.Equal([0x20, 0x26, 0x01, 0x02, 0x03, 0x04, 0x05], program.Where(operation => !operation.IsWrite).Select(operation => operation.Result));
    }

    [Fact]
    public void A_long_program_runs_in_order()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start("-device", "pc-testdev");
        var program = new PortOperation[10_000];
        for (int i = 0; i < program.Length; i += 2)
        {
            program[i] = PortOperation.Out(0xE0, PortWidth.Bits32, (uint)i * 0x10001);
            program[i + 1] = PortOperation.In(0xE0, PortWidth.Bits32);
        }

        backend.Run(program);

        Assert.All(Enumerable.Range(0, program.Length), i => Assert.Equal((uint)(i & ~1) * 0x10001, program[i].Result));
    }

    [Fact]
    public void Ports_without_a_device_read_as_ones()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start();

        Assert.Equal(0xFFu, backend.Read(0x300, PortWidth.Bits8));
        Assert.Equal(0xFFFFu, backend.Read(0x300, PortWidth.Bits16));
        Assert.Equal(0xFFFFFFFFu, backend.Read(0x300, PortWidth.Bits32));
    }

    [Fact]
    public async Task Threads_get_the_answers_to_their_own_questions()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start("-serial", "null", "-device", "pc-testdev");
        backend.Write(0x3FF, PortWidth.Bits8, 0x5A);
        backend.Write(0xE0, PortWidth.Bits32, 0xCAFEF00D);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                (ushort port, PortWidth width, uint expected) = thread % 2 == 0
                    ? ((ushort)0x3FF, PortWidth.Bits8, 0x5Au)
                    : ((ushort)0xE0, PortWidth.Bits32, 0xCAFEF00Du);
                Assert.Equal(expected, backend.Read(port, width));
            }
        })));
    }
}
