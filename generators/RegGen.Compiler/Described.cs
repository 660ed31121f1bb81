using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;

namespace RegGen.Compiler;

/// <summary>What a sound file describes: a device or a library.</summary>
sealed record Described(DeviceModel? Device, LibraryModel? Library)
{
    public string Name => Device?.Name ?? Library!.Name;

    /// <summary>Name of the C# file.</summary>
    public string FileName => $"{Name}.g.cs";

    /// <summary>The types that it brings into the namespace.</summary>
    public IEnumerable<string> Types => Device is null ? new LibraryNames(Library!).Types : Names.Of(Device).TypesOutside;

    public string Emit(EmitOptions options) => Device is null ? LibraryEmitter.Emit(Library!, options) : DeviceEmitter.Emit(Device, options);
}
