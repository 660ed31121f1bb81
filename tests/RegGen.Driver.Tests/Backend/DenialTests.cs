using RegGen.Backends;
using RegGen.Backends.Driver;
using RegGen.Claims;

namespace RegGen.Driver.Tests.Backend;

/// <summary>What the library tells of the driver's table is what the driver does.</summary>
[Collection(nameof(CoreDriver))]
public sealed class DenialTests
{
    const int Never = 4, Refused = -1;

    /// <summary>Each port is claimed under policies with every set of flags.</summary>
    [Fact]
    public void Every_port_needs_what_the_table_says()
    {
        using CellPorts cells = new();
        CoreDriver driver = new(cells);
        using DriverHandle administrator = DriverHandle.Over(driver.Open());
        for (int port = 0; port <= ushort.MaxValue; port++)
        {
            Denial? denial = Denials.Of(new((ushort)port, (ushort)port)).SingleOrDefault();
            Assert.Equal((denial?.IsNever == true ? Never : denial?.Flags ?? 0, port), (Needed(driver, administrator, (ushort)port), port));
        }
    }

    [Theory]
    [InlineData(0x64)]
    [InlineData(0x60)]
    [InlineData(0x65)]
    public void Every_value_is_refused_that_the_table_says(ushort port)
    {
        using CellPorts cells = new();
        CoreDriver driver = new(cells, new PortRange(0x60, 0x65));
        using DriverBackend backend = driver.Backend();
        backend.Grant(PortClaim.At("Keyboard", 0x60, (0, 5)));
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            PortAccessException? refused = Record.Exception(() => backend.Write(port, PortWidth.Bits8, (uint)value)) as PortAccessException;
            Assert.Equal((Denials.Of(port, (byte)value) is not null, value), (refused is not null, value));
        }
    }

    // The least flags with which the port can be claimed.
    static int Needed(CoreDriver driver, DriverHandle administrator, ushort port)
    {
        for (byte flags = 0; flags < Never; flags++)
        {
            if (administrator.SetPolicy([CoreDriver.Entry(new(port, port), flags)]).Status == DriverStatus.Denied)
            {
                return Never;
            }

            using DriverBackend backend = driver.Backend();
            if (Record.Exception(() => backend.Grant(PortClaim.At("One", port, (0, 0)))) is null)
            {
                return flags;
            }
        }

        return Refused;
    }
}
