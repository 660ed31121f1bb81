using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Tests.Locks;

public sealed class LockSetTests : IDisposable
{
    readonly PortBus _bus = PortBus.Open(new SimulatedBackend());

    [Fact]
    public void Several_locks_are_taken_in_one_order_and_let_go_together()
    {
        LockSet one = LockSet.Of(LockSet.Of("set-b"), LockSet.Of("set-a"));
        using (one.Enter(_bus))
        {
            Assert.True(NamedLock.Get("set-a").IsHeld && NamedLock.Get("set-b").IsHeld);
        }

        Assert.False(NamedLock.Get("set-a").IsHeld || NamedLock.Get("set-b").IsHeld);
    }

    // Each thread holds what the other's set begins with, unless both begin with the same.
    [Fact]
    public void Two_threads_that_need_the_same_locks_do_not_wait_for_each_other()
    {
        LockSet one = LockSet.Of(LockSet.Of("set-c"), LockSet.Of("set-d")), other = LockSet.Of(LockSet.Of("set-d"), LockSet.Of("set-c"));
        Exception? failure = null;
        Thread[] threads = [.. new[] { one, other }.Select(set => new Thread(() =>
        {
            try
            {
                for (int i = 0; i < 20_000; i++)
                {
                    set.Enter(_bus).Dispose();
                }
            }
            catch (TimeoutException late)
            {
                failure = late;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Null(failure);
    }

    [Fact]
    public void No_lock_and_the_same_lock_again_change_nothing()
    {
        LockSet one = LockSet.Of("set-e");
        Assert.Same(one, one.With(null).With(LockSet.Empty).With(one));
        Assert.Same(one, LockSet.Of(null, one, LockSet.Empty));
        Assert.Same(LockSet.Empty, LockSet.Of((string?)null));
        LockSet.Empty.Enter(_bus).Dispose();
    }

    public void Dispose() => _bus.Dispose();
}
