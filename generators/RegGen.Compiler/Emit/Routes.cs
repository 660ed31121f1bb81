using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>One static route of a device: the line that makes it.</summary>
sealed record RouteLine(string Type, string Name, IReadOnlyList<string> Arguments, bool Public);

/// <summary>Decides which routes a device needs and which register takes which: what a bank, a window or a shadow comes to.</summary>
sealed class Routes
{
    readonly DeviceModel _device;
    readonly Names _names;
    readonly List<RouteLine> _lines = [];
    readonly Dictionary<string, string> _shadows = new(StringComparer.Ordinal);
    readonly List<string> _initials = [];

    public Routes(DeviceModel device, Names names)
    {
        (_device, _names) = (device, names);

        // In the order in which each may use the one before: static fields start in the order of the text.
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Shadow && register.Window is null))
        {
            string region = register.Region is null ? "" : names.Of($"regions/{register.Region}");
            string name = $"{region}{names.Of(register)}Shadow";
            _lines.Add(new("ShadowRoute", name, [$"slot: {_initials.Count}"], Public: true));
            _shadows.Add(register.FullName, name);
            _initials.Add(CSharpText.Hex((register.Initial ?? register.Reset)!.Value, register.Width));
        }

        foreach (WindowModel window in device.Windows)
        {
            AddWindow(window);
        }

        foreach (RegisterModel register in device.AllRegisters)
        {
            AddBank(register);
        }

        foreach (JoinedModel joined in device.Joined)
        {
            Add("JoinedRoute", names.Of(joined.Path), JoinedOf(joined), isPublic: true);
        }

        foreach (RegionModel region in device.Regions)
        {
            AddBase(region);
        }
    }

    public IReadOnlyList<RouteLine> Lines => _lines;

    /// <summary>First values of the shadows, by slot.</summary>
    public IReadOnlyList<string> Initials => _initials;

    /// <summary>Ports of a region whose base must be found.</summary>
    public const string Plain = "Route.Plain";

    /// <summary>The route to a register, or null for a plain port.</summary>
    public string? Of(RegisterModel register)
    {
        if (Selecting(register))
        {
            return BankName(register);
        }

        return register.Window is not null ? WindowName(register)
            : _shadows.TryGetValue(register.FullName, out string? shadow) ? shadow
            : _device.FindRegion(register.Region) is { Stays: false } ? Plain
            : null;
    }

    /// <summary>The address of a register: its index; its offset; in a region, whose number stands above it, unless it is accessed as a plain port.</summary>
    public string AddressOf(RegisterModel register, bool routed = true)
    {
        if (register.Window is not null)
        {
            return CSharpText.Hex((uint)register.Address, 8);
        }

        int region = routed ? _device.NumberOf(register.Region) : 0;
        return region == 0 ? $"{register.Address}" : CSharpText.Hex((uint)((region << 16) + register.Address), 20);
    }

    /// <summary>What finds the base of a region.</summary>
    public string BaseOf(RegionModel region) => $"{_names.StructOf(region)}Base";

    /// <summary>The route of a window.</summary>
    public string Of(WindowModel window) =>
        $"{(window.Region is null ? "" : _names.Of($"regions/{window.Region}"))}{_names.Of(window.Path)}";

    // The home bank is there between accesses: its registers are plain.
    bool Selecting(RegisterModel register) => register.When is { } when && HomeOf(when.Field) != when.Value;

    ulong? HomeOf(FieldReference field) => _device.Banks.FirstOrDefault(bank => bank.Select == field)?.Home;

    string WindowName(RegisterModel register) => Of(_device.FindWindow(register.Window)!);

    string BankName(RegisterModel register) =>
        $"{SelectorName(register.When!.Field)}{register.When.Value}{(register.Window is null ? "" : $"In{WindowName(register)}")}";

    static string SelectorName(FieldReference field) => string.Concat(field.ToString().Split('.').Select(CSharpText.Pascal));

    void AddWindow(WindowModel window)
    {
        string name = Of(window);
        Add("Selector", $"{name}Index", SelectorOf(window.Index), isPublic: false);
        List<string> arguments = [$"{name}Index", $"reads: [{Data(window.Reads)}]"];
        if (!window.Reads.SequenceEqual(window.Writes))
        {
            arguments.Add($"writes: [{Data(window.Writes)}]");
        }

        if (window.Increment != Increment.None)
        {
            arguments.Add($"increment: Increment.{window.Increment}");
        }

        Add("WindowRoute", name, arguments, isPublic: true);
    }

    void AddBase(RegionModel region)
    {
        if (region.Base is SelectedBaseModel { Field: var field } selected)
        {
            int low = _device.Find(field.Register)!.Find(field.Field ?? "")?.Low ?? 0;
            Add("Selector", $"{BaseOf(region)}Field", SelectorOf(field), isPublic: false);
            Add("SelectedBase", BaseOf(region),
                [CSharpText.Literal(region.Name), $"{BaseOf(region)}Field", .. selected.Choices.Select(choice => $"(0x{choice.Value << low:X}, 0x{choice.Port:X})")],
                isPublic: true);
        }
        else if (region.Base is ReadBaseModel read)
        {
            string within = $"(0x{region.Within.First:X}, 0x{region.Within.Last:X})";
            string[] arguments = [CSharpText.Literal($"{_device.Name}.{region.Name}"), CSharpText.Literal(read.ToString()), .. SourceOf(read), within];
            Add("ReadBase", BaseOf(region), [.. arguments, .. ClaimEmitter.RangesOf(region.Registers).Select(ClaimEmitter.Offsets)], isPublic: true);
        }
    }

    // Route, address, width and mask of what holds a base.
    string[] SourceOf(ReadBaseModel read)
    {
        if (read.Register is not { } field)
        {
            JoinedModel joined = _device.Joined.First(known => known.Name == read.Joined);
            return [_names.Of(joined.Path), "0", "PortWidth.Bits32", "0xFFFFFFFF"];
        }

        RegisterModel holder = _device.Find(field.Register)!;
        string mask = CSharpText.Hex(holder.Find(field.Field ?? "")?.Mask ?? holder.Mask, holder.Width);
        return [Of(holder) ?? "null", AddressOf(holder), $"PortWidth.Bits{holder.Width}", mask];
    }

    string Data(IEnumerable<string> registers) => string.Join(", ", registers.Select(name =>
    {
        RegisterModel data = _device.Find(name)!;
        return $"new({AddressOf(data)}, PortWidth.Bits{data.Width}{(Of(data) is { } route ? $", {route}" : "")})";
    }));

    void AddBank(RegisterModel register)
    {
        if (!Selecting(register) || _lines.Any(line => line.Name == BankName(register)))
        {
            return;
        }

        FieldReference field = register.When!.Field;
        string selector = SelectorName(field);
        if (_lines.All(line => line.Name != selector))
        {
            Add("Selector", selector, SelectorOf(field), isPublic: false);
        }

        RegisterModel holder = _device.Find(field.Register)!;
        int low = holder.Find(field.Field ?? "")?.Low ?? 0;
        List<string> arguments = [selector, $"bank: {CSharpText.Hex(register.When.Value << low, holder.Width)}"];
        if (HomeOf(field) is { } home)
        {
            arguments.Add($"home: {CSharpText.Hex(home << low, holder.Width)}");
        }

        if (register.Window is not null)
        {
            arguments.Add($"inner: {WindowName(register)}");
        }

        Add("BankRoute", BankName(register), arguments, isPublic: true);
    }

    List<string> SelectorOf(FieldReference field)
    {
        RegisterModel holder = _device.Find(field.Register)!;
        ulong mask = holder.Find(field.Field ?? "")?.Mask ?? holder.Mask;
        List<string> arguments =
        [
            AddressOf(holder), $"PortWidth.Bits{holder.Width}", $"Mask: {CSharpText.Hex(mask, holder.Width)}",
            $"Preserved: {CSharpText.Hex(holder.Preserved, holder.Width)}", $"Inert: {CSharpText.Hex(holder.Inert, holder.Width)}",
        ];
        if (Of(holder) is { } route)
        {
            arguments.Add(route);
        }

        return arguments;
    }

    IReadOnlyList<string> JoinedOf(JoinedModel joined)
    {
        RegisterModel[] parts = [.. joined.Of.Select(name => _device.Find(name)!)];
        string reads = parts.All(part => part.CanRead) ? Parts(joined, joined.ReadOrder) : "";
        string writes = parts.All(part => part.CanWrite) ? Parts(joined, joined.WriteOrder) : "";
        return [$"reads: [{reads}]", $"writes: [{writes}]"];
    }

    string Parts(JoinedModel joined, IEnumerable<string> order) => string.Join(", ", order.Select(name =>
    {
        RegisterModel part = _device.Find(name)!;
        int shift = joined.Of.SkipWhile(other => other != name).Skip(1).Sum(less => _device.Find(less)!.Width);
        return $"new({Of(part) ?? "null"}, {AddressOf(part)}, PortWidth.Bits{part.Width}, {shift})";
    }));

    void Add(string type, string name, IReadOnlyList<string> arguments, bool isPublic) => _lines.Add(new(type, name, arguments, isPublic));
}
