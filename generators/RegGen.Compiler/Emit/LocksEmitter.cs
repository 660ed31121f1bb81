using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits a scope for each lock, and the locks as data.</summary>
sealed class LocksEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    public void Emit()
    {
        foreach (LockModel known in device.Locks)
        {
            string what = known.Name.Length == 0 ? "the device" : known.Name;
            writer.Line();
            writer.Doc("summary", $"Unlocks {what} once for several writes of this thread, until the scope is disposed. Other threads wait.");
            writer.Line("/// <exception cref=\"PortAccessException\">An access was refused.</exception>");
            writer.Line($"public WindowScope {names.Of($"{known.Path}/unlock")}() => new(this, Routes.{routes.DoorOf(known)});");
        }
    }

    /// <summary>The writes that open and close each lock; none where one of them is not known beforehand.</summary>
    public static void EmitMap(DeviceModel device, Names names, SourceWriter writer)
    {
        foreach (LockModel known in device.Locks)
        {
            string name = CSharpText.Literal(names.Of($"{known.Path}/unlock"));
            bool isKnown = Locks.Keys(device, known.Unlock) is { Count: > 0 } && Locks.Keys(device, known.Relock) is not null;
            string keys = isKnown ? $"[{Keys(device, known.Unlock)}], [{Keys(device, known.Relock)}]" : "[], []";
            writer.Line($"new({name}, {keys}),");
        }
    }

    static string Keys(DeviceModel device, StepsModel? steps) => string.Join(", ", Locks.Keys(device, steps)!.Select(key =>
        $"new({CSharpText.Literal(key.Register.FullName)}, {CSharpText.Hex(key.Mask, key.Register.Width)}, {CSharpText.Hex(key.Value, key.Register.Width)})"));
}
