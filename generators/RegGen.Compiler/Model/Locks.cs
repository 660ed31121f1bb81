namespace RegGen.Compiler.Model;

/// <summary>What locks guard, and the keys that open them.</summary>
static class Locks
{
    /// <summary>The device with its keys free: registers that the steps of a lock around them write, and those that are never written.</summary>
    public static DeviceModel FreeKeys(DeviceModel device)
    {
        if (device.Locks.Count == 0)
        {
            return device;
        }

        Dictionary<string, HashSet<string>> keys = device.Locks.ToDictionary(
            known => known.Path,
            known => new HashSet<string>(known.Lists.SelectMany(list => Written(device, list.Steps, [])).Select(register => register.Path), StringComparer.Ordinal),
            StringComparer.Ordinal);
        return device.Each(register => register.Lock is { } around && (!register.CanWrite || (around != register.Path && keys[around].Contains(register.Path)))
            ? register with { Lock = null }
            : register);
    }

    /// <summary>The writes that open a lock or close it again; null if one of them is only known when it is done.</summary>
    public static IReadOnlyList<(RegisterModel Register, ulong Mask, ulong Value)>? Keys(DeviceModel device, StepsModel? steps)
    {
        List<(RegisterModel, ulong, ulong)> keys = [];
        return steps is null || Add(steps) ? keys : null;

        bool Add(StepsModel list) => list.Steps.All(step => step switch
        {
            WriteStepModel write => device.Find(write.Register) is { } register && AddWrite(register, write),
            ModifyStepModel modify => device.Find(modify.Field.Register) is { } register && AddBits(register, [(register.Find(modify.Field.Field ?? "")!, modify.Value)]),
            CallStepModel call => call.Arguments.Count == 0 && device.FindSequence(call.Sequence) is { } called && Add(called.Steps),
            _ => true,
        });

        bool AddWrite(RegisterModel register, WriteStepModel write)
        {
            if (write.Parts is not [{ Field: null } whole])
            {
                return AddBits(register, [.. write.Parts.Select(part => (register.Find(part.Field!)!, part.Value))]);
            }

            keys.Add((register, register.Mask, whole.Value.Constant));
            return whole.Value.Terms.Count == 0;
        }

        bool AddBits(RegisterModel register, IReadOnlyList<(FieldModel Field, StepValueModel Value)> parts)
        {
            keys.Add((register, parts.Aggregate(0ul, (mask, part) => mask | part.Field.Mask), parts.Aggregate(0ul, (word, part) => word | part.Field.Place(part.Value.Constant))));
            return parts.All(part => part.Value.Terms.Count == 0);
        }
    }

    static IEnumerable<RegisterModel> Written(DeviceModel device, StepsModel steps, HashSet<string> called) => steps.Steps.SelectMany(step => step switch
    {
        WriteStepModel write when device.Find(write.Register) is { } register => [register],
        WriteStepModel write => device.FindJoined(write.Register)?.Registers.Select(device.Find).OfType<RegisterModel>() ?? [],
        ModifyStepModel modify when device.Find(modify.Field.Register) is { } register => [register],
        CallStepModel call when device.FindSequence(call.Sequence) is { } sequence && called.Add(call.Sequence) => Written(device, sequence.Steps, called),
        _ => [],
    });
}
