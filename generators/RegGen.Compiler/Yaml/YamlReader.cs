using RegGen.Compiler.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RegGen.Compiler.Yaml;

/// <summary>Reads text to nodes with positions. The only file that knows the YAML library.</summary>
sealed class YamlReader
{
    const int DeepestLevel = 64;

    // A description of a register at each of the 65,536 ports has about 16 million characters.
    const int LongestText = 20_000_000;

    readonly string _text;
    readonly string _file;
    readonly Reporter _reporter;
    readonly Parser _parser;
    readonly Stack<ParsingEvent> _open = [];
    bool _repeats;

    YamlReader(string text, string file, Reporter reporter)
    {
        (_text, _file, _reporter) = (text.TrimStart('\uFEFF'), file, reporter);
        _parser = new Parser(new Scanner(new StringReader(_text), skipComments: true));
    }

    /// <summary>The file's map, or null if the text is not YAML at all; then a finding says why.</summary>
    public static MapNode? Read(string text, string file, Reporter reporter)
    {
        if (text.Length > LongestText)
        {
            reporter.Report(YamlRules.TooLong, Span.Start, $"The file has {text.Length} characters; a description has at most {LongestText}.");
            return null;
        }

        // The library would take it for the end of the file, and the rest would be lost without a word.
        int zero = text.IndexOf('\0');
        if (zero >= 0)
        {
            string[] before = text.Substring(0, zero).TrimStart('\uFEFF').Split('\n');
            (int line, int column) = (before.Length, before[before.Length - 1].Length + 1);
            reporter.Report(YamlRules.Syntax, new Span(line, column, line, column + 1, file), "Here is a zero byte: this is not a text, or not in UTF-8.");
            return null;
        }

        var reader = new YamlReader(text, file, reporter);
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
            reader.Report(e);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws exceptions of many types on text that is being typed (FormatException, InvalidOperationException).
            bool unclosed = reader._open.Count > 0;
            reporter.Report(
                YamlRules.Syntax,
                unclosed ? reader.StartOf(reader._open.Peek()) : reader.Here(),
                unclosed ? "What this bracket opens is not closed." : $"This is not YAML: {Sentence(e.Message)}");
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
        bool flow = _parser.Current is SequenceStart { Style: SequenceStyle.Flow };
        Open(flow);
        SequenceStart start = _parser.Consume<SequenceStart>();
        List<Node> items = [];
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode(level + 1));
        }

        Close(flow);
        SequenceEnd end = _parser.Consume<SequenceEnd>();
        return new ListNode(SpanOf(start.Start, end.End), items);
    }

    MapNode ReadMap(int level)
    {
        bool flow = _parser.Current is MappingStart { Style: MappingStyle.Flow };
        Open(flow);
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
                _reporter.Report(YamlRules.DuplicateKey, name, $"'{name.Text}' stands here a second time; it was first written in {_reporter.LineOf(first.Span)}.",
                    _reporter.At(first.Span, $"'{name.Text}' stands here first."));
            }
            else
            {
                seen.Add(name.Text, name);
                entries.Add(new Entry(name, value));
            }
        }

        Close(flow);
        MappingEnd end = _parser.Consume<MappingEnd>();
        return new MapNode(SpanOf(start.Start, end.End), entries, flow);
    }

    // Before it is consumed: what follows may already be wrong.
    void Open(bool flow)
    {
        if (flow)
        {
            _open.Push(_parser.Current!);
        }
    }

    void Close(bool flow)
    {
        if (flow)
        {
            _open.Pop();
        }
    }

    void Report(YamlException e)
    {
        string why = e.InnerException?.Message ?? e.Message;
        if (why.Contains("tab as indentation"))
        {
            // The library places it where the map begins; the tab stands further below.
            string[] lines = _text.Split('\n');
            int line = Array.FindIndex(lines, Counted(e.Start.Line) - 1, each => each.TrimStart(' ') is ['\t', ..]);
            int column = line < 0 ? 0 : lines[line].IndexOf('\t');
            _reporter.Report(
                YamlRules.Syntax,
                line < 0 ? SpanOf(e.Start, e.Start) : new Span(line + 1, column + 1, line + 1, column + 2, _file),
                "A tab indents this line; YAML is indented by spaces only.");
            return;
        }

        _reporter.Report(YamlRules.Syntax, SpanOf(e.Start, e.Start), ElementAt(e.Start) is { } element
            ? $"Inside brackets a name with an index needs quotes: \"{element}\"."
            : $"This is not YAML: {Sentence(why)}");
    }

    // [ADDRESS[1], ADDRESS[0]] is refused at the second bracket: the name around it, or null.
    string? ElementAt(Mark place)
    {
        string line = _text.Split('\n').ElementAtOrDefault(Counted(place.Line) - 1) ?? "";
        int bracket = Counted(place.Column) - 1, first = bracket, end = line.IndexOf(']', Math.Min(bracket, line.Length));
        while (first > 0 && first <= line.Length && line[first - 1] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.')
        {
            first--;
        }

        return end > bracket && line[bracket] == '[' && first < bracket ? line.Substring(first, end - first + 1) : null;
    }

    Span Here() => _parser.Current is { } at ? SpanOf(at.Start, at.End) : Span.Start;

    Span StartOf(ParsingEvent bracket) => SpanOf(bracket.Start, bracket.Start);

    Span SpanOf(Mark start, Mark end) => new(Counted(start.Line), Counted(start.Column), Counted(end.Line), Counted(end.Column), _file);

    // The library's marks count from 1 but start at 0 before anything was read.
    static int Counted(long position) => (int)Math.Max(1, Math.Min(position, int.MaxValue));

    static string Sentence(string text) => text.TrimEnd('.', ' ') + ".";

    sealed class DeeperThanAllowedException : Exception;
}
