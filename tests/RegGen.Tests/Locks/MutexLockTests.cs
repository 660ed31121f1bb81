using RegGen.Locks;

namespace RegGen.Tests.Locks;

/// <summary>The half of Windows, over .NET's named mutexes, which other systems have too.</summary>
public sealed class MutexLockTests
{
    readonly string _name = $@"Global\RegGen.Test.{Guid.NewGuid():N}";

    [Fact]
    public void It_keeps_others_out_until_it_is_let_go()
    {
        Held(new("sample", _name), first =>
        {
            MutexLock second = new("sample", _name);
            TimeoutException late = Assert.Throws<TimeoutException>(() => second.Enter(TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2)));
            Assert.Equal($"The lock 'sample' was not free within 2 s: another process holds it, by the mutex {_name}.", late.Message);
            first();
            second.Enter(TimeSpan.Zero, TimeSpan.Zero);
            second.Exit();
        });
    }

    [Fact]
    public void One_whose_holder_has_ended_is_ours()
    {
        using Mutex watch = new(false, _name);
        MutexLock left = new("sample", _name);
        Thread holder = new(() => left.Enter(TimeSpan.Zero, TimeSpan.Zero));
        holder.Start();
        holder.Join();
        MutexLock next = new("sample", _name);
        next.Enter(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        next.Exit();
        Assert.True(watch.WaitOne(0));
        watch.ReleaseMutex();
    }

    // A mutex belongs to a thread: another one stands for another process.
    static void Held(MutexLock held, Action<Action> meanwhile)
    {
        using ManualResetEventSlim taken = new(), release = new();
        Thread holder = new(() =>
        {
            held.Enter(TimeSpan.Zero, TimeSpan.Zero);
            taken.Set();
            release.Wait();
            held.Exit();
        });
        holder.Start();
        taken.Wait();
        try
        {
            meanwhile(() =>
            {
                release.Set();
                holder.Join();
            });
        }
        finally
        {
            release.Set();
            holder.Join();
        }
    }
}
