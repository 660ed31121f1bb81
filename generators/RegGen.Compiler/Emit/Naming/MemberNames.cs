using RegGen.Compiler.Model;
using static RegGen.Compiler.Emit.ReservedNames;

namespace RegGen.Compiler.Emit;

/// <summary>Names the members of a device, and of its blocks, regions and windows: each of these is a scope of its own.</summary>
sealed class MemberNames
{
    readonly DeviceModel _device;
    readonly GivenNames _names;
    readonly NameScope _members;

    // By the full name of what is a scope.
    readonly Dictionary<string, NameScope> _inside = new(StringComparer.Ordinal);

    MemberNames(DeviceModel device, GivenNames names)
    {
        (_device, _names) = (device, names);
        _members = new NameScope(DeviceMembers, RuntimeTypes).Taking(names[""]).Taking(device.Identity is null ? [] : ["TryOpen", "Identify", "Probe", "Identity"]);
    }

    /// <summary>Gives the names.</summary>
    /// <returns>The names of the device's own scope, in which its types stand too.</returns>
    public static NameScope Give(DeviceModel device, GivenNames names)
    {
        var giver = new MemberNames(device, names);
        giver.OfDevice();
        giver.OfRegions();
        giver.OfWindows();
        giver.OfBases();
        return giver._members;
    }

    void OfDevice()
    {
        OfRegisters(_device.Index.RegistersIn[""], _members);
        OfJoined(null, _members);
        foreach (RegionModel region in _device.Regions)
        {
            _names.Give(_members, region.Path, region.Name, "Region");
        }

        foreach (WindowModel window in _device.Windows.Where(window => window.Owner is null))
        {
            _names.Give(_members, window.Path, window.Name, "Window");
        }

        _inside[""] = _members;
        OfBlocks(_device.Blocks.Where(block => block is { Region: null, Window: null }));
        OfCalls(null, _members);
    }

    // The value before the last one of a doubled register is reached over that register's name.
    void OfRegisters(IEnumerable<RegisterModel> registers, NameScope taken)
    {
        foreach (RegisterModel register in registers.Where(register => register.PreviousOf is null))
        {
            _names.Give(taken, register.Path, register.Name, "Register");
            foreach (int width in register.Widths?.Narrower(register.Width) ?? [])
            {
                _names.Give(taken, WidthsModel.PathOf(register, width), $"{_names[register.Path]}{width}", "Bits", quietly: true);
            }
        }
    }

    // Each block is a scope of its own; its struct has a name that no other has.
    void OfBlocks(IEnumerable<BlockModel> blocks)
    {
        foreach (BlockModel block in blocks)
        {
            _names.Give(_inside[block.Owner ?? ""], block.Path, block.Name, "Block");
            _names.Give(_members, $"{block.Path}/struct", $"{_names[block.Path]}Block", "Struct", quietly: true);
            NameScope inside = new NameScope(BlockMembers, RuntimeTypes).Taking(_names[$"{block.Path}/struct"]);
            _inside[block.FullName] = inside;
            OfRegisters(_device.Index.RegistersIn[block.FullName], inside);
            OfJoined(block.FullName, inside);
            OfWindowsIn(block.FullName, inside);
            OfCalls(block.FullName, inside);
        }
    }

    void OfJoined(string? owner, NameScope inside)
    {
        foreach (JoinedModel joined in _device.Joined.Where(joined => joined.Owner == owner))
        {
            _names.Give(inside, joined.Path, joined.Name, "Joined");
        }
    }

    void OfWindowsIn(string owner, NameScope inside)
    {
        foreach (WindowModel window in _device.Index.WindowsIn[owner])
        {
            _names.Give(inside, window.Path, window.Name, "Window");
        }
    }

    // What unlocks, and what sequences do.
    void OfCalls(string? owner, NameScope inside)
    {
        foreach (LockModel known in _device.Locks.Where(known => known.Owner == owner))
        {
            _names.Give(inside, $"{known.Path}/unlock", $"Unlock{CSharpText.Pascal(known.Name)}", "Lock");
        }

        foreach (SequenceModel sequence in _device.Sequences.Where(sequence => sequence.Owner == owner))
        {
            OfSequence(sequence, inside);
        }
    }

    void OfRegions()
    {
        foreach (RegionModel region in _device.Regions)
        {
            _names.Give(_members, $"{region.Path}/struct", $"{_names[region.Path]}Region", "Struct");
            NameScope inside = new NameScope(ObjectMembers, RuntimeTypes).Taking("FindBase", "Routes", "Spacings", _names[$"{region.Path}/struct"]);
            _inside[region.Name] = inside;
            OfRegisters(_device.Index.RegistersIn[region.Name], inside);
            OfWindowsIn(region.Name, inside);
            OfBlocks(_device.Blocks.Where(block => block.Region == region.Name && block.Window is null));
        }
    }

    void OfWindows()
    {
        foreach (WindowModel window in _device.Windows)
        {
            string owner = window.Owner is null ? "" : window.Owner == window.Region ? _names[$"regions/{window.Region}"] : Routes.Spelled(window.Owner.Replace("#", ""));
            _names.Give(_members, $"{window.Path}/struct", $"{owner}{_names[window.Path]}Window", "Struct");
            _names.Give(_members, $"{window.Path}/scope", $"{owner}{_names[window.Path]}Scope", "Struct");
            var parameters = new NameScope();
            foreach (WindowParameterModel parameter in window.Parameters)
            {
                _names.GiveParameter(parameters, $"{window.Path}/parameters/{parameter.Name}", parameter.Name);
            }

            NameScope behind = new NameScope(ObjectMembers, RuntimeTypes, WindowMembers).Taking(_names[$"{window.Path}/struct"], _names[$"{window.Path}/scope"]);
            _inside[window.FullName] = behind;
            OfRegisters(_device.Index.RegistersIn[window.FullName], behind);
            OfBlocks(_device.Blocks.Where(block => block.Window == window.FullName));
        }
    }

    void OfSequence(SequenceModel sequence, NameScope members)
    {
        _names.Give(members, sequence.Path, sequence.Name, "Sequence");
        NameScope parameters = new NameScope().Taking("Found", "Danger");
        foreach (ParameterModel parameter in sequence.Parameters)
        {
            _names.GiveParameter(parameters, $"{sequence.Path}/parameters/{parameter.Name}", parameter.Name);
        }

        NameScope results = new NameScope(ObjectMembers).Taking("PrintMembers", "Deconstruct");
        foreach (ReadStepModel result in sequence.Steps.Results)
        {
            _names.Give(results, $"{sequence.Path}/results/{result.Variable}", result.Variable!, "Result");
        }

        if (sequence.Steps.Results.Count() > 1)
        {
            string name = $"{_names[sequence.Path]}Result";
            _names.Give(members, $"{sequence.Path}/result", results.Contains(name) ? $"{name}s" : name, "Struct", quietly: true);
        }
    }

    void OfBases()
    {
        NameScope bases = new NameScope(ObjectMembers).Taking("Bases");
        foreach (BaseModel known in _device.Bases)
        {
            _names.Give(bases, $"bases/{known.Name}", known.Name, "Base");
        }
    }
}
