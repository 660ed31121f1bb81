using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RegGen.Benchmarks")]
[assembly: InternalsVisibleTo("RegGen.Tests")]
