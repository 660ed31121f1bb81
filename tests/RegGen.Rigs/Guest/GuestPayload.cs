namespace RegGen.Rigs.Guest;

/// <summary>A folder of this machine that the guest finds as <c>/payload/NAME</c>; a name with <c>../</c> before it leads elsewhere, as to where a kernel looks for tables.</summary>
public sealed record GuestPayload(string Name, string Folder);
