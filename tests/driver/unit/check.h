/* A test is a function without arguments; main.c lists them. */
#ifndef CHECK_H
#define CHECK_H

#include <stdint.h>

#include "internal.h"
#include "reggen_shim.h"

#define CHECK(condition) check((condition) != 0, #condition, __FILE__, __LINE__)
#define EQUAL(expected, actual) check_equal((uint64_t)(expected), (uint64_t)(actual), #actual, __FILE__, __LINE__)

void check(int holds, const char *what, const char *file, int line);
void check_equal(uint64_t expected, uint64_t actual, const char *what, const char *file, int line);

/* Ports. A read answers what was set with ports_answer, in turn, and then stays with the last one; FF of unset ports. */
struct access {
    char kind; /* R, W */
    uint8_t width;
    uint16_t port;
    uint32_t value;
};
extern struct access accesses[0x1000];
extern uint32_t access_count;
void ports_reset(void);
void ports_answer(uint16_t port, uint32_t value);
/* "R1 3F8=60, W2 300=1234": what was accessed since the reset. */
const char *ports_said(void);
#define SAID(expected) check_said((expected), __FILE__, __LINE__)
void check_said(const char *expected, const char *file, int line);

/* The clock: ns, and how far each look moves it. */
extern uint64_t clock_now, clock_tick;

/* One driver for each test, anew. */
extern struct reggen_state state;
extern struct reggen_handle one, two;
extern const struct reggen_caller user; /* gid 100 */
void driver_reset(void);

struct reggen_entry entry(uint16_t first, uint16_t last, uint8_t flags, uint32_t gid);
uint32_t set_policy(const struct reggen_entry *entries, uint32_t count, uint32_t *index);
struct reggen_range range(uint16_t first, uint16_t last);
uint32_t claim(struct reggen_handle *handle, const struct reggen_range *ranges, uint32_t count, uint32_t *index);
uint32_t claim_one(struct reggen_handle *handle, struct reggen_range range);

/* A program under construction, and its answer. */
struct trial {
    struct {
        struct reggen_program program;
        union {
            struct reggen_operation operations[REGGEN_MOST_OPERATIONS + 1];
            uint8_t bytes[(REGGEN_MOST_OPERATIONS + 1) * sizeof(struct reggen_operation) + REGGEN_MOST_DATA];
        };
    } request;
    uint32_t data; /* where it begins in bytes */
    struct reggen_run run;
    struct reggen_outcome outcome;
    const struct reggen_result *results;
    const uint8_t *read;
};
extern struct trial trial;
void program_reset(void);
struct reggen_operation blank(uint8_t kind);
struct reggen_operation port_op(uint8_t kind, uint16_t port, uint8_t width);
uint32_t add(struct reggen_operation operation); /* its index */
uint32_t add_in(uint16_t port, uint8_t width);
uint32_t add_out(uint16_t port, uint8_t width, uint64_t value);
uint8_t *with_data(uint32_t size); /* after the last operation */
uint32_t begin(void);
uint32_t run_all(void); /* begins, steps to the end, jumping over sleeps; the status */
uint32_t finish_run(void);

#endif
