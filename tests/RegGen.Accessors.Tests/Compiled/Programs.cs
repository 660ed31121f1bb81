using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using RegGen.Compiler.Tests;
using RegGen.Compiler.Tests.Emit;

namespace RegGen.Accessors.Tests.Compiled;

/// <summary>The programs that descriptions become.</summary>
static class Programs
{
    // What stands above the classes of calls.
    const string Calls = "/// <summary>Writing, changing";

    static readonly ConcurrentDictionary<string, Lazy<Assembly>> s_shared = [];

    /// <summary>Compiles a description that several tests have; the first of them takes the time.</summary>
    public static Assembly Shared(string description) => s_shared.GetOrAdd(description, text => new(() => Of(text))).Value;

    /// <summary>Compiles a description that one test has.</summary>
    /// <param name="description">The description.</param>
    /// <param name="hasCalls">Whether the calls with named fields are compiled too.</param>
    public static Assembly Of(string description, bool hasCalls = true)
    {
        Yaml.Device(description);
        string code = GeneratedCode.Emit(description);
        return GeneratedCode.Load([hasCalls ? code : code[..code.IndexOf(Calls, StringComparison.Ordinal)]], DocumentationMode.None);
    }
}
