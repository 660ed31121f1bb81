using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>An enum of a device, where it is declared, and the widest field that uses it.</summary>
sealed record EnumUse(EnumModel Model, string Path, int Width, string Doc)
{
    static readonly int[] Widths = [8, 16, 32, 64];

    /// <summary>The shared enums, then those of single fields.</summary>
    public static IEnumerable<EnumUse> Of(DeviceModel device)
    {
        foreach (EnumModel shared in device.Enums)
        {
            int width = device.AllRegisters.SelectMany(register => register.Fields)
                .Where(field => field.Enum == shared.Name || field.WriteEnum == shared.Name).Select(field => field.Width).DefaultIfEmpty(WidthOf(shared)).Max();
            yield return new EnumUse(shared, $"enums/{shared.Name}", width, $"Values of {shared.Name}.");
        }

        foreach (RegisterModel register in device.AllRegisters)
        {
            foreach (FieldModel field in register.Fields.Where(field => field is { InlineEnum: not null, Index: 0 }))
            {
                yield return new EnumUse(field.InlineEnum!, field.EnumPathIn(register), field.Width, $"Values of {register.FullName}.{field.Declared}.");
            }
        }
    }

    // Where no field uses it, its values tell.
    static int WidthOf(EnumModel shared) => Widths.First(width => shared.Members.All(member => (ulong)member.Value >> (width - 1) >> 1 == 0));
}
