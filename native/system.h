/* System calls without libc: its wrappers set errno, which belongs to whoever was interrupted or called a stub. */
#ifndef REGGEN_SYSTEM_H
#define REGGEN_SYSTEM_H

#include <signal.h>
#include <sys/syscall.h>

/* The result, or -errno. */
static inline long system_call(long number, long a, long b, long c, long d)
{
    long result;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = 0;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
    return result;
}

/* 0 or -errno, for the calling thread. */
static inline int system_ioperm(unsigned first, unsigned count, int on)
{
    return (int)system_call(SYS_ioperm, (long)first, (long)count, on, 0);
}

/* The kernel's own sigaction, which differs from libc's. */
struct system_action {
    void *handler;
    unsigned long flags;
    void *restorer;
    unsigned long mask;
};

#define SYSTEM_MASK_SIZE sizeof(unsigned long)

static inline void system_set_mask(unsigned long mask, unsigned long *before)
{
    system_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&mask, (long)before, SYSTEM_MASK_SIZE);
}

#endif
