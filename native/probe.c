/* Questions about port rights that must not end the process, nor touch a port: each is asked in a child of its own. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <ucontext.h>

#include "reggen.h"
#include "system.h"

#define PORTS 0x10000u

/* #GP and #PF. */
#define GENERAL_PROTECTION 13
#define PAGE_FAULT 14

/* A child's answer, as its exit code. Error numbers are smaller; those of ioperm fit. */
enum { yes = 0, no = 200, unclear = 201 };

/* In stubs.S: outsb, from an address that cannot be read. */
extern __attribute__((visibility("hidden"))) char reggen_probe_port[], reggen_probe_done[];
__attribute__((visibility("hidden"))) void reggen_probe(unsigned port, const void *unreadable);

/* Runs a question in a child. The child has this thread's rights and a copy of the memory, no other thread, no exit signal that somebody here
   might wait for, and no signal but its own faults. Its exit code; REGGEN_KILLED - signal; -errno where there is no child. */
static int ask(void (*question)(unsigned first, unsigned count), unsigned first, unsigned count)
{
    unsigned long before = 0;
    system_set_mask(~(1ul << (SIGSEGV - 1)) & ~(1ul << (SIGSYS - 1)), &before);
    long child = system_call(SYS_clone, 0, 0, 0, 0);
    if (child == 0) {
        question(first, count);
    }
    system_set_mask(before, NULL);
    if (child < 0) {
        return (int)child;
    }
    int status;
    long ended;
    do {
        ended = system_call(SYS_wait4, child, (long)&status, __WALL, 0);
    } while (ended == -EINTR);
    if (ended < 0) {
        return (int)ended;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : REGGEN_KILLED - WTERMSIG(status);
}

static _Noreturn void answer(int code)
{
    for (;;) {
        system_call(SYS_exit_group, code, 0, 0, 0);
    }
}

static void by_default(int signal)
{
    struct system_action action = { (void *)SIG_DFL, 0, 0, 0 };
    system_call(SYS_rt_sigaction, signal, (long)&action, 0, SYSTEM_MASK_SIZE);
}

static void try_ioperm(unsigned first, unsigned count)
{
    by_default(SIGSYS);
    answer(-system_ioperm(first, count, 1));
}

int reggen_try(uint16_t first, uint32_t count)
{
    if (count == 0 || first + count > PORTS) {
        return -EINVAL;
    }
    int code = ask(try_ioperm, first, count);
    return code > 0 ? -code : code;
}

/* Denied, the instruction raises #GP. Granted, it raises #PF before it reaches the port, because there is nothing to read. */
static void on_probe(int signal, siginfo_t *info, void *context)
{
    (void)signal;
    (void)info;
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    if (registers[REG_RIP] != (greg_t)(uintptr_t)reggen_probe_port) {
        answer(unclear);
    }
    if (registers[REG_TRAPNO] != PAGE_FAULT) {
        answer(registers[REG_TRAPNO] == GENERAL_PROTECTION ? no : unclear);
    }
    registers[REG_RIP] = (greg_t)(uintptr_t)reggen_probe_done;
}

static void probe_all(unsigned first, unsigned count)
{
    void *page = mmap(NULL, 1, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct sigaction action = { .sa_sigaction = on_probe, .sa_flags = SA_SIGINFO };
    if (page == MAP_FAILED || sigaction(SIGSEGV, &action, NULL) != 0) {
        answer(unclear);
    }
    for (unsigned port = first; port < first + count; port++) {
        reggen_probe(port, page);
    }
    answer(yes);
}

int reggen_holds(uint16_t first, uint32_t count)
{
    if (count == 0 || first + count > PORTS) {
        return -EINVAL;
    }
    int code = ask(probe_all, first, count);
    return code == yes ? 1 : code == no ? 0 : code < 0 && code > REGGEN_KILLED ? code : -EIO;
}
