namespace RegGen.Fuzz.Tests.Sources;

static class Choosing
{
    public static T Of<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public static bool Once(this Random random, int inSoMany) => random.Next(inSoMany) == 0;
}
