/* What may be given to a program past the driver: a permission bitmap has one bit a port, for both directions, all widths and all values. */
#include "check.h"

static void allow_all(void)
{
    uint32_t index;
    struct reggen_entry made[] = { entry(0x00, 0x7D, 3, 100), entry(0x100, 0xC00, 3, 100), entry(0xF000, 0xFFFF, 0, 100) };
    EQUAL(REGGEN_OK, set_policy(made, 3, &index));
}

void what_is_claimed_whole_can_be_given(void)
{
    uint32_t index = 9;
    allow_all();
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x307)));
    EQUAL(REGGEN_OK, claim_one(&one, range(0x308, 0x308)));
    EQUAL(REGGEN_OK, claim_one(&one, range(0xFFF0, 0xFFFF)));
    EQUAL(REGGEN_OK, reggen_direct(&one, &index));
    EQUAL(0, index);
    EQUAL(3, one.count);
}

static void not_whole(struct reggen_range range)
{
    uint32_t index = 9;
    EQUAL(REGGEN_OK, claim_one(&one, range));
    EQUAL(REGGEN_E_DIRECT, reggen_direct(&one, &index));
    EQUAL(1, index);
    EQUAL(REGGEN_OK, reggen_release(&one));
}

void a_range_that_is_not_whole_is_named(void)
{
    allow_all();
    for (uint8_t widths = 1; widths < 7; widths++) {
        struct reggen_range made = range(0x310, 0x31F);
        made.widths = widths;
        EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x307)));
        not_whole(made);
    }
    for (uint8_t access = 1; access < 3; access++) {
        struct reggen_range made = range(0x310, 0x31F);
        made.access = access;
        EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x307)));
        not_whole(made);
    }
    struct reggen_range shared = range(0x310, 0x31F);
    shared.sharing = REGGEN_SHARING_SHARED;
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x307)));
    not_whole(shared);
}

void nothing_claimed_is_nothing_to_give(void)
{
    uint32_t index = 9;
    allow_all();
    EQUAL(REGGEN_E_DIRECT, reggen_direct(&one, &index));
    EQUAL(0, index);
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x307)));
    EQUAL(REGGEN_OK, reggen_direct(&one, &index));
    EQUAL(REGGEN_OK, reggen_release(&one));
    EQUAL(REGGEN_E_DIRECT, reggen_direct(&one, &index));
}

static uint32_t give(uint16_t first, uint16_t last)
{
    uint32_t index = 9;
    one.count = 0;
    one.ranges[one.count++] = range(0x300, 0x307);
    one.ranges[one.count++] = range(first, last);
    uint32_t status = reggen_direct(&one, &index);
    EQUAL(status == REGGEN_OK ? 0 : 1, index);
    return status;
}

/* 64 takes commands that reset the machine; the others are nobody's, although a claim should say so. */
void ports_with_rules_are_not_given(void)
{
    EQUAL(REGGEN_E_DENIED, give(0x64, 0x64));
    EQUAL(REGGEN_E_DENIED, give(0x60, 0x64));
    EQUAL(REGGEN_E_DENIED, give(0x60, 0x6F));
    EQUAL(REGGEN_E_DENIED, give(0x64, 0x66));
    EQUAL(REGGEN_OK, give(0x60, 0x63));
    EQUAL(REGGEN_OK, give(0x65, 0x6F));
    EQUAL(REGGEN_E_DENIED, give(0x92, 0x92));
    EQUAL(REGGEN_E_DENIED, give(0x90, 0x92));
    EQUAL(REGGEN_OK, give(0x90, 0x91));
    EQUAL(REGGEN_OK, give(0x93, 0xB1));
    EQUAL(REGGEN_E_DENIED, give(0xCF7, 0xCF8));
    EQUAL(REGGEN_E_DENIED, give(0xCFF, 0xD00));
    EQUAL(REGGEN_OK, give(0xD00, 0x5657));
    EQUAL(REGGEN_E_DENIED, give(0x5657, 0x5658));
    EQUAL(REGGEN_E_DENIED, give(0x5659, 0x565A));
    EQUAL(REGGEN_OK, give(0x565A, 0xFFFF));
    EQUAL(REGGEN_OK, give(0x65, 0x7D));
    EQUAL(REGGEN_E_DENIED, give(0x7D, 0x7E));
    EQUAL(REGGEN_E_DENIED, give(0x7F, 0x80));
    EQUAL(REGGEN_E_DENIED, give(0, 0xFFFF));
    one.ranges[1].widths = 1;
    uint32_t index;
    EQUAL(REGGEN_E_DENIED, reggen_direct(&one, &index));
}
