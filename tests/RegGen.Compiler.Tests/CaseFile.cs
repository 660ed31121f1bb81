namespace RegGen.Compiler.Tests;

/// <summary>The examples in <c>Cases/</c>.</summary>
static class CaseFile
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.regs.yaml"));

    public static Description Parse(string name) => FolderFiles.Parse(Folder, $"{name}.regs.yaml");
}
