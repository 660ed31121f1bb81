using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Understands what registers say about others, once all are known: their conditions and overlaps.</summary>
/// <param name="registers">Has bound them, and knows what they say.</param>
/// <param name="references">Finds what they name.</param>
/// <param name="conditions">Binds conditions.</param>
/// <param name="reporter">Gets the findings.</param>
sealed class RegisterResolver(RegisterBinder registers, ReferenceBinder references, ConditionBinder conditions, Reporter reporter)
{
    /// <summary>Registers with what they say about others understood.</summary>
    public IEnumerable<RegisterModel> Resolve(IEnumerable<RegisterModel> bound)
    {
        var known = new Dictionary<ScalarNode, ConditionModel?>(ReferenceComparer.Instance);
        var choosing = new Dictionary<ScalarNode, FieldReference?>(ReferenceComparer.Instance);
        var enabling = new Dictionary<ScalarNode, ConditionModel?>(ReferenceComparer.Instance);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (RegisterModel register in bound)
        {
            if (taken.TryGetValue(register.FullName, out string? first))
            {
                reporter.Spoil(register.Path);
                reporter.Report(BindingRules.DuplicateName, register.Path, $"There is a register {register.FullName} already ({reporter.LineOf(first)}).",
                    reporter.At(first, $"{register.FullName} stands here."));
                continue;
            }

            taken.Add(register.FullName, register.Path);
            PendingRegister pending = registers.PendingOf(register);
            ConditionModel? around = null;
            foreach (ScopedNode node in pending.Around)
            {
                around = ConditionModel.Both(around, Once(node, register));
            }

            ConditionModel? read = pending.Read is null ? around : ConditionModel.Both(around, Once(pending.Read, register));
            ConditionModel? write = ReferenceEquals(pending.Write, pending.Read) ? read
                : pending.Write is null ? around : ConditionModel.Both(around, Once(pending.Write, register));
            ConditionModel? enable = null;
            foreach (ScopedNode node in register.CanWrite ? pending.WriteEnable : pending.WriteEnable.Where(node => ReferenceEquals(node, pending.OwnWriteEnable)))
            {
                enable = ConditionModel.Both(enable, Once(node, register, enabling));
            }

            read = DoubledBinder.Chosen(register, read, pending.ReadBy is null ? null : ReadBy(pending.ReadBy, register));
            write = ConditionModel.Both(enable, write);
            yield return Placed(register, new(register.Address, read), new(register.WritePlace?.Address ?? register.Address, write)) with
            {
                WriteEnable = enable,
                Number = register.Number is { } number ? registers.Encodings.Resolve(number, register.Path, conditions, register.Owner) : null,
                Fields = register.Fields.Select(field => registers.Encodings.Resolve(field, $"{register.Path}/fields/{field.Declared}", conditions, register.Owner)).ToEquatable(),
                Overlaps = pending.Overlaps.Select(node => references.Register(node, register.Path, register.Owner)).OfType<string>().ToEquatable(),
            };
        }

        // Both values of a doubled register are chosen by one field.
        FieldReference? ReadBy(ScalarNode node, RegisterModel register)
        {
            if (!choosing.TryGetValue(node, out FieldReference? field))
            {
                choosing[node] = field = references.Field(node, node.Text, register.Path, register.Owner);
            }

            return field;
        }

        // A condition around several registers is understood, or reported, once.
        ConditionModel? Once(ScopedNode scoped, RegisterModel register, Dictionary<ScalarNode, ConditionModel?>? enabling = null)
        {
            (ScalarNode node, string? scope) = scoped;
            Dictionary<ScalarNode, ConditionModel?> understood = enabling ?? known;
            if (!understood.TryGetValue(node, out ConditionModel? condition))
            {
                understood[node] = condition = enabling is null
                    ? conditions.Bind(node, node.Text, register.Path, scope, selects: true)
                    : registers.Guards.WriteEnable(node, register.Path, scope, references, conditions);
            }

            if (condition is null)
            {
                reporter.Spoil(register.Path);
            }

            return condition;
        }
    }

    // A direction that the register does not have has no place.
    static RegisterModel Placed(RegisterModel register, PlaceModel read, PlaceModel write)
    {
        PlaceModel first = register.CanRead ? read : write;
        bool apart = register.CanRead && register.CanWrite && read != write;
        return register with { Address = first.Address, When = first.When, WritePlace = apart ? write : null };
    }

    // Two nodes of one text are two places.
    sealed class ReferenceComparer : IEqualityComparer<ScalarNode>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(ScalarNode? one, ScalarNode? other) => ReferenceEquals(one, other);

        public int GetHashCode(ScalarNode node) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(node);
    }
}
