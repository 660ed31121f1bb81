using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>One rule about a device that was understood. One file a check: its rule, what it looks at, what it says.</summary>
abstract class Check
{
    /// <summary>The checks; last the one that remarks on sound devices only.</summary>
    public static readonly IReadOnlyList<Check> All =
    [
        new BitsInRegister(), new FieldsApart(), new RegistersApart(), new RegisterInDevice(), new ResetFits(), new EnumValuesFit(),
        new SelectorCanBeKept(), new ShadowHasStart(), new ConditionFits(), new JoinedParts(), new BaseFits(), new IndexFits(),
        new WindowWidths(), new NeutralFits(), new OneResetOnly(), new SelectorStandsAlone(), new ShadowAtPort(), new FieldWithinRegister(),
        new RegionFits(), new RegionBaseKnown(), new DataRegisters(), new DoorsAgree(), new PartsNamedApart(), new SelectionTells(), new LanesFit(),
        new PiecesApart(), new FieldKindFits(), new BoundsFit(), new EncodingFits(), new DepthFits(), new WidthsFit(), new OneShotsKnown(), new ConstantFits(), new EnumCovers(),
        new TransferFits(), new ByteOrderFits(), new StableCanBeRead(), new IdentityIsHarmless(), new IdentityCanHold(),
        new StepDirections(), new StepValuesFit(), new StepsNameFields(), new CallsFit(), new StepsEnd(),
        new ConditionHolds(), new OverlapsMeet(), new LibraryEnumHolds(),
        new DangerPossible(), new DangerAsked(), new GuardHasEffect(), new DoorsFit(),
        new NamesCollide(),
    ];

    public abstract Rule Rule { get; }

    public abstract void Run(DeviceModel device, Reporter reporter);

    /// <summary>Registers that were understood whole.</summary>
    protected static IEnumerable<RegisterModel> Sound(IEnumerable<RegisterModel> registers, Reporter reporter) =>
        registers.Where(register => reporter.IsSound(register.Path));

    /// <summary>Registers whose own keys were understood, whatever their fields are.</summary>
    protected static IEnumerable<RegisterModel> Understood(IEnumerable<RegisterModel> registers, Reporter reporter) =>
        registers.Where(register => reporter.IsUnderstood(register.Path));

    /// <summary>Fields that were understood, with their registers.</summary>
    protected static IEnumerable<(RegisterModel Register, FieldModel Field)> SoundFields(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in device.AllRegisters)
        {
            bool all = reporter.IsSound(register.Path);
            foreach (FieldModel field in register.Fields)
            {
                if (all || reporter.IsSound(field.PathIn(register)))
                {
                    yield return (register, field);
                }
            }
        }
    }

    /// <summary>Numbers that were understood, of fields, registers and joined values, with the path of each; an array of fields is one.</summary>
    protected static IEnumerable<(FieldModel Number, string Path)> SoundNumbers(DeviceModel device, Reporter reporter) => SoundFields(device, reporter)
        .Where(each => each.Field.Index == 0 && each.Field.High < each.Register.Width)
        .Select(each => (each.Field, $"{each.Register.Path}/fields/{each.Field.Declared}"))
        .Concat(device.Numbers.Where(each => reporter.IsSound(each.Path)));

    /// <summary>A key of a number: of its encoding, if it stands there.</summary>
    protected static string KeyOf(Reporter reporter, string path, string key) => reporter.IsWritten($"{path}/encoding/{key}") ? $"{path}/encoding/{key}" : $"{path}/{key}";

    /// <summary>Steps that were understood, with their paths.</summary>
    protected static IEnumerable<(StepModel Step, string Path)> SoundSteps(DeviceModel device, Reporter reporter) => device.AllSteps
        .SelectMany(list => list.Steps.Steps.Select((step, i) => (Step: step, Path: $"{list.Path}/{i}")))
        .Where(each => reporter.IsSound(each.Path));

    /// <summary>The conditions of all sound registers, for each direction of its own, with where each was written: on the register or around it.</summary>
    protected static IEnumerable<(ConditionModel When, string Path)> Conditions(DeviceModel device, Reporter reporter) =>
        Sound(device.AllRegisters, reporter).SelectMany(register => register.Places
            .Where(each => each.Place.When is not null)
            .Select(each => (each.Place.When!, reporter.Nearest(register.Path, "when")))
            .Concat(register.WriteEnable is { } enable ? [(enable, reporter.Nearest(register.Path, "write-enable"))] : Enumerable.Empty<(ConditionModel, string)>())
            .Reverse());

    /// <summary>All conditions: those of registers, and the one that the device is recognized by.</summary>
    protected static IEnumerable<(ConditionModel When, string Path)> AllConditions(DeviceModel device, Reporter reporter) =>
        device.Identity is { } identity && reporter.IsSound(IdentityModel.Path)
            ? Conditions(device, reporter).Append((identity.When, reporter.Nearest(IdentityModel.Path, "condition")))
            : Conditions(device, reporter);

    /// <summary>Each pair once, the earlier one first.</summary>
    protected static IEnumerable<(T First, T Second)> Pairs<T>(IReadOnlyList<T> items) =>
        items.SelectMany((first, i) => items.Skip(i + 1).Select(second => (first, second)));

    /// <summary>
    /// Each pair with an address in common once, the earlier one first. Only neighbours meet, so that it stays quick however many there are.
    /// </summary>
    /// <param name="items">What covers addresses.</param>
    /// <param name="first">Its first address.</param>
    /// <param name="end">The address behind its last one.</param>
    public static IEnumerable<(T First, T Second)> Neighbours<T>(IReadOnlyList<T> items, Func<T, int> first, Func<T, int> end)
    {
        List<int> open = [];
        foreach (int i in Enumerable.Range(0, items.Count).OrderBy(i => first(items[i])))
        {
            open.RemoveAll(other => end(items[other]) <= first(items[i]));
            foreach (int other in open)
            {
                yield return other < i ? (items[other], items[i]) : (items[i], items[other]);
            }

            open.Add(i);
        }
    }
}
