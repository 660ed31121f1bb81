using RegGen.Backends;
using RegGen.Locks;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Locks;

/// <summary>Two devices share an index port; one is stopped between its index and its data while the other one wants to go through.</summary>
public class IndexPortTests
{
    const byte First = 0x20, Second = 0x30;

    // Long enough for a thread that nothing holds up; it is waited in full only where something does.
    static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(300);

    public enum Way
    {
        Read,
        Modify,
        Joined,
        Sequence,
        Block,
        Scope,
    }

    [Theory]
    [EveryWay]
    public void With_the_lock_the_other_device_waits_and_nothing_is_torn(Way way)
    {
        Interleaved run = Interleave(way, new("test-index"), new("test-index"));
        Assert.False(run.OtherCameBetween);
        Assert.Equal(0x11, run.Read);
        Assert.Equal(0x33, run.OtherRead);
    }

    // The proof that the test above can fail: nothing but the lock keeps the two apart.
    [Theory]
    [EveryWay]
    public void Without_it_the_first_device_gets_the_others_register(Way way)
    {
        Interleaved run = Interleave(way, new(null), new(null));
        Assert.True(run.OtherCameBetween);
        Assert.Equal(0x33, run.Read);
        Assert.Equal(0x33, run.OtherRead);
    }

    [Fact]
    public void Locks_of_two_names_do_not_keep_them_apart() =>
        Assert.Equal(0x33, Interleave(Way.Read, new("test-one"), new("test-other")).Read);

    [Theory]
    [InlineData("test-index", 0x77, 0x33)]
    [InlineData(null, 0x11, 0x77)]
    public void A_write_goes_to_its_own_register_with_the_lock_alone(string? name, int first, int second)
    {
        SampleChip.Ways ways = new(name);
        using Rig rig = new();
        SampleChip chip = new(rig.Bus, First, ways), other = new(rig.Bus, Second, ways);
        rig.Between(() => other.Control.Read());
        chip.Control.Write(0x77);
        rig.Finish();
        Assert.Equal(((byte)first, (byte)second), (chip.Control.Read(), other.Control.Read()));
    }

    // Everybody takes the lock before the gate: an access that took the gate first would keep it from the holder of the lock.
    [Theory]
    [EveryWay]
    public void The_holder_of_the_lock_and_an_access_to_the_same_device_do_not_wait_for_each_other(Way way)
    {
        using Rig rig = new();
        SampleChip chip = new(rig.Bus, First, new("test-same"));
        byte read = 0, inside = 0;
        Thread other = new(() =>
        {
            try
            {
                read = Do(way, chip);
            }
            catch (TimeoutException)
            {
                // What was read says so.
            }
        });
        using (LockThread holder = new(rig.Bus))
        {
            other.Start();
            SpinWait.SpinUntil(() => (other.ThreadState & ThreadState.WaitSleepJoin) != 0, TimeSpan.FromSeconds(5));
            Assert.True(holder.Try(() => inside = Do(Way.Scope, chip)), "an access under the lock waits for one without");
        }

        other.Join();
        Assert.Equal((0x11, 0x11), (inside, read));
    }

    static Interleaved Interleave(Way way, SampleChip.Ways ways, SampleChip.Ways others)
    {
        using Rig rig = new();
        SampleChip chip = new(rig.Bus, First, ways), other = new(rig.Bus, Second, others);
        byte otherRead = 0;
        rig.Between(() => otherRead = other.Control.Read());
        byte read = Do(way, chip);
        bool between = rig.Finish();
        return new(between, read, otherRead);
    }

    static byte Do(Way way, SampleChip chip)
    {
        byte read = 0;
        switch (way)
        {
            case Way.Modify:
                chip.Control.Modify(value => read = value);
                return read;
            case Way.Joined:
                return (byte)chip.Both.Read();
            case Way.Sequence:
                return (byte)chip.Measure();
            case Way.Block:
                return chip.Block()[0];
            case Way.Scope:
                using (chip.Enter())
                {
                    return chip.Control.Read();
                }

            default:
                return chip.Control.Read();
        }
    }

    sealed record Interleaved(bool OtherCameBetween, byte Read, byte OtherRead);

    sealed class EveryWayAttribute : Xunit.v3.DataAttribute
    {
        public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
            new([.. Enum.GetValues<Way>().Select(way => new TheoryDataRow<Way>(way))]);

        public override bool SupportsDiscoveryEnumeration() => true;
    }

    /// <summary>A thread that holds the lock and does meanwhile what it is told.</summary>
    sealed class LockThread : IDisposable
    {
        readonly System.Collections.Concurrent.BlockingCollection<Action> _actions = [];
        readonly Thread _thread;

        public LockThread(PortBus bus)
        {
            using ManualResetEventSlim entered = new();
            _thread = new(() =>
            {
                using var held = NamedLock.Get("test-same").Enter(bus);
                entered.Set();
                foreach (Action action in _actions.GetConsumingEnumerable())
                {
                    action();
                }
            });
            _thread.Start();
            entered.Wait();
        }

        public bool Try(Action action)
        {
            using ManualResetEventSlim done = new();
            _actions.Add(() =>
            {
                action();
                done.Set();
            });
            return done.Wait(TimeSpan.FromSeconds(5));
        }

        public void Dispose()
        {
            _actions.CompleteAdding();
            _thread.Join();
        }
    }

    sealed class Rig : IDisposable
    {
        readonly HookedBackend _backend;
        Thread? _other;
        bool _between;

        public Rig()
        {
            var simulated = new SimulatedBackend();
            simulated.Add(SampleChip.Map, SampleChip.IndexPort);
            _backend = new(simulated);
            Bus = PortBus.Open(_backend, SampleChip.Claim());
            SampleChip.Ways bare = new(null);
            new SampleChip(Bus, First, bare).Control.Write(0x11);
            new SampleChip(Bus, Second, bare).Control.Write(0x33);
        }

        public PortBus Bus { get; }

        /// <summary>Once this thread has written the index of the first register, another one runs, and this one goes on when it is done or held up.</summary>
        public void Between(Action action)
        {
            int thread = Environment.CurrentManagedThreadId;
            _other = new(() => action());
            _backend.After = access =>
            {
                if (Environment.CurrentManagedThreadId == thread && access is { IsWrite: true, Port: SampleChip.IndexPort, Value: First })
                {
                    _backend.After = _ => { };
                    _other.Start();
                    _between = _other.Join(s_moment);
                }
            };
        }

        /// <summary>Whether the other thread was done before this one went on.</summary>
        public bool Finish()
        {
            _other!.Join();
            return _between;
        }

        public void Dispose() => Bus.Dispose();
    }
}
