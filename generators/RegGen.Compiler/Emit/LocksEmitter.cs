using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits a scope for each lock, and the locks as data.</summary>
sealed class LocksEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    /// <param name="owner">Full name of the block whose locks are emitted; null for those that stand in none.</param>
    /// <param name="scope">Where.</param>
    public void Emit(string? owner, MemberScope scope)
    {
        foreach (LockModel known in device.Locks.Where(known => known.Owner == owner))
        {
            string what = known.Name.Length == 0 ? "the device" : known.Name;
            string name = names.Of($"{known.Path}/unlock");
            IEnumerable<string> doors = Elements.LabelsIn(device, owner).Select(labels => routes.DoorOf(Elements.Filled(known, labels)));
            writer.Line();
            writer.Doc("summary", $"Unlocks {what} once for several writes of this thread, until the scope is disposed. Other threads wait.");
            writer.Line("/// <exception cref=\"PortAccessException\">An access was refused.</exception>");
            writer.Line($"public WindowScope {name}() => new({scope.Device}, {routes.Chosen("WindowDoor", $"{owner?.Replace("#", "")}.{name}", doors, scope.Index)});");
        }
    }

    /// <summary>The writes that open and close each lock; none where one of them is not known beforehand.</summary>
    public static void EmitMap(DeviceModel device, Names names, SourceWriter writer)
    {
        foreach (LockModel known in device.EachLock)
        {
            string name = CSharpText.Literal(NameOf(known, names));
            (string open, string close) = KeysOf(device, known.Unlock, known.Relock);
            writer.Line($"new({name}, [{open}], [{close}]),");
        }
    }

    /// <summary>The writes that open, and those that close; nothing where one of them is not known beforehand.</summary>
    public static (string Open, string Close) KeysOf(DeviceModel device, StepsModel? open, StepsModel? close) =>
        Locks.Keys(device, open) is { Count: > 0 } && Locks.Keys(device, close) is not null ? (Keys(device, open), Keys(device, close)) : ("", "");

    /// <summary>What the description as data calls a lock.</summary>
    public static string NameOf(LockModel known, Names names) => $"{(known.Owner is null ? "" : $"{known.Owner}.")}{names.Of($"{known.Path}/unlock")}";

    static string Keys(DeviceModel device, StepsModel? steps) => string.Join(", ", Locks.Keys(device, steps)!.Select(key =>
        $"new({CSharpText.Literal(key.Register.FullName)}, {CSharpText.Hex(key.Mask, key.Register.Width)}, {CSharpText.Hex(key.Value, key.Register.Width)})"));
}
