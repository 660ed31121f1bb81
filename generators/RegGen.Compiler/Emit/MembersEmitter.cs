using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the register handles, joined values and windows of a device.</summary>
sealed class MembersEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    public void Emit()
    {
        foreach (RegisterModel register in device.Registers.Where(register => register.Owner is null))
        {
            EmitRegister(register, "this");
        }

        foreach (BlockModel block in device.Blocks.Where(block => block.Owner is null))
        {
            EmitBlock(block, "this", "", "");
        }

        foreach (JoinedModel joined in device.Joined)
        {
            EmitJoined(joined);
        }

        new LocksEmitter(device, names, routes, writer).Emit();
        var windows = new WindowsEmitter(device, names, routes, this, writer);
        new RegionsEmitter(device, names, this, windows, writer).Emit();
        windows.Emit();
    }

    /// <summary>The handle of a register: its directions and its value.</summary>
    public static string HandleOf(RegisterModel register, string value) => IsDangerous(register) ? $"Dangerous<{SafeHandleOf(register, value)}, {value}>" : SafeHandleOf(register, value);

    /// <summary>Whether writing it takes the caller's word.</summary>
    public static bool IsDangerous(RegisterModel register) => register.CanWrite && Dangers.Of(register).Any();

    static string SafeHandleOf(RegisterModel register, string value) => register.Number is { } number
        ? $"{(register.CanRead ? register.CanWrite ? "" : "ReadOnly" : "WriteOnly")}NumberRegister<{new FieldCode(register, number, null).Type}, {value}>"
        : register.Fifo
        ? $"{(register.CanRead ? register.CanWrite ? "" : "ReadOnly" : "WriteOnly")}Fifo<{value}>"
        : PlainHandleOf(register, value);

    /// <summary>The handle of a register, or an array of them.</summary>
    public string TypeOf(RegisterModel register)
    {
        string handle = HandleOf(register, names.ValueOf(register));
        return register.Array is { } array ? ArrayOf(handle, array) : handle;
    }

    static string New(RegisterModel register, string arguments) => IsDangerous(register) ? $"new(new({arguments}))" : $"new({arguments})";

    static string PlainHandleOf(RegisterModel register, string value) => (register.CanRead, register.CanWrite, register.Shadow) switch
    {
        _ when register.IsDoubled => $"{(register.CanRead ? "" : "WriteOnly")}DoubledRegister<{value}>",
        (false, true, true) => $"ShadowedRegister<{value}>",
        (false, true, false) => $"WriteOnlyRegister<{value}>",
        (true, false, _) => $"ReadOnlyRegister<{value}>",
        _ => register.CanChange ? $"Register<{value}>" : $"SplitRegister<{value}>",
    };

    /// <summary>Emits the handle of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="owner">The device, as an expression.</param>
    /// <param name="at">What its address counts from, with a plus behind; empty for the beginning.</param>
    public void EmitRegister(RegisterModel register, string owner, string at = "")
    {
        IReadOnlyList<string> ways = routes.Each(register);
        string holder = ways.Count == 0 && register.Region is not null ? $"{owner}.{names.PortsOf(device.FindRegion(register.Region)!)}" : owner;
        EmitRegister(register, holder, at + routes.AddressOf(register, ways.Count > 0), first: "");
    }

    // In an array of blocks, what differs from element to element is chosen by the index of the block.
    void EmitRegister(RegisterModel register, string owner, string address, string first)
    {
        // The value before the last one is reached over the handle of its register.
        if (register.PreviousOf is not null)
        {
            return;
        }

        writer.Line();
        writer.Doc("summary", DocOf(register) + MeaningOf(register.Number));
        string type = TypeOf(register);
        IReadOnlyList<string> ways = routes.Each(register);
        if (register.Array is { } array)
        {
            string spacing = Names.SpacingOf(register.Path);
            writer.Line($"public {type} {names.Of(register)} => new({owner}, {address}, Spacings.{spacing}{Times(first, array)});");
            return;
        }

        string code = register.Number is null ? "" : $", Routes.{routes.NumberOf(register)}";
        string way = ways.Count == 0 ? "" : ways.Count == 1 ? $", {(ways[0] == Compiler.Emit.Routes.Plain ? "" : "Routes.")}{ways[0]}" : $", Routes.{Compiler.Emit.Routes.ArrayOf(register)}[{first}]";
        string previous = register is { IsDoubled: true, CanRead: true } ? PreviousOf(register, way) : "";
        writer.Line($"public {type} {names.Of(register)} => {New(register, $"{owner}, {address}{code}{way}{previous}")};");
        foreach (int width in register.Widths?.Narrower(register.Width) ?? [])
        {
            EmitView(register, width, owner, address);
        }
    }

    // As arguments behind the route.
    string PreviousOf(RegisterModel register, string way)
    {
        RegisterModel previous = device.Find($"{register.FullName}[1]")!;
        string made = routes.Of(previous) ?? Compiler.Emit.Routes.Plain;
        return $"{(way.Length == 0 ? $", {Compiler.Emit.Routes.Plain}" : "")}, {routes.AddressOf(previous)}, {(made == Compiler.Emit.Routes.Plain ? "" : "Routes.")}{made}";
    }

    // The same bits in narrower accesses, each width with the directions that it has.
    void EmitView(RegisterModel register, int width, string owner, string address)
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
        writer.Line();
        writer.Doc("summary", $"{register.Title} in accesses of {width} bits, in the order of their ports.");
        writer.Line($"public ArrayOf<{HandleOf(view, CSharpText.Integer(width))}> {names.Of(path)} => new({owner}, {address}, Spacings.{Names.SpacingOf(path)});");
    }

    string ArrayOf(string element, ArrayModel array) =>
        array.Index is { } index ? $"ArrayOf<{element}, {names.Of($"enums/{index}")}>" : $"ArrayOf<{element}>";

    static string Times(string first, ArrayModel array) => first.Length == 0 ? "" : $", {first} * {array.Count}";

    /// <param name="block">The block.</param>
    /// <param name="holder">The device, as the code around calls it.</param>
    /// <param name="at">Where what is around begins, with a plus behind; empty for the device.</param>
    /// <param name="first">Which element of its arrays that is; empty if there are none.</param>
    void EmitBlock(BlockModel block, string holder, string at, string first)
    {
        string type = names.Of($"{block.Path}/struct");
        int around = device.Blocks.FirstOrDefault(outer => outer.FullName == block.Owner)?.Address ?? 0;
        string address = $"{at}{block.Address - around}";
        string doc = CSharpText.Xml(DeviceEmitter.Text(block.Doc, $"The block {block.Name}."));
        writer.Line();
        writer.Doc("summary", $"{doc} From base + {block.Address}{(block.Array is { } several ? $", {several.Count} times" : "")}.");
        writer.Line(block.Array is { } array
            ? $"public {ArrayOf(type, array)} {names.Of(block.Path)} => new({holder}, {address}, Spacings.{Names.SpacingOf(block.Path)}{Times(first, array)});"
            : $"public {type} {names.Of(block.Path)} => new({holder}, {address}, {(first.Length == 0 ? "0" : first)});");
        writer.Line();
        writer.Doc("summary", doc);
        writer.Block($"public readonly struct {type} : IArrayElement<{type}>", () =>
        {
            writer.Line($$"""
                readonly PortDevice _device;
                readonly int _at, _index;

                internal {{type}}(PortDevice device, int at, int index) => (_device, _at, _index) = (device, at, index);

                static {{type}} IArrayElement<{{type}}>.At(PortDevice device, int address, int index, Route? route) => new(device, address, index);
                """);
            foreach (RegisterModel register in device.Registers.Where(register => register.Owner == block.FullName))
            {
                string place = register.WritePlace is null ? $"_at + {register.Address - block.Address}" : $"_at - {block.Address}";
                EmitRegister(register, "_device", place, "_index");
            }

            foreach (BlockModel inner in device.Blocks.Where(inner => inner.Owner == block.FullName))
            {
                EmitBlock(inner, "_device", "_at + ", "_index");
            }
        });
    }

    void EmitJoined(JoinedModel joined)
    {
        RegisterModel[] parts = [.. joined.Of.Select(name => device.Find(name)!)];
        var whole = new RegisterModel
        {
            Name = joined.Name,
            Width = parts.Sum(part => part.Width),
            Number = joined.Number,
            Access = new(
                parts.All(part => part.CanRead) ? ReadEffect.Normal : ReadEffect.None,
                !parts.All(part => device.WrittenFor(part).CanWrite) ? WriteEffect.None
                    : !joined.IsStable && parts.All(part => part.CanChange && part.Preserved == part.Mask) ? WriteEffect.Normal : WriteEffect.Push),
            Danger = parts.SelectMany(Dangers.Of).FirstOrDefault()?.Danger,
        };
        string danger = IsDangerous(whole) ? $" {CSharpText.Xml(whole.Danger!.Sentence)}" : "";
        writer.Line();
        string stable = joined.IsStable ? Twice : "";
        writer.Doc("summary", $"{CSharpText.Xml(DeviceEmitter.Text(joined.Doc, $"{joined.Name}."))} Joined of {string.Join(", ", joined.Of)}, the highest first.{MeaningOf(joined.Number)}{danger}{stable}");
        writer.Line($"public {HandleOf(whole, CSharpText.Integer(whole.Width))} {names.Of(joined.Path)} => {New(whole, $"this, 0{(joined.Number is null ? "" : $", Routes.{routes.NumberOf(joined)}")}, Routes.{routes.Of(joined)}")};");
    }

    static string MeaningOf(FieldModel? number)
    {
        if (number is null)
        {
            return "";
        }

        string kind = number.Kind switch { NumberKind.TwosComplement => "A signed number", NumberKind.Bcd => "A number in decimal digits", _ => "A number" };
        string digits = number.BcdWhen is { } when ? $", in decimal digits while {CSharpText.Xml(when.ToString())}" : "";
        return $" {kind}{digits}{(number.Unit.Length > 0 ? $", in {CSharpText.Xml(number.Unit)}" : "")}.";
    }

    const string Twice = " Read until two reads agree; a <see cref=\"TimeoutException\"/> if they never do.";

    static string DocOf(RegisterModel register)
    {
        // What a write enables is said behind.
        string place = Place(register, register.Address, register.When == register.WriteEnable ? null : register.When);
        if (register is { WritePlace: { } write, WriteEnable: null })
        {
            place = $"read at {place}, written at {Place(register, write.Address, write.When)}";
        }

        string reset = register.Reset is { } value ? $", reset {CSharpText.Hex(value, register.Width)}" : "";
        string doc = register.Doc.TrimEnd('.');
        string recovery = register.Recovery is { } time ? $", recovery {time}" : "";
        string order = register.IsBigEndian ? ", big-endian" : "";
        string danger = register is { Danger: { } known, CanWrite: true } ? $" {known.Sentence}" : "";
        string what = $"{register.Name}{(doc.Length > 0 ? $": {doc}" : "")} ({place}, {register.Width} bits{order}, {register.Access}{reset}{recovery}).{Guards(register)}{danger}";
        return CSharpText.Xml(what) + (register.IsStable ? Twice : "");
    }

    static string Guards(RegisterModel register) =>
        $"{(register is { WriteEnable: { } enable, CanWrite: true } ? $" A write sees to {enable.ToString().Replace("[#]", "")}." : "")}{(register.Lock is null ? "" : " A write unlocks it first.")}";

    static string Place(RegisterModel register, int address, ConditionModel? when) =>
        $"{(register.Window is null ? $"base {(register.Region is null ? "" : $"of {register.Region} ")}+ {address}" : $"index 0x{address:X2}")}{(when is null ? "" : $" when {when}".Replace("[#]", ""))}";
}
