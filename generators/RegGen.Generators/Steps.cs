namespace RegGen.Generators;

/// <summary>Names of the steps, for tests of what is done again after which edit.</summary>
static class Steps
{
    public const string Options = nameof(Options);
    public const string Read = nameof(Read);
    public const string Use = nameof(Use);
    public const string Parse = nameof(Parse);
    public const string Bind = nameof(Bind);
    public const string Check = nameof(Check);
    public const string Emit = nameof(Emit);

    public static readonly IReadOnlyList<string> All = [Options, Read, Use, Parse, Bind, Check, Emit];
}
