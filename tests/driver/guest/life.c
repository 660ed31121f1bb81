/* What ends with a process, and what does not; lockdown. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "client.h"

#define MS 1000000u

static void stalling(void)
{
    operation(REGGEN_OP_STALL, 0, 0)->time = 99 * MS;
}

/* Reads for as long as it may. */
static void turning(void)
{
    operation(REGGEN_OP_IN, 1, SCRATCH);
    struct reggen_operation *next = operation(REGGEN_OP_REPEAT, 0, 0);
    next->from = 0;
    next->target = 0;
    next->count = 0x40000000;
}

/* How long a process takes to end that is killed 5 ms after it began a program of 99 ms. */
static uint64_t killed(void (*program)(void))
{
    int pipes[2], status;
    char byte;
    if (pipe(pipes) != 0) {
        exit(2);
    }
    pid_t child = fork();
    if (child == 0) {
        int own = must_open();
        if (claim_one(own, UART, SCRATCH, 0) == REGGEN_OK && write(pipes[1], "x", 1) == 1) {
            for (;;) {
                begin(REGGEN_LONGEST_DEADLINE);
                program();
                run(own);
            }
        }
        _exit(1);
    }
    close(pipes[1]);
    int claimed = read(pipes[0], &byte, 1) == 1;
    close(pipes[0]);
    usleep(5000);
    uint64_t start = now();
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    uint64_t took = now() - start;
    return claimed && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? took : UINT64_MAX;
}

/* The best of some tries: this machine has other things to do. A program that cannot be killed takes 94 ms each time. */
static void dies(int file, const char *what, void (*program)(void))
{
    uint64_t best = UINT64_MAX;
    int freed = 1;
    for (int i = 0; i < 8; i++) {
        uint64_t took = killed(program);
        best = took < best ? took : best;
        freed &= !ioports_has("02f8-02ff : reggen") && claim_one(file, UART, SCRATCH, 0) == REGGEN_OK && driver_release(file) == REGGEN_OK;
    }
    ok(best < 40 * MS, "a process dies in the middle of %s: after %llu us", what, (unsigned long long)best / 1000);
    ok(freed, "and what it had is free");
}

static void deaths(const char *argument)
{
    (void)argument;
    int file = must_open();
    usual_policy(file);
    dies(file, "a stall", stalling);
    dies(file, "a loop", turning);
}

/* A signal that does not end the process does not end the program. */
static void on_alarm(int signal)
{
    (void)signal;
}

static void signals(const char *argument)
{
    (void)argument;
    int file = must_open();
    usual_policy(file);
    signal(SIGALRM, on_alarm);
    ualarm(10000, 0);
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_STALL, 0, 0)->time = 50 * MS;
    ok(run(file) == REGGEN_OK && outcome.elapsed >= 50 * MS, "a program runs through signals that are handled");
}

static void forks(const char *argument)
{
    (void)argument;
    int file = must_open(), pipes[2], status;
    char byte;
    usual_policy(file);
    ok(claim_one(file, CELL, BYTES + 3, 0) == REGGEN_OK && pipe(pipes) == 0, "a handle with ports");
    pid_t child = fork();
    if (child == 0) {
        close(pipes[1]);
        int more = read(pipes[0], &byte, 1) == 0; /* its other end is closed */
        begin(REGGEN_LONGEST_DEADLINE);
        operation(REGGEN_OP_OUT, 1, CELL)->value = 0x77;
        operation(REGGEN_OP_IN, 1, CELL);
        _exit(!more || run(file) != REGGEN_OK || results[1].value != 0x77 || !ioports_has("00e0-00eb : reggen") ? 1 : 0);
    }
    close(file);
    ok(ioports_has("00e0-00eb : reggen"), "is open while a child has it");
    close(pipes[1]);
    ok(waitpid(child, &status, 0) == child && status == 0, "who uses it");
    ok(!ioports_has("00e0-00eb : reggen"), "its last end closes it");
}

/* Holds the device and a port until it is killed. */
static void holds(const char *argument)
{
    (void)argument;
    int file = must_open();
    usual_policy(file);
    ok(claim_one(file, CELL, CELL + 3, 0) == REGGEN_OK, "holds");
    fflush(stdout);
    pause();
}

static void fresh(const char *argument)
{
    (void)argument;
    int file = must_open();
    ok(claim_one(file, CELL, CELL + 3, 0) == REGGEN_E_POLICY, "a module that is loaded anew has no policy");
}

static int reads(int file)
{
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_IN, 1, CELL);
    return run(file);
}

static int lock_down(void)
{
    int file = open("/sys/kernel/security/lockdown", O_WRONLY), written = file >= 0 && write(file, "integrity", 9) == 9;
    close(file);
    return written;
}

static void lockdown(const char *argument)
{
    int served = strcmp(argument, "served") == 0, file = must_open();
    struct reggen_features features;
    usual_policy(file);
    ok(claim_one(file, CELL, CELL + 3, 0) == REGGEN_OK && reads(file) == REGGEN_OK, "a handle is used");
    ok(lock_down(), "the kernel is locked down");
    int opened = driver_open(), claimed = claim_one(file, UART, SCRATCH, 0), ran = reads(file);
    ok(served ? opened >= 0 : opened == -EPERM, "then the driver %s (%d)", served ? "opens all the same, as it was told" : "does not open", opened);
    ok(claimed == (int)(served ? REGGEN_OK : REGGEN_E_LOCKED) && ioports_has("02f8-02ff : reggen") == served, "nor claims (%d)", claimed);
    ok(ran == (int)(served ? REGGEN_OK : REGGEN_E_LOCKED) && (served || outcome.header.size == 32), "nor runs (%d)", ran);
    ok(driver_query(file, 1, &features) == 0 && features.header.size == 40, "it still says what it can");
    ok(driver_release(file) == REGGEN_OK && !ioports_has("00e0-00e3 : reggen"), "and gives back what was claimed");
}

const struct row life_rows[] = {
    { "deaths", deaths }, { "signals", signals }, { "forks", forks }, { "holds", holds }, { "fresh", fresh }, { "lockdown", lockdown }, { NULL, NULL },
};
