namespace RegGen.Compiler.Model;

/// <summary>Neighbouring bits, both ends included.</summary>
readonly record struct BitRange(int High, int Low)
{
    public int Width => High - Low + 1;

    public ulong Mask => Ones(Width) << Low;

    public override string ToString() => High == Low ? $"{Low}" : $"{High}..{Low}";

    /// <summary>So many ones.</summary>
    public static ulong Ones(int bits) => bits <= 0 ? 0 : ulong.MaxValue >> (64 - Math.Min(bits, 64));
}
