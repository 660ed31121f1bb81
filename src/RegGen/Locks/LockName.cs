using System.Text;

namespace RegGen.Locks;

/// <summary>The name of a lock as files and system objects can bear it.</summary>
/// <remarks>
/// ASCII letters, digits, '-', '_' and a '.' that is not the first character stand as they are; every other byte of the name in UTF-8 stands as '%'
/// and two upper-case hexadecimal digits. So no two names become one, and none leads out of its directory.
/// </remarks>
static class LockName
{
    const int Longest = 200;

    /// <summary>The encoded name.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder();
        foreach (byte one in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'_' || (one == '.' && encoded.Length > 0))
            {
                encoded.Append((char)one);
            }
            else
            {
                encoded.Append('%').Append(one.ToString("X2", null));
            }
        }

        return encoded.Length <= Longest
            ? encoded.ToString()
            : throw new ArgumentException($"The name of a lock is a file's name: {encoded.Length} characters are more than {Longest}.", nameof(name));
    }
}
