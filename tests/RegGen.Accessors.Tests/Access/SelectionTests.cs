using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Reference;
using RegGen.Compiler.Tests;
using RegGen.Compiler.Tests.Access;

namespace RegGen.Accessors.Tests.Access;

/// <summary>Selecting a bank, and putting back what was selected, acts on no bit beside the selector; whatever their modes are.</summary>
public sealed class SelectionTests
{
    static readonly Mode s_rw = Mode.Short["rw"];

    public static TheoryData<bool> Shadows => [false, true];

    [Theory]
    [MemberData(nameof(Shadows))]
    public void Selecting_starts_and_clears_nothing_beside_the_selector(bool isShadowed)
    {
        ModeRegister[] selectors = [.. Mode.All.Select((mode, i) => Selector($"C{i}x", mode, isShadowed)).Where(IsPossible)];
        (string text, IReadOnlyList<ModeRegister> registers) = Describe(selectors);
        var ports = new ReferencePorts(registers);
        using var device = new CompiledDevice(text, ports);
        var random = new Random(selectors.Length);
        foreach (ModeRegister selector in registers.Where(register => register.Fields.Count > 0))
        {
            CompiledRegister behind = device.Register($"{selector.Name}Behind");
            foreach (bool isWrite in (bool[])[false, true, true, false])
            {
                // The selector stands at home, as the description says it does.
                ports.Set(selector, BitWord.Put(BitWord.Any(random, 8), [3], [false]));
                bool[] held = ports.Held(selector);
                if (isWrite)
                {
                    behind.Write(behind.ValueOf((ulong)random.Next(256)));
                }
                else
                {
                    behind.Read();
                }

                Untouched(selector, ports[selector], held);
            }
        }

        Assert.True(selectors.Length >= 20);
    }

    [Theory]
    [MemberData(nameof(Shadows))]
    public void A_selector_beside_what_nothing_leaves_alone_is_refused(bool isShadowed)
    {
        ModeRegister[] selectors = [.. Mode.All.Select((mode, i) => Selector($"C{i}x", mode, isShadowed)).Where(selector => !IsPossible(selector))];

        Assert.NotEmpty(selectors);
        Assert.All(selectors, selector => Assert.Contains(Yaml.Parse(Describe([selector]).Text).Findings, finding => finding.IsError));
    }

    static void Untouched(ModeRegister selector, ReferenceBit[] bits, bool[] held)
    {
        for (int i = 0; i < bits.Length; i++)
        {
            // What is remembered, or cannot be read, is put back in place of what is there.
            bool isReplaced = selector.Bits[i].IsStored && (selector.Initial is not null || !selector.Bits[i].CanRead);
            Assert.True(
                bits[i].Actions == 0 && (i == 3 ? !bits[i].State : isReplaced || bits[i].State == held[i]),
                $"{selector.Name}: bit {i}, which is {selector.Bits[i]}, was {held[i]} and is {bits[i].State} after {bits[i].Actions} actions.\n{string.Join("\n", selector.Text)}");
        }
    }

    // The selector is in the middle: a neighbour on each side has the mode.
    static ModeRegister Selector(string name, Mode mode, bool isShadowed) =>
        new(name, 8, s_rw, [new("A", 0, 2, mode), new("Page", 3, 1, s_rw), new("B", 5, 3, mode)])
        {
            Reset = isShadowed ? null : BitWord.Put(BitWord.Any(new Random(name.Length), 8), [3], [false]),
            Initial = isShadowed ? BitWord.All(false, 8) : null,
        };

    static bool IsPossible(ModeRegister selector) =>
        WrittenWord.HasModify(selector) && !selector.Fields.Any(field => field.Name != "Page" && WrittenWord.NeedsModify(selector, field));

    static (string Text, IReadOnlyList<ModeRegister> Registers) Describe(IReadOnlyList<ModeRegister> selectors)
    {
        (string text, IReadOnlyList<ModeRegister> registers) = ModeRegister.Describe(selectors.Concat(selectors.Select(selector => new ModeRegister($"{selector.Name}Behind", 8, s_rw, []))));
        IEnumerable<string> lines = text.Split('\n').SelectMany(line => line.EndsWith("Behind:", StringComparison.Ordinal)
            ? [line, $"    when: {line.Trim().Replace("Behind:", "", StringComparison.Ordinal)}.Page == 1"]
            : new[] { line });
        return ($"{string.Join("\n", lines)}banks:\n{string.Join("\n", selectors.Select(selector => $"  Of{selector.Name}: {{ select: {selector.Name}.Page, home: 0 }}"))}\n", registers);
    }
}
