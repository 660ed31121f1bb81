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

    [Fact]
    public void It_is_recognized_and_its_index_is_put_back()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.GraphicsAddress.Write(index: 8);

        Assert.True(vga.Identify());

        Assert.Equal(8, vga.GraphicsAddress.Read().Index);
        Assert.False(TryOpen(Bases.Pc, out _, Machine.Start("-vga", "none")));
    }

    [Fact]
    public void The_timing_is_written_past_its_protection_which_stays()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.MiscOutput.Modify(io: Io.Color);
        vga.Crtc.VerticalRetraceEnd.Write(end: 0xC, interruptRelease: true, interruptDisable: true, fiveRefreshes: false, protect: true);

        vga.Crtc.HorizontalTotal.Write(0x5F);
        vga.Crtc.HorizontalDisplayEnd.Write(0x4F);
        vga.Crtc.HorizontalBlankStart.Write(0x50);
        vga.Crtc.HorizontalBlankEnd.Write(end: 0x02, displaySkew: 0, verticalRetraceAccess: true);
        vga.Crtc.HorizontalRetraceStart.Write(0x55);
        vga.Crtc.HorizontalRetraceEnd.Write(end: 0x01, skew: 0, blankEnd5: true);
        vga.VerticalTotal.Write(0x1BF);
        vga.VerticalDisplayEnd.Write(0x18F);
        vga.VerticalRetraceStart.Write(0x19C);
        vga.VerticalBlankStart.Write(0x196);
        vga.LineCompare.Write(0x3FF);

        Assert.Equal((0x1BF, 0x18F, 0x19C, 0x196, 0x3FF),
            (vga.VerticalTotal.Read(), vga.VerticalDisplayEnd.Read(), vga.VerticalRetraceStart.Read(), vga.VerticalBlankStart.Read(), vga.LineCompare.Read()));

        // IBM's mode 3, CRTC 00h to 07h and 09h, 10h to 12h, 15h, 18h.
        Assert.Equal([0x5F, 0x4F, 0x50, 0x82, 0x55, 0x81, 0xBF, 0x1F], Enumerable.Range(0, 8).Select(i => vga.Crtc.ReadRaw((byte)i)));
        Assert.Equal((0x40, 0x9C, 0xBC, 0x8F, 0x96, 0xFF), (vga.Crtc.ReadRaw(0x09) & 0x60, vga.Crtc.ReadRaw(0x10), vga.Crtc.ReadRaw(0x11), vga.Crtc.ReadRaw(0x12), vga.Crtc.ReadRaw(0x15), vga.Crtc.ReadRaw(0x18)));

        // Past the description it is protected; bit 4 of 07h alone is not.
        vga.Crtc.WriteRaw(0x00, 0x00);
        vga.Crtc.WriteRaw(0x07, 0x00);
        Assert.Equal((0x5F, 0x0F), (vga.Crtc.HorizontalTotal.Read(), vga.Crtc.Overflow.Read().Raw));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_register_behind_an_index_keeps_what_is_written(bool isColor)
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.MiscOutput.Modify(io: isColor ? Io.Color : Io.Mono);
        vga.Crtc.VerticalRetraceEnd.Write(end: 0, interruptRelease: false, interruptDisable: false, fiveRefreshes: false, protect: false);

        // QEMU keeps all bits of the CRT controller's registers, and of the others those that the VGA has.
        for (byte i = 0; i < CrtcWindow.Size; i++)
        {
            byte value = i == 0x11 ? (byte)0x35 : (byte)(0x81 ^ (i * 5));
            vga.Crtc.WriteRaw(i, value);
            Assert.Equal((i, value), (i, vga.Crtc.ReadRaw(i)));
        }

        Assert.Equal([0x03, 0x3D, 0x0F, 0x3F, 0x0E], Kept(SequencerWindow.Size, vga.Sequencer.WriteRaw, vga.Sequencer.ReadRaw));
        Assert.Equal([0x0F, 0x0F, 0x0F, 0x1F, 0x03, 0x7B, 0x0F, 0x0F, 0xFF], Kept(GraphicsWindow.Size, vga.Graphics.WriteRaw, vga.Graphics.ReadRaw));

        static IEnumerable<int> Kept(int size, Action<byte, byte> write, Func<byte, byte> read)
        {
            for (byte i = 0; i < size; i++)
            {
                write(i, 0xFF);
                yield return read(i);
            }
        }
    }

    [Fact]
    public void The_attribute_controller_keeps_the_bits_that_it_has()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));
        vga.MiscOutput.Modify(io: Io.Color);

        for (byte i = 0; i < 16; i++)
        {
            vga.Palette.WriteRaw(i, 0xFF);
        }

        for (byte i = 0x10; i < 0x15; i++)
        {
            vga.Attributes.WriteRaw(i, 0xFF);
        }

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(0x3F, vga.Palette.ReadRaw((byte)i)));
        Assert.Equal([0xEF, 0xFF, 0x3F, 0x0F, 0x0F], Enumerable.Range(0x10, 5).Select(i => (int)vga.Attributes.ReadRaw((byte)i)));
        Assert.Equal([0xEF, 0xFF, 0x3F, 0x0F, 0x0F], Map.Windows.Single(each => each.Name == "Attributes").Registers.OrderBy(register => register.Address)
            .Select(register => register.Fields.Count == 0 ? 0xFF : (int)register.Fields.Aggregate(0ul, (bits, field) => bits | field.Mask)));
    }

    // The bits that the model keeps are the bits that the description has.
    [Fact]
    public void The_fields_cover_what_the_model_keeps()
    {
        Assert.Equal([0x03, 0x3D, 0x0F, 0x3F, 0x0E], Fields("Sequencer"));
        Assert.Equal([0x0F, 0x0F, 0x0F, 0x1F, 0x03, 0x7B, 0x0F, 0x0F, 0xFF], Fields("Graphics"));

        static IEnumerable<int> Fields(string window) => Map.Windows.Single(each => each.Name == window).Registers.OrderBy(register => register.Address)
            .Select(register => register.Fields.Count == 0 ? 0xFF : (int)register.Fields.Aggregate(0ul, (bits, field) => bits | field.Mask));
    }

    [Fact]
    public void The_miscellaneous_output_is_written_at_one_port_and_read_at_another()
    {
        using Vga vga = Open(Bases.Pc, Machine.Start("-vga", "std"));

        vga.MiscOutput.Write(io: Io.Color, ramEnable: true, clock: Clock.MHz28, oddEvenPage: OddEvenPage.High, horizontalSync: HorizontalSync.Negative, verticalSync: VerticalSync.Positive);

        Assert.Equal((0x67, 0x67), (vga.MiscOutput.Read().Raw, vga.Bus.In8(0x3CC)));

        bool first = vga.Crt.InputStatus1.Read().VerticalRetrace;
        Assert.NotEqual(first, vga.Crt.InputStatus1.Read().VerticalRetrace);      // QEMU's beam moves with each look
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
