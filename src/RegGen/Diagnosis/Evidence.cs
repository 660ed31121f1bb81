namespace RegGen.Diagnosis;

/// <summary>Something that was looked at.</summary>
/// <param name="What">What it is.</param>
/// <param name="Found">What was found.</param>
public sealed record Evidence(string What, string Found);
