using System.Reflection;
using RegGen.Compiler;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;
using RegGen.Compiler.Tests.Emit;

namespace RegGen.Fuzz.Tests.Properties;

/// <summary>Accepted descriptions compile without warnings, and what they compile to runs. Many in one compilation: one each would take minutes.</summary>
static class Programs
{
    public static void CompileAndRun(IEnumerable<KeyValuePair<string, DeviceModel>> sample)
    {
        foreach (KeyValuePair<string, DeviceModel>[] batch in sample.Chunk(60))
        {
            string[] sources = [.. batch.SelectMany((each, i) => Emit(each.Value, i))];
            if (GeneratedCode.TryLoad(sources, out string[] complaints) is not { } program)
            {
                Blame(batch, complaints);
                return;
            }

            for (int i = 0; i < batch.Length; i++)
            {
                Run(program, i, batch[i].Key);
            }
        }
    }

    static void Run(Assembly program, int i, string text)
    {
        try
        {
            new Exercise(program, Space(i)).Run();
        }
#pragma warning disable CA1031 // Whatever it throws, it does not run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Assert.Fail($"{e}\n{text}");
        }
    }

    static void Blame(KeyValuePair<string, DeviceModel>[] batch, string[] together)
    {
        foreach ((string text, DeviceModel device) in batch)
        {
            string[] alone = GeneratedCode.Complaints(Emit(device, 0));
            Assert.True(alone.Length == 0, $"{string.Join('\n', alone)}\n{text}");
        }

        Assert.Fail($"The sources only fail to compile together:\n{string.Join('\n', together)}");
    }

    // With the libraries that it uses.
    static IEnumerable<string> Emit(DeviceModel device, int i)
    {
        EmitOptions options = new(Space(i), "public");
        return device.Libraries.Select(library => new Described(null, library).Emit(options)).Prepend(DeviceCompiler.Emit(device, options));
    }

    static string Space(int i) => $"Fuzz{i}";
}
