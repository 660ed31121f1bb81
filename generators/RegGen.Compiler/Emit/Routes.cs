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
        foreach (RegisterModel register in device.Registers.Where(register => register.Shadow).SelectMany(device.ElementsOf))
        {
            string name = register.Label is null && register.Owner is null ? $"{names.Of(register)}Shadow" : $"{Spelled(register.FullName)}Shadow";
            _lines.Add(new("ShadowRoute", name, [$"slot: {_initials.Count}"], Public: true));
            _shadows.Add(register.FullName, name);
            _initials.Add(CSharpText.Hex((register.Initial ?? register.Reset)!.Value, register.Width));
        }

        foreach (WindowModel window in device.Windows)
        {
            string name = names.Of(window.Path);
            RegisterModel index = device.Find(window.Index.Register)!;
            FieldModel? field = index.Find(window.Index.Field ?? "");
            int shift = field?.Low ?? 0;
            Add("Selector", $"{name}Index", SelectorOf(index, field?.Mask ?? index.Mask), isPublic: false);
            Add("WindowRoute", name, [$"{name}Index", $"shift: {shift}", $"data: {device.Find(window.Data)!.Address}"], isPublic: true);
        }

        foreach (RegisterModel register in device.AllRegisters.SelectMany(device.ElementsOf))
        {
            Of(register);
        }

        foreach (RegisterModel register in device.Registers.Where(register => register.Array is null && Each(register).Count > 1))
        {
            string type = register is { Shadow: true, CanRead: false } ? "ShadowRoute[]" : "Route?[]";
            _lines.Add(new(type, ArrayOf(register), [.. Each(register).Select(way => way.Length == 0 ? "null" : way)], Public: true));
        }

        foreach (JoinedModel joined in device.Joined)
        {
            Joined(joined);
        }
    }

    public IReadOnlyList<RouteLine> Lines => _lines;

    /// <summary>First values of the shadows, by slot.</summary>
    public IReadOnlyList<string> Initials => _initials;

    /// <summary>The route to a register, or null for a plain port.</summary>
    public string? Of(RegisterModel register) =>
        Stepped(register, register.WritePlace is null ? At(register, register.When) : Pair(register, register.WritePlace));

    /// <summary>The address that goes with the route: one that is read and written in two places counts from these.</summary>
    public static int AddressOf(RegisterModel register) => register.WritePlace is null ? register.Address : register.Offset;

    /// <summary>The routes to the elements of a register: none for plain ports, one if it serves all, else one for each.</summary>
    public IReadOnlyList<string> Each(RegisterModel register)
    {
        string?[] routes = [.. _device.ElementsOf(register).Select(Of)];
        return routes.All(route => route is null) ? [] : [.. routes.All(route => route == routes[0]) ? [routes[0]!] : routes.Select(route => route ?? "")];
    }

    /// <summary>A reference as a part of a name: <c>LCR.Dlab</c> becomes <c>LcrDlab</c>.</summary>
    public static string Spelled(string reference) =>
        string.Concat(reference.Split('.', '[', ']').Where(part => part.Length > 0).Select(CSharpText.Pascal));

    /// <summary>The list of the routes to the elements of a register in an array of blocks.</summary>
    public static string ArrayOf(RegisterModel register) => Spelled(register.FullName.Replace("#", "") + ".Each");

    string Pair(RegisterModel register, PlaceModel write)
    {
        List<string> arguments = [$"readAt: {register.Address - register.Offset}", $"writeAt: {write.Address - register.Offset}"];
        arguments.AddRange(Named("read", At(register, register.When)).Concat(Named("write", At(register, write.When))));
        return Made("PairRoute", Spelled(register.FullName), arguments);

        static IEnumerable<string> Named(string parameter, string? route) => route is null ? [] : [$"{parameter}: {route}"];
    }

    /// <summary>A register or a joined value as the place of a step.</summary>
    public string PlaceOf(string name)
    {
        if (_device.Find(name) is { } register)
        {
            return $"new({(Of(register) is { } route ? $"Routes.{route}" : "null")}, {AddressOf(register)}, PortWidth.Bits{register.Width})";
        }

        JoinedModel joined = _device.Joined.First(joined => joined.Name == name);
        int width = _device.WidthOf(new(name, null));
        return $"new(Routes.{Joined(joined)}, 0, PortWidth.Bits{(width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64)})";
    }

    // Steps stand outside: what they select is put back before the register's own bank is chosen.
    string? Stepped(RegisterModel register, string? inner)
    {
        if (register.Protocol is not { } protocol)
        {
            return inner;
        }

        var text = new StepsText(_device, _names, this);
        string name = Spelled(register.FullName);
        List<string> arguments = inner is null ? [] : [$"inner: {inner}"];
        Around("beforeRead", protocol.BeforeRead);
        Around("afterRead", protocol.AfterRead);
        Around("beforeWrite", protocol.BeforeWrite);
        Around("afterWrite", protocol.AfterWrite);
        return Made("SteppedRoute", name, arguments);

        void Around(string parameter, StepsModel? steps)
        {
            if (steps is not null)
            {
                arguments.Add($"{parameter}: {Made("StepList", $"{name}{CSharpText.Pascal(parameter)}", text.Arguments(steps), isPublic: false)}");
            }
        }
    }

    string Joined(JoinedModel joined) => Made("JoinedRoute", _names.Of(joined.Path), JoinedOf(joined));

    // Banks are chosen in the order of the condition, so the last one stands next to the register.
    string? At(RegisterModel register, ConditionModel? when)
    {
        string? route = _shadows.TryGetValue(register.FullName, out string? shadow) ? shadow
            : register.Window is null ? null : _names.Of(_device.FindWindow(register.Window)!.Path);
        string inside = route is null ? "" : $"In{route}";
        foreach (Choice choice in when is null ? [] : Choice.Of(_device, when).Reverse())
        {
            inside = choice.Name + inside;
            route = Bank(choice, inside, route);
        }

        return route;
    }

    string Bank(Choice choice, string name, string? inner)
    {
        string selector = Made("Selector", choice.Field, SelectorOf(choice.Holder, choice.Mask), isPublic: false);
        List<string> arguments = [selector, $"bank: {CSharpText.Hex(choice.Bits, choice.Holder.Width)}"];
        if (choice.Home is { } home)
        {
            arguments.Add($"home: {CSharpText.Hex(home, choice.Holder.Width)}");
        }

        if (inner is not null)
        {
            arguments.Add($"inner: {inner}");
        }

        if (choice is { Home: null, Restore: false })
        {
            arguments.Add("end: BankEnd.Left");
        }

        return Made("BankRoute", name, arguments);
    }

    // Each route once; two that would have one name, such as A1 = 1 and A = 11, are told apart by a number.
    string Made(string type, string wanted, IReadOnlyList<string> arguments, bool isPublic = true)
    {
        if (_lines.FirstOrDefault(line => line.Type == type && line.Arguments.SequenceEqual(arguments)) is { } same)
        {
            return same.Name;
        }

        string name = wanted;
        for (int i = 2; _lines.Any(line => line.Name == name); i++)
        {
            name = $"{wanted}_{i}";
        }

        _lines.Add(new(type, name, arguments, isPublic));
        return name;
    }

    List<string> SelectorOf(RegisterModel holder, ulong mask)
    {
        List<string> arguments =
        [
            $"{holder.Address}", $"PortWidth.Bits{holder.Width}", $"Mask: {CSharpText.Hex(mask, holder.Width)}",
            $"Preserved: {CSharpText.Hex(holder.Preserved, holder.Width)}", $"Inert: {CSharpText.Hex(holder.Inert, holder.Width)}",
        ];
        if (Of(holder) is { } route)
        {
            arguments[0] = $"{AddressOf(holder)}";
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
