/* The second opinion. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model.h"
#include "sheet.h"

static struct reggen_entry policy[REGGEN_MOST_ENTRIES];
static uint32_t policy_count;
static struct {
    struct reggen_range ranges[REGGEN_MOST_RANGES];
    uint32_t count;
} claims[HANDLES];

uint32_t model_running;
uint64_t model_accesses, model_now, model_tick;
uint32_t model_noise;

static struct {
    uint32_t first, last, needs;
} found[8];
static uint32_t found_count;

/* The sheet, read once: it is slow. */
static uint32_t on_sheet(uint32_t port)
{
    static uint8_t needs[0x10000];
    if (needs[0x92] == 0) {
        for (uint32_t each = 0; each < sizeof needs; each++) {
            needs[each] = (uint8_t)sheet_needs(each);
        }
    }
    return needs[port];
}

static uint32_t needs_of(uint32_t port)
{
    uint32_t needs = on_sheet(port);
    for (uint32_t i = 0; i < found_count; i++) {
        needs |= port < found[i].first || port > found[i].last ? 0 : found[i].needs;
    }
    return (needs & REGGEN_NEVER) != 0 ? REGGEN_NEVER : needs;
}

void model_deny(uint32_t first, uint32_t last, uint32_t needs)
{
    found[found_count].first = first;
    found[found_count].last = last;
    found[found_count++].needs = needs;
}

void broken(const char *what, const char *file, int line)
{
    fprintf(stderr, "%s:%d: %s does not hold\n", file, line, what);
    abort();
}

void model_reset(void)
{
    policy_count = 0;
    found_count = 0;
    memset(claims, 0, sizeof claims);
    model_running = HANDLES;
    model_accesses = 0;
}

void model_policy(const struct reggen_entry *entries, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        policy[i] = entries[i];
        MUST(entries[i].first <= entries[i].last);
        for (uint32_t port = entries[i].first; port <= entries[i].last; port++) {
            MUST(needs_of(port) != REGGEN_NEVER);
        }
    }
    policy_count = count;
}

int model_allows(const struct reggen_caller *caller, const struct reggen_range *range)
{
    for (uint32_t port = range->first; port <= range->last; port++) {
        uint32_t needs = needs_of(port);
        int found = 0;
        for (uint32_t i = 0; i < policy_count; i++) {
            const struct reggen_entry *entry = &policy[i];
            found |= entry->who_kind == REGGEN_WHO_GID && memcmp(entry->who, &caller->gid, 4) == 0 && port >= entry->first
                     && port <= entry->last && (range->access & ~entry->access) == 0 && (needs & ~(uint32_t)entry->flags) == 0;
        }
        if (!found) {
            return 0;
        }
    }
    return 1;
}

int model_free(uint32_t handle, const struct reggen_range *range)
{
    for (uint32_t other = 0; other < HANDLES; other++) {
        for (uint32_t i = 0; other != handle && i < claims[other].count; i++) {
            const struct reggen_range *taken = &claims[other].ranges[i];
            int apart = taken->last < range->first || taken->first > range->last;
            if (!apart && (taken->sharing & range->sharing & REGGEN_SHARING_SHARED) == 0) {
                return 0;
            }
        }
    }
    return 1;
}

void model_take(uint32_t handle, const struct reggen_range *range)
{
    MUST(claims[handle].count < REGGEN_MOST_RANGES);
    claims[handle].ranges[claims[handle].count++] = *range;
}

void model_release(uint32_t handle)
{
    claims[handle].count = 0;
}

static void touched(uint32_t port, uint32_t width, uint32_t direction)
{
    MUST(model_running < HANDLES);
    MUST(width == 1 || width == 2 || width == 4);
    MUST(port + width <= 0x10000);
    model_accesses++;
    for (uint32_t byte = port; byte < port + width; byte++) {
        int found = 0;
        for (uint32_t i = 0; i < claims[model_running].count; i++) {
            const struct reggen_range *range = &claims[model_running].ranges[i];
            found |= byte >= range->first && byte <= range->last && (range->widths & width) != 0 && (range->access & direction) != 0;
        }
        MUST(found);
        MUST(needs_of(byte) != REGGEN_NEVER);
    }
}

uint32_t reggen_shim_read(uint16_t port, uint8_t width)
{
    touched(port, width, REGGEN_ACCESS_READ);
    model_noise = model_noise * 1664525 + 1013904223;
    /* Often one of few values, so that polls and branches go both ways. */
    return (model_noise & 0x300) == 0 ? model_noise >> 8 : model_noise >> 24 & 3;
}

void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value)
{
    touched(port, width, REGGEN_ACCESS_WRITE);
    MUST(!sheet_forbids(port, width, value));
}

uint64_t reggen_shim_now(void)
{
    model_noise = model_noise * 1664525 + 1013904223;
    /* Now and then it steps back. */
    return (model_noise & 0xF0000) == 0 ? model_now - 5000 : (model_now += model_tick);
}

int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry)
{
    return entry->who_kind == REGGEN_WHO_GID && memcmp(entry->who, &caller->gid, 4) == 0;
}

int reggen_shim_is_administrator(const struct reggen_caller *caller)
{
    return caller->gid == 0;
}
