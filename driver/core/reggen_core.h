/* The core's face to the two shims. It allocates nothing, waits for nothing and locks nothing: what a shim has to do stands with each
   function. A shim provides reggen_shim.h with

     uint32_t reggen_shim_read(uint16_t port, uint8_t width);               width in bytes: 1, 2, 4
     void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value);
     uint64_t reggen_shim_now(void);                                         ns, of a clock that is not set
     int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry);    whether who is among what the caller is
     int reggen_shim_is_administrator(const struct reggen_caller *caller);                       who may set the policy, at this moment

   as inlines; reggen_caller is the shim's own (a token, the credentials of a task). */
#ifndef REGGEN_CORE_H
#define REGGEN_CORE_H

#include "reggen_driver.h"

struct reggen_caller;

struct reggen_state;

/* What one open handle may touch. The shim allocates it with the handle. */
struct reggen_handle {
    struct reggen_handle *next;
    const struct reggen_state *state; /* whose it is */
    uint32_t count;
    uint32_t running; /* a program: the ranges stay as they are meanwhile */
    struct reggen_range ranges[REGGEN_MOST_RANGES];
};

/* What a port needs: REGGEN_POLICY_*, or this. */
#define REGGEN_NEVER 0x80u

/* Ports that are denied beside denials.def, because this machine's firmware tells where they are. */
#define REGGEN_MOST_FOUND 8u
struct reggen_found {
    uint16_t first;
    uint16_t last;
    uint32_t needs;
};

/* One of it in the driver. All zero is the state at install: nobody may claim anything. */
struct reggen_state {
    struct reggen_handle *handles;
    uint32_t handle_count;
    uint32_t entry_count;
    uint32_t found_count;
    struct reggen_found found[REGGEN_MOST_FOUND];
    struct reggen_entry entries[REGGEN_MOST_ENTRIES];
};

/* Before anybody can open the driver: nothing asks again what was claimed already. REGGEN_OK, REGGEN_E_RANGE or REGGEN_E_FULL. */
uint32_t reggen_deny(struct reggen_state *state, uint32_t first, uint32_t last, uint32_t needs);

/* The functions down to reggen_begin are called with the driver's one lock held, begin and end too; step is not. Each answers REGGEN_OK or
   REGGEN_E_*, and puts into index which part of the request that is about. A request is the private copy of what the caller sent, at an
   address that is a multiple of 8; given is how many bytes were sent. */

void reggen_query(struct reggen_features *features);

uint32_t reggen_set_policy(struct reggen_state *state, const void *request, uint32_t given, uint32_t *index);

/* Whether an entry of the policy names the caller: nobody else but an administrator has a reason to open the driver. */
int reggen_named(const struct reggen_state *state, const struct reggen_caller *caller);

uint32_t reggen_open(struct reggen_state *state, struct reggen_handle *handle, const struct reggen_caller *caller);

/* When the last reference is gone: no program of the handle runs any more. */
void reggen_close(struct reggen_state *state, struct reggen_handle *handle);

uint32_t reggen_take(struct reggen_state *state, struct reggen_handle *handle, const struct reggen_caller *caller, const void *request,
                     uint32_t given, uint32_t *index);

uint32_t reggen_release(struct reggen_handle *handle);

/* Whether a program may touch by itself what the handle has claimed, on systems whose kernel can let it. */
uint32_t reggen_direct(const struct reggen_handle *handle, uint32_t *index);

/* What an operation that waits knows. */
struct reggen_wait {
    uint64_t start;
    uint32_t turns;
    uint8_t begun;
    uint8_t last;
    uint16_t reserved;
};

/* A program that is running. The shim allocates it; nobody reads what it holds but the fields that are named in reggen_step. */
struct reggen_run {
    struct reggen_handle *handle;
    const struct reggen_operation *operations;
    uint8_t *data;
    uint32_t count;
    uint32_t data_size;
    uint32_t deadline;
    uint32_t next;
    uint32_t done;  /* values of the present block */
    uint32_t steps;
    uint32_t early; /* calls in a row that came while the program slept and its clock stood still */
    uint32_t status;
    uint32_t index;
    uint64_t start;
    uint64_t now;
    uint64_t until;
    struct reggen_wait waits[REGGEN_MOST_OPERATIONS];
    struct reggen_result results[REGGEN_MOST_OPERATIONS];
};

/* Checks a whole program before its first port is touched. The request stays where it is until reggen_end; room is what the caller has
   for the answer. After an error reggen_end is called all the same. */
uint32_t reggen_begin(struct reggen_run *run, struct reggen_handle *handle, void *request, uint32_t given, uint32_t room);

enum reggen_progress {
    REGGEN_DONE,
    REGGEN_YIELD, /* let others run, see whether the thread is to end, call again */
    REGGEN_SLEEP, /* the same, and not before run->until: shorter than it is worth to sleep, spin */
    REGGEN_FAILED /* run->status, run->index */
};

/* Runs some operations, no more than REGGEN_STEP turns, and never waits. One thread at a time. It ends in a number of calls that has a
   bound, whatever the clock says. */
#define REGGEN_STEP 64u
enum reggen_progress reggen_step(struct reggen_run *run);

/* The thread is to end: the program stops where it is. */
void reggen_stop(struct reggen_run *run);

/* Puts the answer together, which may take the place of the request, and lets go of the handle. The answer's size; 0 if there is no room for
   any. */
uint32_t reggen_end(struct reggen_run *run, void *answer, uint32_t room);

#endif
