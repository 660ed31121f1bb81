using RegGen.Locks;

namespace RegGen.Tests.Locks;

public class LockNameTests
{
    // .NET's percent-encoding (RFC 3986) is the same, but for the tilde and a leading dot.
    [Theory]
    [InlineData("isa-bus")]
    [InlineData("My_Chip.2")]
    [InlineData("a/b")]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData(@"Global\x")]
    [InlineData("100% sure?\n")]
    [InlineData("Schlüssel~Ω😀")]
    public void A_name_becomes_one_that_files_can_bear(string name)
    {
        string expected = Uri.EscapeDataString(name).Replace("~", "%7E", StringComparison.Ordinal);
        expected = expected.StartsWith('.') ? $"%2E{expected[1..]}" : expected;
        Assert.Equal(expected, LockName.Encode(name));
        Assert.Equal(name, Uri.UnescapeDataString(LockName.Encode(name)));
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_file_is_refused()
    {
        Assert.Equal(new string('x', 200), LockName.Encode(new string('x', 200)));
        Assert.Throws<ArgumentException>(() => LockName.Encode(new string('x', 201)));
        Assert.Throws<ArgumentException>(() => LockName.Encode(new string('/', 67)));
    }

    // As LibreHardwareMonitor (Hardware/Mutexes.cs) and the documentation of PawnIO's modules and Argus Monitor have them.
    [Theory]
    [InlineData("isa-bus", @"Global\Access_ISABUS.HTP.Method")]
    [InlineData("pci", @"Global\Access_PCI")]
    [InlineData("ec", @"Global\Access_EC")]
    [InlineData("smbus", @"Global\Access_SMBUS.HTP.Method")]
    [InlineData("clock", @"Global\RegGen.clock")]
    [InlineData(@"my\chip", @"Global\RegGen.my%5Cchip")]
    public void On_Windows_it_is_the_mutex_that_other_tools_honour(string name, string mutex) => Assert.Equal(mutex, MutexLock.NameOf(name));
}
