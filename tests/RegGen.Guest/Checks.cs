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

    public int Finish()
    {
        Console.WriteLine($"1..{_count}");
        return _failures == 0 ? 0 : 1;
    }

    /// <summary>The reason for which the access was refused, or null when it was not.</summary>
    public static PortRefusal? Refusal(Action access)
    {
        try
        {
            access();
            return null;
        }
        catch (PortAccessException refusal)
        {
            Console.WriteLine($"# {refusal.Message}");
            return refusal.Reason;
        }
    }
}
