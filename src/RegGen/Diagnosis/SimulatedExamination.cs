namespace RegGen.Diagnosis;

/// <summary>Simulated, scripted and other devices inside the process.</summary>
static class SimulatedExamination
{
    public static BackendDiagnosis Run() => BackendDiagnosis.Good("simulated", PortReach.Simulated, "needs nothing of the system");
}
