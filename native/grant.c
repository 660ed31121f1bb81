/* What the process holds, and how a thread comes to it. The kernel keeps port rights for each thread; a program has one set for all. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "reggen.h"
#include "system.h"
#include "thread.h"

#define PORTS 0x10000u
#define WORDS (PORTS / 64)

/* One bit a port. What was granted here and given back is taken from threads again; what they have from elsewhere
   (a launcher) is left to them, because it could not be had again. */
struct ports {
    uint64_t held[WORDS];
    uint64_t returned[WORDS];
};

_Atomic uint64_t reggen_generation;

static struct ports ports;
static atomic_uint_least64_t renewals;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

/* The signals stay out while the gate is closed: a handler may use a stub, and the gate would never open. The mask to go back to. */
static unsigned long close_gate(void)
{
    unsigned long before = 0;
    system_set_mask(~0ul, &before);
    pthread_mutex_lock(&gate);
    return before;
}

static void open_gate(unsigned long before)
{
    pthread_mutex_unlock(&gate);
    system_set_mask(before, NULL);
}

/* Another thread may hold the gate while this one forks; in the child that thread is gone. */
static unsigned long before_fork;

static void on_fork(void)
{
    unsigned long before = close_gate();
    before_fork = before;
}

static void after_fork(void)
{
    unsigned long before = before_fork;
    open_gate(before);
}

__attribute__((constructor)) static void prepare_for_fork(void)
{
    pthread_atfork(on_fork, after_fork, after_fork);
}

static int has(const uint64_t *set, unsigned port)
{
    return (set[port / 64] >> (port % 64) & 1) != 0;
}

static void put(uint64_t *set, unsigned first, unsigned count, int on)
{
    for (unsigned port = first; port < first + count; port++) {
        uint64_t bit = 1ull << (port % 64);
        set[port / 64] = on ? set[port / 64] | bit : set[port / 64] & ~bit;
    }
}

/* ioperm for each run of adjacent ports of a set. The first error, or 0; the rest is tried all the same. */
static int apply(const uint64_t *set, int on)
{
    int error = 0;
    for (unsigned port = 0; port < PORTS;) {
        if (set[port / 64] == 0) {
            port = (port / 64 + 1) * 64;
            continue;
        }
        unsigned first = port;
        while (port < PORTS && has(set, port)) {
            port++;
        }
        if (port > first) {
            int result = system_ioperm(first, port - first, on);
            error = error != 0 ? error : result;
        } else {
            port++;
        }
    }
    return error;
}

void reggen_heal(struct reggen_thread *self)
{
    struct ports wanted;
    unsigned long before = close_gate();
    memcpy(&wanted, &ports, sizeof wanted);
    uint64_t generation = atomic_load(&reggen_generation);
    open_gate(before);

    int lost = apply(wanted.returned, 0);
    int error = apply(wanted.held, 1);
    self->error = error != 0 ? error : lost;
    /* Memory may be had again. What is forbidden stays so: trying at each access would only cost, and the thread may have the port from the
       one that created it. */
    if (self->error != -ENOMEM) {
        self->seen = generation;
    }
    atomic_fetch_add_explicit(&renewals, 1, memory_order_relaxed);
}

int reggen_grant(uint16_t first, uint32_t count, int on)
{
    if (count == 0 || first + count > PORTS) {
        return -EINVAL;
    }
    /* This thread is asked first: where it may not have them, no thread may. */
    int error = on ? system_ioperm(first, count, 1) : 0;
    if (error != 0) {
        return error;
    }
    unsigned long before = close_gate();
    put(ports.held, first, count, on);
    put(ports.returned, first, count, !on);
    atomic_fetch_add(&reggen_generation, 1);
    open_gate(before);
    /* Should that fail for want of memory, the next stub tries again. */
    reggen_heal(reggen_this_thread());
    return 0;
}

int reggen_renew(void)
{
    struct reggen_thread *self = reggen_this_thread();
    reggen_heal(self);
    return (int)self->error;
}

uint64_t reggen_renewals(void)
{
    return atomic_load_explicit(&renewals, memory_order_relaxed);
}

uint32_t reggen_abi(void)
{
    return REGGEN_ABI;
}
