using RegGen.Claims;

namespace RegGen.Tests.Claims;

public sealed class ClaimRegistryTests
{
    static readonly PortClaim s_serial = PortClaim.At("Serial", 0x2F8, (0, 7));

    readonly object _one = new(), _other = new();
    readonly ClaimRegistry _registry = new(static () => [new("serial", new(0x3F8, 0x3FF), IsKernel: true), new("rtc0", new(0x70, 0x71), IsKernel: true)]);

    [Theory]
    [InlineData(0x3F8, 0, 7)]
    [InlineData(0x3F0, 8, 8)]
    [InlineData(0x3F8, 7, 7)]
    [InlineData(0x3FF, 0, 8)]
    public void Ports_of_a_kernel_driver_are_refused_with_its_name(int port, int first, int last)
    {
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => Add(_one, PortClaim.At("Mine", (ushort)port, ((ushort)first, (ushort)last))));
        Assert.Equal(PortRefusal.Owned, refusal.Reason);
        Assert.Contains("'serial' owns 0x3F8-0x3FF", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Sharing(\"serial\")", refusal.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x3F0, 0, 7)]
    [InlineData(0x400, 0, 0)]
    public void The_ports_beside_it_are_not(int port, int first, int last) => Assert.Empty(Add(_one, PortClaim.At("Mine", (ushort)port, ((ushort)first, (ushort)last))));

    [Fact]
    public void Holes_of_a_claim_are_nobody_elses_business() => Assert.Empty(Add(_one, PortClaim.At("Mine", 0x3F0, (0, 7), (0x10, 0x17))));

    [Fact]
    public void A_claim_that_names_the_owner_shares_with_it_and_with_no_other()
    {
        PortClaim both = PortClaim.At("Both", 0, (0x70, 0x71), (0x3F8, 0x3FF));
        Assert.Contains("rtc0", Assert.Throws<PortAccessException>(() => Add(_one, both.Sharing("serial"))).Message, StringComparison.Ordinal);
        Assert.Equal(["serial", "rtc0"], Add(_one, both.Sharing("serial").Sharing("rtc0")).Select(owner => owner.Name));
    }

    [Fact]
    public void Ports_of_another_bus_are_refused_until_it_lets_go()
    {
        Add(_one, s_serial);
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => Add(_other, PortClaim.At("Half", 0x2F8, (4, 7))));
        Assert.Equal(PortRefusal.Owned, refusal.Reason);
        Assert.Contains("claimed for Serial already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Serial", Assert.Single(Add(_other, PortClaim.At("Half", 0x2F8, (4, 7)).Sharing("Serial"))).Name);
        _registry.Remove(_other);
        _registry.Remove(_one);
        Assert.Empty(Add(_other, s_serial));
    }

    [Fact]
    public void Two_devices_of_one_bus_do_not_overlap_either() =>
        Assert.Contains("claimed for Serial", Assert.Throws<PortAccessException>(() => Add(_one, s_serial, PortClaim.At("Half", 0x2F8, (7, 9)))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_device_may_claim_more_of_its_own_later()
    {
        Add(_one, s_serial);
        Assert.Empty(Add(_one, s_serial.And(0x2F0, (0, 9))));
        Assert.Throws<PortAccessException>(() => Add(_other, s_serial));
    }

    [Fact]
    public void A_refusal_leaves_nothing_of_its_bus_claimed()
    {
        Assert.Throws<PortAccessException>(() => Add(_one, s_serial, PortClaim.At("Clock", 0x70, (0, 1))));
        Assert.Empty(Add(_other, s_serial));
    }

    IReadOnlyList<PortOwner> Add(object holder, params PortClaim[] claims) => _registry.Add(holder, claims);
}
