namespace RegGen;

/// <summary>A register handle that can be written.</summary>
/// <typeparam name="TValue">The register's value struct, or a plain integer of its width if it has no fields.</typeparam>
public interface IWrittenRegister<TValue>
    where TValue : unmanaged
{
    /// <summary>Writes the register.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    void Write(TValue value);
}
