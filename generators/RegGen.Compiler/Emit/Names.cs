using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>A C# name that had to differ from the description's.</summary>
/// <param name="Path">The part of the model.</param>
/// <param name="Wanted">The name that was taken.</param>
/// <param name="Given">The name that it has instead.</param>
sealed record Renaming(string Path, string Wanted, string Given);

/// <summary>
/// The C# names of a device. A name that is taken gets the suffix of its kind (Register, Field, Enum, ...), then a number. Names are given
/// in a fixed order: what the runtime needs, registers, joined values, windows, types; so a type gives way to a register, never the reverse.
/// </summary>
sealed class Names
{
    public static readonly string[] ObjectMembers = ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    static readonly string[] RuntimeTypes =
    [
        "PortBus", "PortDevice", "PortClaim", "PortBackend", "PortWidth", "PortAccessException", "Register", "ReadOnlyRegister", "WriteOnlyRegister",
        "ShadowedRegister", "SplitRegister", "NumberRegister", "ReadOnlyNumberRegister", "WriteOnlyNumberRegister", "NumberFifo", "ReadOnlyNumberFifo", "WriteOnlyNumberFifo", "NumberCode", "NumberRoute", "DangerousNumber", "DangerousNumberFifo", "DangerousNumbers", "DoubledRegister", "WriteOnlyDoubledRegister",
        "OneShotMap", "FieldBits", "RegisterFields", "FieldValue", "IRegisterValue", "DeviceMap", "RegisterMap", "FieldMap", "NumberKind",
        "WindowMap", "WindowParameter", "SelectionMap", "JoinedMap", "EnumMap",
        "Condition", "Access", "ReadEffect", "WriteEffect", "ReservedPolicy", "Selector", "BankRoute", "WindowRoute", "ShadowRoute", "JoinedRoute", "JoinedPart",
        "PairRoute", "BankEnd", "ArrayOf", "Spacing", "IArrayElement", "MapElements", "PlaceMap",
        "PortRegion", "RegionBase", "FixedBase", "SelectedBase", "ReadBase", "RegionMap", "DataPort", "Increment", "WindowDoor", "WindowScope",
        "PciPlace", "PciScan", "PciFilter", "Span", "ReadOnlySpan", "Route",
        "TransferRoute", "Identification", "IdentityMap", "NotNullWhen", "NotNullWhenAttribute", "Func", "RecoveryRoute", "StableRoute", "TimeoutException", "BigEndianRoute", "TransferMap", "Fifo", "ReadOnlyFifo", "WriteOnlyFifo", "Sequence", "StepList", "StepValue", "StepTerm", "StepPlace", "StepTest",
        "WriteStep", "ModifyStep",
        "ReadStep", "ReadBlockStep", "PollStep", "DelayStep",
        "UnlockedRoute", "LockMap", "KeyMap", "Danger", "Dangerous", "DangerousRegisters", "DangerMap", "IWrittenRegister",
        "CallStep", "SteppedRoute", "TimeSpan", "MethodImpl", "MethodImplAttribute", "MethodImplOptions", "AggressiveInlining", "RegGen", "System",
    ];

    static readonly string[] DeviceMembers =
    [
        .. ObjectMembers, "Bus", "BasePort", "Dispose", "Map", "Claim", "WidestClaim", "FindRegion", "Locate", "Open", "Bases", "Routes", "Spacings", "Sequences",
        "Description",
    ];

    static readonly string[] BlockMembers = [.. ObjectMembers, "Routes", "Spacings", "Sequences"];

    static readonly string[] ValueMembers =
    [
        .. ObjectMembers, "Raw", "Reset", "Inert", "Preserved", "Map", "PrintMembers", "Deconstruct", "Register", "Timeout", "Cancellation",
        "FieldBits", "FieldValue", "Mask", "Bits", "Danger",
    ];

    static readonly string[] WindowMembers = ["ReadRaw", "WriteRaw", "ReadRaw8", "ReadRaw16", "ReadRaw32", "WriteRaw8", "WriteRaw16", "WriteRaw32", "ReadAll", "Size", "Routes", "Spacings", "Enter", "Dispose"];

    static readonly string[] Calls = ["Write", "Modify", "WaitUntil", "TryWaitUntil"];

    /// <summary>Names that a type beside the devices cannot have: generated code needs them for others.</summary>
    public static IEnumerable<string> Reserved => RuntimeTypes;

    readonly HashSet<string> _outside = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<string>> _inside = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    readonly List<Renaming> _renamings = [];

    public Names(DeviceModel device)
    {
        foreach (RenamedPart part in device.Renamed)
        {
            _given[part.Path] = part.Name;
        }

        string[] identity = device.Identity is null ? [] : ["TryOpen", "Identify", "Probe", "Identity"];
        Device = Take([.. RuntimeTypes, .. DeviceMembers, .. Calls], "", Wanted("", device.Name), "Device");
        HashSet<string> members = [.. DeviceMembers, .. identity, .. RuntimeTypes, Device];
        NameRegisters(device.Registers.Where(register => register.Owner is null), members);
        NameJoined(device, null, members);
        foreach (RegionModel region in device.Regions)
        {
            Give(members, region.Path, region.Name, "Region");
        }

        foreach (WindowModel window in device.Windows.Where(window => window.Owner is null))
        {
            Give(members, window.Path, window.Name, "Window");
        }

        _inside[""] = members;
        NameBlocks(device, device.Blocks.Where(block => block is { Region: null, Window: null }), members);
        NameCalls(device, null, members);

        NameRegions(device, members);
        NameWindows(device, members);

        NameTypes(device, members);
        NameBits(device);
        HashSet<string> bases = [.. ObjectMembers, "Bases"];
        foreach (BaseModel known in device.Bases)
        {
            Give(bases, $"bases/{known.Name}", known.Name, "Base");
        }
    }

    /// <summary>Name of the device's class.</summary>
    public string Device { get; }

    /// <summary>A type of the device, or an enum of a library, as code beside the device names it.</summary>
    public string FromOutside(string type) => _outside.Contains(type) ? type : $"{Device}.{type}";

    /// <summary>The types that stand in the namespace.</summary>
    public IEnumerable<string> TypesOutside => [Device, $"{Device}Fields"];

    /// <summary>Names that differ from the description's because those were taken.</summary>
    public IReadOnlyList<Renaming> Renamings => _renamings;

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
    public string? EnumOf(FieldModel field, RegisterModel register) =>
        field.InlineEnum is not null ? _names[field.EnumPathIn(register)] : field.Enum is null ? null : _names[$"enums/{field.Enum}"];

    /// <summary>The enum of what is written into a field, if it is another one than that of what is read.</summary>
    public string? WriteEnumOf(FieldModel field) => field.WriteEnum is null ? null : _names[$"enums/{field.WriteEnum}"];

    // The value before the last one of a doubled register is reached over that register's name.
    void NameRegisters(IEnumerable<RegisterModel> registers, HashSet<string> taken)
    {
        foreach (RegisterModel register in registers.Where(register => register.PreviousOf is null))
        {
            Give(taken, register.Path, register.Name, "Register");
            foreach (int width in register.Widths?.Narrower(register.Width) ?? [])
            {
                Give(taken, WidthsModel.PathOf(register, width), $"{Of(register)}{width}", "Bits", quietly: true);
            }
        }
    }

    // Each block is a scope of its own; its struct has a name that no other has.
    void NameBlocks(DeviceModel device, IEnumerable<BlockModel> blocks, HashSet<string> members)
    {
        foreach (BlockModel block in blocks)
        {
            Give(_inside[block.Owner ?? ""], block.Path, block.Name, "Block");
            Give(members, $"{block.Path}/struct", $"{Of(block.Path)}Block", "Struct", quietly: true);
            HashSet<string> inside = [.. BlockMembers, .. RuntimeTypes, Of($"{block.Path}/struct")];
            _inside[block.FullName] = inside;
            NameRegisters(device.Index.RegistersIn[block.FullName], inside);
            NameJoined(device, block.FullName, inside);
            NameWindowsIn(device, block.FullName, inside);
            NameCalls(device, block.FullName, inside);
        }
    }

    void NameJoined(DeviceModel device, string? owner, HashSet<string> inside)
    {
        foreach (JoinedModel joined in device.Joined.Where(joined => joined.Owner == owner))
        {
            Give(inside, joined.Path, joined.Name, "Joined");
        }
    }

    void NameWindowsIn(DeviceModel device, string owner, HashSet<string> inside)
    {
        foreach (WindowModel window in device.Index.WindowsIn[owner])
        {
            Give(inside, window.Path, window.Name, "Window");
        }
    }

    // What unlocks, and what sequences do.
    void NameCalls(DeviceModel device, string? owner, HashSet<string> inside)
    {
        foreach (LockModel known in device.Locks.Where(known => known.Owner == owner))
        {
            Give(inside, $"{known.Path}/unlock", $"Unlock{CSharpText.Pascal(known.Name)}", "Lock");
        }

        foreach (SequenceModel sequence in device.Sequences.Where(sequence => sequence.Owner == owner))
        {
            NameSequence(sequence, inside);
        }
    }

    /// <summary>Where the elements of an array begin: the name of the list.</summary>
    public static string SpacingOf(string path) => Routes.Spelled(string.Join(".", path.Split('/').Where((_, i) => i % 2 == 1)));

    void NameRegions(DeviceModel device, HashSet<string> members)
    {
        foreach (RegionModel region in device.Regions)
        {
            Give(members, $"{region.Path}/struct", $"{Of(region.Path)}Region", "Struct");
            HashSet<string> inside = [.. ObjectMembers, .. RuntimeTypes, "FindBase", "Routes", "Spacings", StructOf(region)];
            _inside[region.Name] = inside;
            NameRegisters(device.Index.RegistersIn[region.Name], inside);
            NameWindowsIn(device, region.Name, inside);
            NameBlocks(device, device.Blocks.Where(block => block.Region == region.Name && block.Window is null), members);
        }
    }

    void NameWindows(DeviceModel device, HashSet<string> members)
    {
        foreach (WindowModel window in device.Windows)
        {
            string owner = window.Owner is null ? "" : window.Owner == window.Region ? Of($"regions/{window.Region}") : Routes.Spelled(window.Owner.Replace("#", ""));
            Give(members, $"{window.Path}/struct", $"{owner}{Of(window.Path)}Window", "Struct");
            Give(members, $"{window.Path}/scope", $"{owner}{Of(window.Path)}Scope", "Struct");
            HashSet<string> parameters = [];
            foreach (WindowParameterModel parameter in window.Parameters)
            {
                string path = $"{window.Path}/parameters/{parameter.Name}";
                Give(parameters, path, parameter.Name, "Parameter");
                _names[path] = CSharpText.Parameter(_names[path]);
            }

            HashSet<string> behind = [.. ObjectMembers, .. RuntimeTypes, .. WindowMembers, StructOf(window), ScopeOf(window)];
            _inside[window.FullName] = behind;
            NameRegisters(device.Index.RegistersIn[window.FullName], behind);
            NameBlocks(device, device.Blocks.Where(block => block.Window == window.FullName), members);
        }
    }

    void NameSequence(SequenceModel sequence, HashSet<string> members)
    {
        Give(members, sequence.Path, sequence.Name, "Sequence");
        HashSet<string> parameters = ["Found", "Danger"];
        foreach (ParameterModel parameter in sequence.Parameters)
        {
            string path = $"{sequence.Path}/parameters/{parameter.Name}";
            Give(parameters, path, parameter.Name, "Parameter");
            _names[path] = CSharpText.Parameter(_names[path]);
        }

        HashSet<string> results = [.. ObjectMembers, "PrintMembers", "Deconstruct"];
        foreach (ReadStepModel result in sequence.Steps.Results)
        {
            Give(results, $"{sequence.Path}/results/{result.Variable}", result.Variable!, "Result");
        }

        if (sequence.Steps.Results.Count() > 1)
        {
            string name = $"{Of(sequence.Path)}Result";
            Give(members, $"{sequence.Path}/result", results.Contains(name) ? $"{name}s" : name, "Struct", quietly: true);
        }
    }

    void NameTypes(DeviceModel device, HashSet<string> members)
    {
        // A type of the device would hide one beside it.
        foreach (LibraryModel library in device.Libraries)
        {
            var outside = new LibraryNames(library);
            members.UnionWith(outside.Types);
            _outside.UnionWith(outside.Types);
            foreach (EnumModel shared in library.Enums)
            {
                _names[$"enums/{shared.Name}"] = outside.Of($"enums/{shared.Name}");
            }
        }

        foreach (EnumModel shared in device.Enums)
        {
            Give(members, $"enums/{shared.Name}", shared.Name, "Enum");
            NameMembers(shared, $"enums/{shared.Name}");
        }

        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Fields.Count > 0))
        {
            // Registers of two windows may have one name; the window tells their values apart.
            string owner = members.Contains($"{Of(register)}Value") ? Routes.Spelled((register.Owner ?? "").Replace("#", "")) : "";
            Give(members, $"{register.Path}/value", $"{owner}{Of(register)}Value", "Struct", quietly: true);
            HashSet<string> fields = [.. ValueMembers, _names[$"{register.Path}/value"]];
            foreach (FieldModel field in register.Fields)
            {
                Give(fields, field.PathIn(register), field.Name, "Field");
                NameCompanions(fields, register, field);
                if (field is { InlineEnum: not null, Index: 0 })
                {
                    string path = field.EnumPathIn(register);
                    string name = Wanted($"{register.Path}/fields/{field.Declared}", field.Declared);
                    Give(members, path, members.Contains(name) ? $"{Of(register)}{name}" : name, "Enum");
                    NameMembers(field.InlineEnum, path);
                }
            }
        }
    }

    // What some kinds of fields have beside their property.
    void NameCompanions(HashSet<string> taken, RegisterModel register, FieldModel field)
    {
        if (field.Scale is not null || field.BcdWhen is not null)
        {
            Give(taken, $"{field.PathIn(register)}/raw", $"{Of(field, register)}Raw", "Number", quietly: true);
        }

        if (field.WriteEnum is not null || field.BcdWhen is not null)
        {
            Give(taken, $"{field.PathIn(register)}/with", $"With{Of(field, register)}", "Copy", quietly: true);
        }

        if (field is { Array: { } array, Index: 0 })
        {
            Give(taken, $"{register.Path}/fields/{array}/array", array, "Array");
            Give(taken, $"{register.Path}/fields/{array}/with", $"With{Of($"{register.Path}/fields/{array}/array")}", "Copy", quietly: true);
        }
    }

    // In a class of their own, and seen by nobody.
    void NameBits(DeviceModel device)
    {
        HashSet<string> taken = [.. ObjectMembers, .. RuntimeTypes, .. Calls, Device];
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Fields.Count > 0))
        {
            string value = ValueOf(register);
            string name = value.EndsWith("Value", StringComparison.Ordinal) ? value.Substring(0, value.Length - "Value".Length) : value;
            Give(taken, $"{register.Path}/bits", name, "Bits", quietly: true);
        }
    }

    void NameMembers(EnumModel names, string path)
    {
        HashSet<string> taken = [.. ObjectMembers];
        foreach (EnumMember member in names.Members)
        {
            Give(taken, $"{path}/{member.Name}", member.Name, "Value");
        }
    }

    void Give(HashSet<string> taken, string path, string name, string suffix, bool quietly = false)
    {
        int before = _renamings.Count;
        _names[path] = Take(taken, path, Wanted(path, name), suffix);
        if (quietly && _renamings.Count > before)
        {
            _renamings.RemoveAt(before);
        }
    }

    string Wanted(string path, string name) => _given.TryGetValue(path, out string? given) ? given : CSharpText.Pascal(name);

    string Take(HashSet<string> taken, string path, string wanted, string suffix)
    {
        string given = wanted;
        for (int i = 1; !taken.Add(given); i++)
        {
            given = i == 1 ? wanted + suffix : wanted + suffix + i;
        }

        if (given != wanted)
        {
            _renamings.Add(new Renaming(path, wanted, given));
        }

        return given;
    }
}
