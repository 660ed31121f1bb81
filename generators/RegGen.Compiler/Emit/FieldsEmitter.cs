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
    public static string Placed(string value, FieldModel field, RegisterModel register)
    {
        string word = $"({CSharpText.Word(register)}){value}";
        string bits = field.Width is 8 or 16 or 32 or 64 ? word : $"FieldBits.Fit({word}, {CSharpText.Hex(field.Largest, field.Width)})";
        return field.Low == 0 ? bits : $"{bits} << {field.Low}";
    }

    void EmitRegister(RegisterModel register)
    {
        FieldModel[] read = [.. register.Fields.Where(field => field.Access.CanRead)];
        FieldModel[] written = [.. register.Fields.Where(field => field.Access.CanWrite)];
        string value = $"{names.Device}.{names.ValueOf(register)}";
        EmitBits(register);
        if (register.CanWrite)
        {
            string others = written.Any(field => field.InertIn(register) is not null) ? "; fields not named take their inert value" : "";
            EmitCall(register, new("Write", "void", $"Writes {register.Title}{others}.", written, Waits: false));
        }

        if (register.CanWrite && (register.CanRead || register.Shadow))
        {
            EmitCall(register, new("Modify", "void", $"Changes the named fields of {register.Title}.", written, Waits: false));
        }

        if (register.CanRead)
        {
            string until = $"Reads {register.Title} until the named fields have their values, or";
            EmitCall(register, new("WaitUntil", value, $"{until} throws.", read, Waits: true));
            EmitCall(register, new("TryWaitUntil", "bool", $"{until} time is up.", read, Waits: true));
        }
    }

    void EmitBits(RegisterModel register)
    {
        writer.Line("[MethodImpl(AggressiveInlining)]");
        writer.List(
            $"static FieldBits {names.BitsOf(register)}(",
            register.Fields.Select(field => $"{TypeOf(register, field)}? {ParameterOf(register, field)}"),
            ")");
        writer.Line("{");
        writer.Indented(() =>
        {
            writer.Line($"{CSharpText.Word(register)} mask = 0, bits = 0;");
            foreach (FieldModel field in register.Fields)
            {
                string parameter = ParameterOf(register, field);
                string value = $"{parameter}.GetValueOrDefault()";
                string mask = CSharpText.Hex(field.Mask, register.Width);
                string set = TypeOf(register, field) == "bool" ? $"{value} ? {mask} : 0u" : Placed(value, field, register);
                writer.Line($"if ({parameter}.HasValue) {{ mask |= {mask}; bits |= {set}; }}");
            }

            writer.Line("return new(mask, bits);");
        });
        writer.Line("}");
    }

    void EmitCall(RegisterModel register, NamedCall call)
    {
        string handle = MembersEmitter.HandleOf(register, $"{names.Device}.{names.ValueOf(register)}");
        string[] before = call.Waits ? [$"this {handle} register", "TimeSpan timeout"] : [$"this {handle} register"];
        writer.Line();
        writer.Line($"/// <summary>{call.Doc}</summary>");
        if (!call.Waits)
        {
            writer.Line("[MethodImpl(AggressiveInlining)]");
        }

        writer.List($"public static {call.Result} {call.Name}(", [.. before, .. Parameters(register, call)], ") =>");
        string arguments = $"register.{call.Name}({(call.Waits ? "timeout, " : "")}{names.BitsOf(register)}(";
        writer.Indented(() => writer.List(arguments, register.Fields.Select(field => call.Fields.Contains(field) ? ParameterOf(register, field) : "null"), "));"));
    }

    // What Write must be told, because nothing else tells it, stands first and has no default.
    IEnumerable<string> Parameters(RegisterModel register, NamedCall call)
    {
        bool IsNeeded(FieldModel field) => call.Name == "Write" && field.InertIn(register) is null;
        return call.Fields.OrderBy(field => IsNeeded(field) ? 0 : 1).Select(field => IsNeeded(field)
            ? $"{TypeOf(register, field)} {ParameterOf(register, field)}"
            : $"{TypeOf(register, field)}? {ParameterOf(register, field)} = null");
    }

    string TypeOf(RegisterModel register, FieldModel field) => names.EnumOf(field, register) is { } name
        ? $"{names.Device}.{name}"
        : field.Width == 1 ? "bool" : CSharpText.Integer(field.Width);

    string ParameterOf(RegisterModel register, FieldModel field) => CSharpText.Parameter(names.Of(field, register));

    /// <summary>One call with named fields.</summary>
    /// <param name="Name">Its name, which the handle's own call has too.</param>
    /// <param name="Result">Type of its result.</param>
    /// <param name="Doc">What it does.</param>
    /// <param name="Fields">The fields that it can name.</param>
    /// <param name="Waits">Whether it has a timeout.</param>
    sealed record NamedCall(string Name, string Result, string Doc, FieldModel[] Fields, bool Waits);
}
