namespace RegGen.Metadata;

/// <summary>Whether anything has changed that selects which registers answer.</summary>
sealed class Selection
{
    public bool HasChanged { get; set; }
}
