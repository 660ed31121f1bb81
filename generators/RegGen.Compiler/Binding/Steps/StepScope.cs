namespace RegGen.Compiler.Binding;

/// <summary>A variable that steps can use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Its bits; 0 if they are not known.</param>
sealed record StepVariable(string Name, int Width);

/// <summary>What steps can use: the inputs of their list, and what earlier steps have read.</summary>
sealed class StepScope(params StepVariable[] inputs)
{
    readonly List<StepVariable> _variables = [.. inputs];

    public IReadOnlyList<StepVariable> Inputs { get; } = inputs;

    public IEnumerable<string> Names => _variables.Select(variable => variable.Name);

    public StepVariable? Find(string name) => _variables.FirstOrDefault(variable => variable.Name == name);

    public void Add(StepVariable variable) => _variables.Add(variable);
}
