namespace RegGen.Claims;

/// <summary>The live claims on one set of ports. Ports that someone has are refused by default, with the owner's name.</summary>
/// <param name="kernel">The owners that the system names, or null where it names none.</param>
sealed class ClaimRegistry(Func<IReadOnlyList<PortOwner>?> kernel)
{
    readonly Lock _gate = new();
    readonly List<(object Holder, PortClaim Claim)> _live = [];

    /// <summary>This machine's own ports.</summary>
    public static ClaimRegistry Machine { get; } = new(() => OperatingSystem.IsLinux() ? KernelPorts.Owners() : null);

    /// <summary>Adds claims, all or none.</summary>
    /// <param name="holder">The bus that they are for.</param>
    /// <param name="claims">What it claims.</param>
    /// <returns>The owners that they share ports with, because they say so.</returns>
    /// <exception cref="PortAccessException">Ports of a claim have an owner that it does not name.</exception>
    public IReadOnlyList<PortOwner> Add(object holder, ReadOnlySpan<PortClaim> claims)
    {
        IReadOnlyList<PortOwner> drivers = kernel() ?? [];
        lock (_gate)
        {
            int before = _live.Count;
            List<PortOwner> shared = [];
            try
            {
                foreach (PortClaim claim in claims)
                {
                    shared.AddRange(Check(claim, drivers.Concat(Others(holder, claim))));
                    _live.Add((holder, claim));
                }
            }
            catch
            {
                _live.RemoveRange(before, _live.Count - before);
                throw;
            }

            return [.. shared.Distinct()];
        }
    }

    /// <summary>Removes all claims of a bus.</summary>
    public void Remove(object holder)
    {
        lock (_gate)
        {
            _live.RemoveAll(each => each.Holder == holder);
        }
    }

    /// <summary>Removes a claim that came to nothing.</summary>
    public void Remove(object holder, PortClaim claim)
    {
        lock (_gate)
        {
            _live.Remove((holder, claim));
        }
    }

    // A device may claim more for itself: the part of it that was found later.
    IEnumerable<PortOwner> Others(object holder, PortClaim claim) =>
        from each in _live
        where each.Holder != holder || (each.Claim.Device, each.Claim.Base) != (claim.Device, claim.Base)
        from range in each.Claim.Ranges
        select new PortOwner(each.Claim.Device, range, IsKernel: false);

    static PortOwner[] Check(PortClaim claim, IEnumerable<PortOwner> owners)
    {
        PortOwner[] met = [.. owners.Where(owner => claim.Ranges.Any(range => range.First <= owner.Ports.Last && owner.Ports.First <= range.Last))];
        return met.FirstOrDefault(owner => !claim.SharedWith.Contains(owner.Name)) is { } other ? throw Owned(claim, other) : met;
    }

    static PortAccessException Owned(PortClaim claim, PortOwner owner) => owner is { IsKernel: true, Name: KernelPorts.OurDriver }
        ? new(PortRefusal.Owned, claim, $"another program has {owner.Ports} by RegGen's driver.",
            $"End it; or, if both may use the ports by the driver, let both say so: claim.Sharing(\"{KernelPorts.OurDriver}\").")
        : owner.IsKernel
        ? new(PortRefusal.Owned, claim, $"the kernel's '{owner.Name}' owns {owner.Ports} ({KernelPorts.File}).",
            $"Let the driver go first (its page in sysfs has 'unbind'; modprobe -r), or, if both may use the ports, say so: claim.Sharing(\"{owner.Name}\").")
        : new(PortRefusal.Owned, claim, $"{owner.Ports} is claimed for {owner.Name} already, in this process.",
            $"Dispose that bus, or hand its device on, or, if both may use the ports, say so: claim.Sharing(\"{owner.Name}\").");
}
