using System.Globalization;
using System.Text;

namespace RegGen.Scale;

/// <summary>Descriptions of any size, like real ones in kind: four fields a register, among them a flag, an enum, a flag cleared by a one and a number.</summary>
static class Synthetic
{
    public static string Description(int registers, string device = "Large")
    {
        StringBuilder text = new($$"""
            reggen: 1
            device: {{device}}
            size: 0x1_0000
            enums:
              Mode: { Off: 0, Slow: 1, Fast: 2 }
            registers:

            """);
        for (int i = 0; i < registers; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  CONTROL_{{i}}:
                    at: {{i}}
                    reset: 0x10
                    doc: Control of channel {{i}}.
                    fields:
                      Enable: { bits: 0, doc: Starts the channel. }
                      Mode: 2..1 rw Mode
                      Done: 3 w1c
                      Count: { bits: 7..4, doc: Transfers to go. }

                """);
        }

        return text.ToString();
    }
}
