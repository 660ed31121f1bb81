/* What the core's files have from each other. */
#ifndef REGGEN_INTERNAL_H
#define REGGEN_INTERNAL_H

#ifdef __KERNEL__
#include <linux/stddef.h>
#include <linux/types.h>
#else
#include <stddef.h>
#endif

#include "reggen_core.h"

#define REGGEN_PORTS 0x10000u

/* What an entry must have to cover a port, and a port up to which that is the same. */
uint32_t reggen_needs(const struct reggen_state *state, uint32_t port, uint32_t *last);

/* Whether nobody may touch one of the ports; whether there are values that nobody may write to one of them. */
int reggen_reaches_never(const struct reggen_state *state, uint32_t first, uint32_t last);
int reggen_reaches_values(uint32_t first, uint32_t last);

/* Whether a byte of the value would go where nobody may write it. */
int reggen_value_denied(uint32_t port, uint32_t width, uint64_t value);

/* What stands in the way of a claim, or REGGEN_OK. */
uint32_t reggen_policy_covers(const struct reggen_state *state, const struct reggen_caller *caller, const struct reggen_range *range);

/* What stands in the way of an access, or REGGEN_OK. */
uint32_t reggen_covers(const struct reggen_handle *handle, uint32_t port, uint32_t width, uint32_t access);

/* Whether a request has this size, as its header says and as it came. given is at least a header. */
uint32_t reggen_sized(const struct reggen_header *header, uint32_t given, uint32_t size);

/* The fields of operation number index in themselves: REGGEN_OK or what is wrong. */
uint32_t reggen_fields(const struct reggen_operation *operation, uint32_t index, uint32_t count);

struct reggen_shape {
    const struct reggen_operation *operations;
    const uint8_t *data;
    uint32_t count;
    uint32_t data_size;
    uint32_t deadline;
};

/* Whether a handle may run a program. Touches nothing but index. */
uint32_t reggen_validate(const struct reggen_handle *handle, const struct reggen_shape *shape, uint32_t *index);

/* Loops instead of the literals of C: those may be built on a kernel's small stack first. */
void reggen_clear(void *what, size_t size);

/* The access of an operation's kind. */
uint32_t reggen_access(uint32_t kind);

/* A value of a block. */
uint32_t reggen_get(const uint8_t *data, uint32_t width);

/* The result of an operation, or 0 of none; what an operation writes or results in; whether a branch or a repeat goes to its target. */
uint64_t reggen_result_of(const struct reggen_run *run, uint32_t index);
uint64_t reggen_word(const struct reggen_run *run, const struct reggen_operation *operation);
int reggen_goes(const struct reggen_run *run, const struct reggen_operation *operation);

/* For operations that wait. GOES is for the core's own use. */
#define REGGEN_GOES 0xFFu
uint32_t reggen_fail(struct reggen_run *run, uint32_t status);
void reggen_look(struct reggen_run *run);
int reggen_again(struct reggen_run *run, struct reggen_wait *wait, uint32_t time, uint32_t count);
uint32_t reggen_pace(struct reggen_run *run, const struct reggen_wait *wait, uint32_t count);
uint32_t reggen_stall(struct reggen_run *run, uint32_t time);

#endif
