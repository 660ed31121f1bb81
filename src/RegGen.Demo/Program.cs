using RegGen.Demo;
_ = Uart16550.Bases.Com1;
_ = Mc146818.Bases.Pc;
Console.WriteLine(new Uart16550.LcrValue { WordLength = Uart16550.WordLength.Eight, Dlab = true });
