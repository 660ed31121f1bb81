using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No bit belongs to two fields that are read, nor to two that are written.</summary>
sealed class FieldsApart : Check
{
    public override Rule Rule { get; } = new("RG2002", Severity.Error, "Fields overlap",
        "Each bit belongs to one field: correct the bits of one of the two.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in device.AllRegisters.Where(SharesBits))
        {
            FieldModel[] fields = [.. register.Fields.Where(field => field.High < 64 && reporter.IsSound(field.PathIn(register)))];
            foreach ((FieldModel first, FieldModel second) in Pairs(fields).Where(pair => Collide(pair.First, pair.Second)))
            {
                reporter.Report(Rule, $"{second.PathIn(register)}/bits",
                    $"{second.Name} and {first.Name} ({reporter.LineOf(first.PathIn(register))}) share {BitsOf(first.Mask & second.Mask)} of {register.FullName}.",
                    reporter.At($"{first.PathIn(register)}/bits", $"{first.Name} stands here."));
            }
        }
    }

    static bool SharesBits(RegisterModel register)
    {
        ulong taken = 0;
        foreach (FieldModel field in register.Fields)
        {
            if ((taken & field.Mask) != 0)
            {
                return true;
            }

            taken |= field.Mask;
        }

        return false;
    }

    // A field that is only read and one that is only written may share bits, as registers may share a port.
    static bool Collide(FieldModel a, FieldModel b) => (a.Mask & b.Mask) != 0
        && ((a.Access.CanRead && b.Access.CanRead) || (a.Access.CanWrite && b.Access.CanWrite));

    static string BitsOf(ulong shared)
    {
        int[] bits = [.. Enumerable.Range(0, 64).Where(bit => (shared >> bit & 1) != 0)];
        return bits.Length == 1 ? $"bit {bits[0]}" : $"bits {bits[bits.Length - 1]}..{bits[0]}";
    }
}
