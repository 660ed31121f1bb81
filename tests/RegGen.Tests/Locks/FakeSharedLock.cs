using RegGen.Locks;

namespace RegGen.Tests.Locks;

/// <summary>Stands for the half of a lock that other processes see, and counts.</summary>
sealed class FakeSharedLock : SharedLock
{
    public int Entered { get; private set; }

    public int Exited { get; private set; }

    public Exception? Failure { get; set; }

    public TimeSpan Patience { get; private set; }

    public override void Enter(TimeSpan left, TimeSpan patience)
    {
        Patience = left;
        if (Failure is not null)
        {
            throw Failure;
        }

        Entered++;
    }

    public override void Exit() => Exited++;
}
