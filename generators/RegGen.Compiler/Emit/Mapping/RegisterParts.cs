using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What the description as data says about a register beside its name, address, width, access and fields.</summary>
sealed class RegisterParts(DeviceModel device, Names names, ConditionText conditions)
{
    public IEnumerable<string> Of(RegisterModel register)
    {
        foreach (string doc in MapText.Doc(register.Doc))
        {
            yield return doc;
        }

        if (register.Reset is { } reset)
        {
            yield return $"Reset = {CSharpText.Hex(reset, register.Width)}";
        }

        if (register.Initial is { } initial)
        {
            yield return $"Initial = {CSharpText.Hex(initial, register.Width)}";
        }

        if (register.Reserved is ReservedPolicy.Zero or ReservedPolicy.One)
        {
            yield return $"Reserved = ReservedPolicy.{register.Reserved}";
        }

        foreach (string when in conditions.When(register.When))
        {
            yield return when;
        }

        if (register.WritePlace is { } write)
        {
            string when = MapText.Join(conditions.When(write.When));
            yield return $"WritePlace = new({Address(register, write.Address)}){(when.Length > 0 ? $" {{ {when} }}" : "")}";
        }

        if (register.Overlaps.Count > 0)
        {
            yield return $"Overlaps = [{MapText.Join(register.Overlaps.Select(CSharpText.Literal))}]";
        }

        foreach (string number in conditions.Number(register.Number))
        {
            yield return number;
        }

        if (register.Transfer is { } transfer)
        {
            yield return $"Transfer = new({transfer.Port}{(transfer.HighFirst ? ", HighFirst: true" : "")})";
        }

        if (register.IsDoubled)
        {
            yield return $"Previous = \"{register.FullName}[1]\"";
        }

        if (register.Widths is { } widths)
        {
            yield return $"ReadWidths = [{MapText.Join(widths.Read.Select(width => $"{width}"))}], WriteWidths = [{MapText.Join(widths.Write.Select(width => $"{width}"))}]";
        }

        if (device.Locks.FirstOrDefault(known => known.Path == register.Lock) is { } guard)
        {
            yield return $"Lock = {CSharpText.Literal(LocksEmitter.NameOf(guard, names))}";
        }

        if (register.Recovery is { } recovery)
        {
            foreach ((string property, long nanoseconds) in new[] { ("ReadRecovery", recovery.Read), ("WriteRecovery", recovery.Write) }.Where(each => each.Item2 > 0))
            {
                yield return $"{property} = new({StepsText.Number((nanoseconds + 99) / 100)})";
            }
        }

        if (register.IsStable)
        {
            yield return "IsStable = true";
        }

        if (register.IsBigEndian)
        {
            yield return "IsBigEndian = true";
        }

        if (register.Fifo)
        {
            yield return "IsFifo = true";
        }

        foreach (string danger in FieldParts.DangerOf(register.Danger))
        {
            yield return danger;
        }

        if (register.Exact)
        {
            yield return "IsExact = true";
        }
    }

    public static string Address(RegisterModel register, int address) => register.Window is null ? $"{address}" : CSharpText.Hex((uint)address, 8);
}
