using System.Buffers;

namespace RegGen.Tool.Launching;

/// <summary>Words as a shell reads them.</summary>
static class ShellText
{
    static readonly SearchValues<char> s_plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@+=:,./-");

    public static string Of(string word) =>
        word.Length > 0 && !word.AsSpan().ContainsAnyExcept(s_plain) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
