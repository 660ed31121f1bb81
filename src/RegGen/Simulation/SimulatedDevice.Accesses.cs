using System.Globalization;
using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Routes;

namespace RegGen.Simulation;

/// <content>What accesses do. Those that touch nothing but one word take no gate: millions a second are to be had.</content>
public sealed partial class SimulatedDevice
{
    /// <summary>Reads a register that does nothing but answer; false if there is more to it.</summary>
    /// <param name="place">As <see cref="PlaceOf"/> says for the port.</param>
    /// <param name="width">The width in bits.</param>
    /// <param name="value">The answer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool ReadSteadily(int place, int width, out uint value)
    {
        Answer?[] view = _view;
        int at = place + SelectionViews.Kind(width, isWrite: false);
        if ((uint)at < (uint)view.Length && view[at] is { Steady: { } word } answer)
        {
            ulong held = word.Value;
            value = (uint)((held & answer.Seen) >> answer.Shift);
            return ((held & answer.Clears) | (~held & answer.Sets)) == 0;
        }

        value = 0;
        return false;
    }

    /// <summary>Writes a register that does nothing but store; false if there is more to it.</summary>
    /// <inheritdoc cref="ReadSteadily"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool WriteSteadily(int place, int width, uint value)
    {
        Answer?[] view = _view;
        int at = place + SelectionViews.Kind(width, isWrite: true);
        if ((uint)at < (uint)view.Length && view[at] is { Store: { } word } answer && !_isHooked)
        {
            word.Store(value & answer.Reached);
            return true;
        }

        return false;
    }

    /// <summary>Reads the register of this width at a port; false if none answers.</summary>
    internal bool Read(ushort port, int width, out uint value)
    {
        lock (_gate)
        {
            value = 0;
            Answer answer = AnswerOf(port, width, isWrite: false, 0);
            if (answer.Found is not { } found)
            {
                return false;
            }

            try
            {
                Recover(found.Recovery, new(false, port, (PortWidth)width, 0));
                value = answer.Register is null ? 0 : found.Turned(answer.Register.AnswerRead(found, width), width);
                Follow(found, isWrite: false, 0);
                return answer.Register is not null;
            }
            finally
            {
                Reselect();
            }
        }
    }

    /// <summary>Writes the register of this width at a port; false if none answers.</summary>
    internal bool Write(ushort port, int width, uint value)
    {
        lock (_gate)
        {
            Answer answer = AnswerOf(port, width, isWrite: true, value);
            if (answer.Found is not { } found)
            {
                return false;
            }

            try
            {
                var access = new PortAccess(true, port, (PortWidth)width, value);
                Recover(found.Recovery, access);
                uint word = found.Turned(value, width);
                if (answer.Register is { } register)
                {
                    Store(register, found, width, word, access);
                }

                Follow(found, isWrite: true, word);
                return answer.Register is not null;
            }
            finally
            {
                Reselect();
            }
        }
    }

    /// <summary>Says what is wrong with an access that nothing answered.</summary>
    /// <exception cref="MisuseException">Strict mode throws.</exception>
    internal void Complain(PortAccess access, ushort port)
    {
        lock (_gate)
        {
            foreach (int address in _regions.AddressesOf(port).Take(1))
            {
                (MisuseKind kind, string why) = _decoder.Silence(Map, address, access.IsWrite, (int)access.Width, _word, IsEntered);
                _log.Report(kind, Map.Name, access, why);
            }
        }
    }

    void Store(SimulatedRegister register, DecodedRegister found, int width, uint word, PortAccess access)
    {
        if (register.Map.Lock is { } name && !_locks[name].IsOpen)
        {
            _log.Report(MisuseKind.Locked, Map.Name, access, $"{found.Name} is locked by {name}: its key was not written");
            return;
        }

        if (_log.IsOn && register.Complain(found, width, word) is var (kind, why))
        {
            _log.Report(kind, Map.Name, access, why);
        }

        ulong written = register.TakeWrite(found, width, word);
        foreach (SimulatedLock known in _locks.Values)
        {
            known.Observe(found.Name, written);
        }

        foreach (SimulatedLock known in _doors.Values)
        {
            known.Observe(found.Name, written);
        }
    }

    void Follow(DecodedRegister found, bool isWrite, uint word)
    {
        _decoder.Follow(found, isWrite, word);
        if (found.Through is { Increment: not Increment.None } window)
        {
            SimulatedRegister index = _registers[window.Index];
            index.Value = window.Advance(index.Value, isWrite);
        }

        _oneShots.Follow(found, isWrite, word);
    }

    /// <summary>Where the answers at a port begin in a view; far below 0 where they are found anew each time.</summary>
    internal int PlaceOf(ushort port) => (uint)(port - _first) < (uint)_ports ? SelectionViews.At(port - _first) : int.MinValue;

    Answer AnswerOf(ushort port, int width, bool isWrite, uint value)
    {
        int at = PlaceOf(port) + SelectionViews.Kind(width, isWrite);
        if (at >= 0 && _view[at] is { } known)
        {
            return known;
        }

        DecodedRegister? found = Find(port, isWrite, width, value);
        SimulatedRegister? register = found?.Map is null ? null : Of(found);
        bool isSteady = !_recovers && !_selection.IsMoving && found?.Through is not { Increment: not Increment.None }
            && !(_log.IsOn && register?.IsWatched == true) && !IsKey(found);
        var answer = found is null ? Answer.None : new Answer(found, register, width, isSteady);

        // What is written may tell which register is meant.
        if (at >= 0 && !(isWrite && _tellsByValue))
        {
            _view[at] = answer;
        }

        return answer;
    }

    bool IsKey(DecodedRegister? found) => found is not null && _locks.Values.Any(known => known.Heeds(found.Name));

    // Another bank, another index: other registers answer from now on.
    void Reselect()
    {
        if (_selection.HasChanged)
        {
            Volatile.Write(ref _view, _views.Of(_selection.Take()));
        }
    }

    bool IsEntered(WindowMap window) => !_doors.TryGetValue(window.Name, out SimulatedLock? door) || door.IsOpen;

    void Recover(TimeSpan time, PortAccess access)
    {
        if (!_recovers)
        {
            return;
        }

        TimeSpan now = _now();
        if (now < _ready)
        {
            EarlyAccesses++;
            _log.Report(MisuseKind.TooEarly, Map.Name, access, string.Create(CultureInfo.InvariantCulture,
                $"it came {(_ready - now).TotalMicroseconds:0.###} us before the device had recovered from the access before"));
        }

        if (time > TimeSpan.Zero)
        {
            _ready = now + time;
        }
    }

    DecodedRegister? Find(ushort port, bool isWrite, int width, uint written)
    {
        foreach (int address in _regions.AddressesOf(port))
        {
            if (_decoder.Find(address, isWrite, width, _word, written, IsEntered) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
