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
        RegisterModel[] parts = [.. joined.Of.Select(name => device.Find(name)!)];
        string reads = parts.All(part => part.CanRead) ? Parts(joined, joined.ReadOrder, part => part) : "";
        string writes = parts.All(part => device.WrittenFor(part).CanWrite) ? Parts(joined, joined.WriteOrder, device.WrittenFor) : "";
        return [$"reads: [{reads}]", $"writes: [{writes}]"];
    }

    string Parts(JoinedModel joined, IEnumerable<string> order, Func<RegisterModel, RegisterModel> accessed) => string.Join(", ", order.Select(name =>
    {
        RegisterModel part = accessed(device.Find(name)!);
        int shift = joined.Of.SkipWhile(other => other != name).Skip(1).Sum(less => device.Find(less)!.Width);
        return $"new({routes.Of(part) ?? "null"}, {routes.AddressOf(part)}, PortWidth.Bits{part.Width}, {shift})";
    }));
}
