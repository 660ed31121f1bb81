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
        foreach (RegisterModel register in device.Registers.Where(register => register.Shadow))
        {
            string name = $"{names.Of(register)}Shadow";
            _lines.Add(new("ShadowRoute", name, [$"slot: {_initials.Count}"], Public: true));
            _shadows.Add(register.FullName, name);
            _initials.Add(CSharpText.Hex((register.Initial ?? register.Reset)!.Value, register.Width));
        }

        foreach (WindowModel window in device.Windows)
        {
            string name = names.Of(window.Path);
            RegisterModel index = device.Find(window.Index.Register)!;
            int shift = index.Find(window.Index.Field ?? "")?.Low ?? 0;
            Add("Selector", $"{name}Index", SelectorOf(window.Index), isPublic: false);
            Add("WindowRoute", name, [$"{name}Index", $"shift: {shift}", $"data: {device.Find(window.Data)!.Address}"], isPublic: true);
        }

        foreach (RegisterModel register in device.AllRegisters)
        {
            AddBank(register);
        }

        foreach (JoinedModel joined in device.Joined)
        {
            Add("JoinedRoute", names.Of(joined.Path), JoinedOf(joined), isPublic: true);
        }
    }

    public IReadOnlyList<RouteLine> Lines => _lines;

    /// <summary>First values of the shadows, by slot.</summary>
    public IReadOnlyList<string> Initials => _initials;

    /// <summary>The route to a register, or null for a plain port.</summary>
    public string? Of(RegisterModel register)
    {
        if (Selecting(register))
        {
            return BankName(register);
        }

        return register.Window is not null ? WindowName(register) : _shadows.TryGetValue(register.FullName, out string? shadow) ? shadow : null;
    }

    // The home bank is there between accesses: its registers are plain.
    bool Selecting(RegisterModel register) => register.When is { } when && HomeOf(when.Field) != when.Value;

    ulong? HomeOf(FieldReference field) => _device.Banks.FirstOrDefault(bank => bank.Select == field)?.Home;

    string WindowName(RegisterModel register) => _names.Of(_device.FindWindow(register.Window)!.Path);

    string BankName(RegisterModel register) =>
        $"{SelectorName(register.When!.Field)}{register.When.Value}{(register.Window is null ? "" : $"In{WindowName(register)}")}";

    static string SelectorName(FieldReference field) => string.Concat(field.ToString().Split('.').Select(CSharpText.Pascal));

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
            $"{holder.Address}", $"PortWidth.Bits{holder.Width}", $"Mask: {CSharpText.Hex(mask, holder.Width)}",
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
        return $"new({Of(part) ?? "null"}, {part.Address}, PortWidth.Bits{part.Width}, {shift})";
    }));

    void Add(string type, string name, IReadOnlyList<string> arguments, bool isPublic) => _lines.Add(new(type, name, arguments, isPublic));
}
