using RegGen.Claims;
using RegGen.Compiler.Schema;
using RegGen.Diagnosis;

namespace RegGen.Tool.Reports;

/// <summary>The doctor's report for scripts.</summary>
static class HealthJson
{
    public static string Of(Health health) => Json.Map(
    [
        ("reachesPorts", Json.Of(health.ReachesPorts)),
        ("backends", Json.List(health.Backends.Select(Backend))),
        ("system", Json.List(health.System.Select(Evidence))),
        .. health.Owners is { } owners ? new[] { ("owners", Json.List(owners.Select(Owner))) } : [],
    ]).ToString();

    static Json Backend(BackendDiagnosis backend) => Json.Map(
    [
        ("name", Json.Of(backend.Backend)),
        ("reaches", Json.Of(backend.Reaches.ToString().ToLowerInvariant())),
        ("works", Json.Of(backend.Works)),
        ("because", Json.Of(backend.Because)),
        ("remedy", Json.Of(backend.Remedy)),
        ("evidence", Json.List(backend.Evidence.Select(Evidence))),
    ]);

    static Json Evidence(Evidence evidence) => Json.Map([("what", Json.Of(evidence.What)), ("found", Json.Of(evidence.Found))]);

    static Json Owner(PortOwner owner) => Json.Map([("name", Json.Of(owner.Name)), ("first", Json.Of(owner.Ports.First)), ("last", Json.Of(owner.Ports.Last))]);
}
