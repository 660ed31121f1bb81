using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No bit is in two pieces of a field.</summary>
sealed class PiecesApart : Check
{
    public override Rule Rule { get; } = new("RG2040", Severity.Error, "Pieces of a field overlap",
        "Each bit belongs to one piece: correct the list of bits.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field is { Index: 0, Pieces.Count: > 1 }))
        {
            foreach ((BitRange first, BitRange second) in Pairs(field.Pieces).Where(pair => pair.First.Low <= pair.Second.High && pair.Second.Low <= pair.First.High))
            {
                reporter.Report(Rule, $"{register.Path}/fields/{field.Declared}/bits", $"The pieces {first} and {second} of {field.Declared} share a bit.");
            }
        }
    }
}
