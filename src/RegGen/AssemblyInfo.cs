using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RegGen.Driver.Tests")]
[assembly: InternalsVisibleTo("RegGen.Differential.Tests")]
[assembly: InternalsVisibleTo("RegGen.Benchmarks")]
[assembly: InternalsVisibleTo("RegGen.Guest")]
[assembly: InternalsVisibleTo("RegGen.Testing")]
[assembly: InternalsVisibleTo("RegGen.Tests")]
[assembly: InternalsVisibleTo("RegGen.Tool")]
