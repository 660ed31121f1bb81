/* Who has what, by what the module said; and calls of it, with what each may answer. */
#ifndef WORLD_H
#define WORLD_H

#include "input.h"
#include "programs.h"

#define SLOTS 4u
#define WORLD_LONGEST (32u + 256u * 40u + 0x10000u) /* bytes of the longest program */

struct slot {
    struct file file;
    bool open, running;
    uint32_t count;
    struct reggen_range ranges[REGGEN_MOST_RANGES];
};
extern struct slot slots[SLOTS];
extern uint32_t world_named; /* bit N: the policy names group N */
extern unsigned long long calls, claims_taken, programs_begun;

/* firmware.c: a table for the module to find, by the input's last bytes; what it says of ports. */
#define FOR_NOBODY 1u
#define NEEDS_BOTH 2u
void firmware_make(struct input *input);
void firmware_check(void); /* the module has found it all, and nothing else */
uint8_t firmware_marks(uint32_t first, uint32_t last);
bool firmware_forbids(uint32_t first, uint32_t last);
extern bool world_trusts; /* an entry of the policy has both flags */

/* known.c */
void known_cases(void);

/* The usual policy and claims, or none. */
void world_begin(bool usual);
void world_check(void);
void world_end(void);
/* Counts how many can be open, where nothing else stops it. */
void world_open_all(void);
bool world_owned(const struct reggen_range *range);

void slot_open(struct slot *slot, bool locked);
void slot_close(struct slot *slot);
void slot_took(struct slot *slot, const struct reggen_range *ranges, uint32_t count);

/* Sends size bytes in memory of room bytes, which the caller frees; NULL if there was no answer. A flip changes the header after it was read. */
uint8_t *call(struct slot *slot, uint32_t code, const void *request, uint32_t size, size_t room, uint8_t flip);

#endif
