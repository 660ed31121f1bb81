/* Ports on all threads, from C: QEMU's second serial port (2F8-2FF). Only for the guest: on a real machine these ports are something else. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reggen.h"
#include "seccomp.h"
#include "tap.h"

#define UART 0x2F8
#define SCRATCH (UART + 7)
#define THREADS 64
#define ACCESSES 100000

static atomic_int wrong, stop;
static pthread_barrier_t barrier;

static void *many(void *unused)
{
    for (int i = 0; i < ACCESSES; i++) {
        if (reggen_in8(SCRATCH) != 0x42) {
            atomic_fetch_add(&wrong, 1);
        }
    }
    return unused;
}

static void *until_stopped(void *unused)
{
    while (!atomic_load(&stop)) {
        reggen_in8(SCRATCH);
    }
    return unused;
}

static void all(void *(*work)(void *), pthread_t *threads, int count)
{
    for (int i = 0; i < count; i++) {
        pthread_create(&threads[i], NULL, work, NULL);
    }
}

static void join(pthread_t *threads, int count)
{
    for (int i = 0; i < count; i++) {
        pthread_join(threads[i], NULL);
    }
}

static void one_heal_each(void)
{
    pthread_t threads[THREADS];
    uint64_t before = reggen_renewals();
    all(many, threads, THREADS);
    join(threads, THREADS);
    ok(wrong == 0, "64 threads x 100,000 reads: every one is right");
    ok(reggen_renewals() - before == THREADS, "each thread was healed once");
}

static int had, kept;

static void *losing(void *unused)
{
    had = reggen_in8(SCRATCH) == 0x42;
    pthread_barrier_wait(&barrier);
    pthread_barrier_wait(&barrier);
    kept = reggen_in8(SCRATCH) >= 0 || reggen_holds(SCRATCH, 1) != 0;
    return unused;
}

static void revoked_elsewhere(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, losing, NULL);
    pthread_barrier_wait(&barrier);
    reggen_grant(UART, 8, 0);
    pthread_barrier_wait(&barrier);
    pthread_join(thread, NULL);
    reggen_grant(UART, 8, 1);
    ok(had && !kept, "what one thread gives back, another loses at its next stub");
}

/* Forks while other threads heal and the grant comes and goes: a gate that stayed closed in the child would hang it. */
static void forks(void)
{
    pthread_t threads[4];
    int good = 0;
    atomic_store(&stop, 0);
    all(until_stopped, threads, 4);
    for (int i = 0; i < 100; i++) {
        reggen_grant(UART, 8, 0);
        reggen_grant(UART, 8, 1);
        pid_t child = fork();
        if (child == 0) {
            alarm(20);
            reggen_grant(UART, 8, 0);
            int revoked = reggen_in8(SCRATCH) < 0;
            reggen_grant(UART, 8, 1);
            _exit(revoked && reggen_in8(SCRATCH) >= 0 ? 7 : 8);
        }
        int status;
        waitpid(child, &status, 0);
        good += WIFEXITED(status) && WEXITSTATUS(status) == 7;
    }
    atomic_store(&stop, 1);
    join(threads, 4);
    ok(good == 100, "a forked child has the ports, gives them back and takes them, whatever the others do");
    ok(reggen_in8(SCRATCH) == 0x42, "and its parent keeps them");
}

static volatile sig_atomic_t in_handler;

static void on_timer(int signal)
{
    (void)signal;
    in_handler += reggen_in8(SCRATCH) == 0x42;
}

static void *granting(void *unused)
{
    for (int i = 0; i < 2000; i++) {
        reggen_grant(0xE8, 4, i & 1);
    }
    return unused;
}

/* A signal handler that uses a stub must not wait for what it interrupted. */
static void signals(void)
{
    pthread_t other;
    signal(SIGALRM, on_timer);
    pthread_create(&other, NULL, granting, NULL);
    for (int i = 0; i < 2000; i++) {
        reggen_grant(0xE0, 4, i & 1);
        pthread_kill(pthread_self(), SIGALRM);
        pthread_kill(other, SIGALRM);
    }
    pthread_join(other, NULL);
    ok(in_handler > 0, "a stub in a signal handler while grants change");
    signal(SIGALRM, SIG_DFL);
}

/* A filter stands for this thread alone. It has no memory for a bitmap, and is asked again at each access. */
static void *starved(void *unused)
{
    pthread_barrier_wait(&barrier);
    int filtered = filter_ioperm(SECCOMP_RET_ERRNO | ENOMEM);
    errno = 0;
    int refused = reggen_in8(SCRATCH) < 0 && reggen_in8(SCRATCH) < 0;
    uint64_t before = reggen_renewals();
    reggen_in8(SCRATCH);
    ok(filtered == 0 && refused && errno == 0, "no memory for a thread's bitmap: refused, errno left alone");
    ok(reggen_renewals() == before + 1 && reggen_renew() == -ENOMEM, "and asked for again the next time");
    return unused;
}

int main(void)
{
    pthread_t thread;
    pthread_barrier_init(&barrier, NULL, 2);
    pthread_create(&thread, NULL, starved, NULL);

    ok(reggen_arm() == 0 && reggen_try(UART, 8) == 0 && reggen_holds(UART, 1) == 0, "asking for a grant does not take it");
    ok(reggen_grant(UART, 8, 1) == 0 && reggen_out8(SCRATCH, 0x42) == 0, "granted");
    int exact = 1;
    for (unsigned port = 0x200; port < 0x400; port++) {
        exact &= reggen_holds((uint16_t)port, 1) == (port >= UART && port < UART + 8);
    }
    ok(exact && reggen_holds(UART, 8) == 1 && reggen_holds(UART, 9) == 0 && reggen_holds(UART - 1, 9) == 0, "the probe finds exactly the grant");
    ok(reggen_in8(SCRATCH) == 0x42, "and has touched nothing");
    ok(reggen_grant(0xFFFF, 2, 1) == -EINVAL && reggen_grant(UART, 0, 1) == -EINVAL && reggen_holds(0xFFFF, 2) == -EINVAL, "a range past the last port is an error");

    pthread_barrier_wait(&barrier);
    pthread_join(thread, NULL);
    one_heal_each();
    revoked_elsewhere();
    forks();
    signals();
    return tap_done();
}
