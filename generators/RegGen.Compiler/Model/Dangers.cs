namespace RegGen.Compiler.Model;

/// <summary>A register or field whose writes can do harm.</summary>
sealed record DangerousPart(string Name, DangerModel Danger);

/// <summary>What of a device can do harm: registers, their fields, and the steps that write them.</summary>
static class Dangers
{
    /// <summary>What is dangerous about writing a register: itself, else its fields.</summary>
    public static IEnumerable<DangerousPart> Of(RegisterModel register) => register.Danger is { } whole
        ? [new(register.Title, whole)]
        : register.Fields.Where(field => field.Danger is not null).Select(field => new DangerousPart($"{register.Title}.{field.Name}", field.Danger!));

    /// <summary>What is dangerous about writing a joined value: of a register of which it is some fields, those and what a change of them does not leave alone.</summary>
    public static IEnumerable<DangerousPart> Of(DeviceModel device, JoinedModel joined) => joined.Registers.Select(device.Find).OfType<RegisterModel>()
        .SelectMany(register => Of(register).Where(part => Field(register, part) is not { } field
            || joined.Of.Any(named => named.Register == register.FullName && (named.Field ?? field.Name) == field.Name) || !IsLeftByModify(field, register)));

    /// <summary>Whether a write that does not name a field surely does nothing to it.</summary>
    public static bool IsLeftByWrite(FieldModel field) => field.Neutral is not null || field.Access is { Acts: true, Inert: Inertness.Zeros or Inertness.Ones };

    /// <summary>The same of a modify: it may also write back what was there.</summary>
    public static bool IsLeftByModify(FieldModel field, RegisterModel register) => IsLeftByWrite(field) || field.IsKeptIn(register);

    /// <summary>What steps write that can do harm, those of called sequences included.</summary>
    public static IEnumerable<DangerousPart> In(DeviceModel device, IEnumerable<StepModel> steps) => In(device, steps, []).Distinct();

    /// <summary>The device, danger passed on to what reaches the same bytes: registers that overlap, and those behind a window.</summary>
    public static DeviceModel Spread(DeviceModel device)
    {
        Dictionary<string, DangerModel> known = device.AllRegisters.Where(register => Of(register).Any())
            .GroupBy(register => register.Path).ToDictionary(same => same.Key, same => Of(same.First()).First().Danger, StringComparer.Ordinal);
        if (known.Count == 0)
        {
            return device;
        }

        for (int before = -1; before != known.Count;)
        {
            before = known.Count;
            foreach (RegisterModel register in device.AllRegisters)
            {
                foreach (RegisterModel other in register.Overlaps.Select(device.Find).OfType<RegisterModel>())
                {
                    Pass(register, other);
                    Pass(other, register);
                }

                foreach (RegisterModel data in device.FindWindow(register.Window)?.Writes.Select(device.Find).OfType<RegisterModel>() ?? [])
                {
                    Pass(data, register);
                }
            }
        }

        return device.Each(register => register.CanWrite && !Of(register).Any() && known.TryGetValue(register.Path, out DangerModel? danger)
            ? register with { Danger = danger }
            : register);

        void Pass(RegisterModel from, RegisterModel to)
        {
            if (known.TryGetValue(from.Path, out DangerModel? danger) && !known.ContainsKey(to.Path))
            {
                known.Add(to.Path, danger);
            }
        }
    }

    static IEnumerable<DangerousPart> In(DeviceModel device, IEnumerable<StepModel> steps, HashSet<string> called) => steps.SelectMany(step => step switch
    {
        WriteStepModel write when device.Find(write.Register) is { } register => Of(register).Where(part => Touches(write, register, part)),
        WriteStepModel write => device.FindJoined(write.Register) is { } joined ? Of(device, joined) : [],
        ModifyStepModel modify when device.Find(modify.Field.Register) is { } register => Of(register).Where(part => Touches(modify, register, part)),
        CallStepModel call when device.FindSequence(call.Sequence) is { } sequence && called.Add(call.Sequence) => In(device, sequence.Steps.Steps, called),
        _ => [],
    });

    static bool Touches(WriteStepModel write, RegisterModel register, DangerousPart part)
    {
        if (Field(register, part) is not { } field)
        {
            return true;
        }

        ulong inert = field.InertIn(register) ?? 0;
        return !IsLeftByWrite(field) || (write.Parts is [{ Field: null, Value: var whole }]
            ? (whole.Reach & field.Mask) != (whole.Constant & field.Mask) || field.Take(whole.Constant) != inert
            : write.Parts.Any(named => named.Field == field.Name && !IsInert(named.Value, inert)));
    }

    static bool Touches(ModifyStepModel modify, RegisterModel register, DangerousPart part) => Field(register, part) is not { } field
        || !IsLeftByModify(field, register)
        || (modify.Field.Field == field.Name && !(IsLeftByWrite(field) && IsInert(modify.Value, field.InertIn(register) ?? 0)));

    static bool IsInert(StepValueModel value, ulong inert) => value.Terms.Count == 0 && value.Constant == inert;

    static FieldModel? Field(RegisterModel register, DangerousPart part) =>
        register.Danger is null ? register.Fields.First(field => part.Name == $"{register.Title}.{field.Name}") : null;
}
