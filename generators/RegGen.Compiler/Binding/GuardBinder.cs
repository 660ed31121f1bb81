using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds what keeps writes from doing harm, or from being lost. Steps are kept for later, since they refer to registers.</summary>
sealed class GuardBinder(Reporter reporter)
{
    readonly List<(LockModel Known, MapReader Map, string? Scope)> _locks = [];

    /// <summary><c>danger: dma</c>, or a text that says what can happen.</summary>
    public static DangerModel? Danger(MapReader map) => map.Text("danger") switch
    {
        "" => null,
        "dma" => DangerModel.Dma,
        { } text => new(text, ReachesMemory: false),
    };

    /// <summary>Path of the lock that a map begins, or of the one around it.</summary>
    /// <param name="map">The keys.</param>
    /// <param name="name">Name of what is guarded.</param>
    /// <param name="path">Where it belongs in the model.</param>
    /// <param name="around">Where it stands.</param>
    public string? Lock(MapReader map, string name, string path, RegisterDefaults around)
    {
        if (map.Find("unlock") is null)
        {
            if (map.Find("relock") is { } alone)
            {
                map.Report(BindingRules.MissingKey, alone, "'relock' stands without 'unlock': nothing is unlocked that could be locked again.");
            }

            return around.Lock;
        }

        _locks.Add((new(name, path, new(default, default), null) { Owner = around.Block }, map, around.Owner));
        return path;
    }

    /// <summary>The locks, with their steps understood.</summary>
    public IEnumerable<LockModel> Locks(ReferenceBinder references)
    {
        foreach ((LockModel known, MapReader map, string? scope) in _locks)
        {
            // Who opens a lock for several accesses means no single set of a window's registers.
            var steps = new StepBinder(references, reporter, scope, knowsPlace: false);
            yield return known with { Unlock = steps.Bind(map, "unlock", new()) ?? known.Unlock, Relock = steps.Bind(map, "relock", new()) };
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
