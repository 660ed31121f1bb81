using System.Text;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>Accesses that a test expects, in order: exact port, width, direction and value.</summary>
/// <remarks>
/// <example>
/// <code>
/// var script = new ScriptedBackend().Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 12);
/// using (var bus = PortBus.Open(script, Uart16550.Claim(0x2F8)))
/// {
///     ...
/// }
/// script.Finish();
/// </code>
/// </example>
/// Every claim is granted. After the first difference every further access, and <see cref="Finish"/>, throws it again, so that code
/// which swallows exceptions does not hide it. A compound access is compared step by step.
/// </remarks>
public sealed class ScriptedBackend : TestBackend
{
    const int LinesAround = 4;

    readonly Lock _gate = new();
    readonly List<PortAccess> _script = [];
    ScriptMismatchException? _difference;
    int _done;

    /// <inheritdoc/>
    public override string Name => "scripted";

    /// <summary>Number of steps that have not been done.</summary>
    public int Remaining => _script.Count - _done;

    /// <summary>Expects a read, and answers it.</summary>
    /// <param name="port">The port.</param>
    /// <param name="value">The answer.</param>
    /// <param name="width">The width.</param>
    /// <returns>This script, for the next step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is wider than the access.</exception>
    public ScriptedBackend Reads(ushort port, uint value, PortWidth width = PortWidth.Bits8) => Expect(new(false, port, width, value));

    /// <summary>Expects a write of a value.</summary>
    /// <param name="port">The port.</param>
    /// <param name="value">What must be written.</param>
    /// <param name="width">The width.</param>
    /// <returns>This script, for the next step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is wider than the access.</exception>
    public ScriptedBackend Writes(ushort port, uint value, PortWidth width = PortWidth.Bits8) => Expect(new(true, port, width, value));

    /// <summary>Checks that the whole script was done.</summary>
    /// <exception cref="ScriptMismatchException">Steps are left over, or an access differed before.</exception>
    public void Finish()
    {
        lock (_gate)
        {
            if (_difference is not null || Remaining > 0)
            {
                throw _difference ?? Differ(null);
            }
        }
    }

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ScriptMismatchException">The script has another access here.</exception>
    public override uint Read(ushort port, PortWidth width) => Take(new(false, port, width, 0));

    /// <inheritdoc/>
    /// <exception cref="ScriptMismatchException">The script has another access here.</exception>
    public override void Write(ushort port, PortWidth width, uint value) => Take(new(true, port, width, value));

    ScriptedBackend Expect(PortAccess step)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step.Value, uint.MaxValue >> (32 - (int)step.Width), "value");
        lock (_gate)
        {
            _script.Add(step);
        }

        return this;
    }

    uint Take(PortAccess actual)
    {
        lock (_gate)
        {
            if (_difference is null && _done < _script.Count)
            {
                PortAccess expected = _script[_done];
                if (actual == (actual.IsWrite ? expected : expected with { Value = 0 }))
                {
                    _done++;
                    return expected.Value;
                }
            }

            throw _difference ??= Differ(actual);
        }
    }

    ScriptMismatchException Differ(PortAccess? actual)
    {
        PortAccess? expected = _done < _script.Count ? _script[_done] : null;
        string did = actual is { } access ? Spell(access) : "nothing more";
        string wanted = expected?.ToString() ?? "nothing more";
        var text = new StringBuilder()
            .AppendLine(Invariant($"Access {_done + 1} of {_script.Count}: expected {wanted}, but was {did}."))
            .Append(Invariant($"     {"expected",-28}actual"));
        int first = Math.Max(0, _done - LinesAround);
        int last = Math.Min(Math.Max(_done, _script.Count - 1), _done + LinesAround);
        Omitted(text, first);
        for (int i = first; i <= last; i++)
        {
            string planned = i < _script.Count ? _script[i].ToString() : "";
            string done = i < _done ? planned : i == _done ? did : "";
            text.AppendLine().Append(Invariant($"{(i == _done ? '>' : ' ')}{i + 1,3} {planned,-28}{done}").TrimEnd());
        }

        Omitted(text, _script.Count - 1 - last);
        return new(_done + 1, expected, actual, text.ToString());
    }

    static void Omitted(StringBuilder text, int steps)
    {
        if (steps > 0)
        {
            text.AppendLine().Append(Invariant($"     ... {steps} more"));
        }
    }

    static string Spell(PortAccess access) => access.IsWrite ? access.ToString() : access.Place + " -> ?";

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
