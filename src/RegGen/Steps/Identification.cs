using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.ExceptionServices;
using RegGen.Locks;

namespace RegGen.Steps;

/// <summary>How a device is told from whatever else may stand at its ports.</summary>
/// <param name="conditions">What must hold, each with its text; looked at in order.</param>
public sealed class Identification(params (string Text, StepTest Test)[] conditions)
{
    /// <summary>What is done before the conditions are looked at, or null.</summary>
    public StepList? Probe { get; init; }

    /// <summary>Registers that the probe writes: they are put back, whatever it found.</summary>
    public StepPlace[] Restores { get; init; } = [];

    /// <summary>Looks, under the device's gate.</summary>
    /// <param name="device">The device.</param>
    /// <param name="difference">The first condition that does not hold, and what was there instead; or which poll of the probe was late.</param>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public bool Holds(PortDevice device, [NotNullWhen(false)] out string? difference)
    {
        ArgumentNullException.ThrowIfNull(device);
        Span<ulong> before = stackalloc ulong[Restores.Length];
        int kept = 0;
        using LockSet.Hold held = LockSet.Of([Probe?.Locks, .. Restores.Select(place => place.Way.Locks), .. conditions.Select(condition => condition.Test.Place.Way.Locks)]).Enter(device.Bus);
        lock (device.Gate)
        {
            try
            {
                for (; kept < Restores.Length; kept++)
                {
                    before[kept] = Restores[kept].Read(device);
                }

                Probe?.Run(device);
                difference = DifferenceOf(device);
            }
            catch (TimeoutException late)
            {
                difference = late.Message;
            }
            finally
            {
                while (kept > 0)
                {
                    Restores[--kept].Write(device, before[kept]);
                }
            }
        }

        return difference is null;
    }

    /// <summary>Hands on a device that was just opened, or disposes it if it is another.</summary>
    /// <exception cref="PortAccessException">An access was refused; the device is disposed.</exception>
    public bool Keep<TDevice>(TDevice opened, [NotNullWhen(true)] out TDevice? device, [NotNullWhen(false)] out string? difference)
        where TDevice : PortDevice
    {
        ArgumentNullException.ThrowIfNull(opened);
        device = null;
        try
        {
            if (Holds(opened, out difference))
            {
                device = opened;
                return true;
            }

            return false;
        }
        finally
        {
            if (device is null)
            {
                opened.Dispose();
            }
        }
    }

    /// <summary>The device at the first port where it is, or null.</summary>
    /// <param name="ports">The ports, in order.</param>
    /// <param name="open">Opens the device at a port, or gives null if it is not there.</param>
    /// <exception cref="PortAccessException">It is at none of them, and one was refused: the first refusal.</exception>
    public static TDevice? First<TDevice>(ReadOnlySpan<ushort> ports, Func<ushort, TDevice?> open)
        where TDevice : PortDevice
    {
        ArgumentNullException.ThrowIfNull(open);
        PortAccessException? refused = null;
        foreach (ushort port in ports)
        {
            try
            {
                if (open(port) is { } found)
                {
                    return found;
                }
            }
            catch (PortAccessException refusal)
            {
                refused ??= refusal;
            }
        }

        if (refused is not null)
        {
            ExceptionDispatchInfo.Throw(refused);
        }

        return null;
    }

    string? DifferenceOf(PortDevice device)
    {
        foreach ((string text, StepTest test) in conditions)
        {
            ulong found = test.Place.Read(device) & test.Mask;
            if (test.Values.Contains(found) == test.Unless)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{text} does not hold: it is 0x{Together(found, test.Mask):X}.");
            }
        }

        return null;
    }

    // A field in pieces as one number, without the bits between them.
    static ulong Together(ulong word, ulong mask)
    {
        ulong number = 0;
        for (int at = 0; mask != 0; mask &= mask - 1, at++)
        {
            number |= (word >> BitOperations.TrailingZeroCount(mask) & 1) << at;
        }

        return number;
    }
}
