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
            if (window.Region is null)
            {
                EmitMember(window, "this");
            }

            EmitStruct(window);
        }
    }

    /// <summary>Emits the property that shows a window.</summary>
    public void EmitMember(WindowModel window, string owner)
    {
        writer.Line();
        string choosing = window.IsIndexed
            ? $"{window.Index}"
            : string.Join(", ", new[] { window.Choosing(isWrite: false), window.Choosing(isWrite: true) }
                .SelectMany(steps => steps?.Steps ?? default).SelectMany(step => step.Targets).Select(target => target.Register).Except(window.Data));
        writer.Doc("summary", $"{DocOf(window)} Reached through {choosing}{(choosing.Length > 0 ? " and " : "")}{string.Join(", ", window.Data)}.");
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

    string ParameterOf(WindowModel window, WindowParameterModel parameter) => names.Of($"{window.Path}/parameters/{parameter.Name}");

    static string DocOf(WindowModel window) => CSharpText.Xml(DeviceEmitter.Text(window.Doc, $"The window {window.Name}."));

    void EmitStruct(WindowModel window)
    {
        writer.Line();
        writer.Doc("summary", DocOf(window));
        writer.Line("/// <param name=\"device\">The device.</param>");
        bool several = window.Parameters.Count > 0;
        if (several)
        {
            writer.Line("/// <param name=\"place\">What it is chosen by, above the bits of an address.</param>");
        }

        writer.Block($"public readonly struct {names.StructOf(window)}({names.Device} device{(several ? ", int place" : "")})", () =>
        {
            new RawEmitter(device, routes, writer).Emit(window);
            if (routes.DoorOf(window) is not null)
            {
                writer.Line();
                writer.Line("/// <summary>Enters the window once for several accesses of this thread, until the scope is disposed. Other threads wait.</summary>");
                writer.Line("/// <exception cref=\"TimeoutException\">Its lock was not free in time.</exception>");
                writer.Line("/// <exception cref=\"PortAccessException\">An access was refused.</exception>");
                writer.Line($"public {names.ScopeOf(window)} Enter() => new(device{(several ? ", this" : "")});");
            }

            foreach (RegisterModel register in window.Registers)
            {
                members.EmitRegister(register, "device", several ? "place + " : "");
            }
        });
        if (routes.DoorOf(window) is { } door)
        {
            EmitScope(window, door);
        }
    }

    void EmitScope(WindowModel window, string door)
    {
        string scope = names.ScopeOf(window);
        writer.Line();
        writer.Doc("summary", $"{DocOf(window)} While it is entered; belongs to one thread.");
        writer.Block($"public ref struct {scope}", () =>
        {
            writer.Line($$"""
                readonly {{names.StructOf(window)}} _window;
                WindowScope _scope;

                internal {{scope}}({{names.Device}} device{{(window.Parameters.Count > 0 ? $", {names.StructOf(window)} window" : "")}})
                {
                    _window = {{(window.Parameters.Count > 0 ? "window" : "new(device)")}};
                    _scope = new(device, Routes.{{door}});
                }

                /// <summary>Leaves the window; the second time it does nothing.</summary>
                public void Dispose() => _scope.Dispose();
                """);
            foreach (RegisterModel register in window.Registers.Where(register => register.PreviousOf is null))
            {
                writer.Line();
                writer.Line($"/// <inheritdoc cref=\"{names.StructOf(window)}.{names.Of(register)}\"/>");
                writer.Line($"public {members.TypeOf(register)} {names.Of(register)} => _window.{names.Of(register)};");
            }
        });
    }
}
