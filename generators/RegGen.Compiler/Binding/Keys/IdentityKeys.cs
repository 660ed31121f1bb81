namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Identity = new("probe",
    [
        new("condition", "condition", "What must hold then.", Required: true),
        new("probe", "list of step", "Steps before the condition is looked at; a poll that is late means that it is not the device.", Required: true),
        new("restores", "list of REG", "The registers that the probe writes: read before it, and put back after it, whatever it found."),
    ]);
}
