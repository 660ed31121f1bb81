using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using RegGen.Backends.Driver;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Driver.Tests;

/// <summary>The driver's ABI is the same to each compiler of C and to C#: sizes, offsets, constants.</summary>
public sealed partial class AbiTests
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>The compilers of the kernels and of the programs that talk to them.</summary>
    public static TheoryData<string> Compilers => ["gcc", "clang", "x86_64-w64-mingw32-gcc", "i686-w64-mingw32-gcc", "gcc -m32"];

    [Theory]
    [MemberData(nameof(Compilers))]
    public void The_header_is_what_the_structs_are(string compiler) => Assert.Equal(Managed(), Compiled(compiler));

    /// <summary>What is not in the table is not compared.</summary>
    [Fact]
    public void The_table_has_every_name_of_the_header()
    {
        string header = File.ReadAllText(Repository.At("driver", "include", "reggen_driver.h"));
        string table = File.ReadAllText(Repository.At("tests", "driver", "abi", "table.def"));
        List<string> expected = [];
        foreach (Match structure in Structures().Matches(header))
        {
            string name = structure.Groups[1].Value;
            expected.Add($"SIZE({name});");
            expected.AddRange(Fields().Matches(structure.Groups[2].Value).Select(field => $"FIELD({name}, {field.Groups[1].Value});"));
        }

        expected.AddRange(Constants().Matches(header).Select(constant => $"CONSTANT({constant.Groups[1].Value});"));
        Assert.True(expected.Count > 100);
        Assert.Equal(expected, table.Split('\n').Where(line => line.Length > 0 && char.IsUpper(line[0]) && !line.StartsWith("LINE", StringComparison.Ordinal)));
    }

    static SortedDictionary<string, ulong> Compiled(string compiler)
    {
        string[] words = compiler.Split(' ');
        Rig.Require(words[0]);
        Execution run = Execution.Of(Repository.At("tests", "driver", "abi", "table"), words, s_patience);
        SortedDictionary<string, ulong> found = new(StringComparer.Ordinal);
        foreach (string line in run.Succeeded().Split('\n'))
        {
            string[] parts = line.Split(' ');
            found.Add($"{parts[0]} {parts[1]}", ulong.Parse(parts[2][2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }

        return found;
    }

    // Named as in C: DriverRange.First is reggen_range.first, DriverStatus.Late is REGGEN_E_LATE.
    static SortedDictionary<string, ulong> Managed()
    {
        SortedDictionary<string, ulong> found = new(StringComparer.Ordinal);
        foreach (Type type in typeof(DriverAbi).Assembly.GetTypes().Where(type => type.Namespace == typeof(DriverAbi).Namespace))
        {
            if (type.IsValueType && type.StructLayoutAttribute is { Value: LayoutKind.Explicit })
            {
                AddStructure(found, type, "reggen_" + Words(type.Name["Driver".Length..], "_"));
            }
        }

        foreach (FieldInfo constant in typeof(DriverAbi).GetFields())
        {
            found.Add($"constant REGGEN_{Words(constant.Name, "_").ToUpperInvariant()}", Number(constant));
        }

        AddEnumeration(found, typeof(DriverOperationKind), "OP_");
        AddEnumeration(found, typeof(DriverStatus), "E_");
        found.Remove("constant REGGEN_E_OK");
        found.Add("constant REGGEN_OK", (ulong)DriverStatus.Ok);
        found.Add("constant REGGEN_WINDOWS_RUN", DriverAbi.Windows(DriverAbi.Run));
        found.Add("constant REGGEN_LINUX_RUN", DriverAbi.Linux(DriverAbi.Run));
        return found;
    }

    static void AddStructure(SortedDictionary<string, ulong> found, Type type, string name)
    {
        found.Add($"size {name}", Size(type));
        foreach (FieldInfo field in type.GetFields())
        {
            string field_name = $"{name}.{Words(field.Name, "_")}";
            found.Add($"offset {field_name}", (ulong)field.GetCustomAttribute<FieldOffsetAttribute>()!.Value);
            found.Add($"width {field_name}", Size(field.FieldType));
        }
    }

    static void AddEnumeration(SortedDictionary<string, ulong> found, Type type, string prefix)
    {
        foreach (FieldInfo value in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            found.Add($"constant REGGEN_{prefix}{Words(value.Name, "_").ToUpperInvariant()}", Number(value));
        }
    }

    static ulong Number(FieldInfo constant) => Convert.ToUInt64(constant.GetRawConstantValue(), CultureInfo.InvariantCulture);

    static ulong Size(Type type) => (ulong)(int)typeof(System.Runtime.CompilerServices.Unsafe)
        .GetMethod(nameof(System.Runtime.CompilerServices.Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    static string Words(string name, string between) =>
#pragma warning disable CA1308 // C's names are lower case.
        Capitals().Replace(name, between + "$0").ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"^struct (reggen_\w+) \{(.*?)^\};", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Structures();

    [GeneratedRegex(@"^\s+(?:struct \w+|u?int\d+_t) (\w+)(?:\[\d+\])?;", RegexOptions.Multiline)]
    private static partial Regex Fields();

    [GeneratedRegex(@"^#define (REGGEN_\w+)[ ]+\S", RegexOptions.Multiline)]
    private static partial Regex Constants();
}
