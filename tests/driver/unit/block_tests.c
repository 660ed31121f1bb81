/* What blocks may not be, and values that are known. */
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

static uint32_t block(uint8_t kind, uint8_t width, uint32_t offset, uint32_t count)
{
    struct reggen_operation made = port_op(kind, 0x300, width);
    made.offset = offset, made.count = count;
    return third(made);
}

/* The data has 16 bytes. */
void a_block_lies_in_the_data(void)
{
    own(0x300, 0x30F);
    for (uint8_t kind = REGGEN_OP_INS; kind <= REGGEN_OP_OUTS; kind++) {
        EQUAL(REGGEN_OK, block(kind, 1, 0, 16));
        EQUAL(REGGEN_OK, block(kind, 4, 12, 1));
        EQUAL(REGGEN_E_DATA, block(kind, 1, 0, 0));
        EQUAL(REGGEN_E_DATA, block(kind, 1, 0, 17));
        EQUAL(REGGEN_E_DATA, block(kind, 1, 1, 16));
        EQUAL(REGGEN_E_DATA, block(kind, 1, 16, 1));
        EQUAL(REGGEN_E_DATA, block(kind, 1, 17, 1));
        EQUAL(REGGEN_E_DATA, block(kind, 2, 0, 9));
        EQUAL(REGGEN_E_DATA, block(kind, 2, 1, 1));
        EQUAL(REGGEN_E_DATA, block(kind, 4, 2, 1));
        EQUAL(REGGEN_E_DATA, block(kind, 4, 0, 0x40000001));
        EQUAL(REGGEN_E_DATA, block(kind, 2, 0, 0x80000001));
        EQUAL(REGGEN_E_DATA, block(kind, 1, 0xFFFFFFFC, 8));
        EQUAL(REGGEN_E_DATA, block(kind, 4, 0xFFFFFFFC, 1));
    }
}

void blocks_are_apart_and_in_order(void)
{
    own(0x300, 0x30F);
    for (uint32_t second = 0; second < 16; second++) {
        program_reset();
        struct reggen_operation made = port_op(REGGEN_OP_INS, 0x300, 1);
        made.offset = 4, made.count = 4;
        add(made);
        made.kind = REGGEN_OP_OUTS, made.offset = second, made.count = 2;
        add(made);
        with_data(16);
        EQUAL(second >= 8 && second <= 14 ? REGGEN_OK : REGGEN_E_DATA, run_all());
        EQUAL(trial.outcome.status == REGGEN_OK ? 0 : 1, trial.outcome.index);
    }
}

void values_that_are_known_are_refused_before_the_start(void)
{
    own(0x60, 0x67);
    own(0x300, 0x301);
    struct reggen_operation made = port_op(REGGEN_OP_OUT, 0x64, 1);
    made.value = 0xFE;
    EQUAL(REGGEN_E_VALUE, third(made));
    made.value = 0x1FE;
    EQUAL(REGGEN_E_VALUE, third(made));
    made.value = 0xAA;
    EQUAL(REGGEN_OK, third(made));
    made.port = 0x63, made.width = 2, made.value = 0xD100;
    EQUAL(REGGEN_E_VALUE, third(made));
    made.value = 0xFE;
    EQUAL(REGGEN_OK, third(made));
    program_reset();
    access_count = 0;
    made = port_op(REGGEN_OP_OUTS, 0x63, 2), made.count = 3;
    add(made);
    uint8_t *data = with_data(6);
    data[5] = 0xFE;
    EQUAL(REGGEN_E_VALUE, run_all());
    EQUAL(0, access_count);
    data[5] = 0, data[4] = 0xFE;
    EQUAL(REGGEN_OK, run_all());
}
