using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds what keeps writes from doing harm, or from being lost. Steps are kept for later, since they refer to registers.</summary>
sealed class GuardBinder(Reporter reporter)
{
    readonly List<(string Name, string Path, MapReader Map)> _locks = [];

    /// <summary><c>danger: dma</c>, or a text that says what can happen.</summary>
    public static DangerModel? Danger(MapReader map) => map.Text("danger") switch
    {
        "" => null,
        "dma" => DangerModel.Dma,
        { } text => new(text, ReachesMemory: false),
    };

    /// <summary>Path of the lock that a map begins, or of the one around it.</summary>
    public string? Lock(MapReader map, string name, string path, string? around)
    {
        if (map.Find("unlock") is null)
        {
            if (map.Find("relock") is { } alone)
            {
                map.Report(BindingRules.MissingKey, alone, "'relock' stands without 'unlock': nothing is unlocked that could be locked again.");
            }

            return around;
        }

        _locks.Add((name, path, map));
        return path;
    }

    /// <summary>The locks, with their steps understood.</summary>
    public IEnumerable<LockModel> Locks(ReferenceBinder references)
    {
        var steps = new StepBinder(references, reporter);
        foreach ((string name, string path, MapReader map) in _locks)
        {
            StepsModel unlock = steps.Bind(map, "unlock", new()) ?? new(default, default);
            yield return new LockModel(name, path, unlock, steps.Bind(map, "relock", new()));
        }
    }

    /// <summary>A condition on writes; a field alone must be 1.</summary>
    public ConditionModel? WriteEnable(ScalarNode node, string owner, string? scope, ReferenceBinder references, ConditionBinder conditions)
    {
        bool isField = node.Text.IndexOfAny(['=', '&', '!', ' ']) < 0;
        if (conditions.Bind(node, isField ? $"{node.Text} == 1" : node.Text, owner, scope) is not { } condition)
        {
            return null;
        }

        FieldReference field = condition.Terms[0].Field;
        if (!isField || references.WidthOf(field) == 1)
        {
            return condition;
        }

        reporter.Spoil(owner);
        reporter.Report(BindingRules.NotCondition, node, $"{field} has {references.WidthOf(field)} bits: say which value enables, such as '{field} == 3'.");
        return null;
    }
}
