using RegGen.Diagnosis;

namespace RegGen.Guest;

/// <summary>The doctor on a real kernel: <c>doctor NAME=works|no ... WHAT=FOUND ...</c>, and no more ports than before.</summary>
static class DoctorChecks
{
    public static void Run(Checks checks, string[] arguments)
    {
        bool launched = Native.Holds(Uart.Scratch);
        IReadOnlyList<BackendDiagnosis> backends = Doctor.Examine();
        foreach (BackendDiagnosis backend in backends)
        {
            Console.WriteLine($"# {backend.Backend}: {(backend.Works ? "works" : "no")}: {backend.Because} {string.Join("; ", backend.Evidence.Select(each => $"{each.What}: {each.Found}"))}");
        }

        Evidence[] evidence = [.. backends.SelectMany(backend => backend.Evidence), .. Doctor.System()];
        foreach (string[] expected in arguments.Select(argument => argument.Split('=', 2)))
        {
            checks.That($"doctor: {expected[0]} {expected[1]}", backends.FirstOrDefault(each => each.Backend == expected[0]) is { } backend
                ? backend.Works == (expected[1] == "works") && backend.Works == (backend.Remedy.Length == 0)
                : evidence.Any(each => each.What == expected[0] && each.Found.Contains(expected[1], StringComparison.Ordinal)));
        }

        checks.That("doctor: no port is granted afterwards", !Native.Holds(0x80) && Native.Holds(Uart.Scratch) == launched);
    }
}
