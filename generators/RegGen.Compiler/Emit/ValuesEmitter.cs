using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits a value struct for each register that has fields.</summary>
sealed class ValuesEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    public void Emit()
    {
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Fields.Count > 0))
        {
            EmitValue(register);
        }
    }

    void EmitValue(RegisterModel register)
    {
        string name = names.ValueOf(register);
        string raw = CSharpText.Integer(register.Width);
        writer.Line();
        string doc = DeviceEmitter.Text(register.Doc, "a register value.");
        writer.Doc("summary", $"{register.Title}: {CSharpText.Xml(doc)}");
        writer.Line("/// <param name=\"Raw\">The raw word.</param>");
        writer.Block($"public readonly record struct {name}({raw} Raw){(register.CanWrite ? $" : IRegisterValue<{name}>" : "")}", () =>
        {
            EmitWords(register, name);
            foreach (FieldModel field in register.Fields)
            {
                EmitField(register, field, raw);
            }

            foreach (IGrouping<string?, FieldModel> array in register.Fields.Where(field => field.Array is not null).GroupBy(field => field.Array))
            {
                EmitArray(register, [.. array]);
            }

            writer.Line($"""
                /// <inheritdoc/>
                public override string ToString() => Map["{device.ElementsOf(register).First().FullName}"].Describe(Raw);
                """);
        });
    }

    void EmitWords(RegisterModel register, string name)
    {
        if (ResetOf(register) is { } reset)
        {
            writer.Line($"""
                /// <summary>The value after reset.</summary>
                public static {name} Reset => new({CSharpText.Hex(reset, register.Width)});

                """);
        }

        if (register.CanWrite)
        {
            // A word that does nothing is only shown where there is one.
            string inert = register.IsInertKnown ? $"/// <inheritdoc/>\npublic static {name} Inert" : $"static {name} IRegisterValue<{name}>.Inert";
            writer.Line($"""
                {inert} => new({CSharpText.Hex(register.Inert, register.Width)});

                static ulong IRegisterValue<{name}>.Preserved => {CSharpText.Hex(register.Preserved, register.Width)};

                """);
        }
    }

    void EmitField(RegisterModel register, FieldModel field, string raw)
    {
        var code = new FieldCode(register, field, names.EnumOf(field, register));
        if (field.BcdWhen is { } digits)
        {
            EmitProperty(register, field, code.Bare, names.Of($"{field.PathIn(register)}/raw"), raw, writes: field.IsChosen);
            EmitByMode(register, field, code, digits, raw);
            return;
        }

        EnumType? written = names.WriteEnumOf(field);
        EmitProperty(register, field, code, names.Of(field, register), raw, writes: field.IsChosen && written is null);
        if (field.Scale is not null)
        {
            EmitProperty(register, field, code.Unscaled, names.Of($"{field.PathIn(register)}/raw"), raw, writes: field.IsChosen);
        }

        if (written is not null && field.IsChosen)
        {
            EmitWith(register, field, new FieldCode(register, field, written), names.Of($"{field.PathIn(register)}/with"), raw);
        }
    }

    // The value cannot know the mode, so it is told.
    void EmitByMode(RegisterModel register, FieldModel field, FieldCode code, ConditionModel digits, string raw)
    {
        var mode = new ModeCode(device, names);
        string name = names.Of(field, register);
        writer.Doc("summary", $"{DocOf(field)} Decimal digits while {CSharpText.Xml(MemberDocs.When(device, digits))}.");
        writer.Arrow($"public {code.Type} {name}({mode.Parameters(digits)})", code.GetBy(mode.Holds(digits)));
        writer.Line();
        if (field.IsChosen)
        {
            writer.Doc("summary", $"A copy with another value of {field.Name}.");
            writer.Arrow(
                $"public {names.ValueOf(register)} {names.Of($"{field.PathIn(register)}/with")}({code.Type} value, {mode.Parameters(digits)})",
                $"new({Replaced(register, field, code, raw, mode.Holds(digits))})");
            writer.Line();
        }
    }

    void EmitProperty(RegisterModel register, FieldModel field, FieldCode code, string name, string raw, bool writes)
    {
        string head = $"public {code.Type} {name}";
        writer.Doc("summary", DocOf(field));
        if (!writes)
        {
            writer.Arrow(head, code.Get());
            writer.Line();
            return;
        }

        writer.Parts(head, $"get => {code.Get()};", $"init => Raw = {Replaced(register, field, code, raw)};");
        writer.Line();
    }

    void EmitWith(RegisterModel register, FieldModel field, FieldCode code, string name, string raw)
    {
        writer.Doc("summary", $"A copy with another value of {field.Name}.");
        writer.Arrow($"public {names.ValueOf(register)} {name}({code.Type} value)", $"new({Replaced(register, field, code, raw)})");
        writer.Line();
    }

    void EmitArray(RegisterModel register, FieldModel[] elements)
    {
        FieldModel first = elements[0];
        string path = $"{register.Path}/fields/{first.Array}";
        string type = new FieldCode(register, first, names.EnumOf(first, register)).Type;
        string range = $"A number outside 0 to {elements.Length - 1} is an <see cref=\"ArgumentOutOfRangeException\"/>.";
        string refused = $"throw new ArgumentOutOfRangeException(nameof(index), index, \"There are {elements.Length} of {first.Array}.\")";
        writer.Doc("summary", $"One of {elements.Length} ({first.Access}): {CSharpText.Xml(first.Doc.Length > 0 ? first.Doc : $"{first.Array}.")} {range}");
        writer.Block($"public {type} {names.Of($"{path}/array")}(int index) => index switch", () =>
        {
            foreach (FieldModel element in elements)
            {
                writer.Line($"{element.Index} => {names.Of(element, register)},");
            }

            writer.Line($"_ => {refused},");
        }, close: "};");
        writer.Line();
        if (!first.IsChosen || first.WriteEnum is not null)
        {
            return;
        }

        writer.Doc("summary", $"A copy with another value of one of {first.Array}. {range}");
        writer.Block($"public {names.ValueOf(register)} {names.Of($"{path}/with")}(int index, {type} value) => index switch", () =>
        {
            foreach (FieldModel element in elements)
            {
                writer.Line($"{element.Index} => this with {{ {names.Of(element, register)} = value }},");
            }

            writer.Line($"_ => {refused},");
        }, close: "};");
        writer.Line();
    }

    static string Replaced(RegisterModel register, FieldModel field, FieldCode code, string raw, string? mode = null)
    {
        string suffix = register.Width <= 32 ? "u" : "ul";
        string rest = CSharpText.Hex(register.Mask & ~field.Mask, register.Width) + suffix;
        if (code.IsFlag)
        {
            return $"({raw})(value ? Raw | {CSharpText.Hex(field.Mask, register.Width)}{suffix} : Raw & {rest})";
        }

        string bits = code.Bits("value", mode);
        return $"({raw})((Raw & {rest}) | {(field is { Pieces.Count: 1, Low: 0 } ? bits : $"({bits})")})";
    }

    static string DocOf(FieldModel field)
    {
        string kind = field.Kind switch { NumberKind.Binary => "", NumberKind.Bcd => ", BCD", _ => ", signed" };
        string fixedAt = field.Constant is { } constant ? $", always {constant}" : "";
        string unit = field.Unit.Length > 0 ? $" In {CSharpText.Xml(field.Unit)}." : "";
        string danger = field.Danger is { } what ? $" {CSharpText.Xml(what.Sentence)}" : "";
        return $"{CSharpText.Bits(field)} ({field.Access}{kind}{fixedAt}): {CSharpText.Xml(field.Doc.Length > 0 ? field.Doc : $"{field.Name}.")}{unit}{danger}";
    }

    // Reset values may stand on the register, or on every one of its fields.
    static ulong? ResetOf(RegisterModel register) => register.Reset
        ?? (register.Fields.All(field => (field.Reset ?? field.Constant) is not null)
            ? register.Fields.Aggregate(0ul, (word, field) => word | field.Place(field.Reset ?? field.Constant!.Value))
            : null);
}
