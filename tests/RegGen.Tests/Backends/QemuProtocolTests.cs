using System.Diagnostics;
using RegGen.Backends;

namespace RegGen.Tests.Backends;

public class QemuProtocolTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Impatience = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("FAIL Unknown command 'inb'\n", "FAIL Unknown command 'inb'")]
    [InlineData("garbage\n", "'garbage'")]
    [InlineData("\n", "no value")]
    [InlineData("OK\n", "no value")]
    [InlineData("OK \n", "no value")]
    [InlineData("OK 0x\n", "no value")]
    [InlineData("OK 5a\n", "no value")]
    [InlineData("OK 0x5g\n", "no value")]
    [InlineData("OK 0x-1\n", "no value")]
    [InlineData("OK 0x5a \n", "no value")]
    [InlineData("OK 0x5a\r\n", "'OK 0x5a?'")]
    [InlineData("OK 0x5a\0\n", "'OK 0x5a?'")]
    [InlineData("ok 0x5a\n", "no value")]
    [InlineData("OK 0x15a\n", "wider")]
    [InlineData("OK 0x1000000000000005a\n", "no value")]
    [InlineData("IRQ raise\n", "'IRQ raise'")]
    [InlineData("IRQ raise x\n", "'IRQ raise x'")]
    public void A_wrong_answer_to_a_read_is_refused(string answer, string cause)
    {
        using var server = FakeQtest.Answering(answer);
        using var backend = QemuBackend.Connect(server.Path, Patience);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Read(0x3F8, PortWidth.Bits8));

        Assert.Equal(PortRefusal.Transport, refusal.Reason);
        Assert.Equal(new PortAccess(false, 0x3F8, PortWidth.Bits8, 0), refusal.Access);
        Assert.Contains(cause, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PortWidth.Bits8, "OK 0xff\n", 0xFFu)]
    [InlineData(PortWidth.Bits8, "OK 0x00ff\n", 0xFFu)]
    [InlineData(PortWidth.Bits16, "OK 0xffff\n", 0xFFFFu)]
    [InlineData(PortWidth.Bits32, "OK 0xffffffff\n", 0xFFFFFFFFu)]
    [InlineData(PortWidth.Bits16, "OK 0x10000\n", null)]
    [InlineData(PortWidth.Bits32, "OK 0x100000000\n", null)]
    public void A_value_may_be_as_wide_as_the_access(PortWidth width, string answer, uint? value)
    {
        using var server = FakeQtest.Answering(answer);
        using var backend = QemuBackend.Connect(server.Path, Patience);

        if (value is { } expected)
        {
            Assert.Equal(expected, backend.Read(0x80, width));
        }
        else
        {
            Assert.Equal(PortRefusal.Transport, Assert.Throws<PortAccessException>(() => backend.Read(0x80, width)).Reason);
        }
    }

    [Theory]
    [InlineData("OK 0x00\n")]
    [InlineData("FAIL\n")]
    [InlineData("OK \n")]
    public void A_wrong_answer_to_a_write_is_refused(string answer)
    {
        using var server = FakeQtest.Answering(answer);
        using var backend = QemuBackend.Connect(server.Path, Patience);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Write(0x3F8, PortWidth.Bits8, 7));

        Assert.Equal(PortRefusal.Transport, refusal.Reason);
        Assert.Equal(new PortAccess(true, 0x3F8, PortWidth.Bits8, 7), refusal.Access);
    }

    [Fact]
    public void Interrupt_lines_are_skipped()
    {
        using var server = FakeQtest.Answering("IRQ raise 4\nIRQ lower 4\nOK 0x5a\nIRQ raise 4\n", "IRQ lower 12\nOK\n");
        using var backend = QemuBackend.Connect(server.Path, Patience);

        Assert.Equal(0x5Au, backend.Read(0x3F8, PortWidth.Bits8));
        backend.Write(0x3F8, PortWidth.Bits8, 1);
    }

    [Fact]
    public void An_answer_that_nobody_asked_for_is_not_taken_for_the_next_one()
    {
        using var server = FakeQtest.Answering("OK 0x01\nOK 0x02\n", "OK 0x03\n");
        using var backend = QemuBackend.Connect(server.Path, Patience);

        Assert.Equal(1u, backend.Read(0x80, PortWidth.Bits8));
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));

        Assert.Contains("nobody asked", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, "no value")]
    [InlineData(257, "more than 256 bytes")]
    [InlineData(100_000, "more than 256 bytes")]
    public void A_line_has_a_limit(int length, string cause)
    {
        using var server = FakeQtest.Answering(new string('A', length) + "\n");
        using var backend = QemuBackend.Connect(server.Path, Patience);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));

        Assert.Equal(PortRefusal.Transport, refusal.Reason);
        Assert.Contains(cause, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK 0x5")]
    public void A_closed_connection_is_refused_even_within_an_answer(string answer)
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Close, (1, answer));
        using var backend = QemuBackend.Connect(server.Path, Patience);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));

        Assert.Equal(PortRefusal.Transport, refusal.Reason);
        Assert.Contains("closed the connection", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK 0x5")]
    public void Silence_ends_in_time_and_breaks_the_connection(string answer)
    {
        using var server = FakeQtest.Answering(answer);
        using var backend = QemuBackend.Connect(server.Path, Impatience);
        var clock = Stopwatch.StartNew();

        PortAccessException first = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));
        PortAccessException second = Assert.Throws<PortAccessException>(() => backend.Write(0x81, PortWidth.Bits16, 0x1234));

        Assert.True(clock.Elapsed < Patience);
        Assert.Contains("no answer came within 1 s", first.Message, StringComparison.Ordinal);
        Assert.Equal(PortRefusal.Transport, second.Reason);
        Assert.Contains("broke earlier: no answer came within 1 s", second.Message, StringComparison.Ordinal);
        Assert.Equal(new PortAccess(true, 0x81, PortWidth.Bits16, 0x1234), second.Access);
    }

    [Fact]
    public void Interrupt_lines_without_end_do_not_keep_an_access_for_ever()
    {
        using var server = new FakeQtest("OK little\n", FakeQtest.Then.Repeat, (1, "IRQ raise 4\n"));
        using var backend = QemuBackend.Connect(server.Path, Impatience);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));

        Assert.Contains("no answer came", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"QMP\": {}}\n", "QMP")]
    [InlineData("OK big\n", "OK big")]
    [InlineData("FAIL Unknown command 'endianness'\n", "FAIL")]
    [InlineData("", "no answer came")]
    public void What_is_not_a_qtest_of_an_x86_machine_is_not_joined(string greeting, string cause)
    {
        using var server = new FakeQtest(greeting, FakeQtest.Then.Silence);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => QemuBackend.Connect(server.Path, greeting.Length == 0 ? Impatience : Patience));

        Assert.Equal(PortRefusal.Transport, refusal.Reason);
        Assert.Contains(cause, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Joining_what_does_not_listen_says_what_to_start()
    {
        PortAccessException missing = Assert.Throws<PortAccessException>(() => QemuBackend.Connect("/nowhere/socket"));
        PortAccessException tooLong = Assert.Throws<PortAccessException>(() => QemuBackend.Connect("/" + new string('a', 300)));

        Assert.Equal((PortRefusal.Transport, PortRefusal.Transport), (missing.Reason, tooLong.Reason));
        Assert.Contains("-qtest unix:/nowhere/socket,server=on,wait=off", missing.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_ends_an_access_that_still_waits()
    {
        using var server = FakeQtest.Answering("");
        using var backend = QemuBackend.Connect(server.Path, TimeSpan.FromMinutes(1));
        Task<uint> waiting = Task.Run(() => backend.Read(0x80, PortWidth.Bits8), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => server.Asked.Length == 1, Patience));

        backend.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Throws<ObjectDisposedException>(() => backend.Read(0x80, PortWidth.Bits8));
    }
}
