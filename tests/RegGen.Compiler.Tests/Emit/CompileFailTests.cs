namespace RegGen.Compiler.Tests.Emit;

/// <summary>What a datasheet forbids does not compile, with the error that says so; the nearest right code does, without a warning.</summary>
public sealed class CompileFailTests
{
    static readonly (string What, string Wrong, string Error, string Right)[] s_cases =
    [
        ("write a read-only register", "uart.Lsr.Write(new Uart16550.LsrValue(0));", "CS1929 uart.Lsr", "uart.Lcr.Write(new Uart16550.LcrValue(0));"),
        ("write a read-only number", "uart.Rbr.Write(1);", "CS1929 uart.Rbr", "uart.Thr.Write(1);"),
        ("read a write-only register", "uart.Fcr.Read();", "CS1061 Read", "uart.Lcr.Read();"),
        ("modify a write-only register", "uart.Fcr.Modify(enable: true);", "CS1739 enable", "uart.Lcr.Modify(dlab: true);"),
        ("modify a write-only register by value", "uart.Fcr.Modify(fifo => fifo);", "CS1929 uart.Fcr", "uart.Lcr.Modify(line => line);"),
        ("modify a read-only register", "uart.Lsr.Modify(dataReady: true);", "CS1739 dataReady", "uart.Mcr.Modify(loop: true);"),
        ("wait for a write-only register", "uart.Fcr.WaitUntil(TimeSpan.Zero, enable: true);", "CS1739 enable", "uart.Lsr.WaitUntil(TimeSpan.Zero, dataReady: true);"),
        ("set a read-only field", "_ = uart.Lsr.Read() with { DataReady = true };", "CS0200 DataReady", "_ = uart.Lcr.Read() with { Dlab = true };"),
        ("name a field of another register", "uart.Lcr.Write(loop: true);", "CS1739 loop", "uart.Mcr.Write(loop: true);"),
        ("give a value of another enum", "uart.Lcr.Write(wordLength: Uart16550.StopBits.More);", "CS1739 wordLength", "uart.Lcr.Write(wordLength: Uart16550.WordLength.Eight);"),
        ("give a field a value of another enum", "_ = new Uart16550.LcrValue() with { WordLength = Uart16550.StopBits.More };", "CS0266 Uart16550.StopBits.More",
            "_ = new Uart16550.LcrValue() with { StopBits = Uart16550.StopBits.More };"),
        ("give a number for an enum", "uart.Lcr.Write(wordLength: 3);", "CS1739 wordLength", "uart.Lcr.Write(stopBits: Uart16550.StopBits.More);"),
        ("give the value of another register", "uart.Lcr.Write(new Uart16550.McrValue(0));", "CS1503 new Uart16550.McrValue(0)", "uart.Mcr.Write(new Uart16550.McrValue(0));"),
        ("give a number that is too wide", "uart.Thr.Write(256);", "CS1503 256", "uart.Thr.Write(255);"),
        ("reach a register of a window through the device", "sio.Cr20.Read();", "CS1061 Cr20", "sio.Config.Cr20.Read();"),
        ("reach a register through the scope of another window", "using var scope = sio.Config.Enter(); scope.Temperature1.Read();", "CS1061 Temperature1",
            "using var scope = sio.Config.Enter(); scope.Cr20.Read();"),
        ("keep a scope over an await", "var scope = sio.Config.Enter(); await Task.Yield(); scope.Cr20.Read();", "CS4007 scope",
            "using (var scope = sio.Config.Enter()) { scope.Cr20.Read(); } await Task.Yield();"),
        ("keep a scope in a lambda", "using var scope = sio.Config.Enter(); Func<byte> later = () => scope.Cr20.Read(); later();", "CS8175 scope",
            "var window = sio.Config; Func<byte> later = () => window.Cr20.Read(); later();"),
        ("keep a scope in an object", "object scope = sio.Config.Enter(); GC.KeepAlive(scope);", "CS0029 sio.Config.Enter()", "object window = sio.Config; GC.KeepAlive(window);"),
        ("write a dangerous register without the token", "acpi.Pmcntrl.Write(suspendEnable: true);", "CS1739 suspendEnable", "acpi.Pmcntrl.Write(Danger.Accepted, suspendEnable: true);"),
        ("write a dangerous register by value without the token", "acpi.Pmcntrl.Write(new AcpiPm.PmcntrlValue(0));", "CS7036 Write",
            "acpi.Pmcntrl.Write(Danger.Accepted, new AcpiPm.PmcntrlValue(0));"),
    ];

    // One program for all of the wrong code, and one for all of the right: each would take a second by itself. But what an await keeps is looked at
    // only in a program without other errors.
    static readonly Lazy<ILookup<string, string>> s_wrong = new(() => Compile(known => known.Wrong, awaits: false)),
        s_wrongAwait = new(() => Compile(known => known.Wrong, awaits: true)), s_right = new(() => Compile(known => known.Right, awaits: null));

    public static TheoryData<string> Cases => [.. s_cases.Select(known => known.What)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_does_not_compile(string what) =>
        Assert.Equal([s_cases.Single(known => known.What == what).Error], s_wrong.Value[what].Concat(s_wrongAwait.Value[what]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_nearest_right_code_does(string what) => Assert.Empty(s_right.Value[what]);

    static ILookup<string, string> Compile(Func<(string What, string Wrong, string Error, string Right), string> statements, bool? awaits)
    {
        string[] devices = [DeviceFiles.Uart, "w83627hf/w83627hf.regs.yaml", "acpi-pm/acpi-pm.regs.yaml"];
        IEnumerable<(string Owner, string Source)> drivers = s_cases
            .Where(known => awaits is null || Awaits(statements(known)) == awaits).Select((known, i) => (known.What, Driver(i, statements(known))));
        return GeneratedCode.ComplaintsAt([.. devices.Select(file => (file, GeneratedCode.Emit(DeviceFiles.Read(file), "internal"))), .. drivers]);
    }

    static bool Awaits(string statements) => statements.Contains("await ", StringComparison.Ordinal);

    static string Driver(int number, string statements) => $$"""
        #nullable enable
        using System;
        using System.Threading.Tasks;
        using RegGen;
        namespace Devices;

        static class Driver{{number}}
        {
            internal static {{(Awaits(statements) ? "async Task" : "void")}} Run(Uart16550 uart, W83627 sio, AcpiPm acpi)
            {
                {{statements}}
            }
        }
        """;
}
