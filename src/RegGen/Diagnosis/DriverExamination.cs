namespace RegGen.Diagnosis;

/// <summary>Our kernel driver, which this version does not have.</summary>
static class DriverExamination
{
    public static BackendDiagnosis Run() => new("driver", PortReach.Machine, false, "this version of RegGen has no kernel driver.",
        "Use another backend; on Windows there is none yet that reaches real ports.", [SystemEvidence.File("/dev/reggen")]);
}
