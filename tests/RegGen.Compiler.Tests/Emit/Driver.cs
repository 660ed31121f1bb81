using System.Reflection;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;
using RegGen.Testing;

namespace RegGen.Compiler.Tests.Emit;

/// <summary>
/// Compiles a description together with a few statements of a driver, and runs those against a script of port accesses: exact port,
/// width, order and value. The statements have <c>device</c>, and <c>Assert</c> of their own.
/// </summary>
static class Driver
{
    public const ushort Base = 0x2F8;

    public static void Run(string description, Func<ScriptedBackend, ScriptedBackend> expect, string statements, ushort port = Base)
    {
        DeviceModel device = Yaml.Parse(description).Device!;
        Assembly program = GeneratedCode.Load(GeneratedCode.Emit(description, "internal"), Source(device, port, statements));
        ScriptedBackend script = expect(new ScriptedBackend());
        try
        {
            program.GetType("Devices.Driver")!.GetMethod("Run")!.Invoke(null, [script]);
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException(e.InnerException!.Message, e.InnerException);
        }

        script.Finish();
    }

    /// <summary>What the C# compiler says about the statements of a driver.</summary>
    public static string[] Complaints(string description, string statements) => GeneratedCode.Complaints(
        GeneratedCode.Emit(description, "internal"), Source(Yaml.Parse(description).Device!, Base, statements));

    static string Source(DeviceModel device, ushort port, string statements)
    {
        string name = Names.Of(device).Device;
        return $$"""
            #nullable enable
            using System;
            using RegGen;
            using RegGen.Backends;
            namespace Devices
            {
                using static {{name}};

                static class Driver
                {
                    public static void Run(PortBackend backend)
                    {
                        using {{name}} device = {{name}}.Open({{port}}, backend);
                        {{statements}}
                    }

                    static void Equal<T>(T expected, T actual)
                    {
                        if (!Equals(expected, actual)) throw new InvalidOperationException($"Expected {expected}, but was {actual}.");
                    }
                }
            }
            """;
    }
}
