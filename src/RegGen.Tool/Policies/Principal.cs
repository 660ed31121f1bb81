using System.Buffers.Binary;
using System.Globalization;
using System.Security.Principal;
using RegGen.Backends.Driver;

namespace RegGen.Tool.Policies;

/// <summary>Who a line of a policy is about: a group of Linux, or a user or group of Windows.</summary>
/// <param name="Kind"><see cref="DriverAbi.WhoGid"/> or <see cref="DriverAbi.WhoSid"/>.</param>
/// <param name="Id">Its number as the driver takes it.</param>
/// <param name="Text">How it is spelled: <c>gid:20</c>, <c>sid:S-1-5-32-545</c>.</param>
sealed record Principal(byte Kind, byte[] Id, string Text)
{
    const int MostAuthorities = 15;

    /// <summary>Reads <c>group:dialout</c>, <c>gid:20</c>, <c>account:PC\Anna</c> or <c>sid:S-1-5-32-545</c>.</summary>
    /// <param name="text">The word.</param>
    /// <param name="groups">The file that knows the groups of Linux.</param>
    /// <exception cref="PolicyException">It means nobody.</exception>
    public static Principal Parse(string text, string groups)
    {
        string[] parts = text.Split(':', 2);
        return parts switch
        {
            ["gid", var number] when uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out uint gid) => OfGroup(gid),
            ["group", var name] => OfGroup(GroupOf(name, groups)),
            ["sid", var sid] => OfSid(sid),
            ["account", var name] => OfSid(AccountOf(name)),
            _ => throw new PolicyException($"'{text}' is nobody: write group:NAME or gid:NUMBER on Linux, account:NAME or sid:S-1-... on Windows."),
        };
    }

    public override string ToString() => Text;

    static Principal OfGroup(uint gid)
    {
        byte[] id = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(id, gid);
        return new(DriverAbi.WhoGid, id, string.Create(CultureInfo.InvariantCulture, $"gid:{gid}"));
    }

    // name:password:gid:members
    static uint GroupOf(string name, string groups)
    {
        try
        {
            string? line = File.ReadLines(groups).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal));
            return uint.TryParse(line?.Split(':').ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out uint gid)
                ? gid
                : throw new PolicyException($"{groups} has no group '{name}'. A group of another place is written by its number, as gid:20.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException($"the group '{name}' cannot be looked up: {unreadable.Message} Write its number, as gid:20.");
        }
    }

    static string AccountOf(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            throw new PolicyException($"the account '{name}' can be looked up on Windows only. Write its number, as sid:S-1-5-32-545.");
        }

        try
        {
            return new NTAccount(name).Translate(typeof(SecurityIdentifier)).Value;
        }
        catch (IdentityNotMappedException)
        {
            throw new PolicyException($"this machine knows no account '{name}'. Write DOMAIN\\NAME, or its number, as sid:S-1-5-32-545.");
        }
    }

    // MS-DTYP 2.4.2: revision, count, authority of six bytes (the highest first), sub-authorities.
    static Principal OfSid(string text)
    {
        string[] parts = text.Split('-');
        int count = parts.Length - 3;
        byte[] id = new byte[8 + (4 * Math.Max(0, count))];
        ulong authority = 0;
        bool isSid = count is >= 0 and <= MostAuthorities && parts[0] == "S" && parts[1] == "1"
            && ulong.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out authority) && authority <= uint.MaxValue;
        for (int i = 0; isSid && i < count; i++)
        {
            isSid = uint.TryParse(parts[3 + i], NumberStyles.None, CultureInfo.InvariantCulture, out uint part);
            BinaryPrimitives.WriteUInt32LittleEndian(id.AsSpan(8 + (4 * i)), part);
        }

        if (!isSid)
        {
            throw new PolicyException($"'{text}' is no SID: it looks like S-1-5-32-545, with at most {MostAuthorities} numbers behind the authority.");
        }

        (id[0], id[1]) = (1, (byte)count);
        BinaryPrimitives.WriteUInt32BigEndian(id.AsSpan(4), (uint)authority);
        return new(DriverAbi.WhoSid, id, "sid:" + text);
    }
}
