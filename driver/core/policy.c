/* Who may claim which ports. Nobody any, until an administrator says so. */
#include "internal.h"
#include "reggen_shim.h"

#define WORDS (REGGEN_MOST_ENTRIES / 32)
#define SID_HEAD 8u
#define SID_MOST 15u

static int is_sid(const struct reggen_entry *entry)
{
    return entry->who[0] == 1 && entry->who[1] <= SID_MOST && entry->who_size == SID_HEAD + 4u * entry->who[1];
}

static int is_somebody(const struct reggen_entry *entry)
{
    if (entry->who_kind == REGGEN_WHO_SID ? !is_sid(entry) : entry->who_kind != REGGEN_WHO_GID || entry->who_size != 4) {
        return 0;
    }
    for (uint32_t i = entry->who_size; i < sizeof entry->who; i++) {
        if (entry->who[i] != 0) {
            return 0;
        }
    }
    return 1;
}

static uint32_t check(const struct reggen_state *state, const struct reggen_entry *entry)
{
    if (entry->reserved != 0) {
        return REGGEN_E_REQUEST;
    }
    if (entry->first > entry->last || entry->access == 0 || entry->access > (REGGEN_ACCESS_READ | REGGEN_ACCESS_WRITE)) {
        return REGGEN_E_RANGE;
    }
    if (entry->flags > (REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER) || !is_somebody(entry)) {
        return REGGEN_E_ENTRY;
    }
    /* An entry that names a port which nobody gets would look as if it held. */
    return reggen_reaches_never(state, entry->first, entry->last) ? REGGEN_E_DENIED : REGGEN_OK;
}

uint32_t reggen_set_policy(struct reggen_state *state, const void *request, uint32_t given, uint32_t *index)
{
    const struct reggen_policy *policy = request;
    const struct reggen_entry *entries = (const struct reggen_entry *)(policy + 1);
    *index = 0;
    if (given < sizeof *policy) {
        return REGGEN_E_REQUEST;
    }
    if (policy->header.version != REGGEN_VERSION) {
        return REGGEN_E_VERSION;
    }
    if (policy->count > REGGEN_MOST_ENTRIES) {
        return REGGEN_E_COUNT;
    }
    uint32_t status = reggen_sized(&policy->header, given, (uint32_t)(sizeof *policy + policy->count * sizeof *entries));
    if (status != REGGEN_OK || policy->reserved != 0) {
        return REGGEN_E_REQUEST;
    }
    for (uint32_t i = 0; i < policy->count; i++) {
        status = check(state, &entries[i]);
        if (status != REGGEN_OK) {
            *index = i;
            return status;
        }
    }
    for (uint32_t i = 0; i < policy->count; i++) {
        state->entries[i] = entries[i];
    }
    state->entry_count = policy->count;
    return REGGEN_OK;
}

int reggen_named(const struct reggen_state *state, const struct reggen_caller *caller)
{
    for (uint32_t i = 0; i < state->entry_count; i++) {
        if (reggen_shim_is(caller, &state->entries[i])) {
            return 1;
        }
    }
    return 0;
}

/* The first port from at on that no entry with these flags covers. */
static uint32_t reach(const struct reggen_state *state, const uint32_t *applies, const struct reggen_range *range, uint32_t flags, uint32_t at)
{
    uint32_t end = at;
    for (uint32_t i = 0; i < state->entry_count; i++) {
        const struct reggen_entry *entry = &state->entries[i];
        if ((applies[i / 32] >> i % 32 & 1) != 0 && (entry->access & range->access) == range->access && (entry->flags & flags) == flags
            && entry->first <= at && entry->last >= end) {
            end = entry->last + 1u;
        }
    }
    return end;
}

uint32_t reggen_policy_covers(const struct reggen_state *state, const struct reggen_caller *caller, const struct reggen_range *range)
{
    uint32_t applies[WORDS] = { 0 };
    for (uint32_t i = 0; i < state->entry_count; i++) {
        applies[i / 32] |= (reggen_shim_is(caller, &state->entries[i]) ? 1u : 0u) << i % 32;
    }
    for (uint32_t at = range->first; at <= range->last;) {
        uint32_t last;
        uint32_t needs = reggen_needs(state, at, &last);
        if ((needs & REGGEN_NEVER) != 0) {
            return REGGEN_E_DENIED;
        }
        uint32_t end = reach(state, applies, range, needs, at);
        if (end == at) {
            return reach(state, applies, range, 0, at) == at ? REGGEN_E_POLICY : REGGEN_E_FLAG;
        }
        /* Behind last something else may be needed. */
        at = end > last ? last + 1 : end;
    }
    return REGGEN_OK;
}
