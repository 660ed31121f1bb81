using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RegGen.Compiler;

namespace RegGen.Generators;

/// <summary>
/// Fields are given by their names: <c>uart.Lcr.Modify(dlab: true)</c>. By position, the call would mean another field as soon as one is added to the
/// description before it, and would compile still.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamedFieldsAnalyzer : DiagnosticAnalyzer
{
    static readonly string[] s_calls = ["Write", "Modify", "WaitUntil", "TryWaitUntil"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticBridge.Of(CompilerRules.FieldByPosition)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Look, OperationKind.Invocation);
    }

    void Look(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsOfFields(call.TargetMethod))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments.Where(IsFieldByPosition))
        {
            context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], argument.Syntax.GetLocation(),
                $"{call.TargetMethod.Name} takes '{argument.Syntax}' as the field {argument.Parameter!.Name} by its position alone; write '{argument.Parameter.Name}: {argument.Syntax}'."));
        }
    }

    // An extension of a register's handle in a static class beside the device: TimerFields.Write(this Register<Timer.ControlValue> register, ...).
    // A large device has TimerFields2 and so on too.
    static bool IsOfFields(IMethodSymbol method) =>
        s_calls.Contains(method.Name) && method.IsExtensionMethod && method.ContainingType.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').EndsWith("Fields", StringComparison.Ordinal)
        && method.ContainingNamespace is not { Name: "RegGen", ContainingNamespace.IsGlobalNamespace: true }
        && method.Parameters is [{ Type: INamedTypeSymbol { IsGenericType: true, ContainingNamespace: { Name: "RegGen", ContainingNamespace.IsGlobalNamespace: true } } }, ..];

    // Not the register itself, not how long to wait for it, and not that its danger is accepted.
    static bool IsFieldByPosition(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { Ordinal: > 0, Type: var type }, Syntax: ArgumentSyntax { NameColon: null } }
        && type is not ({ Name: "TimeSpan" } or { Name: "Danger", ContainingNamespace: { Name: "RegGen", ContainingNamespace.IsGlobalNamespace: true } });
}
