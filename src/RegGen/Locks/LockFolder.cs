using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace RegGen.Locks;

/// <summary>The directory of the locked files. Nobody but root, this user and the group of those who may use ports can put anything into it.</summary>
/// <param name="path">The directory.</param>
/// <param name="name">The lock that is asked for, in messages.</param>
/// <param name="user">The user whose rights this process has.</param>
sealed class LockFolder(string path, string name, uint user)
{
    /// <summary>Those who may use ports.</summary>
    public const string Group = "reggen";

    const string GroupFile = "/etc/group";
    const uint FolderMode = 0x1F8, FileMode = 0x1B0; // 0770 and 0660
    const uint WritableByOthers = 0x2;
    const int MostAttempts = 20;

    const string Remedy = "Install native/system/reggen.tmpfiles.conf as /etc/tmpfiles.d/reggen.conf and run: systemd-tmpfiles --create.";

    /// <summary>A file in the directory, for messages.</summary>
    public string At(string file) => $"{path}/{file}";

    /// <summary>Opens a file of the directory, and makes both where they are missing and that is ours to do.</summary>
    /// <exception cref="PortAccessException">The directory or the file is not what it has to be.</exception>
    public SafeFileHandle Open(string file)
    {
        using SafeFileHandle folder = OpenFolder();
        FileLook look = Libc.Look(folder);
        if (look.Owner != 0 && look.Owner != user)
        {
            throw Refused($"{path} belongs to user {look.Owner}, neither to root nor to this user.", Remedy);
        }

        if ((look.Mode & WritableByOthers) != 0)
        {
            throw Refused($"{path} may be written by everybody.", Remedy);
        }

        SafeFileHandle open = OpenFile(folder, look, file);
        if (Libc.Look(open).IsFile)
        {
            return open;
        }

        open.Dispose();
        throw Refused($"{At(file)} is not a plain file.", "Remove it.");
    }

    /// <summary>The exception for a lock that cannot be shared with other processes.</summary>
    public PortAccessException Refused(string cause, string remedy) =>
        new(PortRefusal.NoLock, $"The lock '{name}' cannot be shared with other processes: {cause}", remedy);

    SafeFileHandle OpenFolder()
    {
        int error = Libc.OpenFolder(path, out SafeFileHandle folder);
        if (error == Libc.NoEntry && user == 0)
        {
            MakeFolder();
            error = Libc.OpenFolder(path, out folder);
        }

        return error switch
        {
            0 => folder,
            Libc.NoEntry => throw Refused($"the directory {path} is missing.", $"{Remedy} A program that root runs makes the directory too."),
            Libc.NotADirectory or Libc.Loop => throw Refused($"{path} is a symbolic link or no directory.", $"Remove it. {Remedy}"),
            Libc.NoAccess => throw Refused($"this user may not use {path} (EACCES).", $"Add the user to the group {Group}."),
            _ => throw Refused($"{path} cannot be opened (error {error}).", Remedy),
        };
    }

    // Nobody but root gets at it until it is complete.
    void MakeFolder()
    {
        if (Libc.MakeFolder(path) != 0 || Libc.OpenFolder(path, out SafeFileHandle made) != 0)
        {
            return;
        }

        using (made)
        {
            if (GroupNumber() is { } number)
            {
                Libc.ChangeGroup(made, number);
            }

            Libc.ChangeMode(made, FolderMode);
        }
    }

    SafeFileHandle OpenFile(SafeFileHandle folder, FileLook look, string file)
    {
        for (int attempt = 1; ; attempt++)
        {
            int error = Libc.OpenFile(folder, file, create: false, out SafeFileHandle open);
            if (error == Libc.NoEntry)
            {
                error = Libc.OpenFile(folder, file, create: true, out open);
                if (error == 0)
                {
                    // Whoever may use the directory may use the file, whatever this process's mask and group are.
                    Libc.ChangeGroup(open, look.Group);
                    Libc.ChangeMode(open, FileMode);
                }
            }

            switch (error)
            {
                case 0:
                    return open;
                case Libc.Exists or Libc.NoEntry or Libc.NoAccess when attempt < MostAttempts:
                    // Another process is just making it.
                    Thread.Sleep(1);
                    break;
                case Libc.Loop:
                    throw Refused($"{At(file)} is a symbolic link.", "Remove it.");
                case Libc.NoAccess:
                    throw Refused($"this user may not use {At(file)} (EACCES).", $"Add the user to the group {Group}; it must be the file's group.");
                default:
                    throw Refused($"{At(file)} cannot be opened (error {error}).", "Look the number up with: errno -l.");
            }
        }
    }

    static uint? GroupNumber()
    {
        try
        {
            return NumberOf(Group, File.ReadLines(GroupFile));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The number of a group, by lines as <c>reggen:x:987:</c>.</summary>
    internal static uint? NumberOf(string group, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            string[] parts = line.Split(':');
            if (parts.Length > 2 && parts[0] == group && uint.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint number))
            {
                return number;
            }
        }

        return null;
    }
}
