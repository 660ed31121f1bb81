using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the register handles, joined values and windows of a device.</summary>
sealed class MembersEmitter
{
    readonly DeviceModel _device;
    readonly Names _names;
    readonly Routes _routes;
    readonly SourceWriter _writer;
    readonly BlocksEmitter _blocks;
    readonly JoinedEmitter _joined;
    readonly WindowsEmitter _windows;
    readonly LocksEmitter _locks;
    readonly SequencesEmitter _sequences;

    public MembersEmitter(DeviceModel device, Names names, Routes routes, SequencesEmitter sequences, SourceWriter writer)
    {
        (_device, _names, _routes, _sequences, _writer) = (device, names, routes, sequences, writer);
        _blocks = new(device, names, this, writer);
        _joined = new(device, names, routes, writer);
        _windows = new(device, names, routes, this, writer);
        _locks = new(device, names, routes, writer);
    }

    public void Emit()
    {
        var scope = new MemberScope("this");
        EmitRegisters("", scope);
        _joined.Emit(null, scope);
        _locks.Emit(null, scope);
        new RegionsEmitter(_device, _names, this, _windows, _writer).Emit();
        _windows.Emit();
    }

    /// <summary>Emits all that stands in a block.</summary>
    public void EmitAll(string owner, MemberScope scope)
    {
        EmitRegisters(owner, scope);
        _joined.Emit(owner, scope);
        _locks.Emit(owner, scope);
        _windows.EmitMembers(owner, scope);
        _sequences.EmitMethods(owner, scope);
    }

    /// <summary>Emits the registers that stand in something, and its blocks.</summary>
    public void EmitRegisters(string owner, MemberScope scope)
    {
        foreach (RegisterModel register in _device.Index.RegistersIn[owner])
        {
            EmitRegister(register, scope);
        }

        _blocks.Emit(owner, scope);
    }

    /// <summary>The handle of a register: its directions and its value.</summary>
    public static string HandleOf(RegisterModel register, string value) => !IsDangerous(register) ? SafeHandleOf(register, value)
        : register.Number is { } number ? $"DangerousNumber{(register.Fifo ? "Fifo" : "")}<{SafeHandleOf(register, value)}, {TypeOf(register, number)}, {value}>"
        : $"Dangerous<{SafeHandleOf(register, value)}, {value}>";

    /// <summary>Whether writing it takes the caller's word.</summary>
    public static bool IsDangerous(RegisterModel register) => register.CanWrite && Dangers.Of(register).Any();

    static string SafeHandleOf(RegisterModel register, string value) => register.Number is { } number
        ? $"{(register.CanRead ? register.CanWrite ? "" : "ReadOnly" : "WriteOnly")}Number{(register.Fifo ? "Fifo" : "Register")}<{TypeOf(register, number)}, {value}>"
        : register.Fifo
        ? $"{(register.CanRead ? register.CanWrite ? "" : "ReadOnly" : "WriteOnly")}Fifo<{value}>"
        : PlainHandleOf(register, value);

    static string TypeOf(RegisterModel register, FieldModel number) => new FieldCode(register, number, null).Type;

    /// <summary>The handle of a register, or an array of them.</summary>
    public string TypeOf(RegisterModel register)
    {
        string handle = HandleOf(register, _names.ValueOf(register));
        return register.Array is { } array ? ArrayOf(handle, array) : handle;
    }

    /// <summary>The struct of a block in a window, or an array of them, as code beside the window names it.</summary>
    public string TypeOf(BlockModel block)
    {
        string type = $"{_names.StructOf(_device.FindWindow(block.Window)!)}.{_names.Of($"{block.Path}/struct")}";
        return block.Array is { } array ? ArrayOf(type, array) : type;
    }

    /// <summary>Makes the handle of a register.</summary>
    public static string New(RegisterModel register, string arguments) => IsDangerous(register) ? $"new(new({arguments}))" : $"new({arguments})";

    static string PlainHandleOf(RegisterModel register, string value) => (register.CanRead, register.CanWrite, register.Shadow) switch
    {
        _ when register.IsDoubled => $"{(register.CanRead ? "" : "WriteOnly")}DoubledRegister<{value}>",
        (false, true, true) => $"ShadowedRegister<{value}>",
        (false, true, false) => $"WriteOnlyRegister<{value}>",
        (true, false, _) => $"ReadOnlyRegister<{value}>",
        _ => register.CanChange ? $"Register<{value}>" : $"SplitRegister<{value}>",
    };

    void EmitRegister(RegisterModel register, MemberScope scope)
    {
        // The value before the last one is reached over the handle of its register.
        if (register.PreviousOf is not null)
        {
            return;
        }

        _writer.Gap();
        _writer.Doc("summary", MemberDocs.Of(_device, register) + MemberDocs.MeaningOf(_device, register.Number));
        string type = TypeOf(register);
        IReadOnlyList<string> ways = _routes.Each(register);
        string owner = HolderOf(register, scope, ways.Count > 0), address = AddressOf(register, scope, ways.Count > 0);
        if (register.Array is { } array)
        {
            string spacing = Names.SpacingOf(register.Path);
            _writer.Line($"public {type} {_names.Of(register)} => new({owner}, {address}, Spacings.{spacing}{Times(scope.Index, array)});");
            return;
        }

        // In an array of blocks, what differs from element to element is chosen by the index of the block.
        string code = register.Number is null ? "" : $", {_routes.Chosen("NumberCode", $"{register.FullName.Replace("#", "")}.Number", _device.ElementsOf(register).Select(_routes.NumberOf), scope.Index)}";
        string way = WayOf(register, scope) is { } route ? $", {route}" : "";
        string previous = register is { IsDoubled: true, CanRead: true } ? PreviousOf(register, scope) : "";
        _writer.Line($"public {type} {_names.Of(register)} => {New(register, $"{owner}, {address}{code}{(previous.Length > 0 && way.Length == 0 ? $", {Routes.Plain}" : way)}{previous}")};");
        foreach (int width in register.Widths?.Narrower(register.Width) ?? [])
        {
            EmitView(register, width, owner, address, scope);
        }
    }

    // Its route as an expression; of one in an array of blocks, that of the element.
    string? WayOf(RegisterModel register, MemberScope scope)
    {
        IReadOnlyList<string> ways = _routes.Each(register);
        return ways.Count == 0 ? null : ways.Count > 1 ? $"Routes.{_routes.ListOf(register)}[{scope.Index}]" : ways[0] == Routes.Plain ? ways[0] : $"Routes.{ways[0]}";
    }

    // A plain port of a region is one of the object that knows where that is.
    string HolderOf(RegisterModel register, MemberScope scope, bool routed) => routed || register.Region is null
        ? scope.Device
        : $"{scope.Device}.{_names.PortsOf(_device.FindRegion(register.Region)!)}";

    string AddressOf(RegisterModel register, MemberScope scope, bool routed)
    {
        if (scope.Block is not { } block)
        {
            return scope.From(_routes.AddressOf(register, routed));
        }

        // One that is read and written in two places counts from these.
        string address = register.WritePlace is null ? scope.From($"{register.Address - block}") : $"{scope.At} - {block}";
        return routed && register.WritePlace is null && _routes.CodeOf(register) is { } code ? $"{code} + {address}" : address;
    }

    // As arguments behind the route.
    string PreviousOf(RegisterModel register, MemberScope scope)
    {
        RegisterModel previous = _device.Find($"{register.FullName}[1]")!;
        string? way = WayOf(previous, scope);
        return $", {AddressOf(previous, scope, way is not null)}, {way ?? Routes.Plain}";
    }

    // The same bits in narrower accesses, each width with the directions that it has.
    void EmitView(RegisterModel register, int width, string owner, string address, MemberScope scope)
    {
        bool isRead = register.Widths!.Read.Contains(width), isWritten = register.Widths.Write.Contains(width);
        var view = new RegisterModel
        {
            Name = register.Name,
            Width = width,
            Access = new(
                isRead && register.CanRead ? ReadEffect.Normal : ReadEffect.None,
                !isWritten || !register.CanWrite ? WriteEffect.None : register.CanChange ? WriteEffect.Normal : WriteEffect.Push),
        };
        string path = WidthsModel.PathOf(register, width);
        _writer.Gap();
        _writer.Doc("summary", $"{register.Title} in accesses of {width} bits, in the order of their ports.");
        _writer.Line($"public ArrayOf<{HandleOf(view, CSharpText.Integer(width))}> {_names.Of(path)} => new({owner}, {address}, Spacings.{Names.SpacingOf(path)}{Times(_routes.Each(register).Count > 1 ? scope.Index : "", ArrayModel.Every(register.Width / width, 0))});");
    }

    /// <summary>The type of an array.</summary>
    public string ArrayOf(string element, ArrayModel array) =>
        array.Index is { } index ? $"ArrayOf<{element}, {_names.Of($"enums/{index}")}>" : $"ArrayOf<{element}>";

    /// <summary>Which element of all the first one of an array is, as a further argument.</summary>
    public static string Times(string first, ArrayModel array) => first.Length == 0 ? "" : $", {first} * {array.Count}";
}
