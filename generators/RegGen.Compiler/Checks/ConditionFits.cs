using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A condition or a home bank is a value that its field can have.</summary>
sealed class ConditionFits : Check
{
    public override Rule Rule { get; } = new("RG2009", Severity.Error, "Selector never has this value",
        "Correct the value: it must fit the selecting field.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.When is not null))
        {
            Fit(device, reporter, register.When!.Field, register.When.Value, $"{register.Path}/when");
        }

        foreach (BankModel bank in device.Banks.Where(bank => bank.Home is not null))
        {
            Fit(device, reporter, bank.Select, bank.Home!.Value, $"banks/{bank.Name}/home");
        }
    }

    void Fit(DeviceModel device, Reporter reporter, FieldReference reference, ulong value, string path)
    {
        ulong largest = device.LargestOf(reference);
        if (value > largest)
        {
            reporter.Report(Rule, path, $"{reference} holds 0 to {largest}, never {value}.");
        }
    }
}
