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
        RegisterModel[] registers = [.. device.AllRegisters.Where(register => register.Fields.Count is > 0 and <= MostFields && !register.Fifo)];
        var codes = new EnumCodesEmitter(device, names, writer);
        if (registers.Length == 0 && !codes.Any)
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

            codes.Emit();
        });
    }

    void EmitRegister(RegisterModel register)
    {
        FieldModel[] read = [.. register.Fields.Where(field => field.Access is { CanRead: true, IsReserved: false })];
        FieldModel[] written = [.. register.Fields.Where(field => field.IsChosen)];
        string value = $"{names.Device}.{names.ValueOf(register)}";
        EmitBits(register);
        if (register.CanWrite)
        {
            FieldModel[] needed = [.. written.Where(field => field.IsNeededByWrite(register))];
            string others = needed.Length < written.Length ? "; fields not named take their inert value" : "";
            EmitChange(register, new("Write", "void", $"Writes {register.Title}{others}.", needed, [.. written.Except(needed)]), Dangers.IsLeftByWrite);
        }

        if (register.CanModify)
        {
            FieldModel[] needed = [.. written.Where(field => field.IsNeededByModify(register))];
            EmitChange(register, new("Modify", "void", $"Changes the named fields of {register.Title}.", needed, [.. written.Except(needed)]), field => Dangers.IsLeftByModify(field, register));
        }

        if (register.CanRead)
        {
            string until = $"Reads {register.Title} until the named fields have their values, or";
            EmitCall(register, new("WaitUntil", value, $"{until} throws.", [], read) { Waits = true });
            EmitCall(register, new("TryWaitUntil", "bool", $"{until} time is up.", [], read) { Waits = true });
        }
    }

    // Where a field is dangerous and the register is not, there is a call beside that leaves the field alone and asks nobody.
    void EmitChange(RegisterModel register, NamedCall call, Func<FieldModel, bool> isLeft)
    {
        if (!MembersEmitter.IsDangerous(register))
        {
            EmitCall(register, call);
            return;
        }

        FieldModel[] dangerous = [.. register.Fields.Where(field => field.Danger is not null)];
        FieldModel[] harmless = [.. call.Optional.Except(dangerous)];
        EmitCall(register, call with { Asks = true, Doc = $"{call.Doc} {string.Join(" ", Dangers.Of(register).Select(part => CSharpText.Xml($"{part.Danger.Sentence.TrimEnd('.')} ({part.Name}).")))}" });
        if (register.Danger is null && dangerous.All(isLeft) && call.Needed.Length + harmless.Length > 0)
        {
            EmitCall(register, call with { Optional = harmless, Doc = $"{call.Doc} Leaves {string.Join(", ", dangerous.Select(field => field.Name))} alone." });
        }
    }

    void EmitBits(RegisterModel register)
    {
        writer.Line("[MethodImpl(AggressiveInlining)]");
        FieldArgument[] arguments = [.. ArgumentsOf(register)];
        writer.List($"static FieldBits {names.BitsOf(register)}(", arguments.Select(argument => $"{argument.Code.Type}? {argument.Name}"), ")");
        writer.Line("{");
        writer.Indented(() =>
        {
            writer.Line($"{CSharpText.Word(register)} mask = 0, bits = 0;");
            foreach (FieldArgument argument in arguments)
            {
                string mask = CSharpText.Hex(argument.Field.Mask, register.Width);
                writer.Line($"if ({argument.Name}.HasValue) {{ mask |= {mask}; bits |= {argument.Code.Bits($"{argument.Name}.GetValueOrDefault()")}; }}");
            }

            writer.Line("return new(mask, bits);");
        });
        writer.Line("}");
    }

    void EmitCall(RegisterModel register, NamedCall call)
    {
        string handle = MembersEmitter.HandleOf(register, $"{names.Device}.{names.ValueOf(register)}");
        string[] before = call.Waits ? [$"this {handle} register", "TimeSpan timeout"] : call.Asks ? [$"this {handle} register", "Danger danger"] : [$"this {handle} register"];
        writer.Line();
        writer.Doc("summary", call.Doc);
        if (!call.Waits)
        {
            writer.Line("[MethodImpl(AggressiveInlining)]");
        }

        writer.List($"public static {call.Result} {call.Name}(", [.. before, .. Parameters(register, call)], ") =>");

        // By the class: as an extension, each call would be looked for among those of all registers, and compiling take the square of them.
        string target = !MembersEmitter.IsDangerous(register) ? call.Waits ? $"register.{call.Name}(timeout" : $"RegisterFields.{call.Name}(register"
            : $"DangerousRegisters.{call.Name}(register, {(call.Waits ? "timeout" : call.Asks ? "danger" : "Danger.Accepted")}";
        string arguments = $"{target}, {names.BitsOf(register)}(";
        writer.Indented(() => writer.List(arguments, ArgumentsOf(register).Select(argument => call.Takes(argument) ? argument.Name : "null"), "));"));
    }

    // What a call must be told, because nothing else tells it, stands first and has no default.
    IEnumerable<string> Parameters(RegisterModel register, NamedCall call)
    {
        bool IsNeeded(FieldArgument argument) => call.Needed.Contains(argument.Field);
        return ArgumentsOf(register).Where(call.Takes).OrderBy(argument => IsNeeded(argument) ? 0 : 1).Select(argument => IsNeeded(argument)
            ? $"{argument.Code.Type} {argument.Name}"
            : $"{argument.Code.Type}? {argument.Name} = null");
    }

    // A field whose written values have other names than those read is two arguments, of which each call takes one.
    IEnumerable<FieldArgument> ArgumentsOf(RegisterModel register)
    {
        foreach (FieldModel field in register.Fields.Where(field => !field.Access.IsReserved))
        {
            if (field.BcdWhen is not null)
            {
                yield return new(field, new FieldCode(register, field, null).Bare, CSharpText.Parameter(names.Of($"{field.PathIn(register)}/raw")), Reads: true, Writes: true);
                continue;
            }

            string name = CSharpText.Parameter(names.Of(field, register));
            EnumType? read = names.EnumOf(field, register);
            EnumType? written = names.WriteEnumOf(field);
            yield return new(field, Code(read), name, Reads: true, Writes: written is null);
            if (written is not null)
            {
                yield return new(field, Code(written), $"{name}Written", Reads: false, Writes: true);
            }

            FieldCode Code(EnumType? codes) => new(register, field, codes is null ? null : codes with { Name = names.FromOutside(codes.Name) });
        }
    }

    /// <summary>An argument of the function of bits.</summary>
    sealed record FieldArgument(FieldModel Field, FieldCode Code, string Name, bool Reads, bool Writes);

    /// <summary>One call with named fields.</summary>
    /// <param name="Name">Its name, which the handle's own call has too.</param>
    /// <param name="Result">Type of its result.</param>
    /// <param name="Doc">What it does.</param>
    /// <param name="Needed">The fields that it must name.</param>
    /// <param name="Optional">The fields that it can name.</param>
    sealed record NamedCall(string Name, string Result, string Doc, FieldModel[] Needed, FieldModel[] Optional)
    {
        /// <summary>Whether it has a timeout.</summary>
        public bool Waits { get; init; }

        /// <summary>Whether the caller must accept a danger.</summary>
        public bool Asks { get; init; }

        public bool Takes(FieldArgument argument) => (Needed.Contains(argument.Field) || Optional.Contains(argument.Field)) && (Waits ? argument.Reads : argument.Writes);
    }
}
