using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>One file that another names.</summary>
/// <param name="File">Its name as written.</param>
/// <param name="With">Values for its parameters, or null.</param>
/// <param name="Extends">Whether the file is a variant of it, rather than a user of a library.</param>
sealed record FileUse(ScalarNode File, MapNode? With, bool Extends)
{
    /// <summary>The files that a file names: what it extends, then what it uses. What is not understood is left out.</summary>
    public static IEnumerable<FileUse> All(MapNode root)
    {
        if (Of(root.Find("extends"), extends: true) is { } parent)
        {
            yield return parent;
        }

        Node? used = root.Find("use");
        foreach (Node item in used is ListNode list ? list.Items : used is null ? [] : [used])
        {
            if (Of(item, extends: false) is { } library)
            {
                yield return library;
            }
        }
    }

    /// <summary><c>file.regs.yaml</c> or <c>{ file: file.regs.yaml, with: { Name: value } }</c>; null for anything else.</summary>
    public static FileUse? Of(Node? node, bool extends) => node switch
    {
        ScalarNode { IsEmpty: false } name => new FileUse(name, null, extends),
        MapNode map when map.Find("file") is ScalarNode { IsEmpty: false } name => new FileUse(name, map.Find("with") as MapNode, extends),
        _ => null,
    };
}
