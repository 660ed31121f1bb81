using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>How bits come to the numbers that they mean: a line for each register and joined value that is one number.</summary>
sealed class NumberCodes(DeviceModel device, Names names, Routes routes, RouteLines lines)
{
    public string Of(RegisterModel register) => Made(register.Number!, Routes.Spelled(register.FullName), register.Width);

    public string Of(JoinedModel joined) => Made(
        joined.Number!, joined.Owner is null ? names.Of(joined.Path) : Routes.Spelled(joined.FullName), device.WidthOf(new(joined.FullName, null)));

    string Made(FieldModel number, string name, int width)
    {
        (decimal least, decimal most) = number.Allowed;
        List<string> arguments = [$"PortWidth.Bits{Routes.Container(width)}", $"bits: {width}", $"least: {Real(least)}", $"most: {Real(most)}"];
        if (number.Kind != NumberKind.Binary)
        {
            arguments.Add($"NumberKind.{number.Kind}");
        }

        if (number.Scale is { } scale)
        {
            arguments.AddRange([$"scale: {Real(scale.Factor)}", $"offset: {Real(scale.Offset)}"]);
        }

        if (number.BcdWhen is { } digits)
        {
            arguments.Add($"bcdWhen: [{routes.Text().Tests(digits)}]");
        }

        return lines.Made("NumberCode", $"{name}Number", arguments);

        static string Real(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
