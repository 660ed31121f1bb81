/* Which handle has which ports. */
#include "internal.h"
#include "reggen_shim.h"

static uint32_t check(const struct reggen_range *range)
{
    if (range->reserved != 0) {
        return REGGEN_E_REQUEST;
    }
    int wrong = range->first > range->last || range->widths == 0 || range->widths > 7 || range->access == 0
                || range->access > (REGGEN_ACCESS_READ | REGGEN_ACCESS_WRITE) || range->sharing > REGGEN_SHARING_SHARED;
    return wrong ? REGGEN_E_RANGE : REGGEN_OK;
}

static int clash(const struct reggen_range *one, const struct reggen_range *other)
{
    return one->first <= other->last && other->first <= one->last
           && (one->sharing == REGGEN_SHARING_NONE || other->sharing == REGGEN_SHARING_NONE);
}

/* A handle is never in its own way: it may claim a port for reading and later for writing. */
static int taken(const struct reggen_state *state, const struct reggen_handle *handle, const struct reggen_range *range)
{
    for (const struct reggen_handle *other = state->handles; other != NULL; other = other->next) {
        for (uint32_t i = 0; other != handle && i < other->count; i++) {
            if (clash(range, &other->ranges[i])) {
                return 1;
            }
        }
    }
    return 0;
}

/* Whoever uses up the handles shall not keep out who could stop him. */
static int is_room(const struct reggen_state *state, const struct reggen_caller *caller)
{
    return state->handle_count < REGGEN_MOST_HANDLES - REGGEN_KEPT_HANDLES
           || (state->handle_count < REGGEN_MOST_HANDLES && reggen_shim_is_administrator(caller));
}

uint32_t reggen_open(struct reggen_state *state, struct reggen_handle *handle, const struct reggen_caller *caller)
{
    if (!is_room(state, caller)) {
        return REGGEN_E_FULL;
    }
    reggen_clear(handle, sizeof *handle);
    handle->next = state->handles;
    handle->state = state;
    state->handles = handle;
    state->handle_count++;
    return REGGEN_OK;
}

void reggen_close(struct reggen_state *state, struct reggen_handle *handle)
{
    for (struct reggen_handle **link = &state->handles; *link != NULL; link = &(*link)->next) {
        if (*link == handle) {
            *link = handle->next;
            state->handle_count--;
            break;
        }
    }
    reggen_clear(handle, sizeof *handle);
}

uint32_t reggen_release(struct reggen_handle *handle)
{
    if (handle->running != 0) {
        return REGGEN_E_BUSY;
    }
    handle->count = 0;
    return REGGEN_OK;
}

uint32_t reggen_take(struct reggen_state *state, struct reggen_handle *handle, const struct reggen_caller *caller, const void *request,
                     uint32_t given, uint32_t *index)
{
    const struct reggen_claim *claim = request;
    const struct reggen_range *ranges = (const struct reggen_range *)(claim + 1);
    *index = 0;
    if (given < sizeof *claim) {
        return REGGEN_E_REQUEST;
    }
    if (claim->header.version != REGGEN_VERSION) {
        return REGGEN_E_VERSION;
    }
    if (claim->count == 0 || claim->count > REGGEN_MOST_RANGES) {
        return REGGEN_E_COUNT;
    }
    if (reggen_sized(&claim->header, given, (uint32_t)(sizeof *claim + claim->count * sizeof *ranges)) != REGGEN_OK || claim->reserved != 0) {
        return REGGEN_E_REQUEST;
    }
    if (handle->running != 0) {
        return REGGEN_E_BUSY;
    }
    if (claim->count > REGGEN_MOST_RANGES - handle->count) {
        return REGGEN_E_FULL;
    }
    for (uint32_t i = 0; i < claim->count; i++) {
        uint32_t status = check(&ranges[i]);
        if (status == REGGEN_OK) {
            status = reggen_policy_covers(state, caller, &ranges[i]);
        }
        /* Who may not have the ports does not learn whether another has. */
        if (status == REGGEN_OK && taken(state, handle, &ranges[i])) {
            status = REGGEN_E_TAKEN;
        }
        if (status != REGGEN_OK) {
            *index = i;
            return status;
        }
    }
    for (uint32_t i = 0; i < claim->count; i++) {
        handle->ranges[handle->count++] = ranges[i];
    }
    return REGGEN_OK;
}

static int has(const struct reggen_handle *handle, uint32_t port, uint32_t width, uint32_t access)
{
    for (uint32_t i = 0; i < handle->count; i++) {
        const struct reggen_range *range = &handle->ranges[i];
        if (range->first <= port && port <= range->last && (range->widths & width) != 0 && (range->access & access) == access) {
            return 1;
        }
    }
    return 0;
}

/* The denials are asked here once more, so that no mistake in the policy or in a claim reaches those ports. */
uint32_t reggen_covers(const struct reggen_handle *handle, uint32_t port, uint32_t width, uint32_t access)
{
    uint32_t last;
    if (port + width > REGGEN_PORTS) {
        return REGGEN_E_RANGE;
    }
    for (uint32_t byte = port; byte < port + width; byte++) {
        if ((reggen_needs(handle->state, byte, &last) & REGGEN_NEVER) != 0) {
            return REGGEN_E_DENIED;
        }
        if (!has(handle, byte, width, access)) {
            return REGGEN_E_CLAIM;
        }
    }
    return REGGEN_OK;
}
