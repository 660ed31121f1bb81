/* What a program may not be: each refusal comes before the first port is touched, with the operation's index. */
#include <string.h>

#include "check.h"

static void own(uint16_t first, uint16_t last)
{
    one.ranges[one.count++] = range(first, last);
}

/* Two good operations, then the one in question. */
static uint32_t third(struct reggen_operation operation)
{
    program_reset();
    access_count = 0;
    clock_tick = 100;
    add_in(0x300, 1);
    add_in(0x301, 1);
    add(operation);
    with_data(16);
    uint32_t status = run_all();
    if (status != REGGEN_OK && status != REGGEN_E_LATE && status != REGGEN_E_DEADLINE) {
        EQUAL(0, access_count);
        EQUAL(2, trial.outcome.index);
        EQUAL(32, trial.outcome.header.size);
    }
    return status;
}

static struct reggen_operation good(uint8_t kind)
{
    struct reggen_operation made = blank(kind);
    if (kind <= REGGEN_OP_POLL || kind == REGGEN_OP_INS || kind == REGGEN_OP_OUTS) {
        made.port = 0x300, made.width = 1;
    }
    if (kind == REGGEN_OP_POLL) {
        made.keep = 0xFF, made.value = 0xFF, made.time = 1000;
    }
    if (kind == REGGEN_OP_INS || kind == REGGEN_OP_OUTS) {
        made.count = 1;
    }
    if (kind == REGGEN_OP_REPEAT) {
        made.target = 0, made.count = 1;
    }
    return made;
}

static uint32_t with(uint8_t kind, uint32_t field)
{
    struct reggen_operation made = good(kind);
    switch (field) {
    case 0: made.width = 1; break;
    case 1: made.port = 0x300; break;
    case 2: made.from = 0; break;
    case 3: made.shift = 1; made.from = 0; break;
    case 4: made.beside = 0; break;
    case 5: made.target = kind == REGGEN_OP_REPEAT ? 1 : REGGEN_END - 0xFFFF; break;
    case 6: made.time = 5; made.count = kind == REGGEN_OP_REPEAT ? 0 : made.count; break;
    case 7: made.count = 2; break;
    case 8: made.offset = 1; break;
    case 9: made.keep = 0xFF; break;
    case 10: made.value = 1; break;
    case 11: made.flags = REGGEN_FLAG_UNLESS; break;
    default: made.flags = REGGEN_FLAG_GOES_ON; break;
    }
    return third(made);
}

/* By the documentation of each operation in reggen_driver.h. */
void an_operation_has_no_field_that_it_does_not_need(void)
{
    static const char *fields[] = {
        /* width port from shift beside target time count offset keep value unless goes-on */
        [REGGEN_OP_IN] = "yynnnnnnnnnnn",
        [REGGEN_OP_OUT] = "yyyyynnnnnynn",
        [REGGEN_OP_MODIFY] = "yynnynnnnyynn",
        [REGGEN_OP_POLL] = "yynnnnynnyyyy",
        [REGGEN_OP_STALL] = "nnnnnnynnnnnn",
        [REGGEN_OP_INS] = "yynnnnnyynnnn",
        [REGGEN_OP_OUTS] = "yynnnnnyynnnn",
        [REGGEN_OP_COMBINE] = "nnyyynnnnnynn",
        [REGGEN_OP_BRANCH] = "nnyyynnnnnyyn",
        [REGGEN_OP_REPEAT] = "nnyyyyyynnyyn",
    };
    own(0x300, 0x30F);
    for (uint8_t kind = 1; kind <= REGGEN_OP_REPEAT; kind++) {
        uint32_t status = third(good(kind));
        EQUAL(REGGEN_OK, status);
        for (uint32_t field = 0; field < 13; field++) {
            status = with(kind, field);
            if (fields[kind][field] == 'n') {
                CHECK(status == REGGEN_E_OPERATION || (kind == REGGEN_OP_BRANCH && field == 5 && status == REGGEN_E_REFERENCE));
            } else if (status != REGGEN_OK && status != REGGEN_E_LATE) {
                EQUAL(kind * 100 + field, status);
            }
        }
    }
}

void an_operation_is_known(void)
{
    own(0x300, 0x30F);
    EQUAL(REGGEN_E_OPERATION, third(blank(0)));
    EQUAL(REGGEN_E_OPERATION, third(blank(REGGEN_OP_REPEAT + 1)));
    EQUAL(REGGEN_E_OPERATION, third(blank(255)));
    struct reggen_operation made = good(REGGEN_OP_POLL);
    made.flags = 4;
    EQUAL(REGGEN_E_OPERATION, third(made));
}

void a_width_is_1_2_or_4(void)
{
    own(0x300, 0x30F);
    for (uint32_t width = 0; width < 256; width++) {
        EQUAL(width == 1 || width == 2 || width == 4 ? REGGEN_OK : REGGEN_E_OPERATION, third(port_op(REGGEN_OP_IN, 0x300, (uint8_t)width)));
    }
}

void an_access_is_claimed_to_its_last_byte(void)
{
    own(0x300, 0x303);
    own(0xFFFC, 0xFFFF);
    EQUAL(REGGEN_OK, third(port_op(REGGEN_OP_IN, 0x302, 2)));
    EQUAL(REGGEN_E_CLAIM, third(port_op(REGGEN_OP_IN, 0x302, 4)));
    EQUAL(REGGEN_OK, third(port_op(REGGEN_OP_IN, 0xFFFC, 4)));
    EQUAL(REGGEN_E_RANGE, third(port_op(REGGEN_OP_IN, 0xFFFD, 4)));
    EQUAL(REGGEN_E_RANGE, third(port_op(REGGEN_OP_OUT, 0xFFFF, 2)));
}

/* What each operation does to its port, one by one. */
void an_access_has_the_direction_that_is_claimed(void)
{
    static const char *directions[] = { "", "r", "w", "b", "r", "", "r", "w" };
    own(0x300, 0x301);
    one.ranges[0].access = REGGEN_ACCESS_READ;
    own(0x302, 0x302);
    one.ranges[1].access = REGGEN_ACCESS_WRITE;
    for (uint8_t kind = 1; kind <= REGGEN_OP_OUTS; kind++) {
        struct reggen_operation made = good(kind);
        if (kind == REGGEN_OP_STALL) {
            continue;
        }
        EQUAL(directions[kind][0] == 'r' ? REGGEN_OK : REGGEN_E_CLAIM, third(made));
        made.port = 0x302;
        EQUAL(directions[kind][0] == 'w' ? REGGEN_OK : REGGEN_E_CLAIM, third(made));
    }
}

void a_result_is_of_an_earlier_operation(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = good(REGGEN_OP_COMBINE);
    for (uint32_t i = 0; i < 0x10000; i += i < 300 ? 1 : 97) {
        made.from = (uint16_t)i;
        EQUAL(i < 2 ? REGGEN_OK : REGGEN_E_REFERENCE, third(made));
    }
    made.from = REGGEN_NONE;
    for (uint32_t i = 0; i < 0x10000; i += i < 300 ? 1 : 97) {
        made.beside = (uint16_t)i;
        EQUAL(i < 2 ? REGGEN_OK : REGGEN_E_REFERENCE, third(made));
    }
    made.beside = REGGEN_NONE, made.keep = 1;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made.keep = 0, made.shift = 1;
    EQUAL(REGGEN_E_REFERENCE, third(made));
}

void a_shift_is_inside_64_bits(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = good(REGGEN_OP_COMBINE);
    made.from = 0;
    for (int shift = -128; shift < 128; shift++) {
        made.shift = (int8_t)shift;
        EQUAL(shift >= -63 && shift <= 63 ? REGGEN_OK : REGGEN_E_OPERATION, third(made));
    }
}

void a_branch_goes_forwards(void)
{
    own(0x300, 0x30F);
    for (uint32_t target = 0; target < 8; target++) {
        program_reset();
        add_in(0x300, 1);
        add_in(0x300, 1);
        struct reggen_operation made = blank(REGGEN_OP_BRANCH);
        made.target = (uint16_t)target;
        add(made);
        add_in(0x300, 1);
        add_in(0x300, 1);
        EQUAL(target == 3 || target == 4 ? REGGEN_OK : REGGEN_E_REFERENCE, run_all());
    }
    EQUAL(REGGEN_OK, third(good(REGGEN_OP_BRANCH)));
}

void a_repeat_goes_backwards(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = good(REGGEN_OP_REPEAT);
    for (uint32_t target = 0; target < 0x10000; target += target < 300 ? 1 : 97) {
        made.target = (uint16_t)target;
        EQUAL(target <= 2 ? REGGEN_OK : REGGEN_E_REFERENCE, third(made));
    }
    made.target = REGGEN_END;
    EQUAL(REGGEN_E_REFERENCE, third(made));
}

void a_repeat_has_one_bound(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = good(REGGEN_OP_REPEAT);
    made.count = 0;
    EQUAL(REGGEN_E_TIME, third(made));
    made.count = 1, made.time = 1;
    EQUAL(REGGEN_E_TIME, third(made));
}

void a_condition_compares_with_one_thing(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = good(REGGEN_OP_BRANCH);
    made.beside = 0, made.value = 1;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made = good(REGGEN_OP_REPEAT), made.beside = 0, made.value = 1;
    EQUAL(REGGEN_E_OPERATION, third(made));
}

void a_poll_waits_for_bits_that_it_reads(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = good(REGGEN_OP_POLL);
    made.keep = 0, made.value = 0;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made.keep = 0x100;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made.width = 2;
    EQUAL(REGGEN_E_LATE, third(made));
    made.keep = 0x10000;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made.width = 4, made.keep = 0x80000000, made.value = 0x80000000;
    EQUAL(REGGEN_OK, third(made));
    made.keep = 0x180000000;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made.keep = 0x0F, made.value = 0x1F;
    EQUAL(REGGEN_E_OPERATION, third(made));
    made = good(REGGEN_OP_POLL), made.time = 0;
    EQUAL(REGGEN_E_TIME, third(made));
}

void nothing_waits_longer_than_the_deadline(void)
{
    own(0x300, 0x30F);
    static const uint8_t kinds[] = { REGGEN_OP_POLL, REGGEN_OP_STALL, REGGEN_OP_REPEAT };
    for (uint32_t i = 0; i < sizeof kinds; i++) {
        struct reggen_operation made = good(kinds[i]);
        made.count = 0;
        made.time = REGGEN_USUAL_DEADLINE;
        CHECK(third(made) != REGGEN_E_TIME);
        made.time = REGGEN_USUAL_DEADLINE + 1;
        EQUAL(REGGEN_E_TIME, third(made));
        program_reset();
        trial.request.program.deadline = 2 * REGGEN_USUAL_DEADLINE;
        add_in(0x300, 1);
        add(made);
        CHECK(run_all() != REGGEN_E_TIME);
    }
}
