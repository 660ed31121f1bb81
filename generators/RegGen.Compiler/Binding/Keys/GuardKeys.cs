namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    static Key Danger => new("danger", "'dma' or text", "What writing can do to the machine: dma where the device can be made to reach memory, else a text. Writing then takes Danger.Accepted; reading does not.");
}
