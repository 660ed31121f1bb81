using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the classes with the calls by field, and what tells the codes of enums.</summary>
sealed class FieldsEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    // Folding was measured to hold up to 32 nullable arguments; beyond two dozen a call is unreadable anyway.
    const int MostFields = 24;

    // The C# compiler compares each overload of a class with each other one of its name, so a large device has several classes.
    const int MostRegisters = 100;

    /// <summary>The classes that a device needs, by their numbers of registers.</summary>
    public static int ClassesOf(DeviceModel device) => Math.Max(1, (RegistersOf(device).Count() + MostRegisters - 1) / MostRegisters);

    public void Emit(string accessibility)
    {
        RegisterModel[] registers = [.. RegistersOf(device)];
        var codes = new EnumCodesEmitter(device, names, writer);
        if (registers.Length == 0 && !codes.Any)
        {
            return;
        }

        for (int first = 0; first == 0 || first < registers.Length; first += MostRegisters)
        {
            writer.Line();
            writer.Line($"/// <summary>Writing, changing and awaiting the registers of <see cref=\"{names.Device}\"/> by field. Always name the fields.</summary>");
            writer.Block($"{accessibility} static class {names.FieldsClass(first / MostRegisters)}", () =>
            {
                foreach (RegisterModel register in registers.Skip(first).Take(MostRegisters))
                {
                    writer.Gap();
                    new CallsEmitter(register, names, writer).Emit();
                }

                if (first == 0)
                {
                    codes.Emit();
                }
            });
        }
    }

    static IEnumerable<RegisterModel> RegistersOf(DeviceModel device) =>
        device.AllRegisters.Where(register => register.Fields.Count is > 0 and <= MostFields && !register.Fifo);
}
