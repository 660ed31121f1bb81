/* Another library with a SIGSEGV handler of its own, as profilers and crash reporters have one. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

static struct sigaction before;
static atomic_int count;
static int chains;

static void on_fault(int signal, siginfo_t *info, void *context)
{
    atomic_fetch_add(&count, 1);
    if (chains && (before.sa_flags & SA_SIGINFO)) {
        before.sa_sigaction(signal, info, context);
    }
}

/* A deaf one does not call who was there before. */
void other_install(int chaining)
{
    struct sigaction ours = { .sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART };
    sigemptyset(&ours.sa_mask);
    chains = chaining;
    sigaction(SIGSEGV, NULL, &before);
    sigaction(SIGSEGV, &ours, NULL);
}

int other_count(void)
{
    return atomic_load(&count);
}
