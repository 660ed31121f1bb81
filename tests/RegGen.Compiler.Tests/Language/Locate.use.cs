// What Linux shows in /sys/bus/pci/devices; here of one card at port 0xC100.
string sysfs = System.IO.Directory.CreateTempSubdirectory("pci").FullName;
string card = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(sysfs, "0000:00:03.0")).FullName;
System.IO.File.WriteAllText(System.IO.Path.Combine(card, "vendor"), "0x10ec\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(card, "device"), "0x8139\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(card, "class"), "0x020000\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(card, "resource"), "0x000000000000c100 0x000000000000c1ff 0x0000000000040101\n");

var places = Locate(new RegGen.Pci.SysfsPciScan(sysfs));       // Locate() looks at this machine
System.IO.Directory.Delete(sysfs, recursive: true);
Equal("0000:00:03.0 10EC:8139 class 020000 at 0xC100", string.Join(", ", places));
using var found = Open(places[0], new SimulatedBackend());
Equal<ushort>(0xC100, found.BasePort);
