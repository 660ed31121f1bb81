using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What windows come to: a route each, and the doors that let in, those of locks among them.</summary>
sealed class WindowRoutes(DeviceModel device, Names names, Routes routes, RouteLines lines)
{
    readonly WindowModel[] _doors = [.. device.EachWindow.Where(known => known.HasDoor)];
    readonly LockModel[] _locks = [.. device.EachLock.GroupBy(known => (known.Unlock, known.Relock)).Select(same => same.First())];
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Add(WindowModel window)
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

        if (window.Parameters.Count > 0)
        {
            arguments.Add($"indexBits: {window.AtWidth}");
        }

        lines.Add("WindowRoute", name, arguments, isPublic: true);
    }

    /// <summary>The route of a window.</summary>
    public string Of(WindowModel window)
    {
        if (!_names.TryGetValue(window.FullName, out string? name))
        {
            string wanted = window.Owner is null ? names.Of(window.Path)
                : window.Owner == window.Region ? names.Of($"regions/{window.Region}") + names.Of(window.Path)
                : Routes.Spelled(window.FullName);
            _names[window.FullName] = name = lines.Unique(wanted);
        }

        return name;
    }

    /// <summary>What lets a window in, or null. Windows with one index register share it.</summary>
    public string? DoorOf(WindowModel window)
    {
        int slot = Array.FindIndex(_doors, known => known.Chooser == window.Chooser);
        return slot < 0 ? null : Door($"{Of(_doors[slot])}Door", slot, _doors[slot].Enter, _doors[slot].Exit, _doors[slot].Lock);
    }

    /// <summary>What unlocks writes: locks with the same steps share it.</summary>
    public string DoorOf(LockModel known)
    {
        int number = Array.FindIndex(_locks, each => each.Unlock.Equals(known.Unlock) && Equals(each.Relock, known.Relock));
        return Door($"{names.Of($"{_locks[number].Path}/unlock")}Door", _doors.Length + number, known.Unlock, known.Relock, null);
    }

    string Choosing(WindowModel window, string name)
    {
        if (!window.IsIndexed)
        {
            return Steps(window, window.Choosing(isWrite: window is { Select: null, ReadSteps: null })!, $"{name}Select");
        }

        lines.Add("Selector", $"{name}Index", routes.SelectorOf(window.Index), isPublic: false);
        return $"{name}Index";
    }

    string Steps(WindowModel window, StepsModel steps, string name) => routes.ListOf(window.Packed(steps), name);

    string Door(string name, int slot, StepsModel? enter, StepsModel? exit, string? shared)
    {
        List<string> arguments = [$"slot: {slot}"];
        Steps("enter", enter);
        Steps("exit", exit);
        if (shared is not null)
        {
            arguments.Add($"name: {CSharpText.Literal(shared)}");
        }

        return lines.Made("WindowDoor", name, arguments);

        void Steps(string parameter, StepsModel? steps)
        {
            if (steps is not null)
            {
                arguments.Add($"{parameter}: {routes.ListOf(steps, $"{name}{CSharpText.Pascal(parameter)}")}");
            }
        }
    }

    string Data(WindowModel window, IEnumerable<string> registers) => string.Join(", ", registers.Select(name =>
    {
        RegisterModel data = device.Find(name)!;
        string? way = window.Recovery is { } recovery ? routes.Recovering(recovery, routes.Of(data)) : routes.Of(data);
        string lanes = window.CountsBytes ? $", Lanes: {(1 << window.LaneBits) - 1}" : "";
        return $"new({routes.AddressOf(data)}, PortWidth.Bits{data.Width}{(way is { } route ? $", {route}" : "")}{lanes})";
    }));
}
