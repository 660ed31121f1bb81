// The ways to real ports, row by row. Only for the guest rig: on a real machine these ports are something else.
using RegGen.Guest;

if (args is [LockChecks.Child, .. var order])
{
    return LockChecks.RunChild(order);
}

var rows = new Dictionary<string, Action<Checks, string[]>>(StringComparer.Ordinal)
{
    ["registers"] = RegisterChecks.Run,
    ["threads"] = ThreadChecks.Run,
    ["load"] = LoadChecks.Run,
    ["dispose"] = DisposeChecks.Run,
    ["refusals"] = RefusalChecks.Run,
    ["refused"] = RefusedGrant.Run,
    ["handlers"] = HandlerChecks.Run,
    ["children"] = ChildChecks.Run,
    ["start-up"] = StartupChecks.Run,
    ["launched"] = LaunchedChecks.Run,
    ["owners"] = OwnerChecks.Run,
    ["files"] = FileChecks.Run,
    ["blocks"] = BlockChecks.Run,
    ["doctor"] = DoctorChecks.Run,
    ["locks"] = LockChecks.Run,
    ["driver"] = DriverChecks.Run,
    ["lockdown"] = LockdownChecks.Run,
};
if (args.Length == 0 || !rows.TryGetValue(args[0], out Action<Checks, string[]>? row))
{
    Console.Error.WriteLine($"RegGen.Guest {string.Join('|', rows.Keys)} ...");
    return 2;
}

Checks checks = new();
row(checks, args[1..]);
return checks.Finish();
