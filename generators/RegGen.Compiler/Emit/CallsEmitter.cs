using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>
/// Emits the calls with named fields of one register: a function that turns arguments into mask and bits, and one line a call. With constant
/// arguments all of it folds to one <c>and</c> and one <c>or</c>.
/// </summary>
sealed class CallsEmitter
{
    readonly RegisterModel _register;
    readonly SourceWriter _writer;
    readonly FieldArgument[] _arguments;
    readonly bool _isDangerous;
    readonly string _value, _handle, _bits;

    public CallsEmitter(RegisterModel register, Names names, SourceWriter writer)
    {
        (_register, _writer) = (register, writer);
        _arguments = [.. FieldArgument.Of(register, names)];
        _isDangerous = MembersEmitter.IsDangerous(register);
        _value = names.FromOutside(names.ValueOf(register));
        _handle = $"this {MembersEmitter.HandleOf(register, _value)} register";
        _bits = names.BitsOf(register);
    }

    public void Emit()
    {
        EmitBits();
        FieldArgument[] written = [.. _arguments.Where(argument => argument.Writes && argument.Field.IsChosen)];
        if (_register.CanWrite)
        {
            FieldArgument[] needed = [.. written.Where(argument => argument.Field.IsNeededByWrite(_register))];
            string others = needed.Length < written.Length ? "; fields not named take their inert value" : "";
            EmitChange(new("Write", "void", $"Writes {_register.Title}{others}.", needed, [.. written.Except(needed)]), Dangers.IsLeftByWrite);
        }

        if (_register.CanModify)
        {
            FieldArgument[] needed = [.. written.Where(argument => argument.Field.IsNeededByModify(_register))];
            EmitChange(new("Modify", "void", $"Changes the named fields of {_register.Title}.", needed, [.. written.Except(needed)]), field => Dangers.IsLeftByModify(field, _register));
        }

        if (_register.CanRead)
        {
            FieldArgument[] read = [.. _arguments.Where(argument => argument.Reads && argument.Field.Access.CanRead)];
            string until = $"Reads {_register.Title} until the named fields match, or";
            EmitCall(new("WaitUntil", _value, $"{until} throws.", [], read) { Waits = true });
            EmitCall(new("TryWaitUntil", "bool", $"{until} time is up.", [], read) { Waits = true });
        }
    }

    void EmitBits()
    {
        _writer.Line("[MethodImpl(AggressiveInlining)]");
        _writer.List($"static FieldBits {_bits}(", _arguments.Select(argument => $"{argument.Code.Type}? {argument.Name}"), ")");
        _writer.Block("", () =>
        {
            _writer.Line($"{CSharpText.Word(_register)} mask = 0, bits = 0;");
            foreach (FieldArgument argument in _arguments)
            {
                string mask = CSharpText.Hex(argument.Field.Mask, _register.Width);
                _writer.Line($"if ({argument.Name}.HasValue) {{ mask |= {mask}; bits |= {argument.Code.Bits($"{argument.Name}.GetValueOrDefault()")}; }}");
            }

            _writer.Line("return new(mask, bits);");
        });
    }

    // Where a field is dangerous and the register is not, there is a call beside that leaves the field alone and asks nobody.
    void EmitChange(NamedCall call, Func<FieldModel, bool> isLeft)
    {
        if (!_isDangerous)
        {
            EmitCall(call);
            return;
        }

        FieldModel[] dangerous = [.. _register.Fields.Where(field => field.Danger is not null)];
        FieldArgument[] harmless = [.. call.Optional.Where(argument => argument.Field.Danger is null)];
        string what = string.Join(" ", Dangers.Of(_register).GroupBy(part => part.Danger.Sentence)
            .Select(same => CSharpText.Xml($"{same.Key.TrimEnd('.')} ({string.Join(", ", same.Select(part => part.Name))}).")));
        EmitCall(call with { Asks = true, Doc = $"{call.Doc} {what}" });
        if (_register.Danger is null && dangerous.All(isLeft) && call.Needed.Length + harmless.Length > 0)
        {
            EmitCall(call with { Optional = harmless, Doc = $"{call.Doc} Leaves {string.Join(", ", dangerous.Select(field => field.Name))} alone." });
        }
    }

    void EmitCall(NamedCall call)
    {
        string[] before = call.Waits ? [_handle, "TimeSpan timeout"] : call.Asks ? [_handle, "Danger danger"] : [_handle];
        _writer.Line();
        _writer.Doc("summary", call.Doc);
        if (!call.Waits)
        {
            _writer.Line("[MethodImpl(AggressiveInlining)]");
        }

        _writer.List($"public static {call.Result} {call.Name}(", [.. before, .. call.Parameters], ") =>");

        // By the class: as an extension, each call would be looked for among those of all registers, and compiling take the square of them.
        string target = !_isDangerous ? call.Waits ? $"register.{call.Name}(timeout" : $"RegisterFields.{call.Name}(register"
            : $"DangerousRegisters.{call.Name}(register, {(call.Waits ? "timeout" : call.Asks ? "danger" : "Danger.Accepted")}";
        _writer.Indented(() => _writer.List($"{target}, {_bits}(", _arguments.Select(argument => call.Takes(argument) ? argument.Name : "null"), "));"));
    }
}
