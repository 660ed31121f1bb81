using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A joined value names each part once in each order; all parts can be read, or all written; together they are at most 64 bits wide.</summary>
sealed class JoinedParts : Check
{
    public override Rule Rule { get; } = new("RG2010", Severity.Error, "Joined value does not fit together",
        "Name the same registers in 'of', 'read' and 'write', at most 64 bits together and all with the same directions.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (JoinedModel joined in device.Joined.Where(joined => reporter.IsSound(joined.Path)))
        {
            if (Wrong(device, joined) is { } what)
            {
                reporter.Report(Rule, joined.Path, $"{joined.Name} {what}.");
            }
        }
    }

    static string? Wrong(DeviceModel device, JoinedModel joined)
    {
        RegisterModel[] parts = [.. joined.Of.Select(name => device.Find(name)!)];
        int width = parts.Sum(part => part.Width);
        if (joined.Of.Distinct().Count() != joined.Of.Count || parts.Length < 2)
        {
            return "needs at least two different registers";
        }

        if (width > 64)
        {
            return $"is {width} bits wide; the widest is 64";
        }

        if (!SameParts(joined.Of, joined.ReadOrder) || !SameParts(joined.Of, joined.WriteOrder))
        {
            return "has an order that does not name each of its registers once";
        }

        if (!parts.All(part => device.WrittenFor(part).CanWrite))
        {
            return parts.All(part => part.CanRead) ? null : "mixes registers that can only be read with ones that can only be written";
        }

        foreach (RegisterModel part in parts.Where(part => part.PreviousOf is not null))
        {
            List<string> order = [.. joined.WriteOrder];
            int first = order.IndexOf(part.FullName), last = order.IndexOf(part.PreviousOf!);
            if (last < first)
            {
                return last < 0
                    ? $"has {part.FullName} without {part.PreviousOf}[0]: only the next write makes a value the one before"
                    : $"writes {part.PreviousOf}[0] before {part.FullName}: the value before is written first";
            }
        }

        return null;
    }

    static bool SameParts(IReadOnlyList<string> of, IReadOnlyList<string> order) =>
        of.OrderBy(name => name, StringComparer.Ordinal).SequenceEqual(order.OrderBy(name => name, StringComparer.Ordinal));
}
