/* A second opinion on what handles may do, byte by byte and without regard to speed; and the machine that asks it at each access. */
#ifndef MODEL_H
#define MODEL_H

#include <stddef.h>

#include "internal.h"
#include "reggen_shim.h"

#define HANDLES 3u

/* Ends the process: libFuzzer keeps the input. */
#define MUST(condition) ((condition) ? (void)0 : broken(#condition, __FILE__, __LINE__))
void broken(const char *what, const char *file, int line);

void model_reset(void);
void model_deny(uint32_t first, uint32_t last, uint32_t needs);
void model_policy(const struct reggen_entry *entries, uint32_t count);
/* Whether the present policy lets a caller have a range; and whether handle may have it beside the others. */
int model_allows(const struct reggen_caller *caller, const struct reggen_range *range);
int model_free(uint32_t handle, const struct reggen_range *range);
void model_take(uint32_t handle, const struct reggen_range *range);
void model_release(uint32_t handle);

/* The machine: which handle's program runs (HANDLES for none), how far a look moves the clock, what reads answer. */
extern uint32_t model_running;
extern uint64_t model_accesses, model_now, model_tick;
extern uint32_t model_noise;

#endif
