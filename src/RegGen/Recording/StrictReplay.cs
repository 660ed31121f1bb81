using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>The recorded accesses in their order.</summary>
sealed class StrictReplay(PortRecording recording, FollowedDevices devices) : Replaying
{
    int _done;

    public override int Remaining => recording.Accesses.Count - _done;

    public override RecordedAccess? Take(PortAccess access)
    {
        if (Remaining == 0)
        {
            return null;
        }

        RecordedAccess recorded = recording.Accesses[_done];
        if (access != (access.IsWrite ? recorded.Access : recorded.Access with { Value = 0 }))
        {
            return null;
        }

        _done++;
        devices.Follow(recorded.Access);
        return recorded;
    }

    public override ReplayException Differ(PortAccess access)
    {
        TraceLine line = devices.Follow(access);
        return Differ(access.IsWrite ? line.ToString() : Spell(access, line.Place));
    }

    public override ReplayException? Left() => Remaining == 0 ? null : Differ("nothing more");

    ReplayException Differ(string did)
    {
        int count = recording.Accesses.Count;
        int? line = _done < count ? PortRecording.LineOf(_done) : null;
        string place = line is null ? recording.File : FormattableString.Invariant($"{recording.File}({line})");
        string wanted = _done < count ? recording.Accesses[_done].ToString() : "nothing more";
        return new(_done + 1, line, FormattableString.Invariant($"{place}: access {_done + 1} of {count}: recorded was {wanted}, but the program did {did}.\n")
            + SideBySide.Of(_done, count, i => recording.Accesses[i].ToString(), did));
    }
}
