using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits how a device is opened: constructors, Open, Claim, Bases.</summary>
sealed class OpeningEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    // A device with one usual base needs none to be named.
    string Port => device.Bases.Count == 1 ? $"ushort port = Bases.{names.Of($"bases/{device.Bases[0].Name}")}" : "ushort port";

    public void Emit()
    {
        string initials = string.Concat(routes.Initials.Select(initial => $", {initial}"));
        writer.Line($$"""
            /// <summary>Drives the device on a bus that stays its owner's.</summary>
            /// <param name="bus">A bus that was granted <see cref="Claim"/>.</param>
            /// <param name="port">The device's first port.</param>
            /// <exception cref="PortAccessException">The claim was not granted to the bus.</exception>
            public {{names.Device}}(PortBus bus, {{Port}})
                : this(bus, port, ownsBus: false)
            {
            }

            {{names.Device}}(PortBus bus, ushort port, bool ownsBus)
                : base(bus, Claim(port), ownsBus{{initials}})
            {
            }

            /// <summary>Opens the device on a bus of its own, which it disposes.</summary>
            /// <param name="port">The device's first port.</param>
            /// <param name="backend">The way to the ports; null means this machine's own.</param>
            /// <exception cref="PortAccessException">The claim was refused; the cause and the remedy are in it.</exception>
            public static {{names.Device}} Open({{Port}}, PortBackend? backend = null) =>
                new(PortBus.Open(backend ?? PortBackend.ForThisMachine(), Claim(port)), port, ownsBus: true);

            /// <summary>The ports that the device needs: {{ClaimText()}}.</summary>
            /// <exception cref="ArgumentOutOfRangeException">The base is so high that the device would end past port 0xFFFF.</exception>
            """);
        writer.List($"public static PortClaim Claim({Port}) => PortClaim.At(", [CSharpText.Literal(device.Name), "port", .. Ranges().Select(Offsets)], ");");
        EmitBases();
    }

    /// <summary>The ports that have registers, as offsets; holes left out.</summary>
    public static IEnumerable<(int First, int Last)> RangesOf(DeviceModel device)
    {
        (int First, int Last)? open = null;
        foreach ((int first, int last) in device.Registers.SelectMany(device.ElementsOf).SelectMany(PortsOf).OrderBy(ports => ports.First).ThenBy(ports => ports.Last))
        {
            if (open is { } range && first <= range.Last + 1)
            {
                open = (range.First, Math.Max(range.Last, last));
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = (first, last);
        }

        if (open is { } final)
        {
            yield return final;
        }
    }

    static IEnumerable<(int First, int Last)> PortsOf(RegisterModel register) =>
        register.Places.Select(each => (each.Place.Address, each.Place.Address + register.Bytes - 1));

    IEnumerable<(int First, int Last)> Ranges() => RangesOf(device);

    static string Offsets((int First, int Last) range) => string.Format(CultureInfo.InvariantCulture, "({0}, {1})", range.First, range.Last);

    string ClaimText() => string.Join(", ", Ranges().Select(range => range.First == range.Last
        ? $"base + {range.First}"
        : $"base + {range.First} to base + {range.Last}"));

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
