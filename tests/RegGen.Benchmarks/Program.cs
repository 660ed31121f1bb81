using RegGen.Benchmarks;
using RegGen.Benchmarks.Measuring;
Table.PrintHead();
return PortlessContests.Run(int.Parse(args[0])) ? 0 : 1;
