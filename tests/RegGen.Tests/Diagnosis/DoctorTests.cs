using System.IO.Compression;
using RegGen.Backends;
using RegGen.Claims;
using RegGen.Diagnosis;
using RegGen.Rigs;

namespace RegGen.Tests.Diagnosis;

public sealed class DoctorTests
{
    [Fact]
    public void Every_backend_is_examined_and_whoever_does_not_work_says_why_and_what_to_do()
    {
        IReadOnlyList<BackendDiagnosis> backends = Doctor.Examine();
        Assert.Equal(["direct", "driver", "device-file", "pci", "qemu", "simulated"], backends.Select(backend => backend.Backend));
        Assert.All(backends, backend => Assert.NotEmpty(backend.Because));
        Assert.All(backends, backend => Assert.Equal(backend.Works, backend.Remedy.Length == 0));
        Assert.True(backends[^1].Works);
    }

    /// <summary>What the doctor says and what happens are one.</summary>
    [Theory]
    [InlineData("direct")]
    [InlineData("device-file")]
    public void The_doctors_word_is_what_a_bus_meets(string name)
    {
        BackendDiagnosis diagnosis = Doctor.Examine().Single(backend => backend.Backend == name);
        using PortBackend backend = PortBackend.ByName(name);
        PortAccessException? refusal = null;
        try
        {
            backend.Grant(PortClaim.At("Sample", 0x80, (0, 0)));
        }
        catch (PortAccessException refused)
        {
            refusal = refused;
        }

        Assert.Equal(diagnosis.Works, refusal is null);
        Assert.Equal(diagnosis.Remedy, refusal?.Remedy ?? "");
    }

    [Fact]
    public void QEMU_works_where_it_is_installed()
    {
        Rig.Require("qemu-system-x86_64");
        BackendDiagnosis qemu = Doctor.Examine().Single(backend => backend.Backend == "qemu");
        Assert.True(qemu.Works, qemu.Because);
        Assert.Contains("QEMU emulator version", Assert.Single(qemu.Evidence).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONFIG_X86_IOPL_IOPERM", "CONFIG_X86_IOPL_IOPERM=y")]
    [InlineData("CONFIG_DEVPORT", "CONFIG_DEVPORT is not set")]
    [InlineData("CONFIG_X86", "CONFIG_X86 is not set")]
    public void A_kernel_option_is_found_in_plain_and_in_packed_configurations(string option, string found)
    {
        string plain = Path.GetTempFileName(), packed = plain + ".gz";
        try
        {
            File.WriteAllText(plain, "# Linux/x86 6.1.0\nCONFIG_X86_IOPL_IOPERM=y\n# CONFIG_DEVPORT is not set\n");
            using (GZipStream stream = new(File.Create(packed), CompressionMode.Compress))
            {
                stream.Write(File.ReadAllBytes(plain));
            }

            Assert.Equal($"{found} ({plain})", KernelConfiguration.Of(option, ["/nowhere/config", plain]).Found);
            Assert.Equal($"{found} ({packed})", KernelConfiguration.Of(option, [packed, plain]).Found);
            File.WriteAllText(packed, "no gzip");
            Assert.Equal($"{found} ({plain})", KernelConfiguration.Of(option, [packed, plain]).Found);
            Assert.Contains("unknown", KernelConfiguration.Of(option, ["/nowhere/config"]).Found, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(plain);
            File.Delete(packed);
        }
    }

    [Theory]
    [InlineData("0x3F8-0x3FF,0x70-0x71", "0x3F8-0x3FF, 0x70-0x71")]
    [InlineData("0x61", "0x61")]
    [InlineData(" 0x61 , 0x80 ", "0x61, 0x80")]
    [InlineData("", "")]
    [InlineData("0x3FF-0x3F8,97,0x10000,0x1-0x2-0x3,x,-", "")]
    public void The_launchers_hint_is_read_and_nonsense_in_it_left_out(string text, string ranges) => Assert.Equal(ranges, string.Join(", ", PortRanges.Parse(text)));
}
