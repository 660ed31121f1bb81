string sysfs = System.IO.Directory.CreateTempSubdirectory("pci").FullName;
string chip = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(sysfs, "0000:00:1f.3")).FullName;
System.IO.File.WriteAllText(System.IO.Path.Combine(chip, "vendor"), "0x8086\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(chip, "device"), "0x2930\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(chip, "class"), "0x0c0500\n");
System.IO.File.WriteAllText(System.IO.Path.Combine(chip, "resource"), string.Concat(System.Linq.Enumerable.Repeat("0x0 0x0 0x0\n", 4))
    + "0x0000000000000700 0x000000000000073f 0x0000000000040101\n");

var places = Locate(new RegGen.Pci.SysfsPciScan(sysfs));
System.IO.Directory.Delete(sysfs, recursive: true);
Equal<ushort>(0x700, places.Single().BasePort);
