using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a bank: one that a field chooses, or one that steps select for a single access.</summary>
static class BankBinder
{
    static readonly string[] s_chosenKeys = ["select", "home", "restore"];

    /// <summary>Full names of the banks, and whether steps select them: conditions name those.</summary>
    public static IReadOnlyDictionary<string, bool> Names(IEnumerable<Container> containers)
    {
        var names = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (Container container in containers)
        {
            foreach (Entry entry in container.Entries("banks"))
            {
                names[container.FullNameOf(entry.Key.Text)] = IsOneShot(entry.Value);
            }
        }

        return names;
    }

    /// <param name="named">The bank.</param>
    /// <param name="owner">Full name of the block that it stands in, or null.</param>
    /// <param name="references">Finds what chooses.</param>
    /// <param name="reporter">Gets the findings.</param>
    public static BankModel? Bind(NamedNode named, string? owner, ReferenceBinder references, Reporter reporter)
    {
        if (IsOneShot(named.Value))
        {
            return null;
        }

        var map = new MapReader(named.Value, KeyTables.Bank, named.Path, reporter);
        if (named.Value is MapNode && map.Find("select") is null)
        {
            reporter.Spoil(named.Path);
            reporter.Report(BindingRules.MissingKey, named.Path, "The bank lacks 'select' (REG.Field), or 'select-by' (list of step).");
        }

        if (map.Scalar("select") is not { } select || references.Field(select, select.Text, named.Path, owner) is not { } field)
        {
            return null;
        }

        ulong? home = map.Scalar("home") is { } text ? references.Value(field, text, text.Text, named.Path) : null;
        bool restore = map.Flag("restore") ?? true;
        if (home is not null && map.Find("restore") is { } contradiction)
        {
            map.Report(BindingRules.WrongKind, contradiction, $"The bank {named.Name} has a home: it goes back there, so there is nothing to restore or to leave.");
        }

        return new BankModel(named.Name, map.Text("doc"), field, home, restore) { Path = named.Path };
    }

    /// <summary>A bank that steps select, or null for another.</summary>
    public static OneShotModel? OneShot(NamedNode named, string? owner, ReferenceBinder references, Reporter reporter)
    {
        if (!IsOneShot(named.Value))
        {
            return null;
        }

        var map = new MapReader(named.Value, KeyTables.Bank, named.Path, reporter);
        foreach (string key in s_chosenKeys.Where(key => map.Find(key) is not null))
        {
            map.Report(BindingRules.WrongKind, map.Find(key)!, $"The bank {named.Name} is selected by steps and ends with the access, so '{key}' says nothing.");
        }

        return new StepBinder(references, reporter, owner, knowsPlace: false).Bind(map, "select-by", new(new StepVariable("at", 32))) is { Steps.Count: > 0 } steps
            ? new OneShotModel(named.Name, map.Text("doc"), steps) { Path = named.Path, Owner = owner }
            : null;
    }

    static bool IsOneShot(Node bank) => bank is MapNode map && map.Entries.Any(entry => entry.Key.Text == "select-by");
}
