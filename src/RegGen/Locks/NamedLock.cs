using System.Collections.Concurrent;
using System.ComponentModel;

namespace RegGen.Locks;

/// <summary>A lock that everything sharing some ports takes by the same name: <c>isa-bus</c> for Super-I/O chips, <c>pci</c> for configuration space.</summary>
/// <remarks>
/// It is one for the whole process, whichever device object asks for it, and the thread that holds it may take it again. A
/// scope takes it before the gate of its device; a single access takes it for its program.
/// </remarks>
public sealed class NamedLock
{
    /// <summary>How long <see cref="Enter()"/> waits: far longer than any access takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    static readonly ConcurrentDictionary<string, NamedLock> s_known = new(StringComparer.Ordinal);

    readonly Lock _lock = new();

    NamedLock(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether the calling thread holds it.</summary>
    public bool IsHeld => _lock.IsHeldByCurrentThread;

    /// <summary>The lock of a name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static NamedLock Get(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return s_known.GetOrAdd(name, static name => new NamedLock(name));
    }

    /// <summary>Takes the lock for the calling thread until the result is disposed.</summary>
    /// <exception cref="TimeoutException">It was not free within <see cref="Patience"/>.</exception>
    public Hold Enter() => Enter(Patience);

    /// <summary>Takes the lock for the calling thread until the result is disposed.</summary>
    /// <param name="patience">How long to wait for it.</param>
    /// <exception cref="TimeoutException">It was not free in time.</exception>
    public Hold Enter(TimeSpan patience) => _lock.TryEnter(patience)
        ? new Hold(this)
        : throw new TimeoutException($"The lock '{Name}' was not free within {patience.TotalSeconds:0.###} s: another thread holds it, perhaps in an open scope.");

    void Exit() => _lock.Exit();

    /// <summary>A lock held by the thread that took it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref struct Hold
    {
        NamedLock? _lock;

        internal Hold(NamedLock held) => _lock = held;

        /// <summary>Lets go; the second time it does nothing.</summary>
        public void Dispose()
        {
            _lock?.Exit();
            _lock = null;
        }
    }
}
