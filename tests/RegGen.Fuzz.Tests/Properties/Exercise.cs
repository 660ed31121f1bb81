using System.Reflection;
using RegGen.Backends;
using RegGen.Metadata;

namespace RegGen.Fuzz.Tests.Properties;

/// <summary>
/// Opens a generated device on the simulator and calls whatever it offers: reads, writes and awaits every register, takes every element,
/// runs every sequence. Only what the calls document may come of it.
/// </summary>
sealed class Exercise(Assembly program, string space)
{
    const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    const int Deepest = 5;

    readonly Dictionary<Type, object> _handles = [];

    public void Run()
    {
        Type device = program.GetTypes().Single(type => type.Namespace == space && type.IsSubclassOf(typeof(PortDevice)));
        var map = (DeviceMap)device.GetProperty("Map", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var backend = new SimulatedBackend();
        backend.Add(map, 0);
        MethodInfo open = device.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(method => method.Name == "Open" && method.GetParameters()[0].ParameterType == typeof(ushort));
        using var opened = (PortDevice)Call(open, null, [.. open.GetParameters().Select(each => Argument(each, backend))])!;
        Visit(opened, 0);
        foreach (MethodInfo call in program.GetTypes().Where(type => type.Namespace == space && type is { IsAbstract: true, IsSealed: true, IsNested: false })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            CallByFields(call);
        }
    }

    void Visit(object owner, int level)
    {
        foreach (PropertyInfo property in owner.GetType().GetProperties(Own).Where(_ => level < Deepest))
        {
            ParameterInfo[] index = property.GetIndexParameters();
            if (property.CanRead && !property.PropertyType.IsByRefLike && Call(property.GetMethod!, owner, [.. index.Select(each => Argument(each))]) is { } part)
            {
                Take(part, level + 1);
            }
        }

        foreach (MethodInfo method in owner.GetType().GetMethods(Own).Where(method => !method.IsSpecialName && method.DeclaringType!.Assembly == program))
        {
            if (method is { IsGenericMethodDefinition: false, ReturnType.IsByRefLike: false } && method.GetParameters().All(IsSimple))
            {
                object? part = Call(method, owner, [.. method.GetParameters().Select(each => Argument(each))]);
                if (part is not null)
                {
                    Take(part, level + 1);
                }
            }
        }
    }

    void Take(object part, int level)
    {
        Type type = part.GetType();
        if (type.Assembly == typeof(PortDevice).Assembly && type.IsGenericType)
        {
            _handles.TryAdd(type, part);
            Access(part);
        }
        else if (type.Assembly == program && !type.IsEnum)
        {
            Visit(part, level);
        }
    }

    // Read, write what was read or else what does nothing, read as text.
    static void Access(object handle)
    {
        Type type = handle.GetType();
        object? read = type.GetMethod("Read", Type.EmptyTypes) is { } get ? Call(get, handle, []) : null;
        Assert.NotNull(read?.ToString() ?? "");
        foreach (MethodInfo write in type.GetMethods(Own).Where(method => method.Name == "Write" && method.GetParameters().All(IsSimple)))
        {
            ParameterInfo[] parameters = write.GetParameters();
            object?[] arguments = [.. parameters.Select(each => Argument(each))];
            arguments[0] = read is not null && parameters[0].ParameterType.IsInstanceOfType(read) ? read
                : parameters[0].ParameterType.GetProperty("Inert")?.GetValue(null) ?? arguments[0];
            Call(write, handle, arguments);
        }
    }

    void CallByFields(MethodInfo call)
    {
        ParameterInfo[] parameters = call.GetParameters();
        if (parameters.Length > 0 && _handles.TryGetValue(parameters[0].ParameterType, out object? handle) && parameters.Skip(1).All(IsSimple))
        {
            Call(call, null, [handle, .. parameters.Skip(1).Select(each => Argument(each))]);
        }
    }

    static bool IsSimple(ParameterInfo parameter) => parameter.ParameterType is { IsValueType: true, IsByRefLike: false };

    static object? Argument(ParameterInfo parameter, PortBackend? backend = null) =>
        parameter.ParameterType == typeof(PortBackend) ? backend
        : parameter.ParameterType == typeof(ushort) && backend is not null ? (ushort)0
        : parameter.ParameterType.GetProperty("Accepted", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
        ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    // A poll of a simulated device times out, a 0 may lie outside a field's range, a region whose base is read may lie where nothing was
    // granted: all said in the documentation of the calls.
    static object? Call(MethodInfo method, object? on, object?[] arguments)
    {
        try
        {
            return method.Invoke(on, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is TimeoutException or ArgumentOutOfRangeException or PortAccessException)
        {
            return null;
        }
        catch (TargetInvocationException e)
        {
            throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name}: {e.InnerException!.Message}", e.InnerException);
        }
    }
}
