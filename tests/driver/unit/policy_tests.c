/* Who may claim which ports. */
#include <string.h>

#include "check.h"

static uint32_t index_of;

static uint32_t set_one(struct reggen_entry made)
{
    return set_policy(&made, 1, &index_of);
}

static uint32_t try_range(uint16_t first, uint16_t last)
{
    uint32_t status = claim_one(&one, range(first, last));
    reggen_release(&one);
    return status;
}

void nobody_may_claim_anything_at_install(void)
{
    EQUAL(REGGEN_E_POLICY, try_range(0x3F8, 0x3FF));
    EQUAL(REGGEN_E_POLICY, try_range(0xFFFF, 0xFFFF));
    EQUAL(REGGEN_E_POLICY, try_range(0x70, 0x71));
    EQUAL(0, one.count);
}

void a_claim_is_inside_the_policy_to_the_port(void)
{
    EQUAL(REGGEN_OK, set_one(entry(0x3F8, 0x3FF, 0, 100)));
    EQUAL(REGGEN_OK, try_range(0x3F8, 0x3FF));
    EQUAL(REGGEN_OK, try_range(0x3F8, 0x3F8));
    EQUAL(REGGEN_OK, try_range(0x3FF, 0x3FF));
    EQUAL(REGGEN_E_POLICY, try_range(0x3F7, 0x3F8));
    EQUAL(REGGEN_E_POLICY, try_range(0x3FF, 0x400));
    EQUAL(REGGEN_E_POLICY, try_range(0x3F7, 0x400));
}

void the_last_port_can_be_claimed(void)
{
    EQUAL(REGGEN_OK, set_one(entry(0xFFF0, 0xFFFF, 0, 100)));
    EQUAL(REGGEN_OK, try_range(0xFFFF, 0xFFFF));
    EQUAL(REGGEN_OK, try_range(0xFFF0, 0xFFFF));
}

void an_entry_is_for_those_it_names(void)
{
    EQUAL(REGGEN_OK, set_one(entry(0x3F8, 0x3FF, 0, 101)));
    EQUAL(REGGEN_E_POLICY, try_range(0x3F8, 0x3FF));
}

void who_is_named_by_an_entry_is_known(void)
{
    const struct reggen_caller other = { 7 };
    CHECK(!reggen_named(&state, &user));
    struct reggen_entry some[] = { entry(0x300, 0x300, 0, 5), entry(0x301, 0x301, 0, 100) };
    EQUAL(REGGEN_OK, set_policy(some, 2, &index_of));
    CHECK(reggen_named(&state, &user));
    CHECK(!reggen_named(&state, &other));
    EQUAL(REGGEN_OK, set_policy(some, 1, &index_of)); /* the second is still there, but no longer an entry */
    CHECK(!reggen_named(&state, &user));
}

void entries_add_up_whatever_their_order(void)
{
    struct reggen_entry some[] = { entry(0x304, 0x307, 0, 100), entry(0x302, 0x305, 0, 100), entry(0x300, 0x302, 0, 100), entry(0x308, 0x30F, 0, 7) };
    EQUAL(REGGEN_OK, set_policy(some, 4, &index_of));
    EQUAL(REGGEN_OK, try_range(0x300, 0x307));
    EQUAL(REGGEN_E_POLICY, try_range(0x300, 0x308));
    some[1].last = 0x302;
    EQUAL(REGGEN_OK, set_policy(some, 4, &index_of));
    EQUAL(REGGEN_E_POLICY, try_range(0x300, 0x307));
}

void the_thirty_third_entry_counts_for_itself(void)
{
    struct reggen_entry some[34];
    for (uint32_t i = 0; i < 34; i++) {
        some[i] = entry((uint16_t)(0x1000 + i), (uint16_t)(0x1000 + i), 0, i == 32 ? 100 : 5);
    }
    EQUAL(REGGEN_OK, set_policy(some, 34, &index_of));
    EQUAL(REGGEN_E_POLICY, try_range(0x1000, 0x1000));
    EQUAL(REGGEN_OK, try_range(0x1020, 0x1020));
    EQUAL(REGGEN_E_POLICY, try_range(0x1021, 0x1021));
}

void an_entry_gives_its_direction_alone(void)
{
    struct reggen_entry made = entry(0x300, 0x300, 0, 100);
    made.access = REGGEN_ACCESS_READ;
    EQUAL(REGGEN_OK, set_one(made));
    struct reggen_range wanted = range(0x300, 0x300);
    EQUAL(REGGEN_E_POLICY, claim_one(&one, wanted));
    wanted.access = REGGEN_ACCESS_WRITE;
    EQUAL(REGGEN_E_POLICY, claim_one(&one, wanted));
    wanted.access = REGGEN_ACCESS_READ;
    EQUAL(REGGEN_OK, claim_one(&one, wanted));
}

void marked_ports_need_the_flag(void)
{
    EQUAL(REGGEN_OK, set_one(entry(0x70, 0x77, 0, 100)));
    EQUAL(REGGEN_E_FLAG, try_range(0x70, 0x71));
    EQUAL(REGGEN_OK, set_one(entry(0x70, 0x77, REGGEN_POLICY_DANGER, 100)));
    EQUAL(REGGEN_E_FLAG, try_range(0x70, 0x71));
    EQUAL(REGGEN_OK, set_one(entry(0x70, 0x77, REGGEN_POLICY_SYSTEM, 100)));
    EQUAL(REGGEN_OK, try_range(0x70, 0x71));
    EQUAL(REGGEN_OK, set_one(entry(0x2E, 0x2F, REGGEN_POLICY_DANGER, 100)));
    EQUAL(REGGEN_OK, try_range(0x2E, 0x2F));
    EQUAL(REGGEN_E_POLICY, try_range(0x2D, 0x2F));
    EQUAL(REGGEN_OK, set_one(entry(0x0, 0xF, REGGEN_POLICY_SYSTEM, 100)));
    EQUAL(REGGEN_E_FLAG, try_range(0x0, 0xF));
    EQUAL(REGGEN_OK, set_one(entry(0x0, 0xF, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER, 100)));
    EQUAL(REGGEN_OK, try_range(0x0, 0xF));
}

/* One entry without the flag around one with it: each byte is looked at for itself. */
void a_flag_is_needed_where_the_port_is_marked(void)
{
    struct reggen_entry some[] = { entry(0x22, 0x33, REGGEN_POLICY_SYSTEM, 100), entry(0x2E, 0x2E, REGGEN_POLICY_DANGER, 100) };
    EQUAL(REGGEN_OK, set_policy(some, 2, &index_of));
    EQUAL(REGGEN_OK, try_range(0x22, 0x2E));
    EQUAL(REGGEN_E_FLAG, try_range(0x22, 0x2F));
    EQUAL(REGGEN_OK, try_range(0x30, 0x33));
}

void a_port_that_nobody_may_touch_is_in_no_policy_and_no_claim(void)
{
    static const uint16_t never[] = { 0x7E, 0x7F, 0x92, 0xB2, 0xB3, 0xCF8, 0xCF9, 0xCFF, 0x5658, 0x5659 };
    for (uint32_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        EQUAL(REGGEN_E_DENIED, set_one(entry(never[i], never[i], 3, 100)));
        EQUAL(REGGEN_E_DENIED, set_one(entry((uint16_t)(never[i] - 0x20), (uint16_t)(never[i] + 0x20), 3, 100)));
        /* Should one have got into the policy in another way. */
        state.entries[0] = entry(0, 0xFFFF, 3, 100);
        state.entry_count = 1;
        EQUAL(REGGEN_E_DENIED, try_range(never[i], never[i]));
        EQUAL(REGGEN_E_DENIED, try_range(0, 0xFFFF));
    }
}

void a_wrong_entry_changes_nothing_and_is_named(void)
{
    struct reggen_entry some[] = { entry(0x300, 0x30F, 0, 100), entry(0x320, 0x31F, 0, 100) };
    EQUAL(REGGEN_OK, set_one(entry(0x3F8, 0x3FF, 0, 100)));
    EQUAL(REGGEN_E_RANGE, set_policy(some, 2, &index_of));
    EQUAL(1, index_of);
    EQUAL(1, state.entry_count);
    EQUAL(REGGEN_OK, try_range(0x3F8, 0x3FF));
    EQUAL(REGGEN_E_POLICY, try_range(0x300, 0x30F));
}

void each_field_of_an_entry_is_looked_at(void)
{
    struct reggen_entry good = entry(0x300, 0x30F, 0, 100), bad = good;
    bad.access = 0;
    EQUAL(REGGEN_E_RANGE, set_one(bad));
    bad.access = 4;
    EQUAL(REGGEN_E_RANGE, set_one(bad));
    bad = good, bad.flags = 4;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad = good, bad.who_kind = 0;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad.who_kind = 3;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad = good, bad.who_size = 3;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad.who_size = 5;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad = good, bad.who[4] = 1;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad = good, bad.who[67] = 1;
    EQUAL(REGGEN_E_ENTRY, set_one(bad));
    bad = good, bad.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, set_one(bad));
    EQUAL(REGGEN_OK, set_one(good));
}

/* MS-DTYP 2.4.2.2: revision 1, the number of authorities to 15, 6 bytes, 4 for each. */
void a_sid_has_its_size(void)
{
    struct reggen_entry made = { .first = 0x300, .last = 0x300, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = 16, .who = { 1, 2, 0, 0, 0, 0, 0, 5, 32 } };
    EQUAL(REGGEN_OK, set_one(made));
    EQUAL(REGGEN_E_POLICY, try_range(0x300, 0x300));
    made.who_size = 12;
    EQUAL(REGGEN_E_ENTRY, set_one(made));
    made.who_size = 20;
    EQUAL(REGGEN_E_ENTRY, set_one(made));
    made.who_size = 16, made.who[0] = 2;
    EQUAL(REGGEN_E_ENTRY, set_one(made));
    made.who[0] = 1, made.who[1] = 15, made.who_size = 68;
    EQUAL(REGGEN_OK, set_one(made));
    made.who[1] = 16, made.who_size = 72;
    EQUAL(REGGEN_E_ENTRY, set_one(made));
    made.who[1] = 0x40, made.who_size = 8; /* 8 + 4 * 64 is 8 in a byte */
    EQUAL(REGGEN_E_ENTRY, set_one(made));
}

void a_policy_is_as_long_as_it_says(void)
{
    union {
        struct reggen_policy policy;
        uint64_t room[2000];
    } request = { .policy = { .header = { .size = 16, .version = REGGEN_VERSION } } };
    EQUAL(REGGEN_OK, set_one(entry(0x300, 0x300, 0, 100)));
    EQUAL(REGGEN_E_REQUEST, reggen_set_policy(&state, &request, 15, &index_of));
    EQUAL(REGGEN_E_REQUEST, reggen_set_policy(&state, &request, 17, &index_of));
    request.policy.count = 1;
    EQUAL(REGGEN_E_REQUEST, reggen_set_policy(&state, &request, 16, &index_of));
    request.policy.count = 129, request.policy.header.size = 16 + 129 * 80;
    EQUAL(REGGEN_E_COUNT, reggen_set_policy(&state, &request, 16 + 129 * 80, &index_of));
    request.policy.count = 0x03333334; /* times 80 is 64 more than 2^32 */
    EQUAL(REGGEN_E_COUNT, reggen_set_policy(&state, &request, 80, &index_of));
    request.policy.count = 0, request.policy.header.size = 16;
    request.policy.header.version = 2;
    EQUAL(REGGEN_E_VERSION, reggen_set_policy(&state, &request, 16, &index_of));
    request.policy.header.version = 1, request.policy.header.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, reggen_set_policy(&state, &request, 16, &index_of));
    request.policy.header.reserved = 0, request.policy.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, reggen_set_policy(&state, &request, 16, &index_of));
    request.policy.reserved = 0, request.policy.header.size = 17;
    EQUAL(REGGEN_E_REQUEST, reggen_set_policy(&state, &request, 16, &index_of));
    EQUAL(1, state.entry_count);
    request.policy.header.size = 16;
    EQUAL(REGGEN_OK, reggen_set_policy(&state, &request, 16, &index_of));
    EQUAL(0, state.entry_count);
    struct reggen_entry most[REGGEN_MOST_ENTRIES];
    for (uint32_t i = 0; i < REGGEN_MOST_ENTRIES; i++) {
        most[i] = entry((uint16_t)(0x1000 + i), (uint16_t)(0x1000 + i), 0, 100);
    }
    EQUAL(REGGEN_OK, set_policy(most, REGGEN_MOST_ENTRIES, &index_of));
    EQUAL(REGGEN_OK, try_range(0x1000, 0x107F));
}
