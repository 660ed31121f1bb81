/* What is longer than a step, and what is told to stop. */
#include <string.h>

#include "check.h"

static void own(uint16_t first, uint16_t last)
{
    one.ranges[one.count++] = range(first, last);
}

static uint64_t result(uint32_t index)
{
    return trial.results[index].value;
}

/* A step does 64 turns: what is longer is resumed where it was. */
void a_long_program_is_resumed(void)
{
    own(0x300, 0x30F);
    for (uint32_t i = 0; i < REGGEN_MOST_OPERATIONS; i++) {
        add_out((uint16_t)(0x300 + i % 16), 1, i);
    }
    EQUAL(REGGEN_OK, begin());
    for (uint32_t step = 1; step <= 3; step++) {
        EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
        EQUAL(64 * step, access_count);
    }
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
    EQUAL(256, access_count);
    for (uint32_t i = 0; i < 256; i++) {
        EQUAL(i, result(i));
    }
}

void a_long_block_is_resumed(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = port_op(REGGEN_OP_OUTS, 0x300, 1);
    made.count = 100;
    add(made);
    made.kind = REGGEN_OP_INS, made.offset = 100, made.count = 1;
    add(made);
    uint8_t *data = with_data(101);
    for (uint8_t i = 0; i < 100; i++) {
        data[i] = i;
    }
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    EQUAL(64, access_count);
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
    EQUAL(101, access_count);
    for (uint32_t i = 0; i < 100; i++) {
        EQUAL(i, accesses[i].value);
    }
    EQUAL(0xFF, trial.read[100]);
}

void a_program_stops_when_it_is_told(void)
{
    own(0x300, 0x30F);
    for (uint32_t i = 0; i < 100; i++) {
        add_in(0x300, 1);
    }
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    reggen_stop(&trial.run);
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(64, access_count);
    EQUAL(REGGEN_E_STOPPED, finish_run());
    EQUAL(64, trial.outcome.index);
    EQUAL(1, trial.results[63].ran);
    EQUAL(0, trial.results[64].ran);
    /* What is over stays so. */
    program_reset();
    add_in(0x300, 1);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    reggen_stop(&trial.run);
    EQUAL(REGGEN_OK, finish_run());
    /* Neither is it another error. */
    program_reset();
    own(0x60, 0x67);
    struct reggen_operation made = port_op(REGGEN_OP_MODIFY, 0x64, 1);
    made.value = 0xFF;
    add(made);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    reggen_stop(&trial.run);
    EQUAL(REGGEN_E_VALUE, finish_run());
    add_in(0xCF8, 1);
    begin();
    reggen_stop(&trial.run);
    EQUAL(REGGEN_E_DENIED, finish_run());
}
