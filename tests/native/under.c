/* under CONDITION PROGRAM ARGUMENTS: executes a program under a condition that refuses ports.
   nocap: root without CAP_SYS_RAWIO. enosys, kill: a seccomp filter that answers ioperm so. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "seccomp.h"

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
