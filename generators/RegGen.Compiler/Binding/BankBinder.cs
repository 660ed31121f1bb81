using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a bank.</summary>
static class BankBinder
{
    public static BankModel? Bind(NamedNode named, ReferenceBinder references, Reporter reporter)
    {
        var map = new MapReader(named.Value, KeyTables.Bank, named.Path, reporter);
        if (map.Scalar("select") is not { } select || references.Field(select, select.Text, named.Path) is not { } field)
        {
            return null;
        }

        ulong? home = map.Scalar("home") is { } text ? references.Value(field, text, text.Text, named.Path) : null;
        bool restore = map.Word("restore", ("true", true), ("false", false)) ?? true;
        if (home is not null && map.Find("restore") is { } contradiction)
        {
            map.Report(BindingRules.WrongKind, contradiction, $"The bank {named.Name} has a home: it goes back there, so there is nothing to restore or to leave.");
        }

        return new BankModel(named.Name, map.Text("doc"), field, home, restore);
    }
}
