using RegGen.Backends;
using RegGen.Locks;
using RegGen.Testing;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Locks;

public class NamedLockTests
{
    static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(20);

    readonly FakeSharedLock _shared = new();

    NamedLock Lock => field ??= new("sample", _shared);

    [Fact]
    public void The_half_that_other_processes_see_is_taken_once_by_the_outermost()
    {
        using (Lock.Enter(shared: true, s_short))
        {
            using (Lock.Enter(shared: true, s_short))
            {
                Assert.Equal((1, 0), (_shared.Entered, _shared.Exited));
            }

            Assert.Equal((1, 0), (_shared.Entered, _shared.Exited));
            Assert.True(Lock.IsHeld);
        }

        Assert.Equal((1, 1), (_shared.Entered, _shared.Exited));
        Assert.False(Lock.IsHeld);
    }

    [Fact]
    public void A_lock_for_simulated_ports_leaves_other_processes_alone()
    {
        using (Lock.Enter(shared: false, s_short))
        {
            Assert.Equal(0, _shared.Entered);
            using (Lock.Enter(shared: true, s_short))
            {
                Assert.Equal((1, 0), (_shared.Entered, _shared.Exited));
            }

            Assert.Equal((1, 1), (_shared.Entered, _shared.Exited));
            Assert.True(Lock.IsHeld);
        }

        Assert.False(Lock.IsHeld);
    }

    [Fact]
    public void Letting_go_twice_is_letting_go_once()
    {
        using (Lock.Enter(shared: true, s_short))
        {
            NamedLock.Hold inner = Lock.Enter(shared: true, s_short);
            inner.Dispose();
            inner.Dispose();
            Assert.True(Lock.IsHeld);
            Assert.Equal(0, _shared.Exited);
        }

        Assert.Equal(1, _shared.Exited);
    }

    [Fact]
    public void Where_the_shared_half_is_not_to_be_had_neither_half_is_held()
    {
        _shared.Failure = new TimeoutException("as the test wants");
        Assert.Throws<TimeoutException>(() => Lock.Enter(shared: true, s_short).Dispose());
        Assert.False(Lock.IsHeld);
        _shared.Failure = null;
        using (Lock.Enter(shared: true, s_short))
        {
            Assert.Equal(1, _shared.Entered);
        }

        Assert.Equal(1, _shared.Exited);
    }

    [Fact]
    public void Another_thread_of_the_process_waits_and_is_told_so()
    {
        using NamedLock.Hold held = Lock.Enter(shared: true, s_short);
        TimeoutException? late = null;
        OnThread(() => late = Assert.Throws<TimeoutException>(() => Lock.Enter(shared: true, s_short).Dispose()));
        Assert.Equal("The lock 'sample' was not free within 0.02 s: another thread of this process holds it, perhaps in an open scope.", late!.Message);
        Assert.Equal(1, _shared.Entered);
    }

    [Fact]
    public void Waiting_for_ever_is_handed_on_and_a_time_is_shortened()
    {
        Lock.Enter(shared: true, Timeout.InfiniteTimeSpan).Dispose();
        Assert.Equal(Timeout.InfiniteTimeSpan, _shared.Patience);

        // Some of the time goes by before the other half is asked for.
        using ManualResetEventSlim held = new();
        Thread holder = new(() =>
        {
            using NamedLock.Hold hold = Lock.Enter(shared: false, TimeSpan.FromMinutes(1));
            held.Set();
            Thread.Sleep(20);
        });
        holder.Start();
        held.Wait(TestContext.Current.CancellationToken);
        Lock.Enter(shared: true, TimeSpan.FromMinutes(1)).Dispose();
        holder.Join();
        Assert.InRange(_shared.Patience, TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void The_bus_says_whether_its_ports_are_shared(bool isShared, int entered)
    {
        using var bus = PortBus.Open(new HookedBackend(new SimulatedBackend(), isShared));
        Lock.Enter(bus).Dispose();
        Lock.Enter(bus, s_short).Dispose();
        Assert.Equal(2 * entered, _shared.Entered);
    }

    [Fact]
    public void Only_this_machines_own_ports_are_shared()
    {
        using var direct = new DirectBackend();
        using var simulated = new SimulatedBackend();
        using var scripted = new ScriptedBackend();
        Assert.Equal((true, false, false), (direct.IsShared, simulated.IsShared, scripted.IsShared));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_lock_has_a_name(string name) => Assert.Throws<ArgumentException>(() => NamedLock.Get(name));

    static void OnThread(Action action)
    {
        Thread thread = new(() => action());
        thread.Start();
        thread.Join();
    }
}
