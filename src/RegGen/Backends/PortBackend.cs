using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>A way to reach ports. Derive from it to bring a transport of your own; a <see cref="PortBus"/> owns and checks it.</summary>
/// <remarks>
/// The bus calls a backend only for ports that <see cref="Grant"/> accepted. An access that is refused throws
/// <see cref="PortAccessException"/>: a backend never invents a value. Calls may come from several threads at once.
/// </remarks>
public abstract class PortBackend : IDisposable
{
    /// <summary>Short name, as messages show it.</summary>
    public abstract string Name { get; }

    /// <summary>The way to this machine's own ports.</summary>
    public static PortBackend ForThisMachine() => new DirectBackend();

    /// <summary>Asks for the ports of a claim.</summary>
    /// <exception cref="PortAccessException">The claim is refused; the cause and the remedy are in it.</exception>
    public abstract void Grant(PortClaim claim);

    /// <summary>Reads a port.</summary>
    /// <exception cref="PortAccessException">The access is refused or failed.</exception>
    public abstract uint Read(ushort port, PortWidth width);

    /// <summary>Writes a port.</summary>
    /// <exception cref="PortAccessException">The access is refused or failed.</exception>
    public abstract void Write(ushort port, PortWidth width, uint value);

    /// <summary>Runs a program in order, stopping at a refusal. Sets the result of each operation that has run, of no other.</summary>
    /// <exception cref="PortAccessException">An access is refused or failed.</exception>
    public virtual void Run(Span<PortOperation> program)
    {
        for (int i = 0; i < program.Length; i++)
        {
            ref PortOperation operation = ref program[i];
            if (operation.IsWrite)
            {
                uint kept = operation.From < 0 ? 0 : program[operation.From].Result & operation.Keep;
                uint value = kept | operation.Value;
                Write(operation.Port, operation.Width, value);
                operation.Result = value;
            }
            else
            {
                operation.Result = Read(operation.Port, operation.Width);
            }
        }
    }

    /// <summary>Gives back the grants and the transport.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The stubs that the bus may call without a detour, or null.</summary>
    internal virtual NativeStubs? Stubs => null;

    /// <summary>Gives back the grants and the transport.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
