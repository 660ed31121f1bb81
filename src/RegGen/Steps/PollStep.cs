using System.Globalization;
using RegGen.Backends;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary><c>poll LSR.TransmitterEmpty == 1 within 10ms</c>: reads until a condition holds.</summary>
/// <param name="condition">The condition as the description writes it, for the message when it is late.</param>
/// <param name="nanoseconds">How long it may take.</param>
/// <param name="tests">The terms of the condition; all must hold.</param>
public sealed class PollStep(string condition, long nanoseconds, params StepTest[] tests) : PortStep, ILate
{
    internal override LockSet Locks { get; } = StepTests.LocksOf(tests);

    internal override void Append(ref PortProgram program, scoped Span<Bits> variables)
    {
        int first = program.Count;
        bool alone = tests.All(test => test.Place == tests[0].Place);
        Bits before = default;
        if (alone)
        {
            before = tests[0].Place.Way.Select(ref program);
        }

        program.Settle();
        int again = program.Count;
        Span<Bits> read = stackalloc Bits[tests.Length];
        for (int i = 0; i < tests.Length; i++)
        {
            int same = Array.FindIndex(tests, test => test.Place == tests[i].Place);
            read[i] = same < i ? read[same]
                : alone ? tests[i].Place.Way.AppendRead(ref program, tests[i].Place.Address, tests[i].Place.Width)
                : tests[i].Place.AppendRead(ref program);
        }

        AppendTests(ref program, read, again);
        if (alone)
        {
            program.Land(first);
            tests[0].Place.Way.Restore(ref program, before);
        }

        program.Leave(first);
    }

    TimeoutException ILate.Late(PortDevice device, ulong last) => new(string.Create(CultureInfo.InvariantCulture,
        $"{device.GetType().Name}: {condition} did not hold within {Time.TotalMilliseconds:0.####} ms; it last read 0x{last:X2}."));

    TimeSpan Time => DelayStep.Time(nanoseconds);

    void AppendTests(ref PortProgram program, scoped ReadOnlySpan<Bits> read, int again)
    {
        if (tests is [{ Values: [var value] } only])
        {
            Bits compared = read[0].With(only.Mask, 0);
            program.Add(PortOperation.Branch(again, compared.From, compared.Keep, value, !only.Unless, Time, compared.Shift), this);
            return;
        }

        // A term that fails goes to the one branch back, which keeps the time; one that holds goes on to the next term.
        List<int> failed = [];
        for (int i = 0; i < tests.Length; i++)
        {
            AppendTest(ref program, tests[i], read[i], failed);
        }

        int held = Branch(ref program, default, 0, 0);
        foreach (int branch in failed)
        {
            program.Aim(branch);
        }

        program.Add(PortOperation.Branch(again, read[^1].From, 0, 0, time: Time), this);
        program.Aim(held);
    }

    static void AppendTest(ref PortProgram program, StepTest test, Bits read, List<int> failed)
    {
        List<int> equal = [];
        foreach (ulong value in test.Values)
        {
            (test.Unless ? failed : equal).Add(Branch(ref program, read, test.Mask, value));
        }

        if (test.Unless)
        {
            return;
        }

        failed.Add(Branch(ref program, default, 0, 0));
        foreach (int branch in equal)
        {
            program.Aim(branch);
        }
    }

    static int Branch(ref PortProgram program, Bits read, ulong mask, ulong value)
    {
        Bits compared = read.From < 0 ? new(0) : read.With(mask, 0);
        program.Add(PortOperation.Branch(PortOperation.End, compared.From, compared.Keep, value, shift: compared.Shift));
        return program.Count - 1;
    }
}
