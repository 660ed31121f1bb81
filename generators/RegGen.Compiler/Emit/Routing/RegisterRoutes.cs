using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What leads to a register, layer by layer: its lock outside, then its steps, its banks, and its port, shadow or window inside.</summary>
sealed class RegisterRoutes
{
    readonly DeviceModel _device;
    readonly Routes _routes;
    readonly RouteLines _lines;
    readonly Dictionary<string, string> _shadows = new(StringComparer.Ordinal);
    readonly List<string> _initials = [];
    readonly bool _recovers;

    public RegisterRoutes(DeviceModel device, Names names, Routes routes, RouteLines lines)
    {
        (_device, _routes, _lines) = (device, routes, lines);
        _recovers = device.AllRegisters.Any(register => register.Recovery is not null);
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Shadow && register.Window is null).SelectMany(device.ElementsOf))
        {
            string name = register.Label is null && register.Owner is null ? $"{names.Of(register)}Shadow" : $"{Routes.Spelled(register.FullName)}Shadow";
            lines.Add("ShadowRoute", name, [$"slot: {_initials.Count}"], isPublic: true);
            _shadows.Add(register.FullName, name);
            _initials.Add(CSharpText.Hex(register.Wire((register.Initial ?? register.Reset)!.Value), register.Width));
        }
    }

    /// <summary>First values of the shadows, by slot.</summary>
    public IReadOnlyList<string> Initials => _initials;

    public string? Of(RegisterModel register)
    {
        string? route = register.WritePlace is null ? At(register, register.When) : Pair(register, register.WritePlace);
        return _routes.Stepped(register.Protocol, Routes.Spelled(register.FullName), Unlocked(register.Lock, register.Labels, route));
    }

    /// <summary>The steps of a lock stand outside of all that is selected.</summary>
    /// <param name="path">Path of the lock, or null.</param>
    /// <param name="labels">Which element is meant, where there are several.</param>
    /// <param name="inner">What the lock stands around.</param>
    public string? Unlocked(string? path, EquatableArray<string> labels, string? inner)
    {
        if (_device.Locks.FirstOrDefault(known => known.Path == path) is not { } guard)
        {
            return inner;
        }

        string name = $"{CSharpText.Pascal(guard.Name)}Unlocked{(inner is null || inner == Routes.Plain ? "" : $"In{inner}")}";
        return _lines.Made("UnlockedRoute", name, [_routes.DoorOf(Elements.Filled(guard, labels)), .. Inner(inner)]);
    }

    /// <summary>The field that chooses, as arguments of a selector.</summary>
    public List<string> SelectorOf(RegisterModel holder, ulong mask)
    {
        List<string> arguments =
        [
            Coded(holder, holder.Address, routed: true), $"PortWidth.Bits{holder.Width}", $"Mask: {CSharpText.Hex(mask, holder.Width)}",
            $"Preserved: {CSharpText.Hex(holder.Preserved, holder.Width)}", $"Inert: {CSharpText.Hex(holder.Inert, holder.Width)}",
        ];
        if (Of(holder) is { } route)
        {
            arguments[0] = AddressOf(holder, routed: true);
            arguments.Add(route);
        }

        return arguments;
    }

    /// <summary>The address that goes with the route; of a plain port, its offset. One that is read and written in two places counts from these.</summary>
    public string AddressOf(RegisterModel register, bool routed) => register.WritePlace is not null ? $"{register.Offset}" : Coded(register, register.Address, routed);

    /// <summary>The route around another that waits after each access.</summary>
    public string Recovering(RecoveryModel recovery, string? inner)
    {
        IEnumerable<string> times = new[] { ("read", recovery.Read), ("write", recovery.Write) }
            .Where(each => each.Item2 > 0).Select(each => $"{each.Item1}: {StepsText.Number(each.Item2)}");
        return _lines.Made("RecoveryRoute", $"Recovering{Part(inner)}", [.. times, .. Inner(inner)]);
    }

    // An index; an offset; in a region, whose number stands above it.
    string Coded(RegisterModel register, int address, bool routed)
    {
        if (register.Window is not null)
        {
            return CSharpText.Hex((ulong)address, 8);
        }

        int region = routed ? _device.NumberOf(register.Region) : 0;
        return region == 0 ? $"{address}" : CSharpText.Hex((ulong)((region << 16) + address), 20);
    }

    string Pair(RegisterModel register, PlaceModel write)
    {
        List<string> arguments = [$"readAt: {Coded(register, register.Address - register.Offset, routed: true)}", $"writeAt: {Coded(register, write.Address - register.Offset, routed: true)}"];
        arguments.AddRange(Named("read", At(register, register.When)).Concat(Named("write", At(register, write.When))));
        return _lines.Made("PairRoute", Routes.Spelled(register.FullName), arguments);

        static IEnumerable<string> Named(string parameter, string? route) => route is null ? [] : [$"{parameter}: {route}"];
    }

    // Banks are chosen in the order of the condition, so the last one stands next to the register.
    string? At(RegisterModel register, ConditionModel? when)
    {
        string? route = _shadows.TryGetValue(register.FullName, out string? shadow) ? shadow
            : register.Transfer is { } transfer ? Through(transfer)
            : register.Window is null ? null : _routes.Of(_device.FindWindow(register.Window)!);
        route = Recovering(register, route ?? Standing(register));

        // Right before the access, since that is the one which the bank is selected for.
        foreach (OneShotModel bank in (when?.Banks ?? default).Select(_device.FindOneShot))
        {
            route = _routes.Stepped(new ProtocolModel(bank.Steps, null, bank.Steps, null), Routes.Spelled(bank.Name) + (route is null or Routes.Plain ? "" : $"In{route}"), route);
        }

        route = Wrapped(register, route);
        string inside = route is null or Routes.Plain ? "" : $"In{route}";
        foreach (Choice choice in when is null ? [] : Choice.Of(_device, when).Reverse())
        {
            inside = choice.Name + inside;
            route = Bank(choice, inside, route == Routes.Plain ? null : route);
        }

        return route;
    }

    // A window that must recover sees to that itself.
    string? Recovering(RegisterModel register, string? route) =>
        register.Recovery is { } recovery && (register.Window is null || _device.FindWindow(register.Window)!.Recovery != recovery) ? Recovering(recovery, route) : route;

    // What an access takes beside its port, the nearest to it first.
    string? Wrapped(RegisterModel register, string? route)
    {
        if (register.IsStable)
        {
            route = _lines.Made("StableRoute", $"Stable{Routes.Spelled(register.FullName)}", [CSharpText.Literal(register.FullName), .. Inner(route)]);
        }

        return register.IsBigEndian ? _lines.Made("BigEndianRoute", $"BigEndian{Part(route)}", Inner(route)) : route;
    }

    static string Part(string? inner) => inner is null or Routes.Plain ? "" : Routes.Spelled(inner);

    static string[] Inner(string? inner) => inner is null ? [] : [$"inner: {inner}"];

    // A port as it is. In a region whose base must be found, and in a device that must recover, that takes a route too; and in any region,
    // where a handle also looks at registers elsewhere.
    string? Standing(RegisterModel register) =>
        _recovers || _device.FindRegion(register.Region) is { Stays: false } || (register.Region is not null && (register.IsDoubled || register.Number?.BcdWhen is not null))
            ? Routes.Plain : null;

    string Through(TransferModel transfer) => _lines.Made(
        "TransferRoute", $"Through{transfer.Port}{(transfer.HighFirst ? "HighFirst" : "")}",
        [$"PortWidth.Bits{transfer.Port}", .. transfer.HighFirst ? ["highFirst: true"] : Array.Empty<string>()]);

    string Bank(Choice choice, string name, string? inner)
    {
        string selector = _lines.Made("Selector", choice.Field, SelectorOf(choice.Holder, choice.Mask), isPublic: false);
        List<string> arguments = [selector, $"bank: {CSharpText.Hex(choice.Bits, choice.Holder.Width)}"];
        if (choice.Home is { } home)
        {
            arguments.Add($"home: {CSharpText.Hex(home, choice.Holder.Width)}");
        }

        arguments.AddRange(Inner(inner));
        if (choice is { Home: null, Restore: false })
        {
            arguments.Add("end: BankEnd.Left");
        }

        return _lines.Made("BankRoute", name, arguments);
    }
}
