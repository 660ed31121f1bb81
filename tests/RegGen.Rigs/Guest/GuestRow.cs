namespace RegGen.Rigs.Guest;

/// <summary>One thing to run in the guest.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Command">A line for the shell. Payloads stand under <c>/payload</c>.</param>
/// <param name="Seconds">After which it is killed.</param>
public sealed record GuestRow(string Name, string Command, int Seconds = 60)
{
    /// <summary>The row as <c>init</c> reads it.</summary>
    public string ToLine()
    {
        if ($"{Name}{Command}".AsSpan().IndexOfAny('\t', '\n') >= 0)
        {
            throw new InvalidOperationException($"The row {Name} holds a tab or a line break, which separate rows.");
        }

        return $"{Name}\t{Seconds}\t{Command}\n";
    }
}
