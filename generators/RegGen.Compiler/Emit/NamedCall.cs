using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>An argument of the function that turns named fields into bits; one object is one argument.</summary>
/// <param name="part">Its field.</param>
/// <param name="code">What the field comes to in C#.</param>
/// <param name="name">Its name.</param>
/// <param name="reads">Whether calls that compare what is read take it.</param>
/// <param name="writes">Whether calls that write take it.</param>
sealed class FieldArgument(FieldModel part, FieldCode code, string name, bool reads = true, bool writes = true)
{
    public FieldModel Field => part;

    public FieldCode Code => code;

    public string Name => name;

    public bool Reads => reads;

    public bool Writes => writes;

    /// <summary>As a parameter that may be left out.</summary>
    public string Optional { get; } = $"{code.Type}? {name} = null";

    /// <summary>The arguments of a register, in the order of its fields.</summary>
    public static IEnumerable<FieldArgument> Of(RegisterModel register, Names names)
    {
        foreach (FieldModel field in register.Fields.Where(field => !field.Access.IsReserved))
        {
            if (field.BcdWhen is not null)
            {
                yield return new(field, new FieldCode(register, field, null).Bare, CSharpText.Parameter(names.Of($"{field.PathIn(register)}/raw")));
                continue;
            }

            string name = CSharpText.Parameter(names.Of(field, register));
            EnumType? written = names.WriteEnumOf(field);
            yield return new(field, Code(names.EnumOf(field, register)), name, writes: written is null);

            // A field whose written values have other names than those read is two arguments, of which each call takes one.
            if (written is not null)
            {
                yield return new(field, Code(written), $"{name}Written", reads: false);
            }

            FieldCode Code(EnumType? codes) => new(register, field, codes is null ? null : codes with { Name = names.FromOutside(codes.Name) });
        }
    }
}

/// <summary>One call with named fields.</summary>
/// <param name="Name">Its name, which the handle's own call has too.</param>
/// <param name="Result">Type of its result.</param>
/// <param name="Doc">What it does.</param>
/// <param name="Needed">What it must be told, because nothing else tells it: this stands first and has no default.</param>
/// <param name="Optional">What it can be told.</param>
sealed record NamedCall(string Name, string Result, string Doc, FieldArgument[] Needed, FieldArgument[] Optional)
{
    /// <summary>Whether it has a timeout.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether the caller must accept a danger.</summary>
    public bool Asks { get; init; }

    public IEnumerable<string> Parameters => Needed.Select(argument => $"{argument.Code.Type} {argument.Name}").Concat(Optional.Select(argument => argument.Optional));

    public bool Takes(FieldArgument argument) => Needed.Contains(argument) || Optional.Contains(argument);
}
