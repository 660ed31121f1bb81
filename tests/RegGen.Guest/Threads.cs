using System.Runtime.CompilerServices;

namespace RegGen.Guest;

/// <summary>Runs something on a thread of a certain kind and hands over its result.</summary>
static class Threads
{
    public static T OnNew<T>(Func<T> work)
    {
        T result = default!;
        Thread thread = new(() => result = work());
        thread.Start();
        thread.Join();
        return result;
    }

    public static T OnPool<T>(Func<T> work) => Task.Run(work).GetAwaiter().GetResult();

    public static T OnTimer<T>(Func<T> work)
    {
        TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using Timer timer = new(_ => result.TrySetResult(work()), null, 1, Timeout.Infinite);
        return result.Task.GetAwaiter().GetResult();
    }

    public static T OnContinuation<T>(Func<T> work) => Continue(work).GetAwaiter().GetResult();

    public static T OnFinalizer<T>(Func<T> work)
    {
        using ManualResetEventSlim finalized = new();
        T[] result = new T[1];
        Abandon(() =>
        {
            result[0] = work();
            finalized.Set();
        });
        for (int i = 0; i < 1000 && !finalized.IsSet; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return finalized.IsSet ? result[0] : throw new InvalidOperationException("The finalizer did not run.");
    }

    static async Task<T> Continue<T>(Func<T> work)
    {
        await Task.Delay(1).ConfigureAwait(false);
        return work();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Abandon(Action action) => _ = new Finalized(action);

    sealed class Finalized(Action action)
    {
        ~Finalized() => action();
    }
}
