using RegGen.Backends;

namespace RegGen.Tests.Native;

public sealed unsafe class StubTests
{
    const int Guard = 0x5A;

    readonly NativeStubs _stubs = Ungranted.Stubs();

    public static TheoryData<int> Widths => [8, 16, 32];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_refused_read_is_negative(int width) => Assert.True(In(width) < 0);

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_refused_write_is_negative(int width) => Assert.True(Out(width) < 0);

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_refused_block_read_is_negative_and_leaves_the_buffer_alone(int width)
    {
        byte[] buffer = new byte[64];
        Array.Fill(buffer, (byte)Guard);
        fixed (byte* start = buffer)
        {
            Assert.True(Ins(width)(Ungranted.Port, start, 4) < 0);
        }

        Assert.All(buffer, value => Assert.Equal(Guard, value));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_refused_block_write_is_negative(int width)
    {
        byte* buffer = stackalloc byte[16];
        Assert.True(Outs(width)(Ungranted.Port, buffer, 4) < 0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_block_of_nothing_needs_no_grant(int width)
    {
        Assert.Equal(0, Ins(width)(Ungranted.Port, null, 0));
        Assert.Equal(0, Outs(width)(Ungranted.Port, null, 0));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_last_port_is_refused_like_any_other(int width)
    {
        Assert.True(In(width, ushort.MaxValue) < 0);
        Assert.True(Out(width, ushort.MaxValue) < 0);
    }

    [Fact]
    public void Refusals_null_references_and_collections_do_not_disturb_each_other()
    {
        const int Threads = 8;
        const int Rounds = 200;
        int refused = 0, caught = 0, running = Threads;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(Work))];
        Array.ForEach(threads, thread => thread.Start());
        while (Volatile.Read(ref running) > 0)
        {
            GC.Collect();
        }

        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(Threads * Rounds * 12, refused);
        Assert.Equal(Threads * Rounds, caught);

        void Work()
        {
            byte[] kept = new byte[64];
            for (int i = 0; i < Rounds; i++)
            {
                Interlocked.Add(ref refused, RefusalsOfOneRound(new byte[64]));
                Interlocked.Add(ref caught, Dereference(null));
                kept = kept.Length == 64 ? [.. kept] : throw new InvalidOperationException();
            }

            Interlocked.Decrement(ref running);
        }
    }

    [Fact]
    public void A_refusal_in_a_finalizer_is_a_refusal()
    {
        using ManualResetEventSlim finalized = new();
        long[] seen = new long[1];
        Abandon(finalized, seen);
        for (int i = 0; i < 100 && !finalized.IsSet; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(finalized.IsSet);
        Assert.True(seen[0] < 0);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    void Abandon(ManualResetEventSlim finalized, long[] seen) => _ = new Finalized(_stubs, finalized, seen);

    int RefusalsOfOneRound(byte[] buffer)
    {
        int refused = 0;
        fixed (byte* start = buffer)
        {
            foreach (int width in (ReadOnlySpan<int>)[8, 16, 32])
            {
                refused += In(width) < 0 ? 1 : 0;
                refused += Out(width) < 0 ? 1 : 0;
                refused += Ins(width)(Ungranted.Port, start, 4) < 0 ? 1 : 0;
                refused += Outs(width)(Ungranted.Port, start, 4) < 0 ? 1 : 0;
            }
        }

        return refused;
    }

    static int Dereference(string? nothing)
    {
        try
        {
            return nothing!.Length;
        }
        catch (NullReferenceException)
        {
            return 1;
        }
    }

    long In(int width, ushort port = Ungranted.Port) => width switch
    {
        8 => _stubs.In8(port),
        16 => _stubs.In16(port),
        _ => _stubs.In32(port),
    };

    int Out(int width, ushort port = Ungranted.Port) => width switch
    {
        8 => _stubs.Out8(port, 0),
        16 => _stubs.Out16(port, 0),
        _ => _stubs.Out32(port, 0),
    };

    delegate* unmanaged<ushort, void*, nuint, int> Ins(int width) => width switch { 8 => _stubs.Ins8, 16 => _stubs.Ins16, _ => _stubs.Ins32 };

    delegate* unmanaged<ushort, void*, nuint, int> Outs(int width) => width switch { 8 => _stubs.Outs8, 16 => _stubs.Outs16, _ => _stubs.Outs32 };

    sealed class Finalized(NativeStubs stubs, ManualResetEventSlim finalized, long[] seen)
    {
        ~Finalized()
        {
            seen[0] = stubs.In8(Ungranted.Port);
            finalized.Set();
        }
    }
}
