using static RegGen.Devices.Vga;

namespace RegGen.Devices.Tests;

/// <summary>devices/vga against QEMU's standard VGA.</summary>
public sealed class VgaTests
{
    [Fact]
    public void Identity()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));

        // IBM PS/2, Miscellaneous Output register, bit 0: the CRT controller is at 3D4 or at 3B4, and nothing is at the other place.
        vga.MiscOutput.Modify(io: Io.Color);
        vga.Crtc.CursorStart.Write(line: 0x0D, disable: false);
        Assert.Equal((0x0A, 0x0D), (vga.Bus.In8(0x3D4), vga.Bus.In8(0x3D5)));
        Assert.Equal((0xFF, 0xFF), (vga.Bus.In8(0x3B4), vga.Bus.In8(0x3B5)));

        vga.MiscOutput.Modify(io: Io.Mono);
        Assert.Equal(0x0D, vga.Crtc.CursorStart.Read().Line);
        Assert.Equal((0x0A, 0x0D), (vga.Bus.In8(0x3B4), vga.Bus.In8(0x3B5)));

        // The address written last is that of reading: state 3.
        vga.ReadColor(0);
        Assert.Equal(State.Read, vga.DacState.Read().State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_controller_keeps_what_is_written(bool isColor)
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.MiscOutput.Modify(io: isColor ? Io.Color : Io.Mono);

        vga.StartAddress.Write(0x1234);
        vga.Crtc.MaximumScanLine.Write(lines: 15, verticalBlankStart9: false, lineCompare9: true, doubleScan: false);
        vga.Sequencer.MapMask.Write(planes: 0b0110);
        vga.Sequencer.CharacterMapSelect.Write(setB: 5, setA: 2);
        vga.Graphics.BitMask.Write(0xA5);
        vga.Graphics.DataRotate.Write(count: 3, operation: Operation.Xor);

        Assert.Equal((0x12, 0x34), (vga.Crtc.StartAddressHigh.Read(), vga.Crtc.StartAddressLow.Read()));
        Assert.Equal(0x4F, vga.Crtc.MaximumScanLine.Read().Raw);
        Assert.Equal(0b0110, vga.Sequencer.MapMask.Read().Planes);
        Assert.Equal(0b0001_1001, vga.Sequencer.CharacterMapSelect.Read().Raw);
        Assert.Equal((0xA5, 0x1B), (vga.Graphics.BitMask.Read(), vga.Graphics.DataRotate.Read().Raw));
    }

    [Fact]
    public void Round_trip()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.MiscOutput.Modify(io: Io.Color, ramEnable: true);

        vga.CursorLocation.Write(0x07CF);
        vga.WriteColor(0x20, red: 63, green: 1, blue: 42);
        vga.WriteColor(0x21, red: 0, green: 2, blue: 4);
        vga.Attributes.Overscan.Write(0x2A);
        vga.Attributes.ModeControl.Write(
            graphics: true, monochrome: false, lineGraphics: false, blink: true, panningMode: false, eightBit: false, colorSelectEnable: false);
        vga.Attributes.ModeControl.Modify(blink: false, lineGraphics: true);

        Assert.Equal(0x07CF, vga.CursorLocation.Read());
        Assert.Equal((63, 1, 42), vga.ReadColor(0x20) is var color ? (color.Red, color.Green, color.Blue) : default);
        Assert.Equal((0x2A, 0x05), (vga.Attributes.Overscan.Read(), vga.Attributes.ModeControl.Read().Raw));

        // Three bytes an entry; the address moves on by itself.
        byte[] colors = new byte[6];
        vga.DacReadAddress.Write(0x20);
        vga.DacData.ReadBlock(colors);
        Assert.Equal([63, 1, 42, 0, 2, 4], colors);
    }

    [Fact]
    public void The_display_gets_the_palette_back()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.MiscOutput.Modify(io: Io.Color);

        using (PaletteScope palette = vga.Palette.Enter())
        {
            for (int i = 0; i < 16; i++)
            {
                palette.Entry[i].Write(color: (byte)(0x3F - i));
            }

            Assert.Equal(PaletteSource.Program, Source());
        }

        Assert.Equal(Enumerable.Range(0, 16).Select(i => 0x3F - i), vga.Palette.Entry.Select(entry => (int)entry.Read().Color));
        Assert.Equal(PaletteSource.Display, Source());

        // The port shows the index only while it takes an index next.
        PaletteSource Source()
        {
            vga.Crt.InputStatus1.Read();
            return vga.Attribute.Read().PaletteSource;
        }
    }
}
