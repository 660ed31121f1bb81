/* Polls, stalls and pauses. */
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

void a_poll_reads_until_its_condition_holds(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x00);
    ports_answer(0x300, 0x9F);
    ports_answer(0x300, 0xFF);
    add(poll_op(0x60, 0x60, 1000, 0));
    EQUAL(REGGEN_OK, run_all());
    EQUAL(3, access_count);
    EQUAL(0xFF, trial.results[0].value);
    program_reset();
    ports_reset();
    ports_answer(0x300, 0x60);
    ports_answer(0x300, 0x40);
    add(poll_op(0x60, 0x60, 1000, REGGEN_FLAG_UNLESS));
    EQUAL(REGGEN_OK, run_all());
    EQUAL(2, access_count);
    EQUAL(0x40, trial.results[0].value);
}

/* Begun at the first read that does not hold; each turn looks at the clock once; the last read comes after the time. */
void a_poll_reads_once_more_when_its_time_is_up(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add(poll_op(1, 1, 50, 0));
    add_in(0x301, 1);
    clock_tick = 10;
    EQUAL(REGGEN_E_LATE, run_all());
    EQUAL(7, access_count);
    EQUAL(0, trial.outcome.index);
    EQUAL(0, trial.results[0].ran);
    EQUAL(6, trial.outcome.steps);
    for (uint32_t i = 0; i < 6; i++) {
        ports_reset();
        clock_tick = 10;
        for (uint32_t j = 0; j < 6; j++) {
            ports_answer(0x300, 0);
        }
        ports_answer(0x300, 1);
    }
    EQUAL(REGGEN_OK, run_all());
    EQUAL(8, access_count);
}

void a_late_poll_may_go_on(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x70);
    add(poll_op(1, 1, 50, REGGEN_FLAG_GOES_ON));
    struct reggen_operation made = blank(REGGEN_OP_BRANCH);
    made.from = 0, made.keep = REGGEN_LATE, made.value = REGGEN_LATE, made.target = 3;
    add(made);
    add_out(0x301, 1, 1);
    add_out(0x302, 1, 2);
    clock_tick = 10;
    EQUAL(REGGEN_OK, run_all());
    EQUAL(0x8000000000000070, trial.results[0].value);
    EQUAL(0x302, accesses[access_count - 1].port);
    EQUAL(8, access_count);
}

void a_repeat_by_time_reads_once_more(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add_in(0x300, 1);
    struct reggen_operation made = blank(REGGEN_OP_REPEAT);
    made.from = 0, made.keep = 1, made.value = 1, made.flags = REGGEN_FLAG_UNLESS, made.target = 0, made.time = 50;
    add(made);
    clock_tick = 10;
    EQUAL(REGGEN_OK, run_all());
    EQUAL(7, access_count);
    EQUAL(1, trial.results[1].value);
}

/* A second poll of the same operation has its whole time. */
void a_poll_in_a_loop_begins_anew(void)
{
    own(0x300, 0x30F);
    for (uint32_t i = 0; i < 3; i++) {
        for (uint32_t j = 0; j < 5; j++) {
            ports_answer(0x300, 0);
        }
        ports_answer(0x300, 1);
    }
    add(poll_op(1, 1, 60, 0));
    struct reggen_operation made = blank(REGGEN_OP_REPEAT);
    made.target = 0, made.count = 2;
    add(made);
    clock_tick = 10;
    EQUAL(REGGEN_OK, run_all());
    EQUAL(18, access_count);
}

/* After 0.1 ms it pauses for an eighth of what it took, and never past the deadline or for more than 1 ms. */
void a_long_poll_sleeps(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add(poll_op(1, 1, 20000000, 0));
    trial.request.program.deadline = 20000000;
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    EQUAL(64, access_count);
    uint64_t start = clock_now;
    clock_now += 99999;
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now = start + 100000;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(clock_now + 12500, trial.run.until);
    uint32_t before = access_count;
    clock_now = trial.run.until - 1;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(before, access_count);
    clock_now = trial.run.until;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(before + 1, access_count);
    clock_now = start + 10000000;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(clock_now + 1000000, trial.run.until);
    clock_now = start + 19900000;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(start + 20000000, trial.run.until);
    clock_now = trial.run.until;
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(REGGEN_E_DEADLINE, finish_run());
    EQUAL(20000000, trial.outcome.elapsed);
}

/* The last turn follows at once: its pause would be for nothing. */
void the_last_turn_of_a_long_poll_does_not_sleep(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add(poll_op(1, 1, 500000, 0));
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now += 500000;
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(REGGEN_E_LATE, finish_run());
    EQUAL(66, access_count);
}

/* Between the look at the beginning of a step and the poll's own the deadline passes. */
void a_poll_past_the_deadline_does_not_sleep(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0);
    add(poll_op(1, 1, 1000000, 0));
    EQUAL(REGGEN_OK, begin());
    clock_now += 300000;
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    clock_now += 699998;
    clock_tick = 1;
    EQUAL(REGGEN_YIELD, reggen_step(&trial.run));
    EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    EQUAL(REGGEN_E_DEADLINE, finish_run());
}

void a_stall_sleeps_and_cannot_be_cut_short(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = blank(REGGEN_OP_STALL);
    made.time = 5000;
    add_in(0x300, 1);
    add(made);
    add(made);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(clock_now + 5000, trial.run.until);
    clock_now += 4999;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    clock_now += 1;
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    EQUAL(clock_now + 5000, trial.run.until);
    EQUAL(REGGEN_SLEEP, reggen_step(&trial.run));
    clock_now += 5000;
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
    EQUAL(10000, trial.outcome.elapsed);
    EQUAL(0, trial.results[1].value);
    EQUAL(1, trial.results[1].ran);
}

void a_stall_of_nothing_goes_on_at_once(void)
{
    own(0x300, 0x30F);
    add(blank(REGGEN_OP_STALL));
    add_in(0x300, 1);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
}

void a_stall_that_would_end_too_late_does_not_begin(void)
{
    own(0x300, 0x30F);
    struct reggen_operation made = blank(REGGEN_OP_STALL);
    made.time = 600000;
    add(made);
    made.time = 400000;
    add(made);
    EQUAL(REGGEN_OK, run_all());
    program_reset();
    made.time = 600000;
    add(made);
    made.time = 400001;
    add(made);
    add_in(0x300, 1);
    EQUAL(REGGEN_E_DEADLINE, run_all());
    EQUAL(1, trial.outcome.index);
    EQUAL(0, trial.results[1].ran);
    EQUAL(600000, trial.outcome.elapsed);
    EQUAL(0, access_count);
}
