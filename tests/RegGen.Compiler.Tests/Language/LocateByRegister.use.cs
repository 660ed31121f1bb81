string sysfs = System.IO.Directory.CreateTempSubdirectory("pci").FullName;
string bridge = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(sysfs, "0000:00:01.3")).FullName;
System.IO.File.WriteAllText(System.IO.Path.Combine(bridge, "vendor"), "0x8086\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(bridge, "device"), "0x7113\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(bridge, "class"), "0x068000\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(bridge, "resource"), "");

// Its configuration space: bit 0 at 40h says that ports are meant, and is no bit of the base.
var space = new byte[256];
(space[0x40], space[0x41]) = (0x01, 0xB0);
System.IO.File.WriteAllBytes(System.IO.Path.Combine(bridge, "config"), space);
var scan = new RegGen.Pci.SysfsPciScan(sysfs);
Equal(0, Locate(scan).Count);                                   // switched off
space[0x80] = 1;
System.IO.File.WriteAllBytes(System.IO.Path.Combine(bridge, "config"), space);
Equal("0000:00:01.3 8086:7113 class 068000 at 0xB000", string.Join(", ", Locate(scan)));

// To programs without privilege Linux shows the first 64 bytes only.
System.IO.File.WriteAllBytes(System.IO.Path.Combine(bridge, "config"), space[..64]);
Equal(PortRefusal.NoPermission, Throws<PortAccessException>(() => Locate(scan)).Reason);
System.IO.Directory.Delete(sysfs, recursive: true);
