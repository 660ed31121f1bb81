using RegGen.Scale;

if (args is not ([] or ["--registers", _]))
{
    Console.Error.WriteLine("RegGen.Scale [--registers N]: what a description of many registers costs; without N, 5,000 and the growth from 1,000 to 50,000.");
    return 2;
}

int registers = args is [_, var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 5_000;
Table.PrintHead();
bool met = OneFile.Print(registers);
if (args.Length == 0)
{
    met &= Growth.Print();
    met &= ManyFiles.Print();
}

return met ? 0 : 1;
