/* A machine of ports and a clock, and a driver on it. */
#include <stdio.h>
#include <string.h>

#include "check.h"

struct access accesses[0x1000];
uint32_t access_count;
uint64_t clock_now, clock_tick;
struct reggen_state state;
struct reggen_handle one, two;
const struct reggen_caller user = { 100 };
struct trial trial;

#define ANSWERS 256
static struct {
    uint16_t port;
    uint32_t value;
    int given;
} answers[ANSWERS];
static uint32_t answer_count;

void ports_reset(void)
{
    access_count = answer_count = 0;
    clock_now = 1000000000000;
    clock_tick = 0;
}

void ports_answer(uint16_t port, uint32_t value)
{
    answers[answer_count].port = port;
    answers[answer_count].value = value;
    answers[answer_count++].given = 0;
}

static void note(char kind, uint16_t port, uint8_t width, uint32_t value)
{
    if (access_count < sizeof accesses / sizeof accesses[0]) {
        accesses[access_count++] = (struct access){ kind, width, port, value };
    }
}

uint32_t reggen_shim_read(uint16_t port, uint8_t width)
{
    uint32_t value = 0xFFFFFFFF;
    for (uint32_t i = 0; i < answer_count; i++) {
        if (answers[i].port == port) {
            value = answers[i].value;
            if (!answers[i].given) {
                answers[i].given = 1;
                break;
            }
        }
    }
    note('R', port, width, value);
    return value;
}

void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value)
{
    note('W', port, width, value);
}

uint64_t reggen_shim_now(void)
{
    return clock_now += clock_tick;
}

int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry)
{
    return entry->who_kind == REGGEN_WHO_GID && memcmp(entry->who, &caller->gid, 4) == 0;
}

int reggen_shim_is_administrator(const struct reggen_caller *caller)
{
    return caller->gid == 0;
}

const char *ports_said(void)
{
    static char text[0x8000];
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < access_count && at < sizeof text - 64; i++) {
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%c%u %X=%X", i == 0 ? "" : ", ", accesses[i].kind, accesses[i].width,
                               accesses[i].port, accesses[i].value);
    }
    return text;
}

void driver_reset(void)
{
    memset(&state, 0, sizeof state);
    memset(&one, 0xA5, sizeof one);
    memset(&two, 0xA5, sizeof two);
    EQUAL(REGGEN_OK, reggen_open(&state, &one, &user));
    EQUAL(REGGEN_OK, reggen_open(&state, &two, &user));
}

struct reggen_entry entry(uint16_t first, uint16_t last, uint8_t flags, uint32_t gid)
{
    struct reggen_entry made = { .first = first, .last = last, .access = 3, .flags = flags, .who_kind = REGGEN_WHO_GID, .who_size = 4 };
    memcpy(made.who, &gid, 4);
    return made;
}

uint32_t set_policy(const struct reggen_entry *entries, uint32_t count, uint32_t *index)
{
    struct {
        struct reggen_policy policy;
        struct reggen_entry entries[REGGEN_MOST_ENTRIES];
    } request = { .policy = { .header = { .size = 16 + 80 * count, .version = REGGEN_VERSION }, .count = count } };
    memcpy(request.entries, entries, count * sizeof *entries);
    return reggen_set_policy(&state, &request, request.policy.header.size, index);
}

struct reggen_range range(uint16_t first, uint16_t last)
{
    return (struct reggen_range){ .first = first, .last = last, .widths = 7, .access = 3 };
}

uint32_t claim(struct reggen_handle *handle, const struct reggen_range *ranges, uint32_t count, uint32_t *index)
{
    struct {
        struct reggen_claim claim;
        struct reggen_range ranges[REGGEN_MOST_RANGES];
    } request = { .claim = { .header = { .size = 16 + 8 * count, .version = REGGEN_VERSION }, .count = count } };
    memcpy(request.ranges, ranges, count * sizeof *ranges);
    return reggen_take(&state, handle, &user, &request, request.claim.header.size, index);
}

uint32_t claim_one(struct reggen_handle *handle, struct reggen_range range)
{
    uint32_t index;
    return claim(handle, &range, 1, &index);
}
