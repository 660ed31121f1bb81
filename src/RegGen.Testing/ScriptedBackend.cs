using RegGen.Backends;
using RegGen.Claims;
using RegGen.Recording;
using RegGen.Testing.Scripts;
using RegGen.Tracing;

namespace RegGen.Testing;

/// <summary>Accesses that a test expects, in order: by register and fields, or by port.</summary>
/// <remarks>
/// <example>
/// As calls, or as the lines of a trace:
/// <code>
/// var script = new ScriptedBackend(new TracedDevice("COM2", Uart16550.Map, 0x2F8))
///     .Reads("LCR", 0x03)
///     .Writes("LCR", "WordLength=Eight Dlab=1")
///     .Expect("""
///         COM2.DLL &lt;- 0x0C
///         COM2.DLM &lt;- 0x00
///         COM2.LCR &lt;- WordLength=Eight
///         """);
/// using (var uart = Uart16550.Open(0x2F8, script))
/// {
///     uart.Divisor.Write(12);
/// }
/// script.Finish();
/// </code>
/// </example>
/// A step by name fits an access that reaches that register, as a trace tells it: in its bank, behind its window's index, which are steps of their
/// own. Every claim is granted. After the first difference every further access, and <see cref="Finish"/>, throws it again, so that code which swallows
/// exceptions does not hide it. A compound access is compared step by step.
/// </remarks>
/// <param name="devices">The devices whose registers steps name, and by whose names a difference is told.</param>
public sealed class ScriptedBackend(params ReadOnlySpan<TracedDevice> devices) : TestBackend
{
    readonly Lock _gate = new();
    readonly ScriptWords _words = new([.. devices]);
    readonly FollowedDevices _devices = new(devices);
    readonly List<ScriptStep> _script = [];
    ScriptMismatchException? _difference;
    int _done;

    /// <inheritdoc/>
    public override string Name => "scripted";

    /// <summary>Number of steps that have not been done.</summary>
    public int Remaining => _script.Count - _done;

    /// <summary>Expects a read of a port, and answers it.</summary>
    /// <param name="port">The port.</param>
    /// <param name="value">The answer.</param>
    /// <param name="width">The width.</param>
    /// <returns>This script, for the next step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is wider than the access.</exception>
    public ScriptedBackend Reads(ushort port, uint value, PortWidth width = PortWidth.Bits8) => Add(new PortStep(new(false, port, width, value)));

    /// <summary>Expects a write of a value to a port.</summary>
    /// <param name="port">The port.</param>
    /// <param name="value">What must be written.</param>
    /// <param name="width">The width.</param>
    /// <returns>This script, for the next step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is wider than the access.</exception>
    public ScriptedBackend Writes(ushort port, uint value, PortWidth width = PortWidth.Bits8) => Add(new PortStep(new(true, port, width, value)));

    /// <summary>Expects a read of a register, and answers it.</summary>
    /// <param name="register">Its full name, <c>LSR</c> or <c>Cmos.Seconds</c>; with the device's name before it, <c>COM2.LSR</c>, where the script has several.</param>
    /// <param name="word">The answer: the register's word.</param>
    /// <returns>This script, for the next step.</returns>
    /// <exception cref="ArgumentException">There is no such register, or the word is wider than it.</exception>
    public ScriptedBackend Reads(string register, ulong word) => Add(_words.Step(register, isWrite: false, word));

    /// <summary>Expects a read of a register, and answers it.</summary>
    /// <inheritdoc cref="Reads(string, ulong)"/>
    /// <param name="register">Its full name.</param>
    /// <param name="fields">The answer as a trace shows it, <c>TransmitterEmpty=1</c>: fields that are not named are 0.</param>
    /// <exception cref="ArgumentException">There is no such register, field or value.</exception>
    public ScriptedBackend Reads(string register, string fields) => Add(_words.Step(register, isWrite: false, fields));

    /// <summary>Expects a write of a register.</summary>
    /// <inheritdoc cref="Reads(string, ulong)"/>
    /// <param name="register">Its full name.</param>
    /// <param name="word">What must be written.</param>
    public ScriptedBackend Writes(string register, ulong word) => Add(_words.Step(register, isWrite: true, word));

    /// <summary>Expects a write of a register.</summary>
    /// <inheritdoc cref="Reads(string, ulong)"/>
    /// <param name="register">Its full name.</param>
    /// <param name="fields">
    /// What must be written, as a trace shows it: <c>WordLength=Eight Dlab=1</c>, <c>Expired=clear</c>. Fields that are not named must do nothing, or be 0; with
    /// a <c>*</c> at the end they may be anything.
    /// </param>
    /// <exception cref="ArgumentException">There is no such register, field or value.</exception>
    public ScriptedBackend Writes(string register, string fields) => Add(_words.Step(register, isWrite: true, fields));

    /// <summary>Expects the accesses of a trace, a line each: <c>COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1</c>, <c>COM2.LSR -> TransmitterEmpty=1</c>, <c>0xCF8/32 &lt;- 0x80000000</c>.</summary>
    /// <param name="lines">
    /// The lines. A register's value is a word, or fields, or both as a trace has them. Empty lines, and what stands behind <c># </c>, do not count.
    /// </param>
    /// <returns>This script, for the next step.</returns>
    /// <exception cref="ArgumentException">A line cannot be understood; the message says which, and why.</exception>
    public ScriptedBackend Expect(string lines)
    {
        foreach (ScriptStep step in _words.Steps(lines))
        {
            Add(step);
        }

        return this;
    }

    /// <summary>Checks that the whole script was done.</summary>
    /// <exception cref="ScriptMismatchException">Steps are left over, or an access differed before.</exception>
    public void Finish()
    {
        lock (_gate)
        {
            if (_difference is not null || Remaining > 0)
            {
                throw _difference ??= Differ(null);
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

    ScriptedBackend Add(ScriptStep step)
    {
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
            if (_difference is null && _done < _script.Count && _script[_done].Fits(actual, _devices) is { } value)
            {
                _done++;
                _devices.Follow(actual with { Value = value });
                return value;
            }

            throw _difference ??= Differ(actual);
        }
    }

    ScriptMismatchException Differ(PortAccess? actual)
    {
        ScriptStep? expected = _done < _script.Count ? _script[_done] : null;
        string wanted = expected?.ToString() ?? "nothing more";
        string did = "nothing more", fields = "";
        if (actual is { } access)
        {
            fields = expected?.Difference(access, _devices) is { } difference ? $" {difference}." : "";
            string place = _devices.Find(access).Place;
            did = access.IsWrite ? _devices.Follow(access).ToString() : $"{place} -> ?";
        }

        string message = FormattableString.Invariant($"Access {_done + 1} of {_script.Count}: expected {wanted}, but was {did}.{fields}\n")
            + SideBySide.Of(_done, _script.Count, i => _script[i].ToString(), did);
        return new(_done + 1, (expected as PortStep)?.Access, actual, message);
    }
}
