using System.Globalization;
using System.Text;
using RegGen.Backends;

namespace RegGen.Metadata;

/// <summary>A register of a device or of a window.</summary>
/// <param name="Name">The datasheet's name.</param>
/// <param name="Address">Offset from the device's base in ports; in a window, the index.</param>
/// <param name="Width">Width in bits: 8, 16, 32 or 64.</param>
/// <param name="Access">How its bits behave where no field says otherwise.</param>
public sealed record RegisterMap(string Name, int Address, int Width, Access Access)
{
    /// <summary>When the register answers: while all of these hold. Empty means always.</summary>
    public IReadOnlyList<Condition> When { get; init; } = [];

    /// <summary>Where it is written, if not where it is read.</summary>
    public PlaceMap? WritePlace { get; init; }

    /// <summary>Registers at the same ports that share its bytes.</summary>
    public IReadOnlyList<string> Overlaps { get; init; } = [];

    /// <summary>Widths of reads, where these are not only its own.</summary>
    public IReadOnlyList<int> ReadWidths { get; init; } = [];

    /// <summary>Widths of writes, where these are not only its own.</summary>
    public IReadOnlyList<int> WriteWidths { get; init; } = [];

    /// <summary>Name of the register beside it that shows what it held before its last write; null if nothing does.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether only an access of its own width reaches it, never one byte of a wider access.</summary>
    public bool IsExact { get; init; }

    /// <summary>Its value after reset, if the datasheet tells.</summary>
    public ulong? Reset { get; init; }

    /// <summary>What a driver takes it to hold at first, where that is not the reset value; null if nothing is said.</summary>
    public ulong? Initial { get; init; }

    /// <summary>How it goes through a narrower port; null if it is accessed at once.</summary>
    public TransferMap? Transfer { get; init; }

    /// <summary>What is written into bits of no field.</summary>
    public ReservedPolicy Reserved { get; init; } = ReservedPolicy.Preserve;

    /// <summary>How long the device needs after a read of it before the next access.</summary>
    public TimeSpan ReadRecovery { get; init; }

    /// <summary>How long the device needs after a write to it before the next access.</summary>
    public TimeSpan WriteRecovery { get; init; }

    /// <summary>Whether it moves on while it is read, so that it is read until two reads agree.</summary>
    public bool IsStable { get; init; }

    /// <summary>Whether its most significant byte stands at its lowest port.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>Whether a queue stands behind it: reading takes a value, writing adds one.</summary>
    public bool IsFifo { get; init; }

    /// <summary>What the whole of it means as a number, as a field without a name; null if it is just its bits.</summary>
    public FieldMap? Number { get; init; }

    /// <summary>Name of the lock that must be open for a write to have an effect; null if there is none.</summary>
    public string? Lock { get; init; }

    /// <summary>What writing it can do to the machine; null if it does no harm, unless a field does.</summary>
    public DangerMap? Danger { get; init; }

    /// <summary>Its fields, in the order of the description.</summary>
    public IReadOnlyList<FieldMap> Fields { get; init; } = [];

    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>Whether the register or one of its fields can be read. A self-clearing field alone makes no register readable.</summary>
    public bool CanRead => Fields.Count == 0
        ? Access.CanRead
        : Fields.Any(part => part.Access.CanRead && (Access.CanRead || part.Access.Write != WriteEffect.SelfClearing));

    /// <summary>Whether the register or one of its fields can be written.</summary>
    public bool CanWrite => Fields.Count == 0 ? Access.CanWrite : Fields.Any(part => part.Access.CanWrite);

    /// <summary>Whether a written word has in each constant field the value of that: if not, the register is not meant.</summary>
    public bool Means(ulong written)
    {
        foreach (FieldMap field in Fields)
        {
            if (field.Constant is { } constant && Width <= 32 && field.Extract(written) != constant)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The word as it goes over the bus, and a word from there as the register holds it.</summary>
    internal ulong Wire(ulong word) => IsBigEndian ? ByteOrder.Reverse(word, (PortWidth)Width) : word;

    /// <summary>Where it answers reads, or writes.</summary>
    internal PlaceMap PlaceFor(bool isWrite) => isWrite && WritePlace is { } place ? place : new(Address) { When = When };

    /// <summary>The register as it is while others hold these words: how its numbers are to be understood.</summary>
    /// <param name="word">The word that a register holds, by its full name.</param>
    internal RegisterMap Known(Func<string, ulong> word) => Number is { BcdWhen.Count: > 0 } || Fields.Any(field => field.BcdWhen.Count > 0)
        ? this with { Number = Number?.Known(word), Fields = [.. Fields.Select(field => field.Known(word))] }
        : this;

    /// <summary>The field of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FieldMap this[string field] => Fields.FirstOrDefault(known => known.Name == field)
        ?? throw new KeyNotFoundException($"{Name} has no field {field}; it has {string.Join(", ", Fields.Select(known => known.Name))}.");

    /// <summary>
    /// <c>0x83 WordLength=Eight Dlab=1</c>: the raw word, the fields that are not 0, and bits of no field; <c>0x59 =59 s</c> of one number.
    /// </summary>
    /// <param name="raw">The word.</param>
    /// <param name="isWrite">Whether it was written: what is read may be other fields, with other names.</param>
    public string Describe(ulong raw, bool isWrite = false)
    {
        var text = new StringBuilder("0x").Append(raw.ToString($"X{Width / 4}", CultureInfo.InvariantCulture));
        if (Number is not null)
        {
            text.Append(' ').Append(Number.Describe(raw));
        }

        ulong undeclared = Fields.Count == 0 ? 0 : raw;
        foreach (FieldMap field in Fields)
        {
            undeclared &= ~field.Mask;
            if (field.Extract(raw) != 0 && field.Constant is null)
            {
                text.Append(' ').Append(field.Describe(raw, isWrite));
            }
        }

        return undeclared == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $" undeclared=0x{undeclared:X}").ToString();
    }
}
