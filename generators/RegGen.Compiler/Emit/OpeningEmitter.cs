using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits how a device is opened: constructors, Open, Claim, Bases.</summary>
sealed class OpeningEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    readonly RegionModel[] _barred = [.. device.Regions.Where(region => region.Base is BarBaseModel)];

    // A device with one usual base needs none to be named.
    string Ports(bool withDefault = true) => string.Join(", ",
    [
        withDefault && device.Bases.Count == 1 && _barred.Length == 0 ? $"ushort port = Bases.{names.Of($"bases/{device.Bases[0].Name}")}" : "ushort port",
        .. _barred.Select(region => $"ushort {names.ParameterOf(region)}"),
    ]);

    string Arguments => string.Join(", ", ["port", .. _barred.Select(names.ParameterOf)]);

    public void Emit()
    {
        string initials = string.Concat(routes.Initials.Select(initial => $", {initial}"));
        string regions = device.Regions.Count == 0 ? "" : $", [{string.Join(", ", device.Regions.Select(PlaceOf))}]";
        RegionModel[] still = [.. device.Regions.Where(region => region.Stays)];
        EmitFields(still);
        writer.Line("/// <summary>Drives the device on a bus that stays its owner's.</summary>");
        writer.Line("/// <param name=\"bus\">A bus that was granted <see cref=\"Claim\"/>.</param>");
        EmitPortDocs();
        writer.Line($$"""
            /// <exception cref="PortAccessException">The claim was not granted to the bus.</exception>
            public {{names.Device}}(PortBus bus, {{Ports()}})
                : this(bus, {{Arguments}}, ownsBus: false)
            {
            }

            {{names.Device}}(PortBus bus, {{Ports(withDefault: false)}}, bool ownsBus)
                : base(bus, Claim({{Arguments}}), ownsBus{{regions}}{{initials}})
            {
            """);
        writer.Indented(() =>
        {
            foreach (RegionModel region in still)
            {
                writer.Line($"{names.PortsOf(region)} = new(this, {BaseOf(region)});");
            }
        });
        writer.Line("}");
        writer.Line();
        writer.Line("/// <summary>Opens the device on a bus of its own, which it disposes.</summary>");
        EmitPortDocs();
        writer.Line($"""
            /// <param name="backend">The way to the ports; null means this machine's own.</param>
            /// <exception cref="PortAccessException">The claim was refused; the cause and the remedy are in it.</exception>
            public static {names.Device} Open({Ports()}, PortBackend? backend = null) =>
                new(PortBus.Open(backend ?? PortBackend.ForThisMachine(), Claim({Arguments})), {Arguments}, ownsBus: true);

            """);
        new ClaimEmitter(device, names, writer).Emit(Ports(), Arguments);
        EmitLocate();
        new IdentityEmitter(device, names, routes, writer).EmitMethods(Ports(withDefault: false), Arguments, EmitPortDocs);
        EmitBases();
    }

    void EmitLocate()
    {
        if (device.Locate is not { } locate)
        {
            return;
        }

        List<string> filter = [];
        if (locate.Vendor is { } vendor)
        {
            filter.Add($"Vendor = 0x{vendor:X4}");
        }

        if (locate.Devices.Count > 0)
        {
            filter.Add($"Devices = [{string.Join(", ", locate.Devices.Select(id => $"0x{id:X4}"))}]");
        }

        if (locate.Class is { } code)
        {
            filter.Add($"Class = 0x{code:X6}{(locate.ClassMask == 0xFFFFFF ? "" : $", ClassMask = 0x{locate.ClassMask:X6}")}");
        }

        string places = string.Concat(_barred.Select(region => $", place.PortOf({((BarBaseModel)region.Base!).Bar})"));
        string enable = locate.Enable is { } bits ? $", enable: new(0x{bits.Offset:X2}, 0x{bits.Mask:X})" : "";
        string where = locate.Base is { } known ? $"new PciBits(0x{known.Offset:X2}, 0x{known.Mask:X}){enable}" : $"bar: {locate.Bar}";
        writer.Line();
        writer.Doc("summary", $"Finds the device on PCI ({locate}), with {locate.Place}.");
        writer.Line($$"""
            /// <param name="scan">The way to look at PCI; null means what the system shows to every program.</param>
            /// <exception cref="PlatformNotSupportedException">The system shows nothing, and no way was given.</exception>
            /// <exception cref="PortAccessException">The system does not show what is needed to this process.</exception>
            public static global::System.Collections.Generic.IReadOnlyList<PciPlace> Locate(PciScan? scan = null) =>
                (scan ?? PciScan.ForThisMachine()).Find(new PciFilter { {{string.Join(", ", filter)}} }, {{where}});

            /// <summary>Opens the device where it was found, on a bus of its own, which it disposes.</summary>
            /// <param name="place">One of the places that <see cref="Locate"/> found.</param>
            /// <param name="backend">The way to the ports; null means this machine's own.</param>
            /// <exception cref="PortAccessException">The claim was refused; the cause and the remedy are in it.</exception>
            public static {{names.Device}} Open(PciPlace place, PortBackend? backend = null) => Open(place.BasePort{{places}}, backend);
            """);
    }

    void EmitFields(RegionModel[] still)
    {
        foreach (RegionModel region in still)
        {
            writer.Line($"readonly PortRegion {names.PortsOf(region)};");
        }

        if (still.Length > 0)
        {
            writer.Line();
        }
    }

    void EmitPortDocs()
    {
        writer.Line("/// <param name=\"port\">The device's first port.</param>");
        foreach (RegionModel region in _barred)
        {
            writer.Line($"/// <param name=\"{names.ParameterOf(region)}\">First port of {region.Name}: PCI base address register {((BarBaseModel)region.Base!).Bar}.</param>");
        }
    }

    string BaseOf(RegionModel region) => region.Base is FixedBaseModel known ? $"0x{known.Port:X}" : names.ParameterOf(region);

    // Made anew for each device object, since PCI gives each its own bases; the others are routes.
    string PlaceOf(RegionModel region) => region.Stays
        ? $"new FixedBase({CSharpText.Literal(region.Name)}, {BaseOf(region)})"
        : $"Routes.{routes.BaseOf(region)}";

    void EmitBases()
    {
        if (device.Bases.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line("/// <summary>Where the device is usually found.</summary>");
        writer.Block("public static class Bases", () =>
        {
            foreach (BaseModel known in device.Bases)
            {
                writer.Line($"/// <summary>{known.Name}: port 0x{known.Port:X}.</summary>");
                writer.Line($"public const ushort {names.Of($"bases/{known.Name}")} = 0x{known.Port:X};");
            }
        });
    }
}
