using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What joined values come to: their parts in the order of access, and what stands around the whole.</summary>
sealed class JoinedRoutes(DeviceModel device, Names names, Routes routes, RouteLines lines)
{
    public string Of(JoinedModel joined)
    {
        string name = joined.Owner is null ? names.Of(joined.Path) : Routes.Spelled(joined.FullName);
        string whole = joined.Protocol is null ? name : $"{name}Parts";
        string route = lines.Made("JoinedRoute", joined.IsStable ? $"{name}Once" : whole, PartsOf(joined));
        return routes.Stepped(joined.Protocol, name, joined.IsStable ? lines.Made("StableRoute", whole, [CSharpText.Literal(joined.FullName), $"inner: {route}"]) : route)!;
    }

    IReadOnlyList<string> PartsOf(JoinedModel joined)
    {
        string reads = device.CanRead(joined) ? string.Join(", ", joined.ReadOrder.Select(name => Read(joined, device.Find(name)!))) : "";
        string writes = device.CanWrite(joined) ? string.Join(", ", joined.WriteOrder.Select(name => Written(joined, device.Find(name)!))) : "";
        return [$"reads: [{reads}]", $"writes: [{writes}]"];
    }

    string Read(JoinedModel joined, RegisterModel register) => FieldsOf(joined, register) is { Length: > 0 } fields
        ? $"{Head(register)}, [{Bits(joined, register, fields)}])"
        : $"{Head(register)}, {ShiftOf(joined, new(register.FullName, null))})";

    string Written(JoinedModel joined, RegisterModel register)
    {
        if (FieldsOf(joined, register) is not { Length: > 0 } fields)
        {
            return $"{Head(device.WrittenFor(register))}, {ShiftOf(joined, new(register.FullName, null))})";
        }

        ulong named = fields.Aggregate(0ul, (bits, field) => bits | field.Mask), keep = register.Preserved & ~named;
        return $"{Head(register)}, [{Bits(joined, register, fields)}], "
            + $"keep: {CSharpText.Hex(keep, register.Width)}, inert: {CSharpText.Hex(register.Inert & ~keep & ~named, register.Width)})";
    }

    string Head(RegisterModel register) => $"new({routes.Of(register) ?? "null"}, {routes.AddressOf(register)}, PortWidth.Bits{register.Width}";

    static FieldModel[] FieldsOf(JoinedModel joined, RegisterModel register) =>
        [.. joined.Of.Where(part => part.Register == register.FullName && part.Field is not null).Select(part => register.Find(part.Field!)!)];

    // Piece by piece: the lowest bit in the register, the bits, the lowest bit in the value.
    string Bits(JoinedModel joined, RegisterModel register, FieldModel[] fields) => string.Join(", ", fields.SelectMany(field =>
    {
        int shift = ShiftOf(joined, new(register.FullName, field.Name)) + field.Width;
        return field.Pieces.Select(piece => $"new({piece.Low}, {CSharpText.Hex(BitRange.Ones(piece.Width), piece.Width)}, {shift -= piece.Width})");
    }));

    int ShiftOf(JoinedModel joined, FieldReference part) => joined.Of.SkipWhile(other => other != part).Skip(1).Sum(device.WidthOf);
}
