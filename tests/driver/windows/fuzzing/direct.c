/* See direct.h. */
#include "direct.h"

#include "kernel.h"

static const struct handle *holder;
static PEPROCESS process;
static uint8_t given[sizeof fake.map], wanted[sizeof fake.map];
unsigned long long direct_given, direct_lost;

void expect_reset(void)
{
    holder = NULL;
}

/* All bits but those of its ports, one by one. */
void expect_ask(const struct handle *handle)
{
    for (uint32_t port = 0; port < 0x10000; port += 8) {
        wanted[port / 8] = 0xFF;
    }
    for (uint32_t i = 0; i < handle->core.count; i++) {
        for (uint32_t port = handle->core.ranges[i].first; port <= handle->core.ranges[i].last; port++) {
            wanted[port >> 3] = (uint8_t)(wanted[port >> 3] & (0xFF ^ 1 << (port & 7)));
        }
    }
    fake.wanted = wanted;
}

/* What stands in the way, as the header and the sheet of denials say it. */
static uint32_t expected(const struct handle *handle, uint32_t *index)
{
    *index = 0;
    for (uint32_t i = 0; i < handle->core.count; i++) {
        const struct reggen_range *range = &handle->core.ranges[i];
        *index = i;
        for (uint32_t port = range->first; port <= range->last; port++) {
            if (port == 0x64 || (port & ~1u) == 0x7E || port == 0x92 || (port & ~1u) == 0xB2 || (port & ~7u) == 0xCF8 || (port & ~1u) == 0x5658) {
                return REGGEN_E_DENIED;
            }
        }
        if (range->sharing != 0 || range->widths != 7 || range->access != 3) {
            return REGGEN_E_DIRECT;
        }
    }
    *index = 0;
    if (handle->core.count == 0) {
        return REGGEN_E_DIRECT;
    }
    if (holder != NULL) {
        return holder == handle && process == fake.processes[fake.current] ? REGGEN_OK : REGGEN_E_DIRECT;
    }
    return fake.first_map[0x3C0 / 8] == 0xFF ? REGGEN_OK : REGGEN_E_DIRECT;
}

void expect_answer(const struct handle *handle, uint32_t status, uint32_t index, int failed)
{
    uint32_t where, should = expected(handle, &where);
    fake.wanted = NULL;
    MUST(index == where);
    MUST(status == should || (failed && status == REGGEN_E_DIRECT && should == REGGEN_OK));
    if (status == REGGEN_OK) {
        holder = handle;
        process = fake.processes[fake.current];
        memcpy(given, wanted, sizeof given);
        direct_given++;
    } else if (failed && holder == handle) {
        expect_gone(handle);
    }
}

void expect_gone(const struct handle *handle)
{
    if (holder == handle && handle != NULL) {
        holder = NULL;
        direct_lost++;
    }
}

void expect_exit(uint32_t which)
{
    if (holder != NULL && process == fake.processes[which]) {
        expect_gone(holder);
    }
}

void expect_check(void)
{
    MUST(fake.on == (holder != NULL ? process : NULL));
    MUST(memcmp(fake.map, holder != NULL ? given : fake.first_map, sizeof given) == 0);
    for (uint32_t i = 0; i < FAKE_PROCESSES; i++) {
        MUST(fake.processes[i]->references == (holder != NULL && process == fake.processes[i]));
    }
}
