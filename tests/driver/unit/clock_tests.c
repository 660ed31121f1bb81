/* Deadlines, and clocks that are not what they should be. */
#include "check.h"

static void own(uint16_t first, uint16_t last)
{
    one.ranges[one.count++] = range(first, last);
}

static struct reggen_operation poll_op(uint8_t keep, uint8_t value, uint32_t time, uint8_t flags)
{
    struct reggen_operation made = port_op(REGGEN_OP_POLL, 0x300, 1);
    made.keep = keep, made.value = value, made.time = time, made.flags = flags;
    return made;
}

void the_deadline_ends_a_program_between_steps(void)
{
    own(0x300, 0x30F);
    for (uint32_t i = 0; i < 65; i++) {
        add_in(0x300, 1);
    }
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now += REGGEN_USUAL_DEADLINE - 1;
    trial.run.next = 0;
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now += 1;
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(REGGEN_E_DEADLINE, finish_run());
    EQUAL(64, trial.outcome.index);
    /* One that is over is not too late. */
    program_reset();
    for (uint32_t i = 0; i < 64; i++) {
        add_in(0x300, 1);
    }
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    clock_now += 2 * REGGEN_USUAL_DEADLINE;
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
}

void a_clock_that_stands_still_ends_a_program_all_the_same(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add(poll_op(1, 1, 1000, 0));
    EQUAL(REGGEN_E_DEADLINE, run_all());
    EQUAL(0x200000, trial.outcome.steps);
    EQUAL(0, trial.outcome.elapsed);
    program_reset();
    struct reggen_operation made = blank(REGGEN_OP_REPEAT);
    made.count = 0xFFFFFFFF, made.target = 0;
    add(made);
    EQUAL(REGGEN_E_DEADLINE, run_all());
}

/* How often a program that sleeps can be called, and each time be told to sleep on. */
static uint32_t calls_asleep(uint32_t most)
{
    uint32_t calls = 0;
    while (calls < most && reggen_step(&trial.run) == REGGEN_SLEEP) {
        calls++;
    }
    return calls;
}

void a_program_that_sleeps_ends_although_its_clock_stands_still(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = blank(REGGEN_OP_STALL);
    made.time = 1000;
    add(made);
    add_in(0x300, 1);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(0x3FFF, calls_asleep(0x100000));
    EQUAL(REGGEN_E_DEADLINE, finish_run());
    EQUAL(1, trial.outcome.index);
    EQUAL(0, access_count);
    /* The last operation is the stall: the index is of one that is there. */
    program_reset();
    add(made);
    EQUAL(REGGEN_OK, begin());
    EQUAL(0x4000, calls_asleep(0x100000));
    EQUAL(REGGEN_E_DEADLINE, finish_run());
    EQUAL(0, trial.outcome.index);
}

void a_clock_that_is_merely_slow_does_not_end_a_program(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = blank(REGGEN_OP_STALL);
    made.time = 4;
    add(made);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    for (uint32_t i = 0; i < 3; i++) {
        EQUAL(0x3FFF, calls_asleep(0x3FFF));
        clock_now++;
        EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    }
    clock_now++;
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
}

void a_clock_that_steps_back_stands_still(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add(poll_op(1, 1, 100, 0));
    EQUAL(REGGEN_OK, begin());
    clock_now -= 1000000;
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now += 1000100;
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(REGGEN_E_LATE, finish_run());
    EQUAL(100, trial.outcome.elapsed);
}

void a_clock_may_pass_its_end(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    struct reggen_operation made = blank(REGGEN_OP_STALL);
    made.time = 100;
    add(made);
    add(poll_op(1, 1, 100, 0));
    clock_now = ~0ull - 20;
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    clock_now += 50;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    clock_now += 50;
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now += 100;
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(REGGEN_E_LATE, finish_run());
    EQUAL(200, trial.outcome.elapsed);
}
