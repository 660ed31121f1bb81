using RegGen.Backends;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary>A condition inside a program: what it looks at is read there, and what depends on it is chosen there.</summary>
static class StepTests
{
    /// <summary>Appends the reading of what a condition looks at, each register once; what is remembered is not read.</summary>
    public static void AppendRecall(ref PortProgram program, StepTest[] tests, scoped Span<Bits> words)
    {
        for (int i = 0; i < tests.Length; i++)
        {
            int same = 0;
            while (tests[same].Place != tests[i].Place)
            {
                same++;
            }

            words[i] = same < i ? words[same] : tests[i].Place.AppendRecall(ref program);
        }
    }

    /// <summary>The locks on the way to what a condition looks at.</summary>
    public static LockSet LocksOf(StepTest[] tests) => LockSet.Of([.. tests.Select(test => test.Place.Way.Locks)]);

    /// <summary>Whether the condition held, once the program has run.</summary>
    public static bool Held(in PortProgram program, StepTest[] tests, scoped ReadOnlySpan<Bits> words)
    {
        for (int i = 0; i < tests.Length; i++)
        {
            if (!Holds(tests[i], program.Result(words[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One of two words, as the condition will turn out: the other one's operation does not run and so results in nothing.</summary>
    public static Bits AppendChoice(ref PortProgram program, StepTest[] tests, scoped ReadOnlySpan<Bits> words, ulong held, ulong otherwise)
    {
        bool known = true;
        int branches = 0;
        for (int i = 0; i < tests.Length; i++)
        {
            if (words[i].From >= 0)
            {
                known = false;
                branches += tests[i].Values.Length + 1;
            }
            else if (!Holds(tests[i], words[i].Value))
            {
                return new(otherwise);
            }
        }

        if (known)
        {
            return new(held);
        }

        Span<int> failed = stackalloc int[branches];
        int count = 0;
        for (int i = 0; i < tests.Length; i++)
        {
            if (words[i].From >= 0)
            {
                AppendTest(ref program, tests[i], words[i], failed, ref count);
            }
        }

        int one = program.Count;
        program.Add(PortOperation.Combine(held, PortOperation.None, 0));
        int over = Branch(ref program, default, 0, 0);
        Aim(ref program, failed[..count]);
        program.Add(PortOperation.Combine(otherwise, PortOperation.None, 0));
        program.Aim(over);
        return program.Or(Bits.Of(one), Bits.Of(program.Count - 1));
    }

    static bool Holds(StepTest test, ulong word) => Array.IndexOf(test.Values, word & test.Mask) >= 0 != test.Unless;

    // Goes on behind itself while the term holds.
    static void AppendTest(ref PortProgram program, StepTest test, Bits word, scoped Span<int> failed, ref int count)
    {
        Span<int> equal = stackalloc int[test.Values.Length];
        int found = 0;
        foreach (ulong value in test.Values)
        {
            int branch = Branch(ref program, word, test.Mask, value);
            if (test.Unless)
            {
                failed[count++] = branch;
            }
            else
            {
                equal[found++] = branch;
            }
        }

        if (!test.Unless)
        {
            failed[count++] = Branch(ref program, default, 0, 0);
            Aim(ref program, equal[..found]);
        }
    }

    static int Branch(ref PortProgram program, Bits word, ulong mask, ulong value)
    {
        Bits compared = word.From < 0 ? new(0) : word.With(mask, 0);
        program.Add(PortOperation.Branch(PortOperation.End, compared.From, compared.Keep, value & ~compared.Value, shift: compared.Shift));
        return program.Count - 1;
    }

    static void Aim(ref PortProgram program, scoped ReadOnlySpan<int> branches)
    {
        foreach (int branch in branches)
        {
            program.Aim(branch);
        }
    }
}
