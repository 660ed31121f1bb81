/* What handles have and what they keep from each other. */
#include <string.h>

#include "check.h"

static void allow_all(void)
{
    uint32_t index;
    struct reggen_entry made = entry(0x100, 0xC00, 3, 100);
    struct reggen_entry high[] = { made, entry(0xF000, 0xFFFF, 0, 100) };
    EQUAL(REGGEN_OK, set_policy(high, 2, &index));
}

static struct reggen_range shared(uint16_t first, uint16_t last)
{
    struct reggen_range made = range(first, last);
    made.sharing = REGGEN_SHARING_SHARED;
    return made;
}

void an_exclusive_claim_keeps_others_out(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, range(0x300, 0x30F)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, range(0x30F, 0x310)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, range(0x2FF, 0x300)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, range(0x308, 0x308)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, range(0x200, 0x400)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, shared(0x300, 0x30F)));
    EQUAL(REGGEN_OK, claim_one(&two, range(0x310, 0x310)));
    EQUAL(REGGEN_OK, claim_one(&two, range(0x2FF, 0x2FF)));
}

void a_shared_claim_keeps_exclusive_ones_out(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, shared(0x300, 0x30F)));
    EQUAL(REGGEN_OK, claim_one(&two, shared(0x300, 0x30F)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&two, range(0x30F, 0x310)));
    EQUAL(REGGEN_OK, claim_one(&one, range(0x310, 0x310)));
}

void a_handle_is_not_in_its_own_way(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    EQUAL(2, one.count);
}

void closing_and_releasing_give_ports_back(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    EQUAL(REGGEN_OK, reggen_release(&one));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x300, 1, 1));
    EQUAL(REGGEN_OK, claim_one(&two, range(0x300, 0x30F)));
    EQUAL(REGGEN_E_TAKEN, claim_one(&one, range(0x300, 0x30F)));
    reggen_close(&state, &two);
    EQUAL(0, two.count);
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    reggen_close(&state, &one);
    EQUAL(0, state.handle_count);
    CHECK(state.handles == NULL);
    reggen_close(&state, &one);
    EQUAL(0, state.handle_count);
}

void closing_the_first_handle_leaves_the_second(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&two, range(0x300, 0x30F)));
    reggen_close(&state, &one);
    EQUAL(1, state.handle_count);
    EQUAL(REGGEN_OK, reggen_open(&state, &one, &user));
    EQUAL(0, one.count);
    EQUAL(0, one.running);
    EQUAL(REGGEN_E_TAKEN, claim_one(&one, range(0x300, 0x30F)));
}

void handles_have_a_limit(void)
{
    static struct reggen_handle many[REGGEN_MOST_HANDLES];
    static const struct reggen_caller administrator = { 0 };
    for (uint32_t i = 2; i < REGGEN_MOST_HANDLES; i++) {
        EQUAL(REGGEN_OK, reggen_open(&state, &many[i], &administrator));
    }
    EQUAL(REGGEN_E_FULL, reggen_open(&state, &many[0], &administrator));
    reggen_close(&state, &many[5]);
    EQUAL(REGGEN_OK, reggen_open(&state, &many[0], &administrator));
    EQUAL(REGGEN_E_FULL, reggen_open(&state, &many[5], &administrator));
}

void the_last_16_handles_are_for_administrators(void)
{
    static struct reggen_handle many[256];
    static const struct reggen_caller administrator = { 0 };
    for (uint32_t i = 2; i < 240; i++) {
        EQUAL(REGGEN_OK, reggen_open(&state, &many[i], &user));
    }
    EQUAL(REGGEN_E_FULL, reggen_open(&state, &many[240], &user));
    EQUAL(240, state.handle_count);
    EQUAL(REGGEN_OK, reggen_open(&state, &many[240], &administrator));
    EQUAL(REGGEN_E_FULL, reggen_open(&state, &many[241], &user));
    reggen_close(&state, &many[7]);
    EQUAL(REGGEN_E_FULL, reggen_open(&state, &many[7], &user));
    reggen_close(&state, &many[8]);
    EQUAL(REGGEN_OK, reggen_open(&state, &many[8], &user));
}

void a_claim_is_taken_whole_or_not_at_all(void)
{
    allow_all();
    uint32_t index = 9;
    struct reggen_range some[] = { range(0x300, 0x30F), range(0x320, 0x32F), range(0xD00, 0xD00) };
    EQUAL(REGGEN_E_POLICY, claim(&one, some, 3, &index));
    EQUAL(2, index);
    EQUAL(0, one.count);
    EQUAL(REGGEN_OK, claim(&one, some, 2, &index));
    EQUAL(0, index);
    EQUAL(2, one.count);
    EQUAL(REGGEN_E_TAKEN, claim(&two, &some[1], 1, &index));
}

void who_may_not_have_a_port_does_not_learn_whose_it_is(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    state.entry_count = 0;
    EQUAL(REGGEN_E_POLICY, claim_one(&two, range(0x300, 0x30F)));
}

void ranges_of_a_handle_have_a_limit(void)
{
    allow_all();
    struct reggen_range many[REGGEN_MOST_RANGES];
    uint32_t index;
    for (uint32_t i = 0; i < REGGEN_MOST_RANGES; i++) {
        many[i] = range((uint16_t)(0x300 + i), (uint16_t)(0x300 + i));
    }
    EQUAL(REGGEN_OK, claim(&one, many, 60, &index));
    EQUAL(REGGEN_E_FULL, claim(&one, many, 5, &index));
    EQUAL(60, one.count);
    EQUAL(REGGEN_OK, claim(&one, many + 60, 4, &index));
    EQUAL(REGGEN_E_FULL, claim(&one, many, 1, &index));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x33F, 1, 3));
    EQUAL(REGGEN_OK, claim(&two, (struct reggen_range[]){ range(0x400, 0x400) }, 1, &index));
}

void each_field_of_a_range_is_looked_at(void)
{
    allow_all();
    struct reggen_range good = range(0x300, 0x30F), bad = good;
    bad.first = 0x310;
    EQUAL(REGGEN_E_RANGE, claim_one(&one, bad));
    bad = good, bad.widths = 0;
    EQUAL(REGGEN_E_RANGE, claim_one(&one, bad));
    bad.widths = 8;
    EQUAL(REGGEN_E_RANGE, claim_one(&one, bad));
    bad = good, bad.access = 0;
    EQUAL(REGGEN_E_RANGE, claim_one(&one, bad));
    bad.access = 4;
    EQUAL(REGGEN_E_RANGE, claim_one(&one, bad));
    bad = good, bad.sharing = 2;
    EQUAL(REGGEN_E_RANGE, claim_one(&one, bad));
    bad = good, bad.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, claim_one(&one, bad));
    bad = good, bad.first = bad.last;
    EQUAL(REGGEN_OK, claim_one(&one, bad));
}

void a_claim_is_as_long_as_it_says(void)
{
    allow_all();
    union {
        struct {
            struct reggen_claim claim;
            struct reggen_range ranges[65];
        };
        uint64_t room[70];
    } request = { .claim = { .header = { .size = 24, .version = REGGEN_VERSION }, .count = 1 }, .ranges = { range(0x300, 0x300) } };
    uint32_t index;
    EQUAL(REGGEN_E_REQUEST, reggen_take(&state, &one, &user, &request, 15, &index));
    EQUAL(REGGEN_E_REQUEST, reggen_take(&state, &one, &user, &request, 23, &index));
    EQUAL(REGGEN_E_REQUEST, reggen_take(&state, &one, &user, &request, 25, &index));
    request.claim.count = 0;
    EQUAL(REGGEN_E_COUNT, reggen_take(&state, &one, &user, &request, 24, &index));
    request.claim.count = 65, request.claim.header.size = 16 + 65 * 8;
    EQUAL(REGGEN_E_COUNT, reggen_take(&state, &one, &user, &request, 16 + 65 * 8, &index));
    request.claim.count = 0x20000001, request.claim.header.size = 24;
    EQUAL(REGGEN_E_COUNT, reggen_take(&state, &one, &user, &request, 24, &index));
    request.claim.count = 1, request.claim.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, reggen_take(&state, &one, &user, &request, 24, &index));
    request.claim.reserved = 0, request.claim.header.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, reggen_take(&state, &one, &user, &request, 24, &index));
    request.claim.header.reserved = 0, request.claim.header.version = 0;
    EQUAL(REGGEN_E_VERSION, reggen_take(&state, &one, &user, &request, 24, &index));
    request.claim.header.version = 1, request.claim.header.size = 16;
    EQUAL(REGGEN_E_REQUEST, reggen_take(&state, &one, &user, &request, 24, &index));
    EQUAL(0, one.count);
    request.claim.header.size = 24;
    EQUAL(REGGEN_OK, reggen_take(&state, &one, &user, &request, 24, &index));
}

void an_access_is_inside_the_claims_in_each_byte(void)
{
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x303)));
    EQUAL(REGGEN_OK, claim_one(&one, range(0xFFFE, 0xFFFF)));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x300, 4, 3));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x303, 1, 3));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x301, 4, 3));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x303, 2, 3));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x2FF, 2, 3));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x304, 1, 3));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&two, 0x300, 1, 1));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0xFFFF, 1, 3));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0xFFFE, 2, 3));
    EQUAL(REGGEN_E_RANGE, reggen_covers(&one, 0xFFFF, 2, 3));
    EQUAL(REGGEN_E_RANGE, reggen_covers(&one, 0xFFFE, 4, 3));
    EQUAL(REGGEN_OK, claim_one(&one, range(0x304, 0x307)));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x302, 4, 3));
}

void an_access_has_the_claims_width_and_direction(void)
{
    allow_all();
    struct reggen_range made = range(0x300, 0x303);
    made.widths = 1 | 4, made.access = REGGEN_ACCESS_READ;
    EQUAL(REGGEN_OK, claim_one(&one, made));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x300, 1, 1));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x300, 2, 1));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x300, 4, 1));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x300, 1, 2));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x300, 1, 3));
    made.widths = 2, made.access = REGGEN_ACCESS_WRITE;
    EQUAL(REGGEN_OK, claim_one(&one, made));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x300, 2, 2));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x300, 1, 2));
    EQUAL(REGGEN_E_CLAIM, reggen_covers(&one, 0x300, 1, 3));
}

/* As a forged BAR would have it: a claim that the policy let through reaches over CF8. */
void a_denied_port_is_refused_although_it_is_claimed(void)
{
    one.ranges[one.count++] = range(0, 0xFFFF);
    EQUAL(REGGEN_E_DENIED, reggen_covers(&one, 0xCF8, 1, 1));
    EQUAL(REGGEN_E_DENIED, reggen_covers(&one, 0xCF7, 2, 1));
    EQUAL(REGGEN_E_DENIED, reggen_covers(&one, 0xCF5, 4, 1));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0xCF4, 4, 1));
    EQUAL(REGGEN_E_DENIED, reggen_covers(&one, 0x91, 2, 3));
    EQUAL(REGGEN_E_DENIED, reggen_covers(&one, 0xCFF, 4, 3));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0xD00, 4, 3));
}
