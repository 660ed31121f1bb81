using RegGen.Compiler.Model;
using static RegGen.Compiler.Emit.ReservedNames;

namespace RegGen.Compiler.Emit;

/// <summary>Names the enums and values of a device and their members.</summary>
static class TypeNames
{
    /// <summary>Names the enums of a library as it does itself.</summary>
    /// <returns>Its types: one of the device with the same name would hide it.</returns>
    public static IReadOnlyList<string> GiveOutside(LibraryModel library, NameScope members, GivenNames names)
    {
        var outside = new LibraryNames(library);
        members.Taking([.. outside.Types]);
        foreach (EnumModel shared in library.Enums)
        {
            names[$"enums/{shared.Name}"] = outside.Of($"enums/{shared.Name}");
        }

        return outside.Types;
    }

    /// <summary>Gives the names.</summary>
    /// <param name="device">The device.</param>
    /// <param name="members">The names of the device's own scope.</param>
    /// <param name="names">Gets the names.</param>
    public static void Give(DeviceModel device, NameScope members, GivenNames names)
    {
        foreach (EnumModel shared in device.Enums)
        {
            names.Give(members, $"enums/{shared.Name}", shared.Name, "Enum");
            OfMembers(shared, $"enums/{shared.Name}", names);
        }

        // What makes bits of named fields stands in a class of its own, and is seen by nobody.
        NameScope bits = new NameScope(ObjectMembers, RuntimeTypes, Calls).Taking(names[""]);
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Fields.Any()))
        {
            OfValue(register, members, names);
            string value = names[$"{register.Path}/value"];
            string name = value.EndsWith("Value", StringComparison.Ordinal) ? value.Substring(0, value.Length - "Value".Length) : value;
            names.Give(bits, $"{register.Path}/bits", name, "Bits", quietly: true);
        }
    }

    static void OfValue(RegisterModel register, NameScope members, GivenNames names)
    {
        // Registers of two windows may have one name; the window tells their values apart.
        string property = names[register.Path];
        string owner = members.Contains($"{property}Value") ? Routes.Spelled((register.Owner ?? "").Replace("#", "")) : "";
        names.Give(members, $"{register.Path}/value", $"{owner}{property}Value", "Struct", quietly: true);
        NameScope fields = new NameScope(ValueMembers).Taking(names[$"{register.Path}/value"]);
        foreach (FieldModel field in register.Fields)
        {
            string path = field.PathIn(register);
            names.Give(fields, path, field.Name, "Field");
            OfCompanions(register, field, path, fields, names);
            if (field is { InlineEnum: not null, Index: 0 })
            {
                string enumPath = field.EnumPathIn(register);
                string name = names.Wanted($"{register.Path}/fields/{field.Declared}", field.Declared);
                names.Give(members, enumPath, members.Contains(name) ? $"{property}{name}" : name, "Enum");
                OfMembers(field.InlineEnum, enumPath, names);
            }
        }
    }

    // What some kinds of fields have beside their property.
    static void OfCompanions(RegisterModel register, FieldModel field, string path, NameScope taken, GivenNames names)
    {
        if (field.Scale is not null || field.BcdWhen is not null)
        {
            names.Give(taken, $"{path}/raw", $"{names[path]}Raw", "Number", quietly: true);
        }

        if (field.WriteEnum is not null || field.BcdWhen is not null)
        {
            names.Give(taken, $"{path}/with", $"With{names[path]}", "Copy", quietly: true);
        }

        if (field is { Array: { } array, Index: 0 })
        {
            string whole = $"{register.Path}/fields/{array}";
            names.Give(taken, $"{whole}/array", array, "Array");
            names.Give(taken, $"{whole}/with", $"With{names[$"{whole}/array"]}", "Copy", quietly: true);
        }
    }

    static void OfMembers(EnumModel model, string path, GivenNames names)
    {
        var taken = new NameScope(ObjectMembers);
        foreach (EnumMember member in model.Members)
        {
            names.Give(taken, $"{path}/{member.Name}", member.Name, "Value");
        }
    }
}
