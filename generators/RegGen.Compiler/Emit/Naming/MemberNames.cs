using RegGen.Compiler.Model;
using static RegGen.Compiler.Emit.ReservedNames;

namespace RegGen.Compiler.Emit;

/// <summary>Names the members of a device, and of its blocks, regions and windows: each of these is a scope of its own.</summary>
sealed class MemberNames
{
    readonly DeviceModel _device;
    readonly GivenNames _names;
    readonly NameScope _members;

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
        OfRegisters(_device.Registers.Where(register => register.Owner is null), _members);
        foreach (JoinedModel joined in _device.Joined)
        {
            _names.Give(_members, joined.Path, joined.Name, "Joined");
        }

        foreach (RegionModel region in _device.Regions)
        {
            _names.Give(_members, region.Path, region.Name, "Region");
        }

        foreach (WindowModel window in _device.Windows.Where(window => window.Region is null))
        {
            _names.Give(_members, window.Path, window.Name, "Window");
        }

        OfBlocks();
        foreach (LockModel known in _device.Locks)
        {
            _names.Give(_members, $"{known.Path}/unlock", $"Unlock{CSharpText.Pascal(known.Name)}", "Lock");
        }

        foreach (SequenceModel sequence in _device.Sequences)
        {
            OfSequence(sequence);
        }
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

    // The struct of a block stands beside those of the device.
    void OfBlocks()
    {
        var scopes = new Dictionary<string, NameScope>(StringComparer.Ordinal) { [""] = _members };
        foreach (BlockModel block in _device.Blocks)
        {
            _names.Give(scopes[block.Owner ?? ""], block.Path, block.Name, "Block");
            _names.Give(_members, $"{block.Path}/struct", $"{_names[block.Path]}Block", "Struct", quietly: true);
            scopes[block.FullName] = new NameScope(ObjectMembers, RuntimeTypes).Taking("Routes", "Spacings", _names[$"{block.Path}/struct"]);
            OfRegisters(_device.Registers.Where(register => register.Owner == block.FullName), scopes[block.FullName]);
        }
    }

    void OfRegions()
    {
        foreach (RegionModel region in _device.Regions)
        {
            _names.Give(_members, $"{region.Path}/struct", $"{_names[region.Path]}Region", "Struct");
            NameScope inside = new NameScope(ObjectMembers, RuntimeTypes).Taking("FindBase", "Routes", _names[$"{region.Path}/struct"]);
            OfRegisters(region.Registers, inside);
            foreach (WindowModel window in _device.Windows.Where(window => window.Region == region.Name))
            {
                _names.Give(inside, window.Path, window.Name, "Window");
            }
        }
    }

    void OfWindows()
    {
        foreach (WindowModel window in _device.Windows)
        {
            string name = $"{(window.Region is null ? "" : _names[$"regions/{window.Region}"])}{_names[window.Path]}";
            _names.Give(_members, $"{window.Path}/struct", $"{name}Window", "Struct");
            _names.Give(_members, $"{window.Path}/scope", $"{name}Scope", "Struct");
            var parameters = new NameScope();
            foreach (WindowParameterModel parameter in window.Parameters)
            {
                _names.GiveParameter(parameters, $"{window.Path}/parameters/{parameter.Name}", parameter.Name);
            }

            OfRegisters(window.Registers, new NameScope(ObjectMembers, RuntimeTypes, WindowMembers).Taking(_names[$"{window.Path}/struct"], _names[$"{window.Path}/scope"]));
        }
    }

    void OfSequence(SequenceModel sequence)
    {
        _names.Give(_members, sequence.Path, sequence.Name, "Sequence");
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
            _names.Give(_members, $"{sequence.Path}/result", results.Contains(name) ? $"{name}s" : name, "Struct", quietly: true);
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
