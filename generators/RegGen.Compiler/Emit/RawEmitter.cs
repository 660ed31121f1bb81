using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits what reaches any index of a window, described or not: one, some, or all.</summary>
sealed class RawEmitter(DeviceModel device, Routes routes, SourceWriter writer)
{
    IReadOnlyList<WindowModel> _each = [];
    string _route = "", _write = "";

    /// <param name="window">The window.</param>
    /// <param name="each">The same, as often as it is there.</param>
    public void Emit(WindowModel window, IReadOnlyList<WindowModel> each)
    {
        _each = each;
        string name = window.FullName.Replace("#", "");
        _route = routes.Chosen("WindowRoute", name, each.Select(routes.Of), "element");
        _write = routes.Chosen("Route", $"{name}.Write", each.Select(routes.OfWrites), "element");
        string type = CSharpText.Integer(window.IsIndexed ? device.WidthOf(window.Index) : window.AtWidth);
        int[] reads = [.. Widths(window.Reads, register => register.CanRead)];
        int[] writes = [.. Widths(window.Writes, register => register.CanWrite)];
        if (window.CountsBytes)
        {
            (reads, writes) = ([.. WindowModel.WidthsWithin(reads)], [.. WindowModel.WidthsWithin(writes)]);
        }

        bool single = reads.Union(writes).Count() == 1;
        int size = SizeOf(window);
        writer.Doc("summary", $"Number of indices{(window.Size is null ? ", up to the last that is described" : "")}.");
        writer.Line($"public const int Size = {size};");
        foreach (int width in reads)
        {
            EmitReads(window, type, width, single ? "" : $"{width}");
        }

        foreach (int width in writes)
        {
            EmitWrites(window, type, width, single ? "" : $"{width}");
        }
    }

    void EmitReads(WindowModel window, string index, int width, string suffix)
    {
        string value = CSharpText.Integer(width);
        writer.Line();
        writer.Line($"/// <summary>Reads {width} bits at any index, described or not.</summary>");
        writer.Arrow($"public {value} ReadRaw{suffix}({index} index)", $"new Register<{value}>(device, {Fit(window, width)}, {_route}).Read()");
        writer.Line();
        writer.Line("/// <summary>Reads consecutive indices, under the device's gate.</summary>");
        writer.Arrow(
            $"public void ReadRaw{suffix}({index} index, Span<{value}> values)", $"{_route}.ReadBlock(device, {Fit(window, width, "values.Length")}, values)");
        if (suffix.Length == 0 || (window.CountsBytes && width == 8))
        {
            writer.Line();
            writer.Line("/// <summary>Reads all indices, under the device's gate. Reading some of them may have effects: see their registers.</summary>");
            writer.Block($"public {value}[] ReadAll()", () => writer.Line($"""
                var values = new {value}[Size];
                {_route}.ReadBlock<{value}>(device, {(window.Parameters.Count > 0 ? "place" : "0")}, values);
                return values;
                """));
        }
    }

    void EmitWrites(WindowModel window, string index, int width, string suffix)
    {
        DangerousPart? danger = window.Registers.SelectMany(Dangers.Of).Concat(window.Writes.Select(device.Find).OfType<RegisterModel>().SelectMany(Dangers.Of)).FirstOrDefault();
        string parameter = danger is null ? "" : "Danger danger, ", argument = danger is null ? "" : "danger, ";
        string doc = danger is null ? "" : $" Among them is {danger.Name}. {CSharpText.Xml(danger.Danger.Sentence)}";
        string value = CSharpText.Integer(width);
        writer.Line();
        writer.Doc("summary", $"Writes {width} bits at any index, described or not.{doc}");
        string handle = $"Register<{value}>(device, {Fit(window, width)}, {_write})";
        writer.Arrow($"public void WriteRaw{suffix}({parameter}{index} index, {value} value)", danger is null ? $"new {handle}.Write(value)" : $"new Dangerous<Register<{value}>, {value}>(new {handle}).Write(danger, value)");
        writer.Line();
        writer.Doc("summary", $"Writes consecutive indices, under the device's gate.{doc}");
        string head = $"public void WriteRaw{suffix}({parameter}{index} index, ReadOnlySpan<{value}> values)";
        string block = $"{_route}.WriteBlock({argument}device, {Fit(window, width, "values.Length")}, values)";
        if (device.Locks.FirstOrDefault(known => known.Path == window.Guard) is not { } guard)
        {
            writer.Arrow(head, block);
            return;
        }

        writer.Block(head, () =>
        {
            IEnumerable<string> doors = _each.Select(one => routes.DoorOf(Elements.Filled(guard, one.Labels)));
            writer.Line($"using var unlocked = new WindowScope(device, {routes.Chosen("WindowDoor", $"{window.FullName.Replace("#", "")}.Guard", doors, "element")});");
            writer.Line($"{block};");
        });
    }

    string Fit(WindowModel window, int width, string? count = null)
    {
        ulong most = window.IsIndexed ? device.LargestOf(window.Index) : (ulong)SizeOf(window) - 1;
        string largest = CSharpText.Hex(most, 8);
        int bytes = window.CountsBytes ? width / 8 : 1;

        // The conversion of a greater index would overflow in a project that checks it. The mask of a size that is no power of 2 would let more in.
        bool masks = count is null && bytes == 1 && most <= int.MaxValue && (most & (most + 1)) == 0;
        return $"{(window.Parameters.Count > 0 ? "place + " : "")}{(masks ? $"(int)FieldBits.Fit(index, {largest})" : $"WindowRoute.Fit(index, {count ?? "1"}, {largest}{(bytes == 1 ? "" : $", bytes: {bytes}")})")}";
    }

    int SizeOf(WindowModel window) => window.Size ?? window.Registers.SelectMany(device.ElementsOf).Select(element => element.Address + 1).DefaultIfEmpty(1).Max();

    IEnumerable<int> Widths(IEnumerable<string> data, Func<RegisterModel, bool> can) =>
        data.Select(name => device.Find(name)!).Where(can).Select(register => register.Width).Distinct().OrderBy(width => width);
}
