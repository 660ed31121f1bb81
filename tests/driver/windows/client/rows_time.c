/* What ends programs. */
#include "client.h"

static void poll_forever(uint32_t deadline)
{
    program_begin();
    program.head.deadline = deadline;
    add_port(REGGEN_OP_OUT, 0x301, 1)->value = 1;
    add_port(REGGEN_OP_IN, 0x300, 1);
    struct reggen_operation *operation = add(REGGEN_OP_REPEAT);
    operation->from = operation->target = 1;
    operation->keep = 0xFF;
    operation->value = 0xFF;
    operation->count = 0xFFFFFFFF;
}

void deadline_ends(void)
{
    HANDLE device = device_with(0x300, 0x301);
    poll_forever(2000000);
    EQUAL(REGGEN_E_DEADLINE, run(device));
    CHECK(outcome.elapsed >= 2000000 && outcome.elapsed < 500000000);
    CHECK(outcome.index == 1 || outcome.index == 2);
    EQUAL(1, results[0].ran);
    CHECK(ports_log()->asked > 0);
    CloseHandle(device);
}

/* The companion says after 2 steps that the thread is to end. */
void thread_ends(void)
{
    HANDLE device = device_with(0x300, 0x301);
    poll_forever(REGGEN_LONGEST_DEADLINE);
    ports_end(2);
    EQUAL(REGGEN_E_STOPPED, run(device));
    EQUAL(2, ports_log()->asked);
    EQUAL(2 * 64, outcome.steps);
    CHECK(outcome.elapsed < REGGEN_LONGEST_DEADLINE);
    /* A long sleep is looked after as well. */
    program_begin();
    add(REGGEN_OP_STALL)->time = 90000000;
    add_port(REGGEN_OP_OUT, 0x300, 1);
    ports_reset();
    ports_end(2);
    EQUAL(REGGEN_E_STOPPED, run(device));
    EQUAL(1, outcome.index);
    EQUAL(2, ports_log()->asked);
    SAID("");
    ports_end(0);
    EQUAL(REGGEN_OK, run(device));
    SAID("W1 300=0");
    CloseHandle(device);
}
