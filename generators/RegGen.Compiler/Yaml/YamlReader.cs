using RegGen.Compiler.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RegGen.Compiler.Yaml;

/// <summary>Reads text to nodes with positions. The only file that knows the YAML library.</summary>
sealed class YamlReader
{
    const int DeepestLevel = 64;

    readonly Reporter _reporter;
    readonly Parser _parser;
    bool _repeats;

    YamlReader(string text, Reporter reporter) =>
        (_reporter, _parser) = (reporter, new Parser(new Scanner(new StringReader(text.TrimStart('\uFEFF')), skipComments: true)));

    /// <summary>The file's map, or null if the text is not YAML at all; then a finding says why.</summary>
    public static MapNode? Read(string text, Reporter reporter)
    {
        var reader = new YamlReader(text, reporter);
        try
        {
            return reader.ReadFile();
        }
        catch (DeeperThanAllowedException)
        {
            return null;
        }
        catch (YamlException e)
        {
            reporter.Report(YamlRules.Syntax, SpanOf(e.Start, e.Start), $"This is not YAML: {Sentence(e.InnerException?.Message ?? e.Message)}");
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws exceptions of many types on text that is being typed (FormatException, InvalidOperationException).
            reporter.Report(YamlRules.Syntax, reader.Here(), $"This is not YAML: {Sentence(e.Message)}");
            return null;
        }
    }

    MapNode? ReadFile()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _reporter.Report(YamlRules.NotOneMap, Span.Start, "The file is empty.");
            return null;
        }

        _parser.Consume<DocumentStart>();
        Node root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            _reporter.Report(YamlRules.NotOneMap, Here(), "A second YAML document begins here.");
            return null;
        }

        if (root is MapNode map)
        {
            // What an alias stands for is not known; whatever would be said about it would mislead.
            return _repeats ? null : map;
        }

        bool empty = root is ScalarNode { IsEmpty: true };
        _reporter.Report(
            YamlRules.NotOneMap, empty ? Span.Start : root.Span, empty ? "The file is empty." : $"The file holds {root.Kind} where a map is expected.");
        return null;
    }

    Node ReadNode(int level)
    {
        if (level > DeepestLevel)
        {
            _reporter.Report(YamlRules.TooDeep, Here(), $"This is nested more than {DeepestLevel} levels deep.");
            throw new DeeperThanAllowedException();
        }

        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
        {
            _reporter.Report(YamlRules.Alias, Here(), "Descriptions use neither anchors nor tags.");
        }

        if (_parser.Current is Scalar scalar)
        {
            _parser.MoveNext();
            return new ScalarNode(SpanOf(scalar.Start, scalar.End), scalar.Value, scalar.Style is ScalarStyle.Plain);
        }

        if (_parser.Current is AnchorAlias alias)
        {
            _parser.MoveNext();
            _repeats = true;
            _reporter.Report(YamlRules.Alias, SpanOf(alias.Start, alias.End), $"'*{alias.Value}' repeats another part of the file.");
            return new ScalarNode(SpanOf(alias.Start, alias.End), "", Plain: true);
        }

        return _parser.Accept<SequenceStart>(out _) ? ReadList(level) : ReadMap(level);
    }

    ListNode ReadList(int level)
    {
        SequenceStart start = _parser.Consume<SequenceStart>();
        List<Node> items = [];
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode(level + 1));
        }

        SequenceEnd end = _parser.Consume<SequenceEnd>();
        return new ListNode(SpanOf(start.Start, end.End), items);
    }

    MapNode ReadMap(int level)
    {
        MappingStart start = _parser.Consume<MappingStart>();
        List<Entry> entries = [];
        Dictionary<string, ScalarNode> seen = new(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            Node key = ReadNode(level + 1);
            Node value = ReadNode(level + 1);
            if (key is not ScalarNode name)
            {
                _reporter.Report(YamlRules.KeyNotText, key, $"A key is expected, but here is {key.Kind}.");
            }
            else if (seen.TryGetValue(name.Text, out ScalarNode? first))
            {
                _reporter.Report(YamlRules.DuplicateKey, name, $"'{name.Text}' stands here a second time; it was first written in line {first.Span.Line}.");
            }
            else
            {
                seen.Add(name.Text, name);
                entries.Add(new Entry(name, value));
            }
        }

        MappingEnd end = _parser.Consume<MappingEnd>();
        return new MapNode(SpanOf(start.Start, end.End), entries, start.Style is MappingStyle.Flow);
    }

    Span Here() => _parser.Current is { } at ? SpanOf(at.Start, at.End) : Span.Start;

    static Span SpanOf(Mark start, Mark end) => new(Counted(start.Line), Counted(start.Column), Counted(end.Line), Counted(end.Column));

    // The library's marks count from 1 but start at 0 before anything was read.
    static int Counted(long position) => (int)Math.Max(1, Math.Min(position, int.MaxValue));

    static string Sentence(string text) => text.TrimEnd('.', ' ') + ".";

    sealed class DeeperThanAllowedException : Exception;
}
