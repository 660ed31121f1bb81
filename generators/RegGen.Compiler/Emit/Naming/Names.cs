using System.Runtime.CompilerServices;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>
/// The C# names of a device. Names are given in a fixed order: what the runtime needs, registers, joined values, windows, types; so a type
/// gives way to a register, never the reverse.
/// </summary>
sealed class Names
{
    // The check of names, the check of several devices and the emitter ask for the names of the same model.
    static readonly ConditionalWeakTable<DeviceModel, Names> s_known = new();

    readonly HashSet<string> _outside = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);
    readonly GivenNames _names;
    readonly int _fieldsClasses;

    Names(DeviceModel device)
    {
        _fieldsClasses = FieldsEmitter.ClassesOf(device);
        _names = new GivenNames(device.Renamed, device.AllRegisters.Sum(register => 3 + register.Fields.Count));
        _names.Give(new(ReservedNames.RuntimeTypes, ReservedNames.DeviceMembers, ReservedNames.Calls), "", device.Name, "Device");
        NameScope members = MemberNames.Give(device, _names);
        foreach (LibraryModel library in device.Libraries)
        {
            _outside.UnionWith(TypeNames.GiveOutside(library, members, _names));
            foreach (EnumModel shared in library.Enums)
            {
                _bits[$"enums/{shared.Name}"] = LibraryEmitter.WidthOf(shared);
            }
        }

        foreach (EnumUse use in EnumUse.Of(device))
        {
            _bits[use.Path] = CSharpText.IntegerBits(use.Width);
        }

        TypeNames.Give(device, members, _names);
    }

    public static Names Of(DeviceModel device) => s_known.GetValue(device, each => new Names(each));

    /// <summary>Name of the device's class.</summary>
    public string Device => _names[""];

    /// <summary>A type of the device, or an enum of a library, as code beside the device names it.</summary>
    public string FromOutside(string type) => _outside.Contains(type) ? type : $"{Device}.{type}";

    /// <summary>The types that stand in the namespace.</summary>
    public IEnumerable<string> TypesOutside => Enumerable.Range(0, _fieldsClasses).Select(FieldsClass).Prepend(Device);

    /// <summary>A class with the calls by field: the first, and further ones of a large device.</summary>
    public string FieldsClass(int number) => $"{Device}Fields{(number == 0 ? "" : $"{number + 1}")}";

    /// <summary>Names that differ from the description's because those were taken.</summary>
    public IReadOnlyList<Renaming> Renamings => _names.Renamings;

    /// <summary>The property of a register, joined value, window, field, enum name or base.</summary>
    public string Of(string path) => _names[path];

    public string Of(RegisterModel register) => _names[register.Path];

    public string Of(FieldModel field, RegisterModel register) => _names[field.PathIn(register)];

    /// <summary>The value struct of a register, or the integer that stands for it if it has no fields.</summary>
    public string ValueOf(RegisterModel register) =>
        register.Fields.Count == 0 ? CSharpText.Integer(register.Width) : _names[$"{register.Path}/value"];

    /// <summary>The function that turns named fields into bits, for writing and for reading.</summary>
    public string BitsOf(RegisterModel register) => _names[$"{register.Path}/bits"];

    /// <summary>The struct of a region.</summary>
    public string StructOf(RegionModel region) => _names[$"{region.Path}/struct"];

    /// <summary>The field with the ports of a region whose base stands still.</summary>
    public string PortsOf(RegionModel region) => CSharpText.Field(Of(region.Path));

    /// <summary>The parameter with the first port of a region that PCI places.</summary>
    public string ParameterOf(RegionModel region) => CSharpText.Parameter($"{Of(region.Path)}Port");

    /// <summary>The scope of a window.</summary>
    public string ScopeOf(WindowModel window) => _names[$"{window.Path}/scope"];

    /// <summary>The struct of a window.</summary>
    public string StructOf(WindowModel window) => _names[$"{window.Path}/struct"];

    /// <summary>The enum of a field, or null if it has none.</summary>
    public EnumType? EnumOf(FieldModel field, RegisterModel register) =>
        field.InlineEnum is not null ? Type(field.EnumPathIn(register)) : field.Enum is null ? null : EnumOf(field.Enum);

    /// <summary>The enum of what is written into a field, if it is another one than that of what is read.</summary>
    public EnumType? WriteEnumOf(FieldModel field) => field.WriteEnum is null ? null : EnumOf(field.WriteEnum);

    /// <summary>A shared enum.</summary>
    public EnumType EnumOf(string shared) => Type($"enums/{shared}");

    /// <summary>Where the elements of an array begin: the name of the list.</summary>
    public static string SpacingOf(string path) => Routes.Spelled(string.Join(".", path.Split('/').Where((_, i) => i % 2 == 1)));

    EnumType Type(string path) => new(_names[path], _bits[path]);
}
