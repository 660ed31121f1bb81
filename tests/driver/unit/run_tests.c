/* What each operation does: ports, widths, order, values, results. */
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

void in_and_out_have_their_width(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x12345678);
    add_in(0x300, 1);
    add_in(0x300, 2);
    add_in(0x300, 4);
    add_out(0x304, 1, 0xFFFFFFFF12345678);
    add_out(0x304, 2, 0xFFFFFFFF12345678);
    add_out(0x304, 4, 0xFFFFFFFF12345678);
    EQUAL(REGGEN_OK, run_all());
    SAID("R1 300=12345678, R2 300=12345678, R4 300=12345678, W1 304=78, W2 304=5678, W4 304=12345678");
    static const uint64_t expected[] = { 0x78, 0x5678, 0x12345678, 0x78, 0x5678, 0x12345678 };
    for (uint32_t i = 0; i < 6; i++) {
        EQUAL(expected[i], result(i));
        EQUAL(1, trial.results[i].ran);
        EQUAL(0, trial.results[i].reserved);
    }
    EQUAL(6, trial.outcome.steps);
    EQUAL(0, trial.outcome.index);
    EQUAL(32 + 6 * 16, trial.outcome.header.size);
}

void a_word_is_a_value_and_bits_of_two_results(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0xA5);
    ports_answer(0x301, 0x0F);
    add_in(0x300, 1);
    add_in(0x301, 1);
    struct reggen_operation made = blank(REGGEN_OP_COMBINE);
    made.value = 0x8000000000000000, made.from = 0, made.shift = 4, made.keep = 0xE, made.beside = 1;
    add(made);
    made.shift = -56, made.keep = ~0ull, made.value = 1;
    add(made);
    made.shift = -63, made.beside = REGGEN_NONE, made.value = 0;
    add(made);
    made = port_op(REGGEN_OP_OUT, 0x302, 2), made.value = 0x4000, made.from = 0, made.shift = -4, made.keep = 0xFF0, made.beside = 1;
    add(made);
    made = blank(REGGEN_OP_COMBINE), made.value = 7;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(0x800000000000000F, result(2));
    EQUAL(0xA50000000000000F, result(3));
    EQUAL(0x8000000000000000, result(4));
    EQUAL(0x4A5F, result(5));
    EQUAL(7, result(6));
    SAID("R1 300=A5, R1 301=F, W2 302=4A5F");
}

void modify_keeps_and_sets(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x3C);
    ports_answer(0x301, 0x41);
    add_in(0x301, 1);
    struct reggen_operation made = port_op(REGGEN_OP_MODIFY, 0x300, 1);
    made.keep = 0xFFFFFFFFFFFFFF0F, made.value = 0xFFFFFFFFFFFFFF80;
    add(made);
    made.beside = 0, made.value = 0;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    SAID("R1 301=41, R1 300=3C, W1 300=8C, R1 300=3C, W1 300=4D");
    EQUAL(0x3C, result(1));
    EQUAL(0x3C, result(2));
}

void blocks_move_little_endian_data(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x44332211);
    ports_answer(0x300, 0x88776655);
    struct reggen_operation made = port_op(REGGEN_OP_INS, 0x300, 4);
    made.offset = 4, made.count = 2;
    add(made);
    made = port_op(REGGEN_OP_OUTS, 0x304, 2), made.offset = 14, made.count = 2;
    add(made);
    made = port_op(REGGEN_OP_INS, 0x305, 1), made.offset = 19, made.count = 1;
    add(made);
    uint8_t *data = with_data(21);
    memset(data, 0xEE, 21);
    memcpy(data + 14, "\x01\x02\x03\x04", 4);
    EQUAL(REGGEN_OK, run_all());
    SAID("R4 300=44332211, R4 300=88776655, W2 304=201, W2 304=403, R1 305=FFFFFFFF");
    EQUAL(2, result(0));
    EQUAL(2, result(1));
    EQUAL(1, result(2));
    EQUAL(5, trial.outcome.steps);
    /* What no block moved is 0. */
    CHECK(memcmp(trial.read, "\0\0\0\0\x11\x22\x33\x44\x55\x66\x77\x88\0\0\x01\x02\x03\x04\0\xFF\0", 21) == 0);
    EQUAL(32 + 3 * 16 + 21, trial.outcome.header.size);
}

static struct reggen_operation condition(uint8_t kind, uint16_t target, uint16_t from, uint64_t keep, uint64_t value, int unless)
{
    struct reggen_operation made = blank(kind);
    made.target = target, made.from = from, made.keep = keep, made.value = value, made.flags = unless ? REGGEN_FLAG_UNLESS : 0;
    return made;
}

void a_block_that_does_not_run_moves_nothing(void)
{
    own(0x300, 0x30F);
    add(condition(REGGEN_OP_BRANCH, REGGEN_END, REGGEN_NONE, 0, 0, 0));
    struct reggen_operation made = port_op(REGGEN_OP_INS, 0x300, 1);
    made.count = 4;
    add(made);
    memset(with_data(4), 0xEE, 4);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(0, access_count);
    CHECK(memcmp(trial.read, "\0\0\0\0", 4) == 0);
}

void a_branch_skips_if_bits_are_equal(void)
{
    for (uint32_t value = 0; value < 4; value++) {
        for (int unless = 0; unless < 2; unless++) {
            program_reset();
            ports_reset();
            one.count = 0;
            own(0x300, 0x30F);
            ports_answer(0x300, 0xF4 | value);
            add_in(0x300, 1);
            add(condition(REGGEN_OP_BRANCH, 3, 0, 3, 2, unless));
            add_out(0x301, 1, 1);
            add_out(0x302, 1, 2);
            EQUAL(REGGEN_OK, run_all());
            int skips = (value == 2) != unless;
            EQUAL(skips ? 2 : 3, access_count);
            EQUAL(!skips, trial.results[2].ran);
            EQUAL(skips ? 0 : 1, result(2));
            EQUAL(0, result(1));
            EQUAL(1, trial.results[1].ran);
            EQUAL(0x302, accesses[access_count - 1].port);
        }
    }
}

void a_branch_compares_with_another_result(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x50);
    ports_answer(0x301, 0x05);
    add_in(0x300, 1);
    add_in(0x301, 1);
    struct reggen_operation made = condition(REGGEN_OP_BRANCH, REGGEN_END, 0, 0xF, 0, 0);
    made.beside = 1, made.shift = 4;
    add(made);
    add_out(0x302, 1, 1);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(2, access_count);
    EQUAL(0, trial.results[3].ran);
}

void a_repeat_turns_as_often_as_it_says_and_once_more(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 1);
    add_in(0x300, 1);
    struct reggen_operation made = condition(REGGEN_OP_REPEAT, 0, 0, 1, 0, 1);
    made.count = 3;
    add(made);
    add_out(0x301, 1, 9);
    EQUAL(REGGEN_OK, run_all());
    SAID("R1 300=1, R1 300=1, R1 300=1, R1 300=1, W1 301=9");
    EQUAL(1, result(1));
}

void a_repeat_ends_when_its_condition_does(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 1);
    ports_answer(0x300, 1);
    ports_answer(0x300, 2);
    add_in(0x300, 1);
    struct reggen_operation made = condition(REGGEN_OP_REPEAT, 0, 0, 1, 0, 1);
    made.count = 3;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(3, access_count);
    EQUAL(0, result(1));
    EQUAL(1, trial.results[1].ran);
    EQUAL(2, result(0));
}

/* The outer loop enters the inner one anew: its count begins again. */
void loops_nest(void)
{
    own(0x300, 0x30F);
    add_in(0x300, 1);
    struct reggen_operation made = condition(REGGEN_OP_REPEAT, 0, REGGEN_NONE, 0, 0, 0);
    made.count = 2;
    add(made);
    made.count = 3;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(12, access_count);
    /* One whose condition ended it begins anew too. */
    program_reset();
    ports_reset();
    for (uint32_t i = 0; i < 8; i++) {
        ports_answer(0x300, i % 2);
    }
    add_in(0x300, 1);
    made = condition(REGGEN_OP_REPEAT, 0, 0, 1, 0, 0), made.count = 1;
    add(made);
    made = condition(REGGEN_OP_REPEAT, 0, REGGEN_NONE, 0, 0, 0), made.count = 3;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(8, access_count);
}

void a_value_that_is_made_is_looked_at_when_it_is_written(void)
{
    own(0x60, 0x67);
    own(0x300, 0x300);
    ports_answer(0x300, 0xFE);
    ports_answer(0x64, 0xF0);
    add_in(0x300, 1);
    struct reggen_operation made = port_op(REGGEN_OP_OUT, 0x64, 1);
    made.from = 0, made.keep = 0xFF;
    add(made);
    add_out(0x60, 1, 1);
    EQUAL(REGGEN_E_VALUE, run_all());
    SAID("R1 300=FE");
    EQUAL(1, trial.outcome.index);
    EQUAL(1, trial.outcome.steps);
    EQUAL(0xFE, result(0));
    EQUAL(0, result(1));
    EQUAL(0, trial.results[1].ran);
    EQUAL(0, trial.results[2].ran);
    program_reset();
    access_count = 0;
    made = port_op(REGGEN_OP_MODIFY, 0x64, 1), made.keep = 0xFF, made.value = 0x0E;
    add(made);
    EQUAL(REGGEN_E_VALUE, run_all());
    SAID("R1 64=F0");
    EQUAL(0, result(0));
    program_reset();
    ports_reset();
    ports_answer(0x300, 0xFE);
    add_in(0x300, 1);
    made = port_op(REGGEN_OP_OUT, 0x63, 2), made.from = 0, made.keep = 0xFF00, made.shift = -8;
    add(made);
    EQUAL(REGGEN_E_VALUE, run_all());
    made = port_op(REGGEN_OP_OUT, 0x64, 1), made.beside = 0;
    trial.request.operations[1] = made;
    EQUAL(REGGEN_E_VALUE, run_all());
}

/* D1 alone would be refused; D3, a command of some controllers, is not. */
void a_value_that_is_made_is_not_looked_at_before(void)
{
    own(0x60, 0x67);
    own(0x300, 0x300);
    ports_answer(0x300, 2);
    add_in(0x300, 1);
    struct reggen_operation made = port_op(REGGEN_OP_OUT, 0x64, 1);
    made.value = 0xD1, made.from = 0, made.keep = 0xFF;
    add(made);
    made.from = REGGEN_NONE, made.keep = 0, made.beside = 0;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    SAID("R1 300=2, W1 64=D3, W1 64=D3");
}
