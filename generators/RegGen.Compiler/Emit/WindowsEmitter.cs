using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the windows of a device: a struct each, with the registers behind it and what reaches any index.</summary>
sealed class WindowsEmitter(DeviceModel device, Names names, Routes routes, MembersEmitter members, SourceWriter writer)
{
    /// <summary>Emits the windows of the device itself, and the structs of all.</summary>
    public void Emit()
    {
        foreach (WindowModel window in device.Windows)
        {
            if (window.Owner is null)
            {
                EmitMember(window, new("this"));
            }

            EmitStruct(window);
        }
    }

    /// <summary>Emits the properties that show the windows of a region or block.</summary>
    public void EmitMembers(string owner, MemberScope scope)
    {
        foreach (WindowModel window in device.Index.WindowsIn[owner])
        {
            EmitMember(window, scope);
        }
    }

    void EmitMember(WindowModel window, MemberScope scope)
    {
        writer.Line();
        string owner = IsRepeated(window) ? $"{scope.Device}, {scope.Index}" : scope.Device;
        string choosing = window.IsIndexed
            ? $"{window.Index}"
            : string.Join(", ", new[] { window.Choosing(isWrite: false), window.Choosing(isWrite: true) }
                .SelectMany(steps => steps?.Steps ?? default).SelectMany(step => step.Targets).Select(target => target.Register).Except(window.Data));
        writer.Doc("summary", $"{DocOf(window)} Reached through {choosing}{(choosing.Length > 0 ? " and " : "")}{string.Join(", ", window.Data)}.".Replace("[#]", ""));
        if (window.Parameters.Count == 0)
        {
            writer.Line($"public {names.StructOf(window)} {names.Of(window.Path)} => new({owner});");
            return;
        }

        foreach (WindowParameterModel parameter in window.Parameters)
        {
            writer.Doc($"param name=\"{ParameterOf(window, parameter).TrimStart('@')}\"", $"{parameter.First} to {parameter.Last}.");
        }

        writer.Line("/// <exception cref=\"ArgumentOutOfRangeException\">There is none of this number.</exception>");
        string parameters = string.Join(", ", window.Parameters.Select(parameter => $"{CSharpText.Integer(parameter.Width)} {ParameterOf(window, parameter)}"));
        writer.Arrow($"public {names.StructOf(window)} {names.Of(window.Path)}({parameters})", $"new({owner}, {string.Join(" | ", window.Parameters.Select(Place))})");

        string Place(WindowParameterModel parameter)
        {
            string name = ParameterOf(window, parameter);
            return $"WindowRoute.Place({name}, {parameter.First}, {parameter.Last}, {window.Place.First(input => input.Name == parameter.Name).Low}, nameof({name}))";
        }
    }

    bool IsRepeated(WindowModel window) => Elements.AreIn(device, window.Owner);

    // That of a block takes the device as its block has it.
    string HolderOf(WindowModel window) => window.Owner == window.Region ? names.Device : "PortDevice";

    string ParameterOf(WindowModel window, WindowParameterModel parameter) => names.Of($"{window.Path}/parameters/{parameter.Name}");

    static string DocOf(WindowModel window) => CSharpText.Xml(DeviceEmitter.Text(window.Doc, $"The window {window.Name}."));

    void EmitStruct(WindowModel window)
    {
        writer.Line();
        writer.Doc("summary", DocOf(window));
        writer.Line("/// <param name=\"device\">The device.</param>");
        bool several = window.Parameters.Count > 0, repeated = IsRepeated(window);
        WindowModel[] each = [.. Elements.LabelsIn(device, window.Owner).Select(labels => Elements.Filled(window, labels))];
        if (repeated)
        {
            writer.Line("/// <param name=\"element\">Which element of its block it is in.</param>");
        }

        if (several)
        {
            writer.Line("/// <param name=\"place\">What it is chosen by, above the bits of an address.</param>");
        }

        string? door = routes.DoorOf(each[0]) is null ? null : routes.Chosen("WindowDoor", $"{window.FullName.Replace("#", "")}.Door", each.Select(one => routes.DoorOf(one)!), "element");
        writer.Block($"public readonly struct {names.StructOf(window)}({HolderOf(window)} device{(repeated ? ", int element" : "")}{(several ? ", int place" : "")})", () =>
        {
            new RawEmitter(device, routes, writer).Emit(window, each);
            if (door is not null)
            {
                writer.Line();
                writer.Line("/// <summary>Enters the window once for several accesses of this thread, until the scope is disposed. Other threads wait.</summary>");
                writer.Line("/// <exception cref=\"TimeoutException\">Its lock was not free in time.</exception>");
                writer.Line("/// <exception cref=\"PortAccessException\">An access was refused.</exception>");
                writer.Line($"public {names.ScopeOf(window)} Enter() => new(device{(several || repeated ? ", this" : "")}{(repeated ? $", {door}" : "")});");
            }

            members.EmitRegisters(window.FullName, new("device", several ? "place" : "", repeated ? "element" : ""));
        });
        if (door is not null)
        {
            EmitScope(window, repeated ? "door" : door);
        }
    }

    void EmitScope(WindowModel window, string door)
    {
        string scope = names.ScopeOf(window), type = names.StructOf(window);
        bool repeated = IsRepeated(window), given = repeated || window.Parameters.Count > 0;
        writer.Line();
        writer.Doc("summary", $"{DocOf(window)} While it is entered; belongs to one thread.");
        writer.Block($"public ref struct {scope}", () =>
        {
            writer.Line($$"""
                readonly {{type}} _window;
                WindowScope _scope;

                internal {{scope}}({{HolderOf(window)}} device{{(given ? $", {type} window" : "")}}{{(repeated ? ", WindowDoor door" : "")}})
                {
                    _window = {{(given ? "window" : "new(device)")}};
                    _scope = new(device, {{door}});
                }

                /// <summary>Leaves the window; the second time it does nothing.</summary>
                public void Dispose() => _scope.Dispose();
                """);
            foreach (RegisterModel register in device.Index.RegistersIn[window.FullName].Where(register => register.PreviousOf is null))
            {
                Again(members.TypeOf(register), names.Of(register));
            }

            foreach (BlockModel block in device.Index.BlocksIn[window.FullName])
            {
                Again(members.TypeOf(block), names.Of(block.Path));
            }
        });

        void Again(string of, string name)
        {
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{type}.{name}\"/>");
            writer.Line($"public {of} {name} => _window.{name};");
        }
    }
}
