/* Programs that are mostly right, and what must hold of their answers. */
#ifndef PROGRAMS_H
#define PROGRAMS_H

#include "input.h"
#include "reggen_core.h"

struct program {
    void *request; /* of exactly size bytes */
    uint32_t size;
    uint32_t count; /* as it was made, whatever the request says */
    uint32_t data;
    uint32_t deadline;
    void *copy;
};

struct program program_make(struct input *input);
void program_free(struct program *program);
uint32_t program_room(const struct program *program);
uint64_t program_tick(const struct program *program, uint8_t variety);
void program_check(const struct program *program, const uint8_t *answer, uint32_t size, int begun);

#endif
