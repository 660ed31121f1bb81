using System.Reflection;

namespace RegGen.Accessors.Tests.Compiled;

/// <summary>A field of a value of generated code.</summary>
sealed class CompiledField
{
    readonly CompiledRegister _register;
    readonly PropertyInfo _property;
    readonly MethodInfo? _with;

    public CompiledField(CompiledRegister register, string name)
    {
        _register = register;
        _property = register.Value.GetProperty(name) ?? throw new InvalidOperationException($"There is no {name}.");
        _with = register.Value.GetMethod($"With{name}");
    }

    public string Name => _property.Name;

    /// <summary>The type of what is read.</summary>
    public Type Type => _property.PropertyType;

    /// <summary>The type of what is written: another one, where that has other names. Null if nothing is.</summary>
    public Type? Written => _with?.GetParameters()[0].ParameterType ?? (_property.SetMethod is null ? null : Type);

    /// <summary>The argument by which calls that write take it.</summary>
    public string Argument => _with is null ? Name : $"{Name}Written";

    public object Of(object value) => _property.GetValue(value)!;

    /// <summary>A copy of a value with another value of the field.</summary>
    public object With(object value, object of)
    {
        if (_with is not null)
        {
            return CompiledRegister.Call(_with, value, [of])!;
        }

        object copy = _register.ValueOf(CompiledRegister.RawOf(value));
        CompiledRegister.Call(_property.SetMethod!, copy, [of]);
        return copy;
    }
}
