using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits how a device is recognized: TryOpen, Identify, Probe, and what they look at.</summary>
sealed class IdentityEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    const string Backend = "PortBackend? backend = null";

    const string Difference = "[NotNullWhen(false)] out string? difference";

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
        writer.Arrow($"public bool Identify({Difference})", "Identity.Check.Holds(this, out difference)");
    }

    /// <summary>Emits what is looked at, as data.</summary>
    public void EmitData()
    {
        if (device.Identity is not { } identity)
        {
            return;
        }

        var steps = new StepsText(device, routes, called => $"Sequences.{names.Of(called.Path)}.Steps");
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
            writer.List("public static readonly Identification Check = new(", tests, ")");
            writer.Line("{");
            writer.Indented(() =>
            {
                writer.Line("Probe = Probe,");
                writer.List("Restores = [", identity.Restores.Select(routes.PlaceOf), "],");
            });
            writer.Line("};");
        });
    }

    void EmitTryOpen(string ports, string arguments, Action portDocs)
    {
        string found = $"[NotNullWhen(true)] out {names.Device}? device";
        writer.Line();
        writer.Line("/// <summary>Opens the device on a bus of its own if it is there: if it identifies. Else the bus is disposed.</summary>");
        EmitDocs("");
        writer.List("public static bool TryOpen(", [ports, found, Backend], ") =>");
        writer.Indented(() => writer.Line($"TryOpen({arguments}, out device, out _, backend);"));
        writer.Line();
        writer.Line("/// <summary>Opens the device on a bus of its own if it is there, or says what does not fit.</summary>");
        EmitDocs("/// <param name=\"difference\">What did not hold, and what was there instead.</param>\n");
        writer.List("public static bool TryOpen(", [ports, found, Difference, Backend], ") =>");
        writer.Indented(() => writer.Line($"Identity.Check.Keep(Open({arguments}, backend), out device, out difference);"));

        void EmitDocs(string difference)
        {
            portDocs();
            writer.Line($"""
                /// <param name="device">The device, or null.</param>
                {difference}/// <param name="backend">The way to the ports; null means this machine's own.</param>
                /// <exception cref="PortAccessException">The claim or an access was refused; the cause and the remedy are in it.</exception>
                """);
        }
    }

    void EmitProbe()
    {
        writer.Line();
        writer.Doc("summary", $"Opens the device at the first of its usual places where it identifies: {string.Join(", ", device.Bases.Select(known => known.Name))}.");
        writer.Line("""
            /// <param name="backend">Makes a way to the ports for each place; null means this machine's own.</param>
            /// <returns>The device, or null if it is at none of them.</returns>
            /// <exception cref="PortAccessException">It is at none of them, and one was refused.</exception>
            """);
        writer.Block($"public static {names.Device}? Probe(Func<PortBackend>? backend = null)", () =>
        {
            writer.List("ReadOnlySpan<ushort> ports = [", device.Bases.Select(known => $"Bases.{names.Of($"bases/{known.Name}")}"), "];");
            writer.Line($"return Identification.First(ports, port => TryOpen(port, out {names.Device}? device, backend?.Invoke()) ? device : null);");
        });
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
