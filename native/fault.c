/* The backstop: a refused port instruction becomes the stub's negative result; every other SIGSEGV is somebody else's and is handed on. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <ucontext.h>

#include "reggen.h"
#include "sites.h"
#include "system.h"

/* The processor's number of #GP, which is what a refused port instruction raises. */
#define GENERAL_PROTECTION 13

enum { unarmed, arming, armed };

static struct sigaction previous;
static atomic_int state = unarmed;

static uintptr_t fail_path(uintptr_t instruction)
{
    for (const struct reggen_site *site = reggen_sites; site < reggen_sites_end; site++) {
        if ((uintptr_t)&site->port + (uintptr_t)(intptr_t)site->port == instruction) {
            return (uintptr_t)&site->fail + (uintptr_t)(intptr_t)site->fail;
        }
    }
    return 0;
}

static void set_action(int signal, void *handler)
{
    struct system_action action = { handler, 0, 0, 0 };
    system_call(SYS_rt_sigaction, signal, (long)&action, 0, SYSTEM_MASK_SIZE);
}

/* With nobody before us the system decides. A fault happens again when its instruction does, so that the core shows the original one;
   a signal that was sent has to be sent again. */
static void leave_to_system(int signal, const siginfo_t *info)
{
    if (previous.sa_handler == SIG_IGN && info->si_code <= 0) {
        return;
    }
    set_action(signal, (void *)previous.sa_handler);
    if (info->si_code <= 0) {
        system_call(SYS_tgkill, system_call(SYS_getpid, 0, 0, 0, 0), system_call(SYS_gettid, 0, 0, 0, 0), signal, 0);
    }
}

/* The calls of the previous handler are tail calls: it may never return, and nothing of ours may be on its stack. Whoever asked to be
   called once only is. */
static void on_fault(int signal, siginfo_t *info, void *context)
{
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    /* The trap number alone is stale when the signal was sent by kill. */
    if (info->si_code == SI_KERNEL && registers[REG_TRAPNO] == GENERAL_PROTECTION) {
        uintptr_t fail = fail_path((uintptr_t)registers[REG_RIP]);
        if (fail != 0) {
            registers[REG_RIP] = (greg_t)fail;
            return;
        }
    }
    if (previous.sa_handler == SIG_DFL || previous.sa_handler == SIG_IGN) {
        leave_to_system(signal, info);
        return;
    }
    if (previous.sa_flags & (int)SA_RESETHAND) {
        set_action(signal, (void *)SIG_DFL);
    }
    if (previous.sa_flags & SA_SIGINFO) {
        previous.sa_sigaction(signal, info, context);
    } else {
        previous.sa_handler(signal);
    }
}

static int install(void)
{
    /* Read beforehand: another thread may fault as soon as ours stands. */
    if (sigaction(SIGSEGV, NULL, &previous) != 0) {
        return -errno;
    }
    /* The one before us runs as if we were not there: with those signals blocked that it wants blocked, on the stack that it wants.
       CoreCLR's keeps its activation signal out until it has left the alternate stack, which has no room for a second handler. */
    struct sigaction ours = previous;
    ours.sa_sigaction = on_fault;
    ours.sa_flags = previous.sa_handler == SIG_DFL || previous.sa_handler == SIG_IGN
        ? SA_SIGINFO | SA_ONSTACK | SA_RESTART
        : SA_SIGINFO | (previous.sa_flags & ~(int)SA_RESETHAND);
    return sigaction(SIGSEGV, &ours, NULL) == 0 ? 0 : -errno;
}

int reggen_arm(void)
{
    int expected = unarmed;
    while (!atomic_compare_exchange_strong(&state, &expected, arming)) {
        if (expected == armed) {
            return 0;
        }
        sched_yield();
        expected = unarmed;
    }
    int result = install();
    atomic_store(&state, result == 0 ? armed : unarmed);
    return result;
}
