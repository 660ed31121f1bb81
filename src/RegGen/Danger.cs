using System.ComponentModel;

namespace RegGen;

/// <summary>What a caller hands to a write through which a device can be made to reach memory or to stop the machine.</summary>
/// <remarks>
/// <example>
/// Only writing asks for it, and it always stands first:
/// <code>
/// card.Rbstart.Write(Danger.Accepted, buffer.PhysicalAddress);
/// </code>
/// </example>
/// The description says which registers and fields these are, with <c>danger:</c>; the documentation of each call says what can happen. Whoever
/// searches a program for <c>Danger.Accepted</c> finds every place where it can.
/// </remarks>
public readonly record struct Danger
{
    readonly bool _isAccepted;

    Danger(bool isAccepted) => _isAccepted = isAccepted;

    /// <summary>The caller knows what can happen.</summary>
    public static Danger Accepted { get; } = new(isAccepted: true);

    /// <summary>Lets a call go on. Called by generated code.</summary>
    /// <exception cref="ArgumentException">This is no token that somebody wrote down, but a default value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Demand()
    {
        if (!_isAccepted)
        {
            throw new ArgumentException("A dangerous write takes Danger.Accepted; a default value accepts nothing.", "danger");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _isAccepted ? nameof(Accepted) : "not accepted";
}
