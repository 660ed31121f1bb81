using System.ComponentModel;

namespace RegGen;

/// <summary>A handle of a register, whatever its access: what a simulated device's hooks are given to.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRegisterHandle<TValue>
    where TValue : unmanaged
{
    /// <summary>Where the register is.</summary>
    internal Cell<TValue> Place { get; }

    /// <summary>Whether it can be written.</summary>
    internal bool IsWritten { get; }
}
