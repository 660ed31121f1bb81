device.Icw1.Write(fourthWord: true);
Equal(0x11ul, simulated["ICW1"]);
device.Ocw2.Write(command: InterruptController.Command.SpecificEnd, level: 5);
Equal(0x65ul, simulated["OCW2"]);
device.Ocw3.Write(read: InterruptController.Read.InService);
Equal(0x0Bul, simulated["OCW3"]);
Equal(0x11ul, simulated["ICW1"]);
