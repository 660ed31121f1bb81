using RegGen.Backends;

namespace RegGen.Tests.Backends;

public class QemuProgramTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_program_goes_out_at_once_up_to_a_write_that_needs_an_answer()
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Silence, (3, "OK\nOK 0xf3\nOK 0x1\n"), (3, "OK\nOK\nOK 0xabcd\n"));
        using var backend = QemuBackend.Connect(server.Path, Patience);
        PortOperation[] program =
        [
            PortOperation.Out(0x70, PortWidth.Bits8, 0x0B),
            PortOperation.In(0x71, PortWidth.Bits8),
            PortOperation.In(0xCFC, PortWidth.Bits32),
            PortOperation.Out(0x71, PortWidth.Bits8, from: 1, keep: 0xF0, value: 0x05),
            PortOperation.Out(0x72, PortWidth.Bits32, from: 2, keep: 0xFF, value: 0x12345600),
            PortOperation.In(0x300, PortWidth.Bits16),
        ];

        backend.Run(program);

        Assert.Equal(["outb 0x70 0xb", "inb 0x71", "inl 0xcfc", "outb 0x71 0xf5", "outl 0x72 0x12345601", "inw 0x300"], server.Asked);
        Assert.Equal([0x0B, 0xF3, 0x1, 0xF5, 0x12345601, 0xABCD], program.Select(operation => operation.Result));
    }

    [Fact]
    public void A_write_that_takes_bits_from_a_write_needs_no_answer()
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Silence, (2, "OK\nOK\n"));
        using var backend = QemuBackend.Connect(server.Path, Patience);

        backend.Run([PortOperation.Out(0x70, PortWidth.Bits8, 0x3C), PortOperation.Out(0x71, PortWidth.Bits8, 0xA0, from: 0, keep: 0x0F)]);

        Assert.Equal(["outb 0x70 0x3c", "outb 0x71 0xac"], server.Asked);
    }

    [Fact]
    public void Only_operations_that_were_answered_have_run()
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Silence, (3, "OK\nFAIL\nOK\n"));
        using var backend = QemuBackend.Connect(server.Path, Patience);
        PortOperation[] program =
        [
            PortOperation.Out(0x70, PortWidth.Bits8, 0x3C), PortOperation.Out(0x71, PortWidth.Bits8, 0xA0, from: 0, keep: 0x0F),
            PortOperation.Out(0x72, PortWidth.Bits8, 0x01),
        ];

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Run(program));

        Assert.Equal([true, false, false], program.Select(operation => operation.HasRun));
        Assert.Equal(new PortAccess(true, 0x71, PortWidth.Bits8, 0xAC), refusal.Access);
    }

    [Fact]
    public void The_operation_whose_answer_is_wrong_is_the_refused_one()
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Silence, (3, "OK 0x01\nFAIL\nOK 0x03\n"));
        using var backend = QemuBackend.Connect(server.Path, Patience);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Run(
            [PortOperation.In(0x10, PortWidth.Bits8), PortOperation.In(0x11, PortWidth.Bits8), PortOperation.In(0x12, PortWidth.Bits8)]));

        Assert.Equal((ushort)0x11, refusal.Access?.Port);
    }

    [Fact]
    public void Bits_above_the_width_are_not_driven()
    {
        using var server = FakeQtest.Answering("OK\n", "OK\n", "OK\n");
        using var backend = QemuBackend.Connect(server.Path, Patience);

        backend.Write(0x80, PortWidth.Bits8, 0x12345678);
        backend.Write(0x80, PortWidth.Bits16, 0x12345678);
        backend.Write(0x80, PortWidth.Bits32, 0x12345678);

        Assert.Equal(["outb 0x80 0x78", "outw 0x80 0x5678", "outl 0x80 0x12345678"], server.Asked);
    }

    [Theory]
    [InlineData(0xFFFF, PortWidth.Bits8, true)]
    [InlineData(0xFFFF, PortWidth.Bits16, false)]
    [InlineData(0xFFFE, PortWidth.Bits16, true)]
    [InlineData(0xFFFD, PortWidth.Bits32, false)]
    [InlineData(0xFFFC, PortWidth.Bits32, true)]
    [InlineData(0x80, (PortWidth)64, false)]
    public void An_access_that_no_processor_makes_is_refused_before_anything_runs(int port, PortWidth width, bool allowed)
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Silence, (2, "OK\nOK\n"));
        using var backend = QemuBackend.Connect(server.Path, Patience);
        void Run() => backend.Run([PortOperation.Out(0x80, PortWidth.Bits8, 1), PortOperation.Out((ushort)port, width, 1)]);

        if (allowed)
        {
            Run();
            Assert.Equal(2, server.Asked.Length);
        }
        else
        {
            Assert.Equal(PortRefusal.Width, Assert.Throws<PortAccessException>(Run).Reason);
            Assert.Empty(server.Asked);
        }
    }

    [Fact]
    public void Bits_of_an_operation_that_has_not_run_are_an_error_of_the_caller()
    {
        using var server = FakeQtest.Answering();
        using var backend = QemuBackend.Connect(server.Path, Patience);

        Assert.Throws<ArgumentException>(() => backend.Run(
            [PortOperation.Out(0x80, PortWidth.Bits8, 1, 0xFF, 0), PortOperation.In(0x80, PortWidth.Bits8)]));
    }

    [Fact]
    public void A_program_with_a_loop_goes_out_in_pieces()
    {
        using var server = new FakeQtest(
            "OK little\n", FakeQtest.Then.Silence, (2, "OK\nOK 0x80\n"), (1, "OK 0x80\n"), (1, "OK 0x01\n"), (2, "OK\nOK 0xee\n"));
        using var backend = QemuBackend.Connect(server.Path, Patience);
        PortOperation[] program =
        [
            PortOperation.Out(0x70, PortWidth.Bits8, 0x0A),
            PortOperation.In(0x71, PortWidth.Bits8),
            PortOperation.Branch(1, from: 1, keep: 0x80, value: 0, unless: true, time: Patience),
            PortOperation.Combine(0x40, from: 1, keep: 0x0F),
            PortOperation.Out(0x72, PortWidth.Bits8, 0x00, from: 3, keep: 0xFF, beside: 3),
            PortOperation.In(0x73, PortWidth.Bits8),
        ];

        backend.Run(program);

        Assert.Equal(["outb 0x70 0xa", "inb 0x71", "inb 0x71", "inb 0x71", "outb 0x72 0x41", "inb 0x73"], server.Asked);
        Assert.Equal([0x0A, 0x01, 0, 0x41, 0x41, 0xEE], program.Select(operation => operation.Result));
    }
}
