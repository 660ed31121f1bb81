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
    readonly bool _recovers;

    public Routes(DeviceModel device, Names names)
    {
        (_device, _names) = (device, names);
        _recovers = device.AllRegisters.Any(register => register.Recovery is not null);

        // In the order in which each may use the one before: static fields start in the order of the text.
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Shadow && register.Window is null).SelectMany(device.ElementsOf))
        {
            string name = register.Label is null && register.Owner is null ? $"{names.Of(register)}Shadow" : $"{Spelled(register.FullName)}Shadow";
            _lines.Add(new("ShadowRoute", name, [$"slot: {_initials.Count}"], Public: true));
            _shadows.Add(register.FullName, name);
            _initials.Add(CSharpText.Hex(register.Wire((register.Initial ?? register.Reset)!.Value), register.Width));
        }

        foreach (WindowModel window in device.Windows)
        {
            AddWindow(window);
        }

        foreach (RegisterModel register in device.AllRegisters.SelectMany(device.ElementsOf))
        {
            Of(register);
        }

        foreach (RegisterModel register in device.Registers.Where(register => register.Array is null && Each(register).Count > 1))
        {
            string type = register is { Shadow: true, CanRead: false } ? "Route[]" : "Route?[]";
            _lines.Add(new(type, ArrayOf(register), [.. Each(register).Select(way => way.Length == 0 ? "null" : way)], Public: true));
        }

        foreach (JoinedModel joined in device.Joined)
        {
            Of(joined);
        }

        foreach (RegionModel region in device.Regions)
        {
            AddBase(region);
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

    public IReadOnlyList<RouteLine> Lines => _lines;

    /// <summary>First values of the shadows, by slot.</summary>
    public IReadOnlyList<string> Initials => _initials;

    /// <summary>The route to a register, or null for a plain port.</summary>
    public string? Of(RegisterModel register) =>
        Stepped(register, Unlocked(register.Lock, register.WritePlace is null ? At(register, register.When) : Pair(register, register.WritePlace)));

    /// <summary>The route to any index of a window, for writing.</summary>
    public string OfWrites(WindowModel window) => Unlocked(window.Guard, Of(window))!;

    /// <summary>What unlocks writes: locks with the same steps share it.</summary>
    public string DoorOf(LockModel known)
    {
        LockModel[] different = [.. _device.Locks.GroupBy(each => (each.Unlock, each.Relock)).Select(same => same.First())];
        int number = Array.FindIndex(different, each => each.Unlock.Equals(known.Unlock) && Equals(each.Relock, known.Relock));
        return Door($"{_names.Of($"{different[number].Path}/unlock")}Door", _device.Windows.Count(window => window.HasDoor) + number, known.Unlock, known.Relock, null);
    }

    /// <summary>Ports of a region whose base must be found.</summary>
    public const string Plain = "Route.Plain";

    /// <summary>The address that goes with the route; of a plain port, its offset. One that is read and written in two places counts from these.</summary>
    public string AddressOf(RegisterModel register, bool routed = true) => register.WritePlace is not null ? $"{register.Offset}" : Coded(register, register.Address, routed);

    /// <summary>What finds the base of a region.</summary>
    public string BaseOf(RegionModel region) => $"{_names.StructOf(region)}Base";

    /// <summary>The route of a window.</summary>
    public string Of(WindowModel window) =>
        $"{(window.Region is null ? "" : _names.Of($"regions/{window.Region}"))}{_names.Of(window.Path)}";

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
        return Made("PairRoute", Spelled(register.FullName), arguments);

        static IEnumerable<string> Named(string parameter, string? route) => route is null ? [] : [$"{parameter}: {route}"];
    }

    /// <summary>A register or a joined value as the place of a step.</summary>
    public string PlaceOf(string name)
    {
        if (_device.Find(name) is { } register)
        {
            return $"new({(Of(register) is { } route ? $"{(route == Plain ? "" : "Routes.")}{route}" : "null")}, {AddressOf(register)}, PortWidth.Bits{register.Width})";
        }

        JoinedModel joined = _device.Joined.First(joined => joined.Name == name);
        int width = _device.WidthOf(new(name, null));
        return $"new(Routes.{Of(joined)}, 0, PortWidth.Bits{Container(width)})";
    }

    // Sequences need routes, so that a route which needs a sequence has its own copy: neither class waits for the other to be made.
    StepsText Text() => new(_device, this, called => Made("StepList", $"{_names.Of(called.Path)}Steps", Text().Arguments(called.Steps), isPublic: false));

    /// <summary>How the bits of a register come to its number.</summary>
    public string NumberOf(RegisterModel register) => Number(register.Number!, Spelled(register.FullName), register.Width);

    /// <summary>How the bits of a joined value come to its number.</summary>
    public string NumberOf(JoinedModel joined) => Number(joined.Number!, _names.Of(joined.Path), _device.WidthOf(new(joined.Name, null)));

    string Number(FieldModel number, string name, int width)
    {
        (decimal least, decimal most) = number.Allowed;
        List<string> arguments = [$"PortWidth.Bits{Container(width)}", $"bits: {width}", $"least: {Real(least)}", $"most: {Real(most)}"];
        if (number.Kind != NumberKind.Binary)
        {
            arguments.Add($"NumberKind.{number.Kind}");
        }

        if (number.Scale is { } scale)
        {
            arguments.AddRange([$"scale: {Real(scale.Factor)}", $"offset: {Real(scale.Offset)}"]);
        }

        if (number.BcdWhen is { } digits)
        {
            arguments.Add($"bcdWhen: [{Text().Tests(digits)}]");
        }

        return Made("NumberCode", $"{name}Number", arguments);

        static string Real(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // The width in which bits are handed on.
    static int Container(int width) => width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64;

    string? Stepped(RegisterModel register, string? inner) => Stepped(register.Protocol, Spelled(register.FullName), inner);

    // Steps stand outside: what they select is put back before the register's own bank is chosen.
    string? Stepped(ProtocolModel? around, string name, string? inner)
    {
        if (around is not { } protocol)
        {
            return inner;
        }

        StepsText text = Text();
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

    /// <summary>The route of a joined value.</summary>
    public string Of(JoinedModel joined)
    {
        string name = _names.Of(joined.Path);
        string whole = joined.Protocol is null ? name : $"{name}Parts";
        string route = Made("JoinedRoute", joined.IsStable ? $"{name}Once" : whole, JoinedOf(joined));
        return Stepped(joined.Protocol, name, joined.IsStable ? Made("StableRoute", whole, [CSharpText.Literal(joined.Name), $"inner: {route}"]) : route)!;
    }

    // The steps of a lock stand outside of all that is selected, too.
    string? Unlocked(string? path, string? inner)
    {
        if (_device.Locks.FirstOrDefault(known => known.Path == path) is not { } guard)
        {
            return inner;
        }

        string name = $"{CSharpText.Pascal(guard.Name)}Unlocked{(inner is null || inner == Plain ? "" : $"In{inner}")}";
        return Made("UnlockedRoute", name, [DoorOf(guard), .. inner is null ? Array.Empty<string>() : [$"inner: {inner}"]]);
    }

    // Banks are chosen in the order of the condition, so the last one stands next to the register.
    string? At(RegisterModel register, ConditionModel? when)
    {
        string? route = _shadows.TryGetValue(register.FullName, out string? shadow) ? shadow
            : register.Transfer is { } transfer ? Through(transfer)
            : register.Window is null ? null : Of(_device.FindWindow(register.Window)!);
        route = Recovering(register, route ?? Standing(register));

        // Right before the access, since that is the one which the bank is selected for.
        foreach (OneShotModel bank in (when?.Banks ?? default).Select(_device.FindOneShot))
        {
            route = Stepped(new ProtocolModel(bank.Steps, null, bank.Steps, null), Spelled(bank.Name) + (route is null or Plain ? "" : $"In{route}"), route);
        }

        route = Wrapped(register, route);
        string inside = route is null or Plain ? "" : $"In{route}";
        foreach (Choice choice in when is null ? [] : Choice.Of(_device, when).Reverse())
        {
            inside = choice.Name + inside;
            route = Bank(choice, inside, route == Plain ? null : route);
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
            route = Stable(register.FullName, route);
        }

        return register.IsBigEndian ? Made("BigEndianRoute", $"BigEndian{Part(route)}", Inner(route)) : route;
    }

    string Stable(string name, string? inner) => Made("StableRoute", $"Stable{Spelled(name)}", [CSharpText.Literal(name), .. Inner(inner)]);

    string Recovering(RecoveryModel recovery, string? inner)
    {
        IEnumerable<string> times = new[] { ("read", recovery.Read), ("write", recovery.Write) }
            .Where(each => each.Item2 > 0).Select(each => $"{each.Item1}: {StepsText.Number(each.Item2)}");
        return Made("RecoveryRoute", $"Recovering{Part(inner)}", [.. times, .. Inner(inner)]);
    }

    static string Part(string? inner) => inner is null or Plain ? "" : Spelled(inner);

    static string[] Inner(string? inner) => inner is null ? [] : [$"inner: {inner}"];

    // A port as it is. In a region whose base must be found, and in a device that must recover, that takes a route too.
    string? Standing(RegisterModel register) => _recovers || _device.FindRegion(register.Region) is { Stays: false } ? Plain : null;

    string Through(TransferModel transfer) => Made(
        "TransferRoute", $"Through{transfer.Port}{(transfer.HighFirst ? "HighFirst" : "")}",
        [$"PortWidth.Bits{transfer.Port}", .. transfer.HighFirst ? ["highFirst: true"] : Array.Empty<string>()]);

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
            Coded(holder, holder.Address, routed: true), $"PortWidth.Bits{holder.Width}", $"Mask: {CSharpText.Hex(mask, holder.Width)}",
            $"Preserved: {CSharpText.Hex(holder.Preserved, holder.Width)}", $"Inert: {CSharpText.Hex(holder.Inert, holder.Width)}",
        ];
        if (Of(holder) is { } route)
        {
            arguments[0] = AddressOf(holder);
            arguments.Add(route);
        }

        return arguments;
    }

    List<string> SelectorOf(FieldReference field)
    {
        RegisterModel holder = _device.Find(field.Register)!;
        return SelectorOf(holder, holder.Find(field.Field ?? "")?.Mask ?? holder.Mask);
    }

    void AddWindow(WindowModel window)
    {
        string name = Of(window);
        List<string> arguments = [Choosing(window, name), $"reads: [{Data(window, window.Reads)}]"];
        if (!window.Reads.SequenceEqual(window.Writes))
        {
            arguments.Add($"writes: [{Data(window, window.Writes)}]");
        }

        if (window.Increment != Increment.None)
        {
            arguments.Add($"increment: Increment.{window.Increment}");
        }

        if (window.ReadSteps is not null && window.WriteSteps is not null)
        {
            arguments.Add($"selectWrite: {Steps(window, window.Choosing(isWrite: true)!, $"{name}SelectWrite")}");
        }

        foreach ((string parameter, bool isWrite) in new[] { ("afterRead", false), ("afterWrite", true) })
        {
            if (window.After(isWrite) is { } after)
            {
                arguments.Add($"{parameter}: {Steps(window, after, name + CSharpText.Pascal(parameter))}");
            }
        }

        if (DoorOf(window) is { } door)
        {
            arguments.Add($"door: {door}");
        }

        Add("WindowRoute", name, arguments, isPublic: true);
    }

    string Choosing(WindowModel window, string name)
    {
        if (!window.IsIndexed)
        {
            return Steps(window, window.Choosing(isWrite: window is { Select: null, ReadSteps: null })!, $"{name}Select");
        }

        Add("Selector", $"{name}Index", SelectorOf(window.Index), isPublic: false);
        return $"{name}Index";
    }

    string Steps(WindowModel window, StepsModel steps, string name) =>
        Made("StepList", name, Text().Arguments(window.Packed(steps)), isPublic: false);

    /// <summary>What lets a window in, or null. Windows with one index register share it.</summary>
    public string? DoorOf(WindowModel window)
    {
        WindowModel[] doors = [.. _device.Windows.Where(known => known.HasDoor)];
        if (doors.FirstOrDefault(known => known.Chooser == window.Chooser) is not { } owner)
        {
            return null;
        }

        return Door($"{Of(owner)}Door", Array.IndexOf(doors, owner), owner.Enter, owner.Exit, owner.Lock);
    }

    string Door(string name, int slot, StepsModel? enter, StepsModel? exit, string? shared)
    {
        StepsText text = Text();
        List<string> arguments = [$"slot: {slot}"];
        Steps("enter", enter);
        Steps("exit", exit);
        if (shared is not null)
        {
            arguments.Add($"name: {CSharpText.Literal(shared)}");
        }

        return Made("WindowDoor", name, arguments);

        void Steps(string parameter, StepsModel? steps)
        {
            if (steps is not null)
            {
                arguments.Add($"{parameter}: {Made("StepList", $"{name}{CSharpText.Pascal(parameter)}", text.Arguments(steps), isPublic: false)}");
            }
        }
    }

    string Data(WindowModel window, IEnumerable<string> registers) => string.Join(", ", registers.Select(name =>
    {
        RegisterModel data = _device.Find(name)!;
        string? way = window.Recovery is { } recovery ? Recovering(recovery, Of(data)) : Of(data);
        string lanes = window.CountsBytes ? $", Lanes: {(1 << window.LaneBits) - 1}" : "";
        return $"new({AddressOf(data)}, PortWidth.Bits{data.Width}{(way is { } route ? $", {route}" : "")}{lanes})";
    }));

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
            Add("ReadBase", BaseOf(region), [.. arguments, .. ClaimEmitter.RangesOf(region.Registers.SelectMany(_device.ElementsOf)).Select(ClaimEmitter.Offsets)], isPublic: true);
        }
    }

    // Route, address, width and mask of what holds a base.
    string[] SourceOf(ReadBaseModel read)
    {
        if (read.Register is not { } field)
        {
            JoinedModel joined = _device.Joined.First(known => known.Name == read.Joined);
            return [Of(joined), "0", "PortWidth.Bits32", "0xFFFFFFFF"];
        }

        RegisterModel holder = _device.Find(field.Register)!;
        string mask = CSharpText.Hex(holder.Find(field.Field ?? "")?.Mask ?? holder.Mask, holder.Width);
        return [Of(holder) ?? "null", AddressOf(holder), $"PortWidth.Bits{holder.Width}", mask];
    }

    IReadOnlyList<string> JoinedOf(JoinedModel joined)
    {
        RegisterModel[] parts = [.. joined.Of.Select(name => _device.Find(name)!)];
        string reads = parts.All(part => part.CanRead) ? Parts(joined, joined.ReadOrder, part => part) : "";
        string writes = parts.All(part => _device.WrittenFor(part).CanWrite) ? Parts(joined, joined.WriteOrder, _device.WrittenFor) : "";
        return [$"reads: [{reads}]", $"writes: [{writes}]"];
    }

    string Parts(JoinedModel joined, IEnumerable<string> order, Func<RegisterModel, RegisterModel> accessed) => string.Join(", ", order.Select(name =>
    {
        RegisterModel part = accessed(_device.Find(name)!);
        int shift = joined.Of.SkipWhile(other => other != name).Skip(1).Sum(less => _device.Find(less)!.Width);
        return $"new({Of(part) ?? "null"}, {AddressOf(part)}, PortWidth.Bits{part.Width}, {shift})";
    }));

    void Add(string type, string name, IReadOnlyList<string> arguments, bool isPublic) => _lines.Add(new(type, name, arguments, isPublic));
}
