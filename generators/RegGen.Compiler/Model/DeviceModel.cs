using System.Runtime.CompilerServices;

namespace RegGen.Compiler.Model;

// The law of this folder: what a description says and nothing else. Immutable, equal by value, no positions, no Roslyn. A comment
// moved in a description leaves its model equal, so that nothing is emitted again. Where something stands is the source map's business.

/// <summary>One description: one device.</summary>
sealed record DeviceModel
{
    // Beside the record, not in it: what follows from its parts takes no part in comparing it, and a changed copy has its own.
    static readonly ConditionalWeakTable<DeviceModel, DeviceIndex> Indexes = new();

    public required string Name { get; init; }

    public required string FileName { get; init; }

    public string Doc { get; init; } = "";

    public MetaModel Meta { get; init; } = MetaModel.None;

    public string Source => Meta.Source;

    /// <summary>The libraries that it uses.</summary>
    public EquatableArray<LibraryModel> Libraries { get; init; }

    /// <summary>Parts with a C# name of their own.</summary>
    public EquatableArray<RenamedPart> Renamed { get; init; }

    /// <summary>Ports from the base.</summary>
    public int Size { get; init; }

    public EquatableArray<BaseModel> Bases { get; init; }

    /// <summary>How it is found at run time, or null.</summary>
    public LocateModel? Locate { get; init; }

    /// <summary>How it is recognized, or null.</summary>
    public IdentityModel? Identity { get; init; }

    public EquatableArray<EnumModel> Enums { get; init; }

    public EquatableArray<BankModel> Banks { get; init; }

    /// <summary>Registers at ports of the device, in the order of the file.</summary>
    public EquatableArray<RegisterModel> Registers { get; init; }

    /// <summary>Blocks, an outer one before the ones in it. Their registers are among those of the device, region or window that they stand in.</summary>
    public EquatableArray<BlockModel> Blocks { get; init; }

    /// <summary>Banks that steps select for one access.</summary>
    public EquatableArray<OneShotModel> OneShots { get; init; }

    /// <summary>Parts with a base of their own.</summary>
    public EquatableArray<RegionModel> Regions { get; init; }

    /// <summary>Windows, each behind those that it may lie in.</summary>
    public EquatableArray<WindowModel> Windows { get; init; }

    /// <summary>What locks writes.</summary>
    public EquatableArray<LockModel> Locks { get; init; }

    public EquatableArray<JoinedModel> Joined { get; init; }

    public EquatableArray<SequenceModel> Sequences { get; init; }

    /// <summary>Registers of the device, of its regions and of its windows.</summary>
    public IEnumerable<RegisterModel> AllRegisters =>
        Registers.Concat(Regions.SelectMany(region => region.Registers)).Concat(Windows.SelectMany(window => window.Registers));

    /// <summary>The device with each of its registers changed.</summary>
    public DeviceModel Each(Func<RegisterModel, RegisterModel> change) => this with
    {
        Registers = Registers.Select(change).ToEquatable(),
        Regions = Regions.Select(region => region with { Registers = region.Registers.Select(change).ToEquatable() }).ToEquatable(),
        Windows = Windows.Select(window => window with { Registers = window.Registers.Select(change).ToEquatable() }).ToEquatable(),
    };

    /// <summary>The elements of a register; itself, if it is no array and in none.</summary>
    public IEnumerable<RegisterModel> ElementsOf(RegisterModel register) => Elements.Of(this, register);

    /// <summary>Its parts by name.</summary>
    public DeviceIndex Index => Indexes.GetValue(this, device => new DeviceIndex(device));

    /// <summary>All windows, each as often as it is there.</summary>
    public IEnumerable<WindowModel> EachWindow => Windows.SelectMany(window => Elements.LabelsIn(this, window.Owner).Select(labels => Elements.Filled(window, labels)));

    /// <summary>All joined values, each as often as it is there.</summary>
    public IEnumerable<JoinedModel> EachJoined => Joined.SelectMany(ElementsOf);

    /// <summary>All locks, each as often as it is there.</summary>
    public IEnumerable<LockModel> EachLock => Locks.SelectMany(known => Elements.LabelsIn(this, known.Owner).Select(labels => Elements.Filled(known, labels)));

    public IEnumerable<JoinedModel> ElementsOf(JoinedModel joined) => Elements.LabelsIn(this, joined.Owner).Select(labels => Elements.Filled(joined, labels));

    public IEnumerable<SequenceModel> ElementsOf(SequenceModel sequence) => Elements.LabelsIn(this, sequence.Owner).Select(labels => Elements.Filled(sequence, labels));

    public RegisterModel? Find(string name) => Index.Register(name);

    /// <summary>The largest value of a field, or of a whole register.</summary>
    public ulong LargestOf(FieldReference reference) => Find(reference.Register) is not { } register
        ? ulong.MaxValue
        : register.Find(reference.Field ?? "")?.Largest ?? register.Mask;

    /// <summary>The register that is written to reach another: the one before the last value of a doubled register is written by writing that.</summary>
    public RegisterModel WrittenFor(RegisterModel register) => register.PreviousOf is { } doubled ? Find(doubled)! : register;

    /// <summary>Whether all parts of a joined value can be read.</summary>
    public bool CanRead(JoinedModel joined) => joined.Of.All(part => Find(part.Register) is { CanRead: true } register && register.Find(part.Field ?? "") is not { Access.CanRead: false });

    /// <summary>Whether all parts of a joined value can be written.</summary>
    public bool CanWrite(JoinedModel joined) => joined.Of.All(part => Find(part.Register) is { } register
        && (part.Field is null ? WrittenFor(register).CanWrite : register.CanWrite && register.Find(part.Field) is { IsChosen: true }));

    public JoinedModel? FindJoined(string name) => Index.Joined(name);

    /// <summary>Numbers of whole registers and joined values, with where each is described.</summary>
    public IEnumerable<(FieldModel Number, string Path)> Numbers =>
        AllRegisters.Where(register => register.Number is not null).Select(register => (register.Number!, register.Path))
            .Concat(Joined.Where(joined => joined.Number is not null).Select(joined => (joined.Number!, joined.Path)));

    public EnumModel? FindEnum(string? name) => string.IsNullOrEmpty(name) ? null
        : Enums.FirstOrDefault(known => known.Name == name) ?? Libraries.SelectMany(library => library.Enums).FirstOrDefault(known => known.Name == name);

    /// <summary>The names of what is read from a field, or null if it has none.</summary>
    public EnumModel? EnumOf(FieldModel? field) => field?.InlineEnum ?? FindEnum(field?.Enum);

    /// <summary>Its own shared enums, then those of its libraries; its own hide the others.</summary>
    public IEnumerable<EnumModel> AllEnums => Enums.Concat(Libraries.SelectMany(library => library.Enums));

    /// <summary>Whether an enum stands beside the device rather than in it.</summary>
    public bool IsOfLibrary(string? name) => name is not null && Enums.All(known => known.Name != name);

    /// <summary>Bits of a field, a register or a joined value.</summary>
    public int WidthOf(FieldReference reference) => Find(reference.Register) is { } register
        ? register.Find(reference.Field ?? "")?.Width ?? register.Width
        : FindJoined(reference.Register)?.Of.Sum(part => Find(part.Register) is null ? 0 : WidthOf(part)) ?? 0;

    public OneShotModel FindOneShot(string name) => Index.OneShot(name)!;

    public SequenceModel? FindSequence(string name) => Index.Sequence(name);

    /// <summary>The bank that a field chooses, or null; one in an array of blocks is that of each element.</summary>
    public BankModel? FindBank(FieldReference field) => Banks.FirstOrDefault(known => known.Select == field)
        ?? (Find(field.Register) is { Labels.Count: > 0 } element ? Banks.FirstOrDefault(known => known.Select.Field == field.Field && Elements.Filled(known.Select.Register, element.Labels) == field.Register) : null);

    /// <summary>Every list of steps, with its path.</summary>
    public IEnumerable<(StepsModel Steps, string Path)> AllSteps => Sequences.Select(sequence => (sequence.Steps, $"{sequence.Path}/steps"))
        .Concat(Identity?.Probe is { } probe ? [(probe, $"{IdentityModel.Path}/probe")] : [])
        .Concat(AllRegisters.SelectMany(register => register.Protocol?.ListsOf(register.Path).Select(list => (list.Steps, list.Path)) ?? []))
        .Concat(OneShots.Select(bank => (bank.Steps, $"{bank.Path}/select-by")))
        .Concat(Joined.SelectMany(joined => joined.Protocol?.ListsOf(joined.Path).Select(list => (list.Steps, list.Path)) ?? []))
        .Concat(Windows.SelectMany(window => window.StepLists))
        .Concat(Locks.SelectMany(known => known.Lists).Select(list => (list.Steps, list.Path)));

    /// <summary>The bits of a field in its register, and the position of the lowest; all bits for a whole register.</summary>
    public (ulong Mask, int Low) BitsOf(FieldReference reference) => Find(reference.Register) is not { } register
        ? (0, 0)
        : register.Find(reference.Field ?? "") is { } field ? (field.Mask, field.Low) : (register.Mask, 0);

    /// <summary>A window by its full name.</summary>
    public WindowModel? FindWindow(string? name) => Index.Window(name);

    /// <summary>The window whose keys and lock let another in: windows that share an index share them. Null if there are none.</summary>
    public WindowModel? DoorOf(WindowModel window) => Windows.FirstOrDefault(known => known.HasDoor && known.Chooser == window.Chooser);

    public RegionModel? FindRegion(string? name) => Regions.FirstOrDefault(region => region.Name == name);

    /// <summary>The number of a region, from 1; 0 for the device itself.</summary>
    public int NumberOf(string? region)
    {
        int i = 0;
        while (i < Regions.Count && Regions[i].Name != region)
        {
            i++;
        }

        return i < Regions.Count ? i + 1 : 0;
    }
}

/// <summary>A place where the device is usually found.</summary>
sealed record BaseModel(string Name, ushort Port);

/// <summary>A field whose values choose which registers answer.</summary>
/// <param name="Name">Name of the bank.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Select">The selecting field.</param>
/// <param name="Home">Its value between accesses, if it has a home.</param>
/// <param name="Restore">Whether an access puts back what it changed.</param>
sealed record BankModel(string Name, string Doc, FieldReference Select, ulong? Home, bool Restore = true)
{
    public required string Path { get; init; }
}

/// <summary>A bank that steps select before each access, and which ends with that access.</summary>
/// <param name="Name">Name of the bank.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Steps">The steps; the last one is what selects.</param>
sealed record OneShotModel(string Name, string Doc, StepsModel Steps)
{
    public required string Path { get; init; }

    /// <summary>Full name of the block that it stands in, or null.</summary>
    public string? Owner { get; init; }

    public string FullName => Owner is null ? Name : $"{Owner}.{Name}";

    /// <summary>The register whose write selects, and what of the word tells that it does.</summary>
    public (RegisterModel Register, ulong Mask, ulong Bits) SelectedBy(DeviceModel device)
    {
        var write = (WriteStepModel)Steps.Steps[Steps.Steps.Count - 1];
        RegisterModel register = device.Find(write.Register)!;
        ulong mask = 0, bits = 0;
        foreach ((FieldModel? field, ulong value) in write.Parts.Select(part => (register.Find(part.Field ?? ""), part.Value.Constant))
            .Concat(register.Fields.Where(field => field.Constant is not null).Select(field => ((FieldModel?)field, field.Constant!.Value))))
        {
            mask |= field?.Mask ?? register.Mask;
            bits |= field?.Place(value) ?? value;
        }

        return (register, mask, bits);
    }

    /// <summary>What conditions of the description as data call it; no register can have this name.</summary>
    public string Word => $"bank {FullName}";
}

/// <summary>One logical value spread over several registers.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Of">The registers, or fields of them, most significant first.</param>
/// <param name="ReadOrder">The registers in the order of reading.</param>
/// <param name="WriteOrder">The registers in the order of writing.</param>
sealed record JoinedModel(
    string Name, string Doc, EquatableArray<FieldReference> Of, EquatableArray<string> ReadOrder, EquatableArray<string> WriteOrder)
{
    public required string Path { get; init; }

    /// <summary>Full name of the block that it stands in, or null.</summary>
    public string? Owner { get; init; }

    public string FullName => Owner is null ? Name : $"{Owner}.{Name}";

    /// <summary>Its full name without the signs of arrays, for documentation.</summary>
    public string Title => FullName.Replace("[#]", "");

    /// <summary>The registers, each once.</summary>
    public IEnumerable<string> Registers => Of.Select(part => part.Register).Distinct();

    /// <summary>Whether it is read until two reads agree.</summary>
    public bool IsStable { get; init; }

    /// <summary>What it means as a number, as a field of all its bits; null if it is just its bits.</summary>
    public FieldModel? Number { get; init; }

    /// <summary>Steps around its accesses, or null.</summary>
    public ProtocolModel? Protocol { get; init; }
}

/// <summary>A register, or a field of it: <c>LCR.Dlab</c>.</summary>
/// <param name="Register">Full name of the register: in a window <c>Window.Register</c>.</param>
/// <param name="Field">Name of the field; null means the whole register.</param>
sealed record FieldReference(string Register, string? Field)
{
    public override string ToString() => Field is null ? Register : $"{Register}.{Field}";
}
