namespace RegGen.Compiler.Tests.Reference;

/// <summary>An item of the language: its section of <c>devices/LANGUAGE.md</c>, and the language cases shown there.</summary>
sealed record LanguageItem(string Section, params string[] Cases);

/// <summary>All items of the language. A new item gets a row here, a section, and a case.</summary>
static class LanguageItems
{
    public static readonly IReadOnlyList<LanguageItem> All =
    [
        new("Access", "Access", "AccessEffects"),
        new("Reset values", "ResetValues"),
        new("Inert values", "InertValues"),
        new("Reserved bits", "ReservedBits"),
        new("Shadows", "Shadows"),
        new("BCD fields", "DigitsByMode", "NumbersEverywhere", "DigitsByTwoModes"),
        new("Ranges of values", "NumberFields"),
        new("Constant fields", "ConstantFields"),
        new("Enums of their own for reading and writing", "CodeFields"),
        new("Widths", "Widths"),
        new("Register arrays", "RegisterArrays"),
        new("Blocks", "Blocks"),
        new("What stands in blocks", "BlockParts", "BlockProtocols"),
        new("Blocks in windows and regions", "BlocksInside"),
        new("Distance between addresses", "BlockPlaces"),
        new("Doubled registers", "Doubled"),
        new("One register at two addresses", "Directions"),
        new("Overlaps", "Overlaps"),
        new("Banks", "Banks"),
        new("One-shot selection", "OneShots"),
        new("Conditions", "Conditions"),
        new("Groups", "Groups"),
        new("Windows", "Windows", "SharedIndex"),
        new("Data ports of several widths", "WindowWidths", "WindowDirections"),
        new("Auto-increment", "AutoIncrement"),
        new("Entering and leaving", "EnterAndExit"),
        new("Windows by steps", "WindowSteps", "WindowParameters", "WindowSets", "WindowCommands"),
        new("Nested windows", "NestedWindows"),
        new("Regions", "Regions", "RegionFromPci", "RegionByField", "RegionFromRegister"),
        new("Finding a device on PCI", "Locate", "LocateByClass", "LocateByRegister"),
        new("Shared libraries", "SharedEnums"),
        new("Variants", "Variants"),
        new("Parameters", "OptionalParts", "OptionalSections"),
        new("Names of your own", "NamesInCSharp"),
        new("Steps", "StepReads"),
        new("Joined values", "JoinedValues", "JoinedFields"),
        new("Sequences", "Sequences"),
        new("Steps before and after", "StepsAround"),
        new("Queues", "Queues"),
        new("Several accesses to one port", "Transfers"),
        new("Unlocking", "Unlocking", "UnlockedDevice"),
        new("Write enable", "WriteEnable"),
        new("Danger", "DangerousWrites", "DangerOfMemory"),
        new("Byte order", "ByteOrder", "NetworkOrder"),
        new("Recovery time", "RecoveryTime"),
        new("Stable reads", "StableReads"),
        new("Identification", "Identification", "Probe"),
        new("Places", "NamedPlaces"),
        new("Banks that stay", "StayingBanks"),
        new("Nested groups", "NestedGroups"),
        new("Groups in windows", "WindowGroups"),
    ];
}
