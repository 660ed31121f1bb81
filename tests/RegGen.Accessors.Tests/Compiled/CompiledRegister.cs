using System.Globalization;
using System.Reflection;

namespace RegGen.Accessors.Tests.Compiled;

/// <summary>A register of generated code.</summary>
/// <param name="handle">Its handle.</param>
/// <param name="calls">Its calls with named fields.</param>
sealed class CompiledRegister(object handle, IEnumerable<MethodInfo> calls)
{
    readonly Dictionary<string, MethodInfo> _calls = calls.ToDictionary(call => call.Name);

    /// <summary>The type of its value.</summary>
    public Type Value { get; } = handle.GetType().GetGenericArguments()[0];

    /// <summary>The type of its handle.</summary>
    public Type Handle => handle.GetType();

    /// <summary>A value of a raw word.</summary>
    public object ValueOf(ulong raw) => Value.GetProperty("Raw") is { } word
        ? Activator.CreateInstance(Value, Convert.ChangeType(raw, word.PropertyType, CultureInfo.InvariantCulture))!
        : Convert.ChangeType(raw, Value, CultureInfo.InvariantCulture);

    public static ulong RawOf(object value) => Convert.ToUInt64(value.GetType().GetProperty("Raw") is { } word ? word.GetValue(value) : value, CultureInfo.InvariantCulture);

    /// <summary>What a static property of the value holds.</summary>
    public ulong Known(string property) => RawOf(Value.GetProperty(property)!.GetValue(null)!);

    /// <summary>A method of the value that has this name.</summary>
    public MethodInfo Method(string name) => Value.GetMethod(name)!;

    public object Read() => Call(handle.GetType().GetMethod("Read")!, handle, [])!;

    public void Write(object value) => Call(handle.GetType().GetMethod("Write")!, handle, [value]);

    /// <summary>Modifies it by a function.</summary>
    public void Modify(Func<object, object> change) =>
        Call(typeof(CompiledRegister).GetMethod(nameof(Change), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(Value), null, [handle, change]);

    /// <summary>Whether there is a call with named fields.</summary>
    public bool Has(string call) => _calls.ContainsKey(call);

    /// <summary>The arguments that a call must be given.</summary>
    public IEnumerable<string> Needed(string call) => _calls[call].GetParameters().Skip(1).Where(parameter => !parameter.HasDefaultValue).Select(parameter => parameter.Name!);

    /// <summary>The arguments that a call can be given.</summary>
    public IEnumerable<string> Taken(string call) => _calls[call].GetParameters().Skip(1).Select(parameter => parameter.Name!).Where(name => name is not "timeout");

    /// <summary>How a field is called as an argument.</summary>
    public static string Argument(string field) => char.ToLowerInvariant(field[0]) + field[1..];

    /// <summary>Makes a call with named fields.</summary>
    public object? Call(string name, params (string Field, object Value)[] fields) => Call(name, null, fields);

    /// <summary>Waits for named fields.</summary>
    public object? Call(string name, TimeSpan? timeout, params (string Field, object Value)[] fields)
    {
        ParameterInfo[] parameters = _calls[name].GetParameters();
        var arguments = new object?[parameters.Length];
        arguments[0] = handle;
        for (int i = 1; i < arguments.Length; i++)
        {
            arguments[i] = parameters[i].Name == "timeout" ? timeout : fields.FirstOrDefault(field => Argument(field.Field) == parameters[i].Name).Value;
            Assert.True(arguments[i] is not null || parameters[i].HasDefaultValue, $"{name} wants {parameters[i].Name}.");
        }

        Assert.Equal(fields.Length, arguments.Skip(timeout is null ? 1 : 2).Count(argument => argument is not null));
        return Call(_calls[name], null, arguments);
    }

    /// <summary>Calls a method; what it throws is thrown as it is.</summary>
    public static object? Call(MethodBase method, object? target, object?[] arguments) => method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    static void Change<TValue>(object handle, Func<object, object> change)
        where TValue : unmanaged, IRegisterValue<TValue>
    {
        if (handle is ShadowedRegister<TValue> shadowed)
        {
            shadowed.Modify(value => (TValue)change(value));
        }
        else
        {
            ((Register<TValue>)handle).Modify(value => (TValue)change(value));
        }
    }
}
