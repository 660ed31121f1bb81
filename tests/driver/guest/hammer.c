/* hammer COUNT: so many requests by four threads on a few handles: valid ones, of which some bytes are changed, sizes and codes too. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "client.h"

#define THREADS 4u
#define FILES 6u
#define MS_OF_NS 1000000u

static _Atomic int files[FILES];
static unsigned long each;
static atomic_ulong tally[REGGEN_E_DIRECT + 2], strange;

static uint32_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 20);
}

/* The ports of the rig alone: a real one would not survive the others. */
static uint16_t port(uint64_t *state)
{
    uint32_t at = next(state) % 20;
    return (uint16_t)(at < 12 ? CELL + at : UART + at - 12);
}

static uint32_t make_program(uint64_t *state, void *buffer)
{
    static const uint8_t widths[] = { 1, 2, 4 };
    begin(1 + next(state) % 30000);
    made.data_size = next(state) % 64;
    for (uint32_t count = 1 + next(state) % 12; made.count < count;) {
        uint8_t kind = (uint8_t)(1 + next(state) % 10);
        int access = kind <= REGGEN_OP_POLL || kind == REGGEN_OP_INS || kind == REGGEN_OP_OUTS;
        struct reggen_operation *operation_made = operation(kind, access ? widths[next(state) % 3] : 0, access ? port(state) : 0);
        operation_made->time = kind == REGGEN_OP_POLL || kind == REGGEN_OP_STALL ? next(state) % 2000 : 0;
        operation_made->count = kind == REGGEN_OP_INS || kind == REGGEN_OP_OUTS || kind == REGGEN_OP_REPEAT ? 1 + next(state) % 4 : 0;
        operation_made->from = (kind >= REGGEN_OP_COMBINE || kind == REGGEN_OP_OUT) && made.count > 1 ? (uint16_t)(next(state) % (made.count - 1)) : REGGEN_NONE;
        operation_made->keep = kind == REGGEN_OP_POLL ? 3 : operation_made->from != REGGEN_NONE ? next(state) | 1 : 0;
        operation_made->value = kind == REGGEN_OP_OUT || kind == REGGEN_OP_MODIFY ? next(state) % 256 : kind == REGGEN_OP_POLL ? next(state) % 4 : 0;
        operation_made->target = kind == REGGEN_OP_BRANCH ? REGGEN_END : kind == REGGEN_OP_REPEAT ? (uint16_t)(next(state) % made.count) : REGGEN_NONE;
    }
    return write_program(buffer);
}

static uint32_t make_claim(uint64_t *state, void *buffer)
{
    struct reggen_claim *claim = buffer;
    struct reggen_range *ranges = (struct reggen_range *)(claim + 1);
    uint32_t count = 1 + next(state) % 3;
    *claim = (struct reggen_claim){ .header = { (uint32_t)(sizeof *claim + count * sizeof *ranges), 1, 0 }, .count = count };
    for (uint32_t i = 0; i < count; i++) {
        uint16_t first = port(state);
        ranges[i] = range(first, (uint16_t)(first + next(state) % 4), next(state) % 4 != 0);
    }
    return claim->header.size;
}

/* Its bytes are not changed: a policy that names other ports would let the rest reach them. */
static uint32_t make_policy(uint64_t *state, void *buffer)
{
    struct reggen_policy *policy = buffer;
    struct reggen_entry *entries = (struct reggen_entry *)(policy + 1);
    uint32_t count = next(state) % 8 == 0 ? next(state) % 2 : 2;
    *policy = (struct reggen_policy){ .header = { (uint32_t)(sizeof *policy + count * sizeof *entries), 1, 0 }, .count = count };
    entries[0] = entry(CELL, BYTES + 3, (uint8_t)(next(state) % 5), 0);
    entries[1] = entry(UART, SCRATCH, 0, next(state) % 16 == 0 ? NAMED : 0);
    return policy->header.size;
}

static void reopen(uint64_t *state)
{
    int old = atomic_exchange(&files[next(state) % FILES], driver_open());
    if (old >= 0) {
        close(old);
    }
}

/* Changes some bytes, but keeps programs short. */
static void spoil(uint64_t *state, uint8_t *buffer, uint32_t size)
{
    struct reggen_program *program = (struct reggen_program *)buffer;
    for (uint32_t changes = 1 + next(state) % 3; changes > 0; changes--) {
        buffer[next(state) % size] = (uint8_t)next(state);
    }
    if (size >= sizeof *program && program->deadline > 100000) {
        program->deadline = 100000;
    }
}

static void *hammering(void *seed)
{
    static const unsigned kinds[] = { REGGEN_RUN, REGGEN_RUN, REGGEN_RUN, REGGEN_RUN, REGGEN_CLAIM, REGGEN_CLAIM, REGGEN_QUERY, REGGEN_RELEASE };
    uint64_t state = 0x9E3779B97F4A7C15ull * (uintptr_t)seed;
    uint64_t *request = malloc(0x20000);
    uint8_t *buffer = (uint8_t *)request;
    for (unsigned long i = 0; i < each; i++) {
        uint32_t kind = next(&state) % 500 == 0 ? REGGEN_POLICY : kinds[next(&state) % 8];
        memset(buffer, 0, 64);
        uint32_t size = kind == REGGEN_RUN ? make_program(&state, buffer) : kind == REGGEN_CLAIM ? make_claim(&state, buffer) : kind == REGGEN_POLICY ? make_policy(&state, buffer) : 8;
        if (size == 8) {
            *(struct reggen_header *)buffer = (struct reggen_header){ 8, 1, 0 };
        }
        if (kind != REGGEN_POLICY && next(&state) % 2 == 0) {
            spoil(&state, buffer, size);
        }
        unsigned long code = next(&state) % 64 == 0 ? REGGEN_LINUX(next(&state) % 8) ^ 1ul << next(&state) % 32 : REGGEN_LINUX(kind);
        if (code == REGGEN_LINUX(REGGEN_POLICY) && kind != REGGEN_POLICY) {
            continue;
        }
        if (next(&state) % 1000 == 0) {
            reopen(&state);
        }
        int result = ioctl(atomic_load(&files[next(&state) % FILES]), code, buffer);
        uint32_t status = ((struct reggen_answer *)buffer)->status;
        if (result != 0) {
            tally[REGGEN_E_DIRECT + 1]++;
            strange += errno != EINVAL && errno != ENOTTY && errno != EBADF;
        } else if (kind != REGGEN_QUERY && code == REGGEN_LINUX(kind)) {
            strange += status >= REGGEN_E_DIRECT;
            tally[status < REGGEN_E_DIRECT ? status : REGGEN_E_DIRECT]++;
        }
    }
    free(request);
    return NULL;
}

static void hammer(const char *argument)
{
    pthread_t threads[THREADS];
    unsigned long count = strtoul(argument, NULL, 10);
    uint64_t start = now();
    each = count / THREADS;
    for (uint32_t i = 0; i < FILES; i++) {
        files[i] = must_open();
    }
    usual_policy(files[0]);
    for (uint32_t i = 0; i < THREADS; i++) {
        pthread_create(&threads[i], NULL, hammering, (void *)(uintptr_t)(i + 1));
    }
    for (uint32_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
    }
    uint64_t took = (now() - start) / MS_OF_NS;
    printf("%lu requests in %llu ms; of each status:", count, (unsigned long long)took);
    for (uint32_t i = 0; i < sizeof tally / sizeof tally[0]; i++) {
        printf(" %lu", (unsigned long)tally[i]);
    }
    printf("\n");
    ok(strange == 0 && each > 0, "%lu hostile requests are answered as they may be", count);
    ok(tally[REGGEN_OK] > count / 100 && tally[REGGEN_E_TAKEN] > 0 && tally[REGGEN_E_CLAIM] > 0 && tally[REGGEN_E_LATE] > 0 && tally[REGGEN_E_DEADLINE] > 0, "and some of them run");
    for (uint32_t i = 0; i < FILES; i++) {
        close(files[i]);
    }
    ok(!ioports_has("00e0-00eb : reggen"), "nothing is left");
    int file = must_open();
    usual_policy(file);
    ok(claim_one(file, CELL, BYTES + 3, 0) == REGGEN_OK && claim_one(file, UART, SCRATCH, 0) == REGGEN_OK, "all ports are free");
}

const struct row hammer_rows[] = { { "hammer", hammer }, { NULL, NULL } };
