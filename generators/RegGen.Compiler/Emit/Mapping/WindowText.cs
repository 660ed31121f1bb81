using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>How a window is reached, as data: of steps that choose, what they write whatever is chosen, and where the address is in it.</summary>
sealed class WindowText(DeviceModel device, WindowModel window)
{
    /// <summary>The bits of the index in the register that holds it.</summary>
    public string IndexMask
    {
        get
        {
            if (device.Find(window.Chooser) is not { } index)
            {
                return "0x00";
            }

            ulong mask = window.IsIndexed
                ? device.BitsOf(window.Index).Mask
                : Accesses(window is { Select: null, ReadSteps: null }).Where(access => access.Register == index).SelectMany(access => access.Address).Where(term => term.Low < window.AtWidth)
                    .Aggregate(0ul, (bits, term) => bits | term.Reach);
            return CSharpText.Hex(mask, index.Width);
        }
    }

    /// <summary>What is not as with any window.</summary>
    public IEnumerable<string> Parts
    {
        get
        {
            if (window.Increment != Increment.None)
            {
                yield return $"Increment = Increment.{window.Increment}";
            }

            if (!window.Reads.SequenceEqual(window.Writes))
            {
                yield return $"Reads = [{string.Join(", ", window.Reads.Select(CSharpText.Literal))}]";
                yield return $"Writes = [{string.Join(", ", window.Writes.Select(CSharpText.Literal))}]";
            }

            if (device.DoorOf(window) is { } door && LocksEmitter.KeysOf(device, door.Enter, door.Exit) is ({ Length: > 0 } enter, var exit))
            {
                yield return $"Enter = [{enter}]";
                if (exit.Length > 0)
                {
                    yield return $"Exit = [{exit}]";
                }
            }

            if (window.CountsBytes)
            {
                yield return $"Lanes = {(1 << window.LaneBits) - 1}";
            }

            if (window.Parameters.Count > 0)
            {
                yield return $"Parameters = [{string.Join(", ", window.Parameters.Select(Parameter))}]";
            }

            if (!window.IsIndexed)
            {
                yield return $"Select = [{Texts(window is { Select: null, ReadSteps: null })}]";
            }

            if (window.ReadSteps is not null && window.WriteSteps is not null)
            {
                yield return $"SelectWrite = [{Texts(isWrite: true)}]";
            }
        }
    }

    IEnumerable<Access> Accesses(bool isWrite) => window.Packed(window.Choosing(isWrite)!).Steps.SelectMany(Of);

    string Texts(bool isWrite) => string.Join(", ", Accesses(isWrite).Select(access =>
    {
        string[] arguments =
        [
            CSharpText.Literal(access.Register.FullName), CSharpText.Hex(access.Mask, access.Register.Width), CSharpText.Hex(access.Value, access.Register.Width),
            .. access.Address.Select(term => $"new StepTerm(0, {term.Low}, 0x{term.Mask:X}, {term.Shift})"),
        ];
        return $"new({string.Join(", ", arguments)}){(access.IsRead ? " { IsRead = true }" : "")}";
    }));

    // What a poll reads chooses nothing: it is read again and again.
    IEnumerable<Access> Of(StepModel step) => step switch
    {
        ReadStepModel read when device.Find(read.Source.Register) is { } register => [new(register, true, 0, 0, [])],
        ModifyStepModel modify when device.Find(modify.Field.Register) is { } register => [Written(register, [new(modify.Field.Field, modify.Value)])],
        WriteStepModel write when device.Find(write.Register) is { } register => [Written(register, write.Parts)],
        _ => [],
    };

    // Fields that a step does not name may hold anything, and those that act do not hold what was written.
    static Access Written(RegisterModel register, IEnumerable<StepPartModel> parts)
    {
        ulong mask = 0, value = 0;
        List<StepTermModel> terms = [];
        foreach (StepPartModel part in parts)
        {
            FieldModel? field = register.Find(part.Field ?? "");
            mask |= field?.Mask ?? register.Mask;
            value |= field?.Place(part.Value.Constant) ?? part.Value.Constant;
            terms.AddRange(field is null ? part.Value.Terms : part.Value.Terms.SelectMany(term => StepsText.Placed(term, field)));
        }

        mask &= ~terms.Aggregate(ActingIn(register), (bits, term) => bits | term.Reach);
        return new(register, false, mask, value & mask, [.. terms.Where(term => term.Variable == WindowModel.At)]);
    }

    static ulong ActingIn(RegisterModel register) => register.Fields.Count == 0
        ? register.Access.Acts ? register.Mask : 0
        : register.Fields.Where(field => field.Access.Acts).Aggregate(0ul, (bits, field) => bits | field.Mask);

    string Parameter(WindowParameterModel parameter)
    {
        int shift = window.Place.First(input => input.Name == parameter.Name).Low;
        return $"new({CSharpText.Literal(parameter.Name)}, {parameter.First}, {parameter.Last}, {shift})";
    }

    /// <summary>One access of the steps.</summary>
    /// <param name="Register">The register.</param>
    /// <param name="IsRead">Whether it is read.</param>
    /// <param name="Mask">The bits that are the same for whatever is chosen.</param>
    /// <param name="Value">Their value.</param>
    /// <param name="Address">Bits of the address and the parameters.</param>
    sealed record Access(RegisterModel Register, bool IsRead, ulong Mask, ulong Value, IReadOnlyList<StepTermModel> Address);
}
