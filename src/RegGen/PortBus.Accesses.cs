using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RegGen.Backends;

namespace RegGen;

/// <content>The accesses: raw ones for everybody, and what the registers' own are made of.</content>
public sealed unsafe partial class PortBus
{
    /// <summary>Reads 8 bits from a granted port: the raw way out, beside the typed registers.</summary>
    /// <exception cref="PortAccessException">The port is not granted, or the access failed.</exception>
    public byte In8(ushort port)
    {
        _granted.Require(new PortAccess(false, port, PortWidth.Bits8, 0));
        return (byte)Read(port, PortWidth.Bits8);
    }

    /// <summary>Reads 16 bits from two granted ports.</summary>
    /// <inheritdoc cref="In8"/>
    public ushort In16(ushort port)
    {
        _granted.Require(new PortAccess(false, port, PortWidth.Bits16, 0));
        return (ushort)Read(port, PortWidth.Bits16);
    }

    /// <summary>Reads 32 bits from four granted ports.</summary>
    /// <inheritdoc cref="In8"/>
    public uint In32(ushort port)
    {
        _granted.Require(new PortAccess(false, port, PortWidth.Bits32, 0));
        return Read(port, PortWidth.Bits32);
    }

    /// <summary>Reads a granted port as often as values fit, in one go where the backend can: a block transfer, <c>rep ins</c>.</summary>
    /// <typeparam name="T">Its width: <see cref="byte"/>, <see cref="ushort"/> or <see cref="uint"/>.</typeparam>
    /// <param name="port">The port, or the first of the two or four that each value is read from.</param>
    /// <param name="values">Filled in order.</param>
    /// <inheritdoc cref="In8"/>
    public void InBlock<T>(ushort port, Span<T> values)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        PortWidth width = WidthOf<T>();
        _granted.Require(new PortAccess(false, port, width, 0));
        ReadBlock(port, width, MemoryMarshal.AsBytes(values));
    }

    /// <summary>Writes values to a granted port one after the other, in one go where the backend can: a block transfer, <c>rep outs</c>.</summary>
    /// <typeparam name="T">Its width: <see cref="byte"/>, <see cref="ushort"/> or <see cref="uint"/>.</typeparam>
    /// <param name="port">The port, or the first of the two or four that each value is written to.</param>
    /// <param name="values">Written in order.</param>
    /// <inheritdoc cref="Out8"/>
    public void OutBlock<T>(ushort port, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        PortWidth width = WidthOf<T>();
        _granted.Require(new PortAccess(true, port, width, 0));
        WriteBlock(port, width, MemoryMarshal.AsBytes(values));
    }

    /// <summary>Writes 8 bits to a granted port.</summary>
    /// <exception cref="PortAccessException">The port is not granted, or the access failed.</exception>
    public void Out8(ushort port, byte value)
    {
        _granted.Require(new PortAccess(true, port, PortWidth.Bits8, value));
        Write(port, PortWidth.Bits8, value);
    }

    /// <summary>Writes 16 bits to two granted ports.</summary>
    /// <inheritdoc cref="Out8"/>
    public void Out16(ushort port, ushort value)
    {
        _granted.Require(new PortAccess(true, port, PortWidth.Bits16, value));
        Write(port, PortWidth.Bits16, value);
    }

    /// <summary>Writes 32 bits to four granted ports.</summary>
    /// <inheritdoc cref="Out8"/>
    public void Out32(ushort port, uint value)
    {
        _granted.Require(new PortAccess(true, port, PortWidth.Bits32, value));
        Write(port, PortWidth.Bits32, value);
    }

    /// <summary>Runs a program of accesses in order: by the driver in one transition, else one after the other.</summary>
    /// <remarks>
    /// <example>
    /// What reads a register of a clock that is about to change waits for it there, not here:
    /// <code>
    /// PortOperation[] program =
    /// [
    ///     PortOperation.Out(0x70, PortWidth.Bits8, 0x0A),
    ///     PortOperation.In(0x71, PortWidth.Bits8),
    ///     PortOperation.Branch(1, from: 1, keep: 0x80, value: 0x80, time: TimeSpan.FromMilliseconds(3)),
    ///     PortOperation.Out(0x70, PortWidth.Bits8, 0x00),
    ///     PortOperation.In(0x71, PortWidth.Bits8),
    /// ];
    /// bus.Run(program);
    /// ulong seconds = program[4].Result;
    /// </code>
    /// </example>
    /// What generated classes do is such programs, too; this is the raw way out beside them. It holds no device's gate.
    /// </remarks>
    /// <param name="program">The operations; each that runs gets its result.</param>
    /// <exception cref="ArgumentException">An operation refers to one that is not before it, or has no such width, target or time. Nothing ran.</exception>
    /// <exception cref="PortAccessException">A port is not granted, and nothing ran; or an access failed, and those before it were done.</exception>
    public void Run(Span<PortOperation> program)
    {
        ProgramCheck.Require(program);
        foreach (ref PortOperation operation in program)
        {
            if (operation.IsAccess)
            {
                _granted.Require(new PortAccess(operation.IsWrite, operation.Port, operation.Width, (uint)operation.Value));
            }

            operation.Forget();
        }

        RunSound(program);
    }

    /// <summary>Runs a program that needs no check, in order, as the backend sees fit.</summary>
    internal void RunSound(Span<PortOperation> program)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_observers.Any && HasLoops(program))
        {
            RunObserved(program);
            return;
        }

        try
        {
            _backend.Run(program);
        }
        finally
        {
            _observers.Report(program);
        }
    }

    // An access that is repeated has one result in the end; observers get every one of them.
    void RunObserved(Span<PortOperation> program)
    {
        for (int next = 0; next < program.Length;)
        {
            int done = next;
            next = _backend.Step(program, done);
            _observers.Report(program.Slice(done, 1));
        }
    }

    static bool HasLoops(ReadOnlySpan<PortOperation> program)
    {
        foreach (ref readonly PortOperation operation in program)
        {
            if (operation.Kind == PortOperationKind.Branch)
            {
                return true;
            }
        }

        return false;
    }

    // A refused stub comes here too: the backend tries once more and says why it is refused.
    internal uint Read(ushort port, PortWidth width)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        uint value = _backend.Read(port, width);
        if (_observers.Any)
        {
            _observers.Report(new PortAccess(false, port, width, value));
        }

        return value;
    }

    internal void Write(ushort port, PortWidth width, uint value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.Write(port, width, value);
        if (_observers.Any)
        {
            _observers.Report(new PortAccess(true, port, width, value));
        }
    }

    internal void ReadBlock(ushort port, PortWidth width, Span<byte> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.ReadBlock(port, width, values);
        _observers.ReportBlock(isWrite: false, port, width, values);
    }

    internal void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.WriteBlock(port, width, values);
        _observers.ReportBlock(isWrite: true, port, width, values);
    }

    static PortWidth WidthOf<T>()
        where T : unmanaged => Unsafe.SizeOf<T>() <= sizeof(uint)
            ? (PortWidth)(Unsafe.SizeOf<T>() * 8)
            : throw new NotSupportedException($"A port has 8, 16 or 32 bits, not those of {typeof(T).Name}.");
}
