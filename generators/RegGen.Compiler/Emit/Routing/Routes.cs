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

    public Routes(DeviceModel device, Names names)
    {
        (_device, _names) = (device, names);
        _registers = new(device, names, this, _lines);
        _windows = new(device, names, this, _lines);
        _joined = new(device, names, this, _lines);
        _bases = new(device, names, this, _lines);
        _numbers = new(device, names, this, _lines);
        foreach (WindowModel window in device.Windows)
        {
            _windows.Add(window);
        }

        foreach (RegisterModel register in device.AllRegisters.SelectMany(device.ElementsOf))
        {
            Of(register);
        }

        foreach (RegisterModel register in device.Registers.Where(register => register.Array is null && Each(register).Count > 1))
        {
            string type = register is { Shadow: true, CanRead: false } ? "Route[]" : "Route?[]";
            _lines.Add(type, ArrayOf(register), [.. Each(register).Select(way => way.Length == 0 ? "null" : way)], isPublic: true);
        }

        foreach (JoinedModel joined in device.Joined)
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
            NumberOf(register);
        }

        foreach (JoinedModel joined in device.Joined.Where(joined => joined.Number is not null))
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

    /// <summary>The list of the routes to the elements of a register in an array of blocks.</summary>
    public static string ArrayOf(RegisterModel register) => Spelled(register.FullName.Replace("#", "") + ".Each");

    /// <inheritdoc cref="RegisterRoutes.AddressOf"/>
    public string AddressOf(RegisterModel register, bool routed = true) => _registers.AddressOf(register, routed);

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
    public string OfWrites(WindowModel window) => _registers.Unlocked(window.Guard, Of(window))!;

    /// <inheritdoc cref="WindowRoutes.DoorOf(WindowModel)"/>
    public string? DoorOf(WindowModel window) => _windows.DoorOf(window);

    /// <inheritdoc cref="WindowRoutes.DoorOf(LockModel)"/>
    public string DoorOf(LockModel known) => _windows.DoorOf(known);

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

        JoinedModel joined = _device.Joined.First(joined => joined.Name == name);
        return $"new(Routes.{Of(joined)}, 0, PortWidth.Bits{Container(_device.WidthOf(new(name, null)))})";
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
