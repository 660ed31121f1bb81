using System.Buffers.Binary;
using System.Globalization;

namespace RegGen.Rigs.Tests;

/// <summary>ACPI's fixed table (FADT) of a guest with a reset register added, which QEMU's pc does not have. Offsets: ACPI 6.5, table 5.9.</summary>
static class ResetTable
{
    const int Length = 4, Revision = 8, Checksum = 9, OemRevision = 24, Flags = 112, ResetRegister = 116, ResetAddress = 120, ResetValue = 128;
    const int LengthOfThird = 244;
    const uint HasReset = 1 << 10;

    /// <summary>Writes the table where the guest's kernel looks for newer tables than the firmware's (CONFIG_ACPI_TABLE_UPGRADE).</summary>
    /// <param name="dump">The guest's own table, as <c>od</c> shows it.</param>
    /// <param name="port">Where the reset register is to be.</param>
    /// <returns>The folder that has the table.</returns>
    public static string Write(IEnumerable<string> dump, ushort port)
    {
        byte[] own = [.. dump.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => byte.Parse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];
        byte[] table = new byte[LengthOfThird];
        own.AsSpan(0, Math.Min(own.Length, ResetRegister)).CopyTo(table);
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(Length), LengthOfThird);
        table[Revision] = 3;
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(OemRevision), BinaryPrimitives.ReadUInt32LittleEndian(own.AsSpan(OemRevision)) + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(Flags), BinaryPrimitives.ReadUInt32LittleEndian(own.AsSpan(Flags)) | HasReset);
        (table[ResetRegister], table[ResetRegister + 1], table[ResetRegister + 3]) = (1, 8, 1); // ports, of 8 bits, by bytes
        BinaryPrimitives.WriteUInt64LittleEndian(table.AsSpan(ResetAddress), port);
        table[ResetValue] = 1;
        table[Checksum] = 0;
        table[Checksum] = (byte)-table.Sum(value => value);

        string folder = Repository.At(".artifacts", "rigs", "guest", "tables");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "facp.aml"), table);
        return folder;
    }
}
