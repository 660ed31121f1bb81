using System.Reflection;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;
using RegGen.Compiler.Tests.Emit;

namespace RegGen.Compiler.Tests;

/// <summary>
/// All language cases as one program, compiled once, warnings being errors; a case that does not compile is left out. The statements of
/// <c>NAME.use.cs</c> have the <c>device</c> on a simulated bus, <c>simulated</c> (what the simulator stores), <c>backend</c>, and the
/// methods of the class below.
/// </summary>
static class LanguageProgram
{
    const string Class = """

            static int s_checks;
            static PortBus? s_bus;
            static TracedDevice? s_traced;

            static void Equal<T>(T expected, T actual)
            {
                s_checks++;
                if (!EqualityComparer<T>.Default.Equals(expected, actual))
                    throw new InvalidOperationException($"Expected {expected}, but was {actual}.");
            }

            static TException Throws<TException>(Action action) where TException : Exception
            {
                s_checks++;
                try { action(); }
                catch (TException e) { return e; }
                throw new InvalidOperationException($"Expected {typeof(TException).Name}, but nothing was thrown.");
            }

            // What goes over the bus: "0x303 <- 0x80, 0x300 -> 0x0C".
            static string Accesses(Action action)
            {
                var lines = new List<string>();
                using (s_bus!.Trace(lines.Add)) action();
                return string.Join(", ", lines);
            }

            // The same, decoded: "LCR <- 0x80 Dlab=1, DLL -> 0x0C".
            static string Decoded(Action action)
            {
                var lines = new List<string>();
                using (s_bus!.Trace(line => lines.Add(line.StartsWith("X.", StringComparison.Ordinal) ? line.Substring(2) : line), s_traced!)) action();
                return string.Join(", ", lines);
            }
        """;

    static readonly Lazy<Program> s_program = new(() => Program.Of(LanguageCase.All));

    /// <summary>What the C# compiler says about the code of a case.</summary>
    public static IEnumerable<string> Complaints(LanguageCase named) => s_program.Value.Complaints[named.Name];

    /// <summary>Runs a case and says how many comparisons it made.</summary>
    public static int Run(LanguageCase named)
    {
        Type driver = s_program.Value.Assembly.GetType($"Cases.{named.Name}.Driver") ?? throw new InvalidOperationException("The case does not compile.");
        try
        {
            return (int)driver.GetMethod("Run")!.Invoke(null, [])!;
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException($"{named.Name}.use.cs: {e.InnerException!.Message}\n{e.InnerException.StackTrace}", e.InnerException);
        }
    }

    sealed record Program(Assembly Assembly, ILookup<string, string> Complaints)
    {
        public static Program Of(IEnumerable<LanguageCase> cases)
        {
            (string Name, string[] Sources)[] sound = [.. cases.Select(each => (each.Name, Sources(each))).Where(each => each.Item2.Length > 0)];
            ILookup<string, string> complaints = GeneratedCode.ComplaintsOf(sound.SelectMany(each => each.Sources.Select(source => (each.Name, source))));
            return new(GeneratedCode.Load(sound.Where(each => !complaints.Contains(each.Name)).SelectMany(each => each.Sources)), complaints);
        }
    }

    static string[] Sources(LanguageCase named)
    {
        if (named.Parse().Device is not { } device)
        {
            return [];
        }

        string space = $"Cases.{named.Name}";
        string name = Names.Of(device).Device;
        int port = device.Bases is [var first, ..] ? first.Port : device.Size > 0x8000 ? 0 : 0x300;
        (string Name, int Port)[] bars = [.. device.Regions.Where(region => region.Base is BarBaseModel).Select((region, i) => (region.Name, 0xC000 + (i * 0x100)))];
        string places = $"new Dictionary<string, ushort> {{ {string.Join(", ", bars.Select(bar => $"[\"{bar.Name}\"] = {bar.Port}"))} }}";
        string ports = string.Concat(bars.Select(bar => $", {bar.Port}"));
        var options = new EmitOptions(space, "internal");
        return [DeviceCompiler.Emit(device, options), .. device.Libraries.Select(library => new Described(null, library).Emit(options)), $$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using RegGen;
            using RegGen.Backends;
            using RegGen.Metadata;
            using RegGen.Simulation;
            using RegGen.Tracing;
            namespace {{space}}
            {
                using static {{space}}.{{name}};

                static class Driver
                {
                    public static int Run()
                    {
                        var backend = new SimulatedBackend();
                        SimulatedDevice simulated = backend.Add({{name}}.Map, {{port}}, {{places}});
                        using {{name}} device = {{name}}.Open({{port}}{{ports}}, backend);
                        s_bus = device.Bus;
                        s_traced = new("X", {{name}}.Map, {{port}}) { Bars = {{places}} };
                        Use(device, simulated, backend);
                        return s_checks;
                    }

                    static void Use({{name}} device, SimulatedDevice simulated, SimulatedBackend backend)
                    {
            {{named.Use}}
                    }
            {{Class}}
                }
            }
            """];
    }
}
