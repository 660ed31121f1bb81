namespace RegGen.Rigs.Guest;

/// <summary>A folder of this machine that the guest finds as <c>/payload/NAME</c>.</summary>
public sealed record GuestPayload(string Name, string Folder);
