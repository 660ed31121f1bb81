using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What the documentation of a member says: where a register is and when, what its bits mean, what a write does beside.</summary>
static class MemberDocs
{
    /// <summary>What is said of a value that is read until two reads agree.</summary>
    public const string Twice = " Read until two reads agree; a <see cref=\"TimeoutException\"/> if they never do.";

    /// <summary>A text that names parts of the device, as it is written in a block: without the name of that.</summary>
    public static string Inside(string? owner, string text) => (owner is null ? text : text.Replace($"{owner}.", "")).Replace("[#]", "");

    /// <summary>What its bits mean as a number; nothing if they are just bits.</summary>
    public static string MeaningOf(DeviceModel device, FieldModel? number)
    {
        if (number is null)
        {
            return "";
        }

        string kind = number.Kind switch { NumberKind.TwosComplement => "A signed number", NumberKind.Bcd => "A number in decimal digits", _ => "A number" };
        string digits = number.BcdWhen is { } when ? $", in decimal digits while {CSharpText.Xml(When(device, when))}" : "";
        return $" {kind}{digits}{(number.Unit.Length > 0 ? $", in {CSharpText.Xml(number.Unit)}" : "")}.";
    }

    public static string Of(DeviceModel device, RegisterModel register)
    {
        // What a write enables is said behind.
        string place = Place(device, register, register.Address, register.When == register.WriteEnable ? null : register.When);
        if (register is { WritePlace: { } write, WriteEnable: null })
        {
            place = $"read at {place}, written at {Place(device, register, write.Address, write.When)}";
        }

        string reset = register.Reset is { } value ? $", reset {CSharpText.Hex(value, register.Width)}" : register.ResetIsUnknown ? ", reset unknown" : "";
        string doc = register.Doc.TrimEnd('.');
        string recovery = register.Recovery is { } time ? $", recovery {time}" : "";
        string order = register.IsBigEndian ? ", big-endian" : "";
        string danger = register is { Danger: { } known, CanWrite: true } ? $" {known.Sentence}" : "";
        string what = $"{register.Name}{(doc.Length > 0 ? $": {doc}" : "")} ({place}, {register.Width} bits{order}, {register.Access}{reset}{recovery}).{Guards(device, register)}{danger}";
        return CSharpText.Xml(what) + (register.IsStable ? Twice : "");
    }

    static string Guards(DeviceModel device, RegisterModel register) =>
        $"{(register is { WriteEnable: { } enable, CanWrite: true } ? $" A write sees to {When(device, enable)}." : "")}{(register.Lock is null ? "" : " A write unlocks it first.")}";

    static string Place(DeviceModel device, RegisterModel register, int address, ConditionModel? when) =>
        $"{(register.Window is null ? $"base {(register.Region is null ? "" : $"of {register.Region} ")}+ {address}" : $"index 0x{address:X2}")}{(when is null ? "" : $" when {When(device, when)}")}";

    /// <summary>A condition, with the names of values where they have any.</summary>
    public static string When(DeviceModel device, ConditionModel when) =>
        string.Join(" && ", when.Terms.Select(term => Term(device, term)).Concat(when.Banks)).Replace("[#]", "");

    static string Term(DeviceModel device, TermModel term)
    {
        EnumModel? codes = device.EnumOf(device.Find(term.Field.Register)?.Find(term.Field.Field ?? ""));
        string[] values = [.. term.Values.Select(value => codes?.Members.FirstOrDefault(member => member.Value == value)?.Name ?? $"{value}")];
        return values.Length == 1
            ? $"{term.Field} {(term.Except ? "!=" : "==")} {values[0]}"
            : $"{term.Field} {(term.Except ? "not in" : "in")} [{string.Join(", ", values)}]";
    }
}
