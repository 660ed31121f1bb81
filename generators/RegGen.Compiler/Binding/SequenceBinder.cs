using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a sequence: its parameters, then its steps.</summary>
static class SequenceBinder
{
    /// <param name="named">The sequence.</param>
    /// <param name="owner">Full name of the block that it stands in, or null.</param>
    /// <param name="references">Finds what its steps name.</param>
    /// <param name="reporter">Gets the findings.</param>
    public static SequenceModel Bind(NamedNode named, string? owner, ReferenceBinder references, Reporter reporter)
    {
        var map = new MapReader(named.Value, KeyTables.Sequence, named.Path, reporter);
        ParameterModel[] parameters = [.. map.Named("parameters").Select(parameter => Parameter(parameter, owner, references, reporter)).OfType<ParameterModel>()];
        var scope = new StepScope([.. parameters.Select(parameter => new StepVariable(parameter.Name, parameter.Width))]);
        StepsModel steps = new StepBinder(references, reporter, owner, knowsPlace: false).Bind(map, "steps", scope) ?? new(default, default);
        return new SequenceModel(named.Name, map.Text("doc"), parameters.ToEquatable(), steps) { Path = named.Path, Owner = owner };
    }

    // count: 8, mode: Mode, trigger: FCR.Trigger, or a map
    static ParameterModel? Parameter(NamedNode named, string? owner, ReferenceBinder references, Reporter reporter)
    {
        if (named.Value is ScalarNode { IsEmpty: false } line)
        {
            return Typed(named, line, "", owner, references, reporter);
        }

        var map = new MapReader(named.Value, KeyTables.Parameter, named.Path, reporter);
        return map.Scalar("type") is { } type ? Typed(named, type, map.Text("doc"), owner, references, reporter) : null;
    }

    static ParameterModel? Typed(NamedNode named, ScalarNode type, string doc, string? owner, ReferenceBinder references, Reporter reporter)
    {
        if (Texts.TryNumber(type.Text, out ulong width))
        {
            if (width is >= 1 and <= 64)
            {
                return new ParameterModel(named.Name, doc, (int)width, null, null);
            }

            reporter.Spoil(named.Path);
            reporter.Report(BindingRules.OutOfRange, type, $"The parameter {named.Name} has {type.Text} bits, outside 1 to 64.");
            return null;
        }

        if (references.EnumWidth(type.Text) is { } bits)
        {
            return new ParameterModel(named.Name, doc, bits, type.Text, null);
        }

        return references.Field(type, type.Text, named.Path, owner) is { } like
            ? new ParameterModel(named.Name, doc, references.WidthOf(like), null, like)
            : null;
    }
}
