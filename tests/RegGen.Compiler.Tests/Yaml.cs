using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests;

/// <summary>Descriptions as texts.</summary>
static class Yaml
{
    /// <summary>A device of four ports, up to the register that a test is about.</summary>
    public const string Head = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n";

    public static Description Parse(string text, string path = "timer.regs.yaml") => DeviceCompiler.Parse(path, text);

    /// <summary>The device of a text that must be without any finding.</summary>
    public static DeviceModel Device(string text)
    {
        Description description = Parse(text);
        Assert.Equal([], Lines(description));
        return description.Device!;
    }

    /// <summary>The register of a device that has no other.</summary>
    public static RegisterModel Register(string yaml) => Assert.Single(Device(Head + yaml).Registers);

    /// <summary>The only finding of a text.</summary>
    public static Finding Finding(string text)
    {
        Description description = Parse(text);
        Assert.Single(Lines(description));
        return description.Findings[0];
    }

    static string[] Lines(Description description) => [.. description.Findings.Select(finding => finding.ToString())];
}
