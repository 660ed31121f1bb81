using RegGen.Compiler.Schema;
using RegGen.Compiler.Tests.Reference;

namespace RegGen.Compiler.Tests.Schema;

/// <summary>Editors complete and underline by <c>devices/device.schema.json</c>: it takes what the compiler takes, and refuses the slips of typing.</summary>
public sealed class SchemaTests
{
    const string Head = "reggen: 1\ndevice: Timer\nsize: 4\n";

    static readonly MarkdownPage s_file = new("devices", "device.schema.json");

    // Rules about the form of a single value; what refers to something else is the compiler's business alone.
    static readonly string[] s_forms = ["RG1001", "RG1002", "RG1003", "RG1004", "RG1006", "RG1007", "RG1009", "RG1010"];

    public static TheoryData<string> Devices => [.. DeviceFiles.All];

    public static TheoryData<string> Cases => [.. LanguageCase.All.Select(each => each.Name)];

    public static TheoryData<string> Rules => [.. CompilerRules.Catalogue.Select(rule => rule.Id).Where(id => File.Exists(Path.Combine(CaseFile.Folder, $"{id}.pass.regs.yaml")))];

    public static TheoryData<string> Forms => [.. s_forms];

    [Fact]
    public void It_is_made_from_the_tables_of_the_compiler()
    {
        s_file.Accept(SchemaEmitter.Emit());
        Assert.True(SchemaEmitter.Emit() == s_file.Text, "devices/device.schema.json is old. Run this test with REGGEN_ACCEPT=1 and read the difference.");
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void It_takes_every_description_of_the_repository(string file) => Assert.Equal([], SchemaFile.Complaints(DeviceFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Devices))]
    public void Every_description_of_the_repository_names_it(string file) =>
        Assert.StartsWith("# yaml-language-server: $schema=../device.schema.json\n", DeviceFiles.Read(file), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_takes_every_language_case(string name) => Assert.Equal([], SchemaFile.Complaints(new LanguageCase(name).Description));

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_takes_the_passing_example_of_every_rule(string id) => Assert.Equal([], SchemaFile.Complaints(CaseFile.Read($"{id}.pass")));

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_refuses_the_failing_example_of_every_rule_about_a_form(string id) => Assert.NotEmpty(SchemaFile.Complaints(CaseFile.Read($"{id}.fail")));

    [Theory]
    [InlineData("registers: { A: { at: 0, widht: 8 } }", "#/registers/A/widht NoAdditionalPropertiesAllowed")]
    [InlineData("registers: { A: { width: 8 } }", "#/registers/A/at PropertyRequired")]
    [InlineData("registers: { A: { at: 0, width: 9 } }", "#/registers/A/width NotInEnumeration")]
    [InlineData("registers: { A: { at: 0, access: wr } }", "#/registers/A/access NotInEnumeration")]
    [InlineData("registers: { A: { at: zero } }", "#/registers/A/at NoTypeValidates")]
    [InlineData("registers: { A: { at: -1 } }", "#/registers/A/at NoTypeValidates")]
    [InlineData("registers: { A: { at: 0, shadow: maybe } }", "#/registers/A/shadow NotInEnumeration")]
    [InlineData("registers: { A: { at: 0, fields: { F: { bits: 7-6 } } } }", "#/registers/A/fields/F/bits NoTypeValidates")]
    [InlineData("registers: { A: { at: 0, fields: { F: 7..6 rw Mode more words } } }", "#/registers/A/fields/F NoTypeValidates")]
    [InlineData("registers: { A: { at: 0, fields: [F] } }", "#/registers/A/fields ObjectExpected")]
    [InlineData("registers: { A: { at: 0, doc: [F] } }", "#/registers/A/doc NoTypeValidates")]
    [InlineData("registers: { 1A: 0 }", "#/registers/1A NoAdditionalPropertiesAllowed")]
    [InlineData("registers: [A]", "#/registers ObjectExpected")]
    [InlineData("registers: { A: 0 }\nenums: { E: { One: one } }", "#/enums/E/One NoTypeValidates")]
    [InlineData("registers: { A: 0 }\nmeta: { license: MIT, author: me }", "#/meta/author NoAdditionalPropertiesAllowed")]
    public void It_says_where_a_slip_is(string text, string complaint) => Assert.Contains(complaint, SchemaFile.Complaints(Head + text + "\n"));
}
