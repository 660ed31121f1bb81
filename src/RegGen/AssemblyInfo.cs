using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("RegGen.Tests")]
