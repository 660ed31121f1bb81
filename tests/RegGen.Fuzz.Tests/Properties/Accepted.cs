using System.Collections.Concurrent;
using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;
using RegGen.Fuzz.Tests.Grammar;

namespace RegGen.Fuzz.Tests.Properties;

/// <summary>A few hundred of the accepted descriptions, among them several for each key of the language.</summary>
sealed class Accepted
{
    const int EachKey = 3, OneIn = 50, Most = 150;

    readonly ConcurrentDictionary<string, int> _keys = new();
    readonly ConcurrentDictionary<string, DeviceModel> _sample = new();
    int _count;

    /// <summary>How many were offered.</summary>
    public int Count => _count;

    public IReadOnlyDictionary<string, DeviceModel> Sample => _sample;

    public IEnumerable<string> Keys => _keys.Keys;

    public void Offer(string text, Answer answer)
    {
        if (answer.Description.Device is not { } device)
        {
            return;
        }

        int count = Interlocked.Increment(ref _count);
        bool isRare = false;
        foreach (string key in KeyCoverage.Of(SourceFile.Read("", text).Root!))
        {
            isRare |= _keys.AddOrUpdate(key, 1, (_, before) => before + 1) <= EachKey;
        }

        if (isRare || (count % OneIn == 0 && _sample.Count < Most))
        {
            _sample.TryAdd(text, device);
        }
    }
}
