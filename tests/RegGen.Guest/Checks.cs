namespace RegGen.Guest;

/// <summary>Results in the Test Anything Protocol, as the rig reads them.</summary>
sealed class Checks
{
    int _count;
    int _failures;

    public void That(string name, bool holds)
    {
        _count++;
        _failures += holds ? 0 : 1;
        Console.WriteLine($"{(holds ? "" : "not ")}ok {_count} - {name}");
    }

    /// <summary>That an access or a grant is refused, for a reason and with words that say why.</summary>
    public void Refused(string name, PortRefusal reason, string cause, Action access)
    {
        PortAccessException? refusal = Refusal(access);
        That($"{name}: {reason}", refusal is not null && refusal.Reason == reason && refusal.Message.Contains(cause, StringComparison.Ordinal) && refusal.Remedy.Length > 0);
    }

    public int Finish()
    {
        Console.WriteLine($"1..{_count}");
        return _failures == 0 ? 0 : 1;
    }

    /// <summary>The refusal, or null when there was none.</summary>
    public static PortAccessException? Refusal(Action access)
    {
        try
        {
            access();
            return null;
        }
        catch (PortAccessException refusal)
        {
            Console.WriteLine($"# {refusal.Message}");
            return refusal;
        }
    }

    /// <summary>A refusal from another thread, on this one.</summary>
    public static void Rethrow(PortAccessException? refusal)
    {
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    /// <summary>Whether a null reference is the exception that it is without us.</summary>
    public static bool CatchesNull(string? nothing = null)
    {
        try
        {
            return nothing!.Length < 0;
        }
        catch (NullReferenceException)
        {
            return true;
        }
    }
}
