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
    public static string MeaningOf(FieldModel? number)
    {
        if (number is null)
        {
            return "";
        }

        string kind = number.Kind switch { NumberKind.TwosComplement => "A signed number", NumberKind.Bcd => "A number in decimal digits", _ => "A number" };
        string digits = number.BcdWhen is { } when ? $", in decimal digits while {CSharpText.Xml(when.ToString().Replace("[#]", ""))}" : "";
        return $" {kind}{digits}{(number.Unit.Length > 0 ? $", in {CSharpText.Xml(number.Unit)}" : "")}.";
    }

    public static string Of(RegisterModel register)
    {
        // What a write enables is said behind.
        string place = Place(register, register.Address, register.When == register.WriteEnable ? null : register.When);
        if (register is { WritePlace: { } write, WriteEnable: null })
        {
            place = $"read at {place}, written at {Place(register, write.Address, write.When)}";
        }

        string reset = register.Reset is { } value ? $", reset {CSharpText.Hex(value, register.Width)}" : register.ResetIsUnknown ? ", reset unknown" : "";
        string doc = register.Doc.TrimEnd('.');
        string recovery = register.Recovery is { } time ? $", recovery {time}" : "";
        string order = register.IsBigEndian ? ", big-endian" : "";
        string danger = register is { Danger: { } known, CanWrite: true } ? $" {known.Sentence}" : "";
        string what = $"{register.Name}{(doc.Length > 0 ? $": {doc}" : "")} ({place}, {register.Width} bits{order}, {register.Access}{reset}{recovery}).{Guards(register)}{danger}";
        return CSharpText.Xml(what) + (register.IsStable ? Twice : "");
    }

    static string Guards(RegisterModel register) =>
        $"{(register is { WriteEnable: { } enable, CanWrite: true } ? $" A write sees to {enable.ToString().Replace("[#]", "")}." : "")}{(register.Lock is null ? "" : " A write unlocks it first.")}";

    static string Place(RegisterModel register, int address, ConditionModel? when) =>
        $"{(register.Window is null ? $"base {(register.Region is null ? "" : $"of {register.Region} ")}+ {address}" : $"index 0x{address:X2}")}{(when is null ? "" : $" when {when}".Replace("[#]", ""))}";
}
