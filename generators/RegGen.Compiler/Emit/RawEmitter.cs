using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits what reaches any index of a window, described or not: one, some, or all.</summary>
sealed class RawEmitter(DeviceModel device, Routes routes, SourceWriter writer)
{
    public void Emit(WindowModel window)
    {
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
        string route = $"Routes.{routes.Of(window)}";
        writer.Line();
        writer.Line($"/// <summary>Reads {width} bits at any index, described or not.</summary>");
        writer.Arrow($"public {value} ReadRaw{suffix}({index} index)", $"new Register<{value}>(device, {Fit(window, width)}, {route}).Read()");
        writer.Line();
        writer.Line("/// <summary>Reads consecutive indices, under the device's gate.</summary>");
        writer.Arrow(
            $"public void ReadRaw{suffix}({index} index, Span<{value}> values)", $"{route}.ReadBlock(device, {Fit(window, width, "values.Length")}, values)");
        if (suffix.Length == 0 || (window.CountsBytes && width == 8))
        {
            writer.Line();
            writer.Line("/// <summary>Reads all indices, under the device's gate. Reading some of them may have effects: see their registers.</summary>");
            writer.Block($"public {value}[] ReadAll()", () => writer.Line($"""
                var values = new {value}[Size];
                {route}.ReadBlock<{value}>(device, {(window.Parameters.Count > 0 ? "place" : "0")}, values);
                return values;
                """));
        }
    }

    void EmitWrites(WindowModel window, string index, int width, string suffix)
    {
        string value = CSharpText.Integer(width);
        string route = $"Routes.{routes.Of(window)}";
        writer.Line();
        writer.Line($"/// <summary>Writes {width} bits at any index, described or not.</summary>");
        writer.Arrow($"public void WriteRaw{suffix}({index} index, {value} value)", $"new Register<{value}>(device, {Fit(window, width)}, {route}).Write(value)");
        writer.Line();
        writer.Line("/// <summary>Writes consecutive indices, under the device's gate.</summary>");
        writer.Arrow(
            $"public void WriteRaw{suffix}({index} index, ReadOnlySpan<{value}> values)",
            $"{route}.WriteBlock(device, {Fit(window, width, "values.Length")}, values)");
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

    static int SizeOf(WindowModel window) => window.Size ?? window.Registers.Select(register => register.Address + 1).DefaultIfEmpty(1).Max();

    IEnumerable<int> Widths(IEnumerable<string> data, Func<RegisterModel, bool> can) =>
        data.Select(name => device.Find(name)!).Where(can).Select(register => register.Width).Distinct().OrderBy(width => width);
}
