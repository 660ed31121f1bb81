namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Located = new("located",
    [
        new("pci", "pci", "What it is recognized by on PCI.", Required: true),
    ]);

    public static readonly KeyTable Pci = new("pci",
    [
        new("vendor", "number", "The vendor's number."),
        new("device", "number or list of number", "The vendor's number of the device, or several."),
        new("class", "number", "The class code: base class, subclass and programming interface, such as 0x0C0300."),
        new("mask", "number", "The bits of the class code that matter.", Default: "0xFFFFFF"),
        new("bar", "number", "The base address register, 0 to 5, that holds the device's first port."),
        new("base", "pci base", "The register of its configuration space that holds the first port, where that is no base address register."),
    ]);

    public static readonly KeyTable PciBase = new("pci base",
    [
        new("at", "number", "Its offset in configuration space.", Required: true),
        new("bits", "bits", "Its bits that hold the port, in place: those below are zeros of the port.", Required: true),
        new("enable", "pci bits", "Bits that are not 0 while the device answers.", Default: "it always does"),
    ]);

    public static readonly KeyTable PciBits = new("pci bits",
    [
        new("at", "number", "The offset in configuration space.", Required: true),
        new("bits", "bits", "The bits there.", Required: true),
    ]);
}
