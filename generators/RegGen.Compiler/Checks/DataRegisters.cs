using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A window's data registers can be accessed in the direction that they stand for, and each has a width of its own.</summary>
sealed class DataRegisters : Check
{
    public override Rule Rule { get; } = new("RG2103", Severity.Error, "Data register of no use",
        "Name registers that can be read under 'read' and registers that can be written under 'write', one for each width.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (WindowModel window in device.Windows.Where(window => reporter.IsUnderstood(window.Path)))
        {
            RegisterModel[] reads = Registers(window.Reads), writes = Registers(window.Writes);
            bool same = window.Reads.SequenceEqual(window.Writes);
            string read = same ? $"{window.Path}/data" : window.ReadSteps is null ? $"{window.Path}/data/read" : $"{window.Path}/read";
            string write = same ? $"{window.Path}/data" : window.WriteSteps is null ? $"{window.Path}/data/write" : $"{window.Path}/write";
            if (!window.Data.Any() && window is { ReadSteps: null, WriteSteps: null })
            {
                reporter.Report(Rule, $"{window.Path}/data", $"{window.FullName} has no data register.");
            }

            foreach (RegisterModel useless in same ? [] : reads.Where(register => !register.CanRead && window.ReadSteps is null))
            {
                reporter.Report(Rule, read, $"{useless.FullName} cannot be read.");
            }

            foreach (RegisterModel useless in same ? [] : writes.Where(register => !register.CanWrite && window.WriteSteps is null))
            {
                reporter.Report(Rule, write, $"{useless.FullName} cannot be written.");
            }

            Twice(reads, read, reporter);
            if (!same)
            {
                Twice(writes, write, reporter);
            }

            foreach (RegisterModel register in Sound(window.Registers, reporter))
            {
                Reached(window, register, reads, writes, reporter);
            }
        }

        RegisterModel[] Registers(IEnumerable<string> names) => [.. names.Select(device.Find).OfType<RegisterModel>().Where(register => reporter.IsSound(register.Path))];
    }

    void Twice(RegisterModel[] data, string path, Reporter reporter)
    {
        foreach ((RegisterModel first, RegisterModel second) in Pairs(data).Where(pair => pair.First.Width == pair.Second.Width))
        {
            reporter.Report(Rule, path, $"{second.FullName} and {first.FullName} are both {first.Width} bits wide, so nothing tells which one to take.");
        }
    }

    void Reached(WindowModel window, RegisterModel register, RegisterModel[] reads, RegisterModel[] writes, Reporter reporter)
    {
        bool Shows(RegisterModel data) => data.Width == register.Width || (window.CountsBytes && data.Width > register.Width);
        bool read = register.CanRead && (reads.Any(Shows) || window is { WriteSteps: not null, ReadSteps: null }) && !reads.Any(data => Shows(data) && (data.CanRead || window.ReadSteps is not null));
        bool write = register.CanWrite && (writes.Any(Shows) || window is { ReadSteps: not null, WriteSteps: null }) && !writes.Any(data => Shows(data) && (data.CanWrite || window.WriteSteps is not null));
        if (read || write)
        {
            string direction = read ? "read" : "written";
            reporter.Report(Rule, $"{register.Path}/access",
                $"{register.FullName} is {register.Access}, but no data register of {window.FullName} with {register.Width} bits can be {direction}.");
        }
    }
}
