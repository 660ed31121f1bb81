using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits joined values.</summary>
sealed class JoinedEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    /// <param name="owner">Full name of the block whose values are emitted; null for the device.</param>
    /// <param name="scope">Where.</param>
    public void Emit(string? owner, MemberScope scope)
    {
        foreach (JoinedModel joined in device.Joined.Where(joined => joined.Owner == owner))
        {
            Emit(joined, scope);
        }
    }

    void Emit(JoinedModel joined, MemberScope scope)
    {
        var whole = new RegisterModel
        {
            Name = joined.Name,
            Width = joined.Of.Sum(device.WidthOf),
            Number = joined.Number,
            Access = new(
                device.CanRead(joined) ? ReadEffect.Normal : ReadEffect.None,
                !device.CanWrite(joined) ? WriteEffect.None : !joined.IsStable && joined.Of.All(IsCarriedOver) ? WriteEffect.Normal : WriteEffect.Push),
            Danger = Dangers.Of(device, joined).FirstOrDefault()?.Danger,
        };
        string danger = MembersEmitter.IsDangerous(whole) ? $" {CSharpText.Xml(whole.Danger!.Sentence)}" : "";
        string stable = joined.IsStable ? MemberDocs.Twice : "";
        string of = string.Join(", ", joined.Of.Select(part => MemberDocs.Inside(joined.Owner, $"{part}")));
        writer.Line();
        writer.Doc("summary", $"{CSharpText.Xml(DeviceEmitter.Text(joined.Doc, $"{joined.Name}."))} Joined of {of}, the highest first.{MemberDocs.MeaningOf(device, joined.Number)}{danger}{stable}");
        JoinedModel[] each = [.. device.ElementsOf(joined)];
        string name = joined.FullName.Replace("#", "");
        string code = joined.Number is null ? "" : $", {routes.Chosen("NumberCode", $"{name}.Number", each.Select(routes.NumberOf), scope.Index)}";
        string arguments = $"{scope.Device}, {(scope.At.Length == 0 ? "0" : scope.At)}{code}, {routes.Chosen("Route", name, each.Select(routes.Of), scope.Index)}";
        writer.Line($"public {MembersEmitter.HandleOf(whole, CSharpText.Integer(whole.Width))} {names.Of(joined.Path)} => {MembersEmitter.New(whole, arguments)};");
    }

    // Whether writing back what was read changes nothing.
    bool IsCarriedOver(FieldReference part) => device.Find(part.Register) is { } register
        && (part.Field is null ? register.CanChange && register.Preserved == register.Mask : register.CanModify && register.Find(part.Field)!.IsKeptIn(register));
}
