using RegGen.Tracing;
using Spectre.Console;

namespace RegGen.Demo;

/// <summary>What the person sees: a line for each access and a summary, in colour on a terminal, plain in a pipe.</summary>
sealed class Screen
{
    readonly bool _quiet;
    readonly IAnsiConsole _console;
    long _transition;

    public Screen(bool quiet)
    {
        _quiet = quiet;
        _console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (!_console.Profile.Out.IsTerminal)
        {
            // A pipe has no edge to wrap at.
            _console.Profile.Width = 1000;
        }
    }

    /// <summary><c>COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1</c>; with a plus before it if it was the same transition to the driver as the line above.</summary>
    public void Access(TraceLine line)
    {
        if (_quiet)
        {
            return;
        }

        string joined = line.Transition > 0 && line.Transition == _transition ? "[grey]+[/] " : "";
        _transition = line.Transition;
        string arrow = line.Access.IsWrite ? "yellow" : "green";
        string fields = line.Fields.Length > 0 ? $" [grey]{Markup.Escape(line.Fields)}[/]" : "";
        _console.MarkupLine($"{joined}[blue]{Markup.Escape(line.Place)}[/] [{arrow}]{Markup.Escape(line.Arrow)}[/] {line.Value}{fields}");
    }

    /// <summary>A label and a text a line.</summary>
    public void Summary(params ReadOnlySpan<(string Label, string Text)> lines)
    {
        foreach ((string label, string text) in lines)
        {
            _console.MarkupLine($"[bold]{label,-6}[/]  {Markup.Escape(text)}");
        }
    }

    /// <summary>One line on the error stream.</summary>
    public static void Error(string message) => Console.Error.WriteLine(message);
}
