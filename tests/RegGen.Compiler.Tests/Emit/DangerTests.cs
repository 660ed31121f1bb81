namespace RegGen.Compiler.Tests.Emit;

/// <summary>What can do harm does not compile without the caller's word.</summary>
public sealed class DangerTests
{
    [Theory]
    [InlineData("DangerousWrites", "device.Reset.Write(full: true);")]
    [InlineData("DangerousWrites", "device.Reset.Write(new ResetValue(6));")]
    [InlineData("DangerousWrites", "device.Reset.Modify(resetCpu: true);")]
    [InlineData("DangerousWrites", "device.Pm1Cnt.Write(sleepEnable: true);")]
    [InlineData("DangerousWrites", "device.Pm1Cnt.Modify(sleepEnable: true);")]
    [InlineData("DangerousWrites", "device.Pm1Cnt.Write(new Pm1CntValue(0x2000));")]
    [InlineData("DangerousWrites", "device.Pm1Cnt.Modify(value => value with { SleepEnable = true });")]
    [InlineData("DangerousWrites", "device.Clock.Write(divisor: 3);")]
    [InlineData("DangerousWrites", "device.Sleep(5);")]
    [InlineData("DangerOfMemory", "device.Rbstart.Write(1);")]
    [InlineData("DangerOfMemory", "device.Rbstart.Modify(start => start + 1);")]
    [InlineData("DangerOfMemory", "device.RbstartHigh.Write(1);")]
    [InlineData("DangerOfMemory", "device.Tsad[0].Write(1);")]
    [InlineData("DangerOfMemory", "device.Packets.Write(1);")]
    [InlineData("DangerOfMemory", "device.Receive(1);")]
    [InlineData("DangerOfMemory", "device.Memory.First.Write(1);")]
    [InlineData("DangerOfMemory", "device.Memory.WriteRaw(0, 1u);")]
    [InlineData("DangerOfMemory", "device.Memory.WriteRaw(0, [1u]);")]
    public void A_dangerous_write_without_the_token_does_not_compile(string name, string statement)
    {
        string description = new LanguageCase(name).Description;

        Assert.Empty(Driver.Complaints(description, ""));
        Assert.NotEmpty(Driver.Complaints(description, statement));
    }
}
