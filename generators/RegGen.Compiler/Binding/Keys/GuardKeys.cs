namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    static Key Danger => new("danger", "'dma' or text", "What writing can do to the machine: dma where the device can be made to reach memory, else a text. Writing then takes Danger.Accepted; reading does not.");

    static Key WriteEnable => new("write-enable", "REG.Field or condition", "What must hold so that a write has an effect: a field that is 1, or a condition. A write sees to it, and puts back what was there.");

    static Key Unlock => new("unlock", "list of step", "Steps before writes, once for all that are done together. Reading needs none.");

    static Key Relock => new("relock", "list of step", "Steps after them.");
}
