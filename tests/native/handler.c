/* The fault handler among other people's handlers. Needs no grant and no privilege, and touches no port: every access here is refused. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reggen.h"
#include "tap.h"

#define PORT 0x80

static sigjmp_buf back;
static volatile sig_atomic_t seen_code, seen_count, interruptions, interrupted;
static void *volatile seen_address, *volatile seen_caller;

static void before_us(int signal, siginfo_t *info, void *context)
{
    (void)signal;
    (void)context;
    seen_code = info->si_code;
    seen_address = info->si_addr;
    seen_caller = __builtin_return_address(0);
    seen_count++;
    raise(SIGUSR1);
    interrupted = interruptions;
    if (info->si_code > 0) {
        siglongjmp(back, 1);
    }
}

static void interrupt(int signal)
{
    (void)signal;
    interruptions++;
}

static void plain(int signal)
{
    (void)signal;
    seen_count++;
    siglongjmp(back, 1);
}

static void dereference(volatile char *address)
{
    *address = 1;
}

static int faults(volatile char *address)
{
    if (sigsetjmp(back, 1) == 0) {
        dereference(address);
        return 0;
    }
    return 1;
}

/* The wait status of a child that arms over the given handler and then runs the body. */
static int in_child(void (*handler)(int), void (*body)(void))
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGSEGV, handler);
        if (reggen_arm() != 0 || reggen_in8(PORT) >= 0) {
            _exit(99);
        }
        body();
        _exit(7);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

static void fault(void) { dereference((volatile char *)16); }
static void send(void) { raise(SIGSEGV); }
static void fault_caught(void) { _exit(faults((volatile char *)16) && reggen_in8(PORT) < 0 ? 7 : 8); }
static void sent_twice(void) { raise(SIGSEGV); _exit(reggen_in8(PORT) < 0 ? 7 : 8); }

static int died_of_fault(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV; }
static int went_on(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 7; }

static void without_a_handler_before(void)
{
    ok(died_of_fault(in_child(SIG_DFL, fault)), "default before us: a null dereference ends the process");
    ok(died_of_fault(in_child(SIG_DFL, send)), "default before us: a sent signal ends the process");
    ok(died_of_fault(in_child(SIG_IGN, fault)), "ignored before us: a null dereference ends the process, as it would without us");
    ok(went_on(in_child(SIG_IGN, sent_twice)), "ignored before us: a sent signal is ignored and we stay");
    ok(went_on(in_child(plain, fault_caught)), "a handler without SA_SIGINFO before us runs");
}

static void once_only(void)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        struct sigaction once = { .sa_handler = plain, .sa_flags = SA_RESETHAND };
        sigaction(SIGSEGV, &once, NULL);
        reggen_arm();
        if (reggen_in8(PORT) >= 0 || !faults((volatile char *)16) || seen_count != 1) {
            _exit(7);
        }
        dereference((volatile char *)16);
        _exit(7);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ok(died_of_fault(status), "a handler before us that is to run once runs once");
}

static void with_a_handler_before(void)
{
    struct sigaction theirs = { .sa_sigaction = before_us, .sa_flags = SA_SIGINFO | SA_RESTART };
    sigaddset(&theirs.sa_mask, SIGUSR1);
    sigaction(SIGSEGV, &theirs, NULL);
    signal(SIGUSR1, interrupt);
    ok(reggen_arm() == 0 && reggen_arm() == 0, "arming twice is arming once");

    struct sigaction now;
    sigaction(SIGSEGV, NULL, &now);
    const int flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER;
    ok(memcmp(&now.sa_mask, &theirs.sa_mask, sizeof(long)) == 0, "the handler blocks what the one before it blocks");
    ok((now.sa_flags & flags) == (theirs.sa_flags & flags), "and runs where that one runs");

    errno = 1234;
    ok(reggen_in8(PORT) < 0 && reggen_out32(PORT, 1) < 0, "a refused access is negative");
    ok(seen_count == 0, "a refused access is nobody else's business");
    ok(errno == 1234, "a refused access leaves errno alone");

    ok(faults((volatile char *)16) && seen_count == 1, "a null dereference reaches the handler before us");
    ok(seen_code == SEGV_MAPERR && seen_address == (void *)16, "with its own code and address");
    ok(interrupted == 0 && interruptions == 1, "and with the signals blocked that it wants blocked");
    Dl_info where;
    ok(dladdr(seen_caller, &where) != 0 && strstr(where.dli_fname, "libreggen") == NULL, "by a tail call: it returns to the system, not to us");
    ok(reggen_in8(PORT) < 0 && seen_count == 1, "refusals go on after that");

    /* The trap number still says general protection from the refusal just before. */
    raise(SIGSEGV);
    ok(seen_count == 2 && seen_code == SI_TKILL, "a sent signal reaches the handler before us");

    if (sigsetjmp(back, 1) == 0) {
        __asm__ volatile("inb %%dx, %%al" : : "d"(PORT) : "eax");
    }
    ok(seen_count == 3 && seen_code == SI_KERNEL, "somebody else's port instruction is theirs");

    if (sigsetjmp(back, 1) == 0) {
        ((void (*)(void))(uintptr_t)0x10)();
    }
    ok(seen_count == 4 && seen_code == SEGV_MAPERR, "a jump into nowhere is theirs");
}

int main(void)
{
    without_a_handler_before();
    once_only();
    with_a_handler_before();
    return tap_done();
}
