using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits how a device is recognized: TryOpen, Identify, Probe, and what they look at.</summary>
sealed class IdentityEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    const string Found = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out";

    const string Difference = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? difference";

    /// <param name="ports">Parameters for the ports.</param>
    /// <param name="arguments">The same as arguments.</param>
    /// <param name="portDocs">Emits their documentation.</param>
    public void EmitMethods(string ports, string arguments, Action portDocs)
    {
        if (device.Identity is not { } identity)
        {
            return;
        }

        EmitTryOpen(ports, arguments, portDocs);
        if (device.Locate is not null)
        {
            EmitTryOpen("PciPlace place", "place", () => writer.Line("/// <param name=\"place\">One of the places that <see cref=\"Locate\"/> found.</param>"));
        }

        if (device.Bases.Count > 0 && device.Regions.All(region => region.Base is not BarBaseModel))
        {
            EmitProbe();
        }

        writer.Line();
        writer.Doc("summary", CSharpText.Xml($"Whether this is the device: {identity.Text.Trim()}."));
        EmitRemarks(identity);
        writer.Line("public bool Identify() => Identify(out _);");
        writer.Line();
        writer.Line("/// <inheritdoc cref=\"Identify()\"/>");
        writer.Line("/// <param name=\"difference\">What did not hold, and what was there instead.</param>");
        writer.Line($"public bool Identify({Difference}) => Identity.Check.Holds(this, out difference);");
    }

    /// <summary>Emits what is looked at, as data.</summary>
    public void EmitData()
    {
        if (device.Identity is not { } identity)
        {
            return;
        }

        var steps = new StepsText(device, routes, called => $"{names.Of(called.Path)}.Steps");
        IEnumerable<string> tests = identity.When.Terms.Zip(identity.Texts, (term, text) => $"({CSharpText.Literal(text)}, {steps.Text(term)})");
        writer.Line();
        writer.Block("static class Identity", () =>
        {
            if (identity.Probe is not { } probe)
            {
                writer.List("public static readonly Identification Check = new(", tests, ");");
                return;
            }

            writer.List("static readonly StepList Probe = new(", steps.Arguments(probe), ");");
            string restores = string.Join(", ", identity.Restores.Select(routes.PlaceOf));
            writer.List("public static readonly Identification Check = new(", tests, $") {{ Probe = Probe, Restores = [{restores}] }};");
        });
    }

    void EmitTryOpen(string ports, string arguments, Action portDocs)
    {
        writer.Line();
        writer.Line("/// <summary>Opens the device on a bus of its own if it is there: if it identifies. Else the bus is disposed.</summary>");
        portDocs();
        writer.Line($"""
            /// <param name="device">The device, or null.</param>
            /// <param name="backend">The way to the ports; null means this machine's own.</param>
            /// <exception cref="PortAccessException">The claim or an access was refused; the cause and the remedy are in it.</exception>
            public static bool TryOpen({ports}, {Found} {names.Device}? device, PortBackend? backend = null) => TryOpen({arguments}, out device, out _, backend);

            /// <summary>Opens the device on a bus of its own if it is there, or says what does not fit.</summary>
            """);
        portDocs();
        writer.Line($"""
            /// <param name="device">The device, or null.</param>
            /// <param name="difference">What did not hold, and what was there instead.</param>
            /// <param name="backend">The way to the ports; null means this machine's own.</param>
            /// <exception cref="PortAccessException">The claim or an access was refused; the cause and the remedy are in it.</exception>
            public static bool TryOpen({ports}, {Found} {names.Device}? device, {Difference}, PortBackend? backend = null) =>
                Identity.Check.Keep(Open({arguments}, backend), out device, out difference);
            """);
    }

    void EmitProbe()
    {
        string bases = string.Join(", ", device.Bases.Select(known => $"Bases.{names.Of($"bases/{known.Name}")}"));
        writer.Line();
        writer.Line($$"""
            /// <summary>Opens the device at the first of its usual places where it identifies, in their order ({{string.Join(", ", device.Bases.Select(known => known.Name))}}).</summary>
            /// <param name="backend">Makes a way to the ports for each place; null means this machine's own.</param>
            /// <returns>The device, or null if it is at none of them.</returns>
            /// <exception cref="PortAccessException">It is at none of them, and one was refused.</exception>
            public static {{names.Device}}? Probe(Func<PortBackend>? backend = null) =>
                Identification.First([{{bases}}], port => TryOpen(port, out {{names.Device}}? device, backend?.Invoke()) ? device : null);
            """);
    }

    void EmitRemarks(IdentityModel identity)
    {
        if (identity.Probe is not { } probe)
        {
            return;
        }

        string restores = identity.Restores.Count == 0 ? "" : $" It puts back {string.Join(", ", identity.Restores)}.";
        writer.Line($"/// <remarks>A probe: before it looks, it does the following.{restores}");
        writer.Line("/// <code>");
        foreach (StepModel step in probe.Steps)
        {
            writer.Line($"/// {CSharpText.Xml(step.ToString())}");
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }
}
