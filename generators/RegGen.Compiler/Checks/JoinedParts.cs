using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A joined value names each part once in each order; all parts can be read, or all written; together they are at most 64 bits wide.</summary>
sealed class JoinedParts : Check
{
    public override Rule Rule { get; } = new("RG2010", Severity.Error, "Joined value does not fit together",
        "Name the same registers in 'of', 'read' and 'write', each bit once, at most 64 together and all with the same directions.");

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
        RegisterModel[] parts = [.. joined.Registers.Select(name => device.Find(name)!)];
        int width = joined.Of.Sum(device.WidthOf);
        if (parts.FirstOrDefault(part => NamesTwice(device, joined, part)) is { } twice)
        {
            return $"names bits of {twice.Title} twice";
        }

        if (parts.Length < 2)
        {
            return "needs at least two different registers";
        }

        if (width > 64)
        {
            return $"is {width} bits wide; the widest is 64";
        }

        if (!SameParts(joined.Registers, joined.ReadOrder) || !SameParts(joined.Registers, joined.WriteOrder))
        {
            return "has an order that does not name each of its registers once";
        }

        if (!device.CanWrite(joined))
        {
            return device.CanRead(joined) ? null : "mixes registers that can only be read with ones that can only be written";
        }

        return parts.Select(part => joined.Of.Any(named => named.Register == part.FullName && named.Field is not null) ? NotChanged(joined, part) : null)
            .FirstOrDefault(what => what is not null) ?? Misordered(joined, parts);
    }

    static bool NamesTwice(DeviceModel device, JoinedModel joined, RegisterModel register)
    {
        ulong[] bits = [.. joined.Of.Where(named => named.Register == register.FullName).Select(named => device.BitsOf(named).Mask)];
        return bits.Where((own, i) => bits.Take(i).Any(other => (own & other) != 0)).Any();
    }

    // A write of some fields puts back the others as they were.
    static string? NotChanged(JoinedModel joined, RegisterModel register) => !register.CanModify
        ? $"has fields of {register.Title}, which cannot be read back to change them: add 'shadow: true' to it"
        : register.Fields.FirstOrDefault(field => field.IsNeededByModify(register) && joined.Of.All(named => named != new FieldReference(register.FullName, field.Name))) is { } needed
            ? $"has fields of {register.Title}, where nothing tells what to write into {needed.Name}"
            : null;

    static string? Misordered(JoinedModel joined, RegisterModel[] parts)
    {
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

    static bool SameParts(IEnumerable<string> of, IReadOnlyList<string> order) =>
        of.OrderBy(name => name, StringComparer.Ordinal).SequenceEqual(order.OrderBy(name => name, StringComparer.Ordinal));
}
