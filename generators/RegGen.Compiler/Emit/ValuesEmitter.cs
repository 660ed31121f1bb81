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
            writer.Line($"""
                /// <inheritdoc/>
                public static {name} Inert => new({CSharpText.Hex(register.Inert, register.Width)});

                static ulong IRegisterValue<{name}>.Preserved => {CSharpText.Hex(register.Preserved, register.Width)};

                """);
        }
    }

    void EmitField(RegisterModel register, FieldModel field, string raw)
    {
        string type = names.EnumOf(field, register) ?? (field.Width == 1 ? "bool" : CSharpText.Integer(field.Width));
        string doc = field.Doc.Length > 0 ? field.Doc : $"{field.Name}.";
        string head = $"public {type} {names.Of(field, register)}";
        writer.Doc("summary", $"{CSharpText.Bits(field)} ({field.Access}): {CSharpText.Xml(doc)}");
        if (!field.Access.CanWrite)
        {
            writer.Arrow(head, Get(register, field, type));
            writer.Line();
            return;
        }

        string set = $"Raw = ({raw})((Raw & {CSharpText.Hex(register.Mask & ~field.Mask, register.Width)}u) | {Set(register, field, type)})";
        writer.Block(head, () =>
        {
            writer.Line($"get => {Get(register, field, type)};");
            writer.Line($"init => {set};");
        });
        writer.Line();
    }

    static string Get(RegisterModel register, FieldModel field, string type)
    {
        if (type == "bool")
        {
            return $"(Raw & {CSharpText.Hex(field.Mask, register.Width)}) != 0";
        }

        string shifted = field.Low == 0 ? "Raw" : $"(Raw >> {field.Low})";
        string masked = field.Width == register.Width ? "Raw" : $"({shifted} & {CSharpText.Hex(field.Largest, field.Width)})";
        return $"({type}){masked}";
    }

    static string Set(RegisterModel register, FieldModel field, string type) => type == "bool"
        ? $"(value ? {CSharpText.Hex(field.Mask, register.Width)}u : 0u)"
        : field.Low == 0 ? FieldsEmitter.Placed("value", field, register) : $"({FieldsEmitter.Placed("value", field, register)})";

    // Reset values may stand on the register, or on every one of its fields.
    static ulong? ResetOf(RegisterModel register) => register.Reset
        ?? (register.Fields.All(field => field.Reset is not null)
            ? register.Fields.Aggregate(0ul, (word, field) => word | field.Reset!.Value << field.Low)
            : null);
}
