using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Decides which routes a device needs and what takes which. This file is its table of contents: what is made first, what next, and by whom.</summary>
sealed class Routes
{
    readonly DeviceModel _device;
    readonly Names _names;
    readonly RouteLines _lines = new();
    readonly RegisterRoutes _registers;
    readonly WindowRoutes _windows;
    readonly JoinedRoutes _joined;
    readonly BaseRoutes _bases;
    readonly NumberCodes _numbers;
    readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    public Routes(DeviceModel device, Names names)
    {
        (_device, _names) = (device, names);
        _registers = new(device, names, this, _lines);
        _windows = new(device, names, this, _lines);
        _joined = new(device, names, this, _lines);
        _bases = new(device, names, this, _lines);
        _numbers = new(device, names, this, _lines);
        foreach (WindowModel window in device.EachWindow)
        {
            _windows.Add(window);
        }

        foreach (RegisterModel register in device.AllRegisters.SelectMany(device.ElementsOf))
        {
            Of(register);
        }

        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Array is null && Each(register).Count > 1))
        {
            AddList(register);
        }

        foreach (JoinedModel joined in device.EachJoined)
        {
            Of(joined);
        }

        foreach (RegionModel region in device.Regions)
        {
            _bases.Add(region);
        }

        // The selectors of their conditions have their routes by now.
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Number is not null))
        {
            Array.ForEach([.. device.ElementsOf(register)], element => NumberOf(element));
            if (register.Array is not null)
            {
                InArray(register);
            }
        }

        foreach (JoinedModel joined in device.EachJoined.Where(joined => joined.Number is not null))
        {
            NumberOf(joined);
        }
    }

    /// <summary>Ports of a region whose base must be found.</summary>
    public const string Plain = "Route.Plain";

    public IReadOnlyList<RouteLine> Lines => _lines.All;

    /// <summary>First values of the shadows, by slot.</summary>
    public IReadOnlyList<string> Initials => _registers.Initials;

    /// <summary>The route to a register, or null for a plain port.</summary>
    public string? Of(RegisterModel register) => _registers.Of(register);

    /// <summary>The routes to the elements of a register: none for plain ports, one if it serves all, else one for each.</summary>
    public IReadOnlyList<string> Each(RegisterModel register)
    {
        string?[] routes = [.. _device.ElementsOf(register).Select(Of)];
        return routes.All(route => route is null) ? [] : [.. routes.All(route => route == routes[0]) ? [routes[0]!] : routes.Select(route => route ?? "")];
    }

    /// <summary>The same of an array; where its elements are numbers, each with what its bits mean.</summary>
    public IReadOnlyList<string> InArray(RegisterModel register)
    {
        if (register.Number is null)
        {
            return Each(register);
        }

        string[] ways = [.. _device.ElementsOf(register).Select(element => _lines.Made(
            "NumberRoute", Spelled($"{element.FullName}.Way"), Of(element) is { } inner ? [NumberOf(element), $"inner: {inner}"] : [NumberOf(element)]))];
        return Array.TrueForAll(ways, way => way == ways[0]) ? [ways[0]] : ways;
    }

    /// <summary>The list of the routes to the elements of a register in an array of blocks.</summary>
    public string ListOf(RegisterModel register) => _lists[register.Path];

    // Registers behind a window that need no more than that share its list.
    void AddList(RegisterModel register)
    {
        RegisterModel[] elements = [.. _device.ElementsOf(register)];
        string[] ways = [.. Each(register).Select(way => way.Length == 0 ? "null" : way)];
        bool isWindow = register.Window is not null && elements.Zip(ways, (element, way) => way == Of(_device.FindWindow(element.Window)!)).All(same => same);
        string type = isWindow ? "WindowRoute" : register is { Shadow: true, CanRead: false } ? "Route" : "Route?";
        _lists[register.Path] = _lines.Made($"{type}[]", ListNameOf(isWindow ? register.Window! : register.FullName), ways);
    }

    static string ListNameOf(string name) => $"{Spelled(name.Replace("#", ""))}Each";

    /// <inheritdoc cref="RegisterRoutes.AddressOf"/>
    public string AddressOf(RegisterModel register, bool routed = true) => _registers.AddressOf(register, routed);

    /// <summary>What an address behind a route has above it in a region, or null.</summary>
    public string? CodeOf(RegisterModel register) => register.Window is null && _device.NumberOf(register.Region) is > 0 and var region ? CSharpText.Hex((ulong)region << 16, 20) : null;

    /// <inheritdoc cref="RegisterRoutes.Recovering(RecoveryModel, string?)"/>
    public string Recovering(RecoveryModel recovery, string? inner) => _registers.Recovering(recovery, inner);

    /// <summary>A field, or a whole register, as arguments of a selector.</summary>
    public List<string> SelectorOf(FieldReference field)
    {
        RegisterModel holder = _device.Find(field.Register)!;
        return _registers.SelectorOf(holder, holder.Find(field.Field ?? "")?.Mask ?? holder.Mask);
    }

    /// <summary>The route of a window.</summary>
    public string Of(WindowModel window) => _windows.Of(window);

    /// <summary>The route to any index of a window, for writing.</summary>
    public string OfWrites(WindowModel window) => _registers.Unlocked(window.Guard, window.Labels, Of(window))!;

    /// <inheritdoc cref="WindowRoutes.DoorOf(WindowModel)"/>
    public string? DoorOf(WindowModel window) => _windows.DoorOf(window);

    /// <inheritdoc cref="WindowRoutes.DoorOf(LockModel)"/>
    public string DoorOf(LockModel known) => _windows.DoorOf(known);

    /// <summary>What an element takes, as an expression: the line that serves all of them, or the one of the element.</summary>
    /// <param name="type">The type of the lines.</param>
    /// <param name="name">What the list of them is called.</param>
    /// <param name="each">The line for each element.</param>
    /// <param name="index">Which element it is, as an expression.</param>
    public string Chosen(string type, string name, IEnumerable<string> each, string index)
    {
        string[] lines = [.. each];
        return Array.TrueForAll(lines, line => line == lines[0]) ? $"Routes.{lines[0]}" : $"Routes.{_lines.Made($"{type}[]", ListNameOf(name), lines)}[{index}]";
    }

    /// <summary>The route of a joined value.</summary>
    public string Of(JoinedModel joined) => _joined.Of(joined);

    /// <inheritdoc cref="BaseRoutes.Of"/>
    public string BaseOf(RegionModel region) => _bases.Of(region);

    /// <summary>How the bits of a register come to its number.</summary>
    public string NumberOf(RegisterModel register) => _numbers.Of(register);

    /// <summary>How the bits of a joined value come to its number.</summary>
    public string NumberOf(JoinedModel joined) => _numbers.Of(joined);

    /// <summary>A register or a joined value as the place of a step.</summary>
    public string PlaceOf(string name)
    {
        if (_device.Find(name) is { } register)
        {
            return $"new({(Of(register) is { } route ? $"{(route == Plain ? "" : "Routes.")}{route}" : "null")}, {AddressOf(register)}, PortWidth.Bits{register.Width})";
        }

        return $"new(Routes.{Of(_device.FindJoined(name)!)}, 0, PortWidth.Bits{Container(_device.WidthOf(new(name, null)))})";
    }

    /// <summary>Steps as routes need them. A sequence that they call is copied, so that neither class waits for the other to be made.</summary>
    public StepsText Text() => new(_device, this, called => ListOf(called.Steps, $"{_names.Of(called.Path)}Steps"));

    /// <summary>A list of steps as a line of its own.</summary>
    public string ListOf(StepsModel steps, string name) => _lines.Made("StepList", name, Text().Arguments(steps), isPublic: false);

    /// <summary>The route around another that does steps before and after.</summary>
    public string? Stepped(ProtocolModel? around, string name, string? inner)
    {
        // Steps stand outside: what they select is put back before the register's own bank is chosen.
        if (around is not { } protocol)
        {
            return inner;
        }

        List<string> arguments = inner is null ? [] : [$"inner: {inner}"];
        Around("beforeRead", protocol.BeforeRead);
        Around("afterRead", protocol.AfterRead);
        Around("beforeWrite", protocol.BeforeWrite);
        Around("afterWrite", protocol.AfterWrite);
        return _lines.Made("SteppedRoute", name, arguments);

        void Around(string parameter, StepsModel? steps)
        {
            if (steps is not null)
            {
                arguments.Add($"{parameter}: {ListOf(steps, $"{name}{CSharpText.Pascal(parameter)}")}");
            }
        }
    }

    /// <summary>The width in which so many bits are handed on.</summary>
    public static int Container(int width) => width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64;

    /// <summary>A reference as a part of a name: <c>LCR.Dlab</c> becomes <c>LcrDlab</c>.</summary>
    public static string Spelled(string reference) =>
        string.Concat(reference.Split('.', '[', ']').Where(part => part.Length > 0).Select(CSharpText.Pascal));
}
