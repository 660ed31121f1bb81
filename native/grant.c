#define _GNU_SOURCE
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reggen.h"

uint32_t reggen_abi(void)
{
    return REGGEN_ABI;
}

int reggen_grant(uint16_t first, uint32_t count, int on)
{
    return syscall(SYS_ioperm, (unsigned long)first, (unsigned long)count, on) == 0 ? 0 : -errno;
}
