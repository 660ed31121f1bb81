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

    // The C# compiler compares each overload of a class with each other one of its name, so a large device has several classes.
    const int MostRegisters = 100;

    /// <summary>The classes that a device needs, by their numbers of registers.</summary>
    public static int ClassesOf(DeviceModel device) => Math.Max(1, (RegistersOf(device).Count() + MostRegisters - 1) / MostRegisters);

    public void Emit(string accessibility)
    {
        RegisterModel[] registers = [.. RegistersOf(device)];
        var codes = new EnumCodesEmitter(device, names, writer);
        if (registers.Length == 0 && !codes.Any)
        {
            return;
        }

        for (int first = 0; first == 0 || first < registers.Length; first += MostRegisters)
        {
            writer.Line();
            writer.Line($"/// <summary>Writing, changing and awaiting the registers of <see cref=\"{names.Device}\"/> by field. Always name the fields.</summary>");
            writer.Block($"{accessibility} static class {names.FieldsClass(first / MostRegisters)}", () =>
            {
                foreach (RegisterModel register in registers.Skip(first).Take(MostRegisters))
                {
                    writer.Gap();
                    EmitRegister(register);
                }

                if (first == 0)
                {
                    codes.Emit();
                }
            });
        }
    }

    static IEnumerable<RegisterModel> RegistersOf(DeviceModel device) =>
        device.AllRegisters.Where(register => register.Fields.Count is > 0 and <= MostFields && !register.Fifo);

    void EmitRegister(RegisterModel register)
    {
        FieldArgument[] arguments = [.. FieldArgument.Of(register, names)];
        EmitBits(register, arguments);
        FieldArgument[] written = [.. arguments.Where(argument => argument.Writes && argument.Field.IsChosen)];
        if (register.CanWrite)
        {
            FieldArgument[] needed = [.. written.Where(argument => argument.Field.IsNeededByWrite(register))];
            string others = needed.Length < written.Length ? "; fields not named take their inert value" : "";
            EmitChange(register, arguments, new("Write", "void", $"Writes {register.Title}{others}.", needed, [.. written.Except(needed)]), Dangers.IsLeftByWrite);
        }

        if (register.CanModify)
        {
            FieldArgument[] needed = [.. written.Where(argument => argument.Field.IsNeededByModify(register))];
            EmitChange(register, arguments, new("Modify", "void", $"Changes the named fields of {register.Title}.", needed, [.. written.Except(needed)]), field => Dangers.IsLeftByModify(field, register));
        }

        if (register.CanRead)
        {
            FieldArgument[] read = [.. arguments.Where(argument => argument.Reads && argument.Field.Access.CanRead)];
            string until = $"Reads {register.Title} until the named fields match, or";
            EmitCall(register, arguments, new("WaitUntil", $"{names.Device}.{names.ValueOf(register)}", $"{until} throws.", [], read) { Waits = true });
            EmitCall(register, arguments, new("TryWaitUntil", "bool", $"{until} time is up.", [], read) { Waits = true });
        }
    }

    // Where a field is dangerous and the register is not, there is a call beside that leaves the field alone and asks nobody.
    void EmitChange(RegisterModel register, FieldArgument[] arguments, NamedCall call, Func<FieldModel, bool> isLeft)
    {
        if (!MembersEmitter.IsDangerous(register))
        {
            EmitCall(register, arguments, call);
            return;
        }

        FieldModel[] dangerous = [.. register.Fields.Where(field => field.Danger is not null)];
        FieldArgument[] harmless = [.. call.Optional.Where(argument => argument.Field.Danger is null)];
        EmitCall(register, arguments, call with { Asks = true, Doc = $"{call.Doc} {string.Join(" ", Dangers.Of(register).Select(part => CSharpText.Xml($"{part.Danger.Sentence.TrimEnd('.')} ({part.Name}).")))}" });
        if (register.Danger is null && dangerous.All(isLeft) && call.Needed.Length + harmless.Length > 0)
        {
            EmitCall(register, arguments, call with { Optional = harmless, Doc = $"{call.Doc} Leaves {string.Join(", ", dangerous.Select(field => field.Name))} alone." });
        }
    }

    void EmitBits(RegisterModel register, FieldArgument[] arguments)
    {
        writer.Line("[MethodImpl(AggressiveInlining)]");
        writer.List($"static FieldBits {names.BitsOf(register)}(", arguments.Select(argument => $"{argument.Code.Type}? {argument.Name}"), ")");
        writer.Block("", () =>
        {
            writer.Line($"{CSharpText.Word(register)} mask = 0, bits = 0;");
            foreach (FieldArgument argument in arguments)
            {
                string mask = CSharpText.Hex(argument.Field.Mask, register.Width);
                writer.Line($"if ({argument.Name}.HasValue) {{ mask |= {mask}; bits |= {argument.Code.Bits($"{argument.Name}.GetValueOrDefault()")}; }}");
            }

            writer.Line("return new(mask, bits);");
        });
    }

    void EmitCall(RegisterModel register, FieldArgument[] arguments, NamedCall call)
    {
        bool dangerous = MembersEmitter.IsDangerous(register);
        string handle = $"this {MembersEmitter.HandleOf(register, $"{names.Device}.{names.ValueOf(register)}")} register";
        string[] before = call.Waits ? [handle, "TimeSpan timeout"] : call.Asks ? [handle, "Danger danger"] : [handle];
        writer.Line();
        writer.Doc("summary", call.Doc);
        if (!call.Waits)
        {
            writer.Line("[MethodImpl(AggressiveInlining)]");
        }

        writer.List($"public static {call.Result} {call.Name}(", [.. before, .. call.Parameters], ") =>");

        // By the class: as an extension, each call would be looked for among those of all registers, and compiling take the square of them.
        string target = !dangerous ? call.Waits ? $"register.{call.Name}(timeout" : $"RegisterFields.{call.Name}(register"
            : $"DangerousRegisters.{call.Name}(register, {(call.Waits ? "timeout" : call.Asks ? "danger" : "Danger.Accepted")}";
        writer.Indented(() => writer.List($"{target}, {names.BitsOf(register)}(", arguments.Select(argument => call.Takes(argument) ? argument.Name : "null"), "));"));
    }
}
