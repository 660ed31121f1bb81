/* under CONDITION PROGRAM ARGUMENTS: executes a program under a condition that refuses ports.
   nocap: root without CAP_SYS_RAWIO. enosys, kill: a seccomp filter that answers ioperm so. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define RAW_IO (1u << CAP_SYS_RAWIO)

static int drop_capability(void)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct data[2];
    if (prctl(PR_CAPBSET_DROP, CAP_SYS_RAWIO, 0, 0, 0) != 0 || syscall(SYS_capget, &header, data) != 0) {
        return -1;
    }
    data[0].effective &= ~RAW_IO;
    data[0].permitted &= ~RAW_IO;
    data[0].inheritable &= ~RAW_IO;
    return (int)syscall(SYS_capset, &header, data);
}

static int filter_ioperm(uint32_t verdict)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioperm, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, verdict),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = { sizeof code / sizeof *code, code };
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ? -1 : prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        return 2;
    }
    int result = strcmp(argv[1], "nocap") == 0 ? drop_capability()
        : strcmp(argv[1], "enosys") == 0       ? filter_ioperm(SECCOMP_RET_ERRNO | ENOSYS)
        : strcmp(argv[1], "kill") == 0         ? filter_ioperm(SECCOMP_RET_KILL_PROCESS)
                                               : -1;
    if (result == 0) {
        execv(argv[2], argv + 2);
    }
    perror(argv[1]);
    return 3;
}
