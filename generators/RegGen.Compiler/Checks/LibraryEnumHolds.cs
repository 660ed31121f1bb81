using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A value without a name stays representable: the integer behind a library's enum holds every value of the field.</summary>
sealed class LibraryEnumHolds : Check
{
    public override Rule Rule { get; } = new("RG3114", Severity.Error, "Field wider than the enum of a library",
        "Declare the enum in the device: there it is as wide as its fields.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => device.IsOfLibrary(each.Field.Enum)))
        {
            int width = device.FindEnum(field.Enum!) is { } shared ? LibraryEmitter.WidthOf(shared) : field.Width;
            if (width < field.Width)
            {
                reporter.Report(Rule, $"{field.PathIn(register)}/enum",
                    $"{register.FullName}.{field.Name} has {field.Width} bits, but {field.Enum} comes to an integer of {width}.");
            }
        }
    }
}
