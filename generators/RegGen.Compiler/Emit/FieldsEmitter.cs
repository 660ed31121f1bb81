using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>
/// Emits the calls with named fields: for each register one function that turns arguments into mask and bits, and one line a call. With
/// constant arguments all of it folds to one <c>and</c> and one <c>or</c>.
/// </summary>
sealed class FieldsEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    // Folding was measured to hold up to 32 nullable arguments; beyond two dozen a call is unreadable anyway.
    const int MostFields = 24;

    public void Emit(string accessibility)
    {
        RegisterModel[] registers = [.. device.AllRegisters.Where(register => register.Fields.Count is > 0 and <= MostFields)];
        if (registers.Length == 0)
        {
            return;
        }

        writer.Line($"/// <summary>Writing, changing and awaiting the registers of <see cref=\"{names.Device}\"/> by field. Always name the fields.</summary>");
        writer.Block($"{accessibility} static class {names.Device}Fields", () =>
        {
            for (int i = 0; i < registers.Length; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                EmitRegister(registers[i]);
            }
        });
    }

    /// <summary>A field's argument as bits in place; one that is too large throws.</summary>
    public static string Placed(string value, FieldModel field)
    {
        string bits = field.Width is 8 or 16 or 32 ? $"(uint){value}" : $"FieldBits.Fit((uint){value}, {CSharpText.Hex(field.Largest, field.Width)})";
        return field.Low == 0 ? bits : $"{bits} << {field.Low}";
    }

    void EmitRegister(RegisterModel register)
    {
        FieldModel[] read = [.. register.Fields.Where(field => field.Access.CanRead)];
        FieldModel[] written = [.. register.Fields.Where(field => field.Access.CanWrite)];
        string bits = names.BitsOf(register);
        bool same = read.SequenceEqual(written);
        if (register.CanWrite)
        {
            EmitBits(register, bits, written);
            EmitWrite(register, bits, written);
            if (register.CanRead || register.Shadow)
            {
                EmitCall(register, "Modify", "void", $"Changes the named fields of {register.FullName}.", "", bits, written, required: false);
            }
        }

        if (register.CanRead)
        {
            string wanted = same || written.Length == 0 ? bits : names.BitsOf(register, read: true);
            if (!same)
            {
                EmitBits(register, wanted, read);
            }

            string value = $"{names.Device}.{names.ValueOf(register)}";
            const string Timeout = "TimeSpan timeout";
            EmitCall(register, "WaitUntil", value, $"Reads {register.FullName} until the named fields have their values, or throws.", Timeout, wanted, read, required: false);
            EmitCall(register, "TryWaitUntil", "bool", $"Reads {register.FullName} until the named fields have their values, or time is up.", Timeout, wanted, read, required: false);
        }
    }

    void EmitBits(RegisterModel register, string name, FieldModel[] fields)
    {
        writer.Line("[MethodImpl(AggressiveInlining)]");
        writer.List($"static FieldBits {name}(", fields.Select(field => $"{TypeOf(register, field)}? {ParameterOf(register, field)}"), ")");
        writer.Line("{");
        writer.Indented(() =>
        {
            writer.Line("uint mask = 0, bits = 0;");
            foreach (FieldModel field in fields)
            {
                string parameter = ParameterOf(register, field);
                string value = $"{parameter}.GetValueOrDefault()";
                string mask = CSharpText.Hex(field.Mask, register.Width);
                string set = TypeOf(register, field) == "bool" ? $"{value} ? {mask} : 0u" : Placed(value, field);
                writer.Line($"if ({parameter}.HasValue) {{ mask |= {mask}; bits |= {set}; }}");
            }

            writer.Line("return new(mask, bits);");
        });
        writer.Line("}");
    }

    void EmitWrite(RegisterModel register, string bits, FieldModel[] written)
    {
        string others = written.Any(field => field.InertIn(register) is not null) ? "; fields not named take their inert value" : "";
        EmitCall(register, "Write", "void", $"Writes {register.FullName}{others}.", "", bits, written, required: true);
    }

    void EmitCall(
        RegisterModel register, string call, string result, string doc, string first, string bits, FieldModel[] fields, bool required)
    {
        string handle = MembersEmitter.HandleOf(register, $"{names.Device}.{names.ValueOf(register)}");
        bool Needed(FieldModel field) => required && field.InertIn(register) is null;
        IEnumerable<string> parameters = fields.OrderBy(field => Needed(field) ? 0 : 1)
            .Select(field => $"{TypeOf(register, field)}{(Needed(field) ? "" : "?")} {ParameterOf(register, field)}{(Needed(field) ? "" : " = null")}");
        string[] before = first.Length > 0 ? [$"this {handle} register", first] : [$"this {handle} register"];
        string timeout = first.Length > 0 ? "timeout, " : "";
        writer.Line();
        writer.Line($"/// <summary>{doc}</summary>");
        writer.Line("[MethodImpl(AggressiveInlining)]");
        writer.List($"public static {result} {call}(", [.. before, .. parameters], ") =>");
        writer.Indented(() => writer.List($"register.{call}({timeout}{bits}(", fields.Select(field => ParameterOf(register, field)), "));"));
    }

    string TypeOf(RegisterModel register, FieldModel field) => names.EnumOf(field, register) is { } name
        ? $"{names.Device}.{name}"
        : field.Width == 1 ? "bool" : CSharpText.Integer(field.Width);

    string ParameterOf(RegisterModel register, FieldModel field) => CSharpText.Parameter(names.Of(field, register));
}
