using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RegGen.Benchmarks")]
[assembly: InternalsVisibleTo("RegGen.Guest")]
[assembly: InternalsVisibleTo("RegGen.Tests")]
