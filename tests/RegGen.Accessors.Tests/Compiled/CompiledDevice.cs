using System.Globalization;
using System.Reflection;
using RegGen.Backends;
using RegGen.Metadata;

namespace RegGen.Accessors.Tests.Compiled;

/// <summary>The generated class of a description, compiled and open on a bus; its members are called by their names.</summary>
sealed class CompiledDevice : IDisposable
{
    readonly Type _type;
    readonly IDisposable _device;
    readonly ILookup<Type, MethodInfo> _calls;

    /// <summary>Opens the device of a description, which is called <c>Every</c>, at port 0.</summary>
    /// <param name="description">The description.</param>
    /// <param name="backend">The bus.</param>
    public CompiledDevice(string description, PortBackend backend)
        : this(Programs.Shared(description), backend)
    {
    }

    public CompiledDevice(Assembly program, PortBackend backend)
    {
        _type = program.GetType("Devices.Every")!;
        _device = (IDisposable)_type.GetMethod("Open")!.Invoke(null, [(ushort)0, backend])!;

        // A large device has several classes of calls.
        _calls = program.GetTypes().Where(type => type.Name.StartsWith("EveryFields", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(method => method.GetParameters().Length > 0)
            .ToLookup(method => method.GetParameters()[0].ParameterType);
    }

    /// <summary>The description as data.</summary>
    public DeviceMap Map => (DeviceMap)_type.GetProperty("Map")!.GetValue(null)!;

    /// <summary>A register, which stands in the device itself.</summary>
    public CompiledRegister Register(string name) => Register(_type.GetProperty(name)!.GetValue(_device)!);

    /// <summary>What stands at a path of the class: <c>Channel[1].Count[Sine]</c>.</summary>
    public object At(string path) => path.Split('.').Aggregate((object)_device, (owner, part) =>
    {
        string[] words = part.Split('[', ']');
        object member = owner.GetType().GetProperty(words[0])!.GetValue(owner)!;
        return words.Length == 1 ? member : Element(member, words[1]);
    });

    static object Element(object array, string index)
    {
        PropertyInfo indexer = array.GetType().GetProperty("Item")!;
        Type type = indexer.GetIndexParameters()[0].ParameterType;
        object at = type.IsEnum ? Enum.Parse(type, index) : int.Parse(index, CultureInfo.InvariantCulture);
        return indexer.GetMethod!.Invoke(array, BindingFlags.DoNotWrapExceptions, null, [at], null)!;
    }

    /// <summary>A register by its handle.</summary>
    public CompiledRegister Register(object handle) => new(handle, _calls[handle.GetType()]);

    /// <summary>Calls a method of the device; a number stands for an enum's value.</summary>
    public object? Call(string name, params long[] arguments)
    {
        MethodInfo method = _type.GetMethod(name)!;
        object[] values = [.. method.GetParameters().Zip(arguments, (parameter, argument) => Enum.ToObject(parameter.ParameterType, argument))];
        return method.Invoke(_device, BindingFlags.DoNotWrapExceptions, null, values, null);
    }

    public void Dispose() => _device.Dispose();
}
