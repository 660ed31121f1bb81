/* Each operation, and what it does to the ports. */
#include <string.h>

#include "client.h"

void reads_and_writes(void)
{
    HANDLE device = device_with(0x300, 0x30F);
    ports_set(0x300, 0x12);
    ports_set(0x301, 0x34);
    ports_set(0x302, 0x56);
    ports_set(0x303, 0x78);
    program_begin();
    add_port(REGGEN_OP_IN, 0x300, 1);
    add_port(REGGEN_OP_IN, 0x301, 2);
    add_port(REGGEN_OP_IN, 0x300, 4);
    add_port(REGGEN_OP_OUT, 0x304, 1)->value = 0x1A2;
    add_port(REGGEN_OP_OUT, 0x306, 2)->value = 0xBEEF;
    add_port(REGGEN_OP_OUT, 0x308, 4)->value = 0xDEADBEEF;
    add_port(REGGEN_OP_IN, 0x308, 4);
    EQUAL(REGGEN_OK, run(device));
    SAID("R1 300=12, R2 301=5634, R4 300=78563412, W1 304=A2, W2 306=BEEF, W4 308=DEADBEEF, R4 308=DEADBEEF");
    static const uint64_t expected[] = { 0x12, 0x5634, 0x78563412, 0xA2, 0xBEEF, 0xDEADBEEF, 0xDEADBEEF };
    for (uint32_t i = 0; i < 7; i++) {
        EQUAL(expected[i], results[i].value);
        EQUAL(1, results[i].ran);
    }
    EQUAL(7, outcome.steps);
    EQUAL(0, outcome.index);
    CloseHandle(device);
    /* The last port of all. */
    device = device_with(0xFFFC, 0xFFFF);
    program_begin();
    add_port(REGGEN_OP_OUT, 0xFFFF, 1)->value = 0x5A;
    add_port(REGGEN_OP_IN, 0xFFFC, 4);
    EQUAL(REGGEN_OK, run(device));
    SAID("W1 FFFF=5A, R4 FFFC=5AFFFFFF");
    CloseHandle(device);
}

void modifies(void)
{
    HANDLE device = device_with(0x300, 0x303);
    ports_set(0x300, 0xA5);
    ports_set(0x301, 0xC3);
    program_begin();
    struct reggen_operation *operation = add_port(REGGEN_OP_MODIFY, 0x300, 1);
    operation->keep = 0xF0;
    operation->value = 0x0C;
    operation = add_port(REGGEN_OP_MODIFY, 0x300, 2);
    operation->keep = 0xFF00;
    operation->beside = 0;
    operation = add_port(REGGEN_OP_MODIFY, 0x300, 4);
    operation->keep = 0xFFFFFFFF;
    EQUAL(REGGEN_OK, run(device));
    SAID("R1 300=A5, W1 300=AC, R2 300=C3AC, W2 300=C3A5, R4 300=FFFFC3A5, W4 300=FFFFC3A5");
    EQUAL(0xA5, results[0].value);
    EQUAL(0xC3AC, results[1].value);
    EQUAL(0xFFFFC3A5, results[2].value);
    CloseHandle(device);
}

static struct reggen_operation *poll_for(uint8_t value, uint32_t time)
{
    struct reggen_operation *operation = add_port(REGGEN_OP_POLL, PORTS_COUNTER, 1);
    operation->keep = 0xFF;
    operation->value = value;
    operation->time = time;
    return operation;
}

void polls(void)
{
    HANDLE device = device_with(PORTS_COUNTER, PORTS_COUNTER);
    ports_set(PORTS_COUNTER, 1);
    program_begin();
    poll_for(4, REGGEN_LONGEST_DEADLINE);
    poll_for(5, REGGEN_LONGEST_DEADLINE)->flags = REGGEN_FLAG_UNLESS;
    EQUAL(REGGEN_OK, run(device));
    SAID("R1 350=1, R1 350=2, R1 350=3, R1 350=4, R1 350=5, R1 350=6");
    EQUAL(4, results[0].value);
    EQUAL(6, results[1].value);
    EQUAL(6, outcome.steps);
    CloseHandle(device);
}

void polls_late(void)
{
    HANDLE device = device_with(0x300, 0x303);
    program_begin();
    add_port(REGGEN_OP_OUT, 0x301, 1)->value = 1;
    struct reggen_operation *operation = add_port(REGGEN_OP_POLL, 0x300, 1);
    operation->keep = operation->value = 0x80;
    operation->flags = REGGEN_FLAG_UNLESS | REGGEN_FLAG_GOES_ON;
    operation->time = 3000000;
    add_port(REGGEN_OP_OUT, 0x302, 1)->value = 2;
    EQUAL(REGGEN_OK, run(device));
    EQUAL(REGGEN_LATE | 0xFF, results[1].value);
    EQUAL(1, results[2].ran);
    CHECK(outcome.elapsed >= 3000000 && outcome.elapsed < REGGEN_LONGEST_DEADLINE);
    program.operations[1].flags = REGGEN_FLAG_UNLESS;
    EQUAL(REGGEN_E_LATE, run(device));
    EQUAL(1, outcome.index);
    EQUAL(1, results[0].ran);
    EQUAL(0, results[1].ran);
    EQUAL(0, results[2].ran);
    CloseHandle(device);
}

/* By this program's clock, which is not the driver's. */
static uint64_t wall(void)
{
    LARGE_INTEGER now, frequency;
    QueryPerformanceCounter(&now);
    QueryPerformanceFrequency(&frequency);
    return (uint64_t)((double)now.QuadPart * 1e9 / (double)frequency.QuadPart);
}

void stalls(void)
{
    static const uint32_t times[] = { 0, 1, 20000, 900000, 30000000, 90000000 };
    HANDLE device = device_with(0x300, 0x300);
    for (uint32_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        program_begin();
            add(REGGEN_OP_STALL)->time = times[i];
        uint64_t before = wall();
        EQUAL(REGGEN_OK, run(device));
        uint64_t took = wall() - before;
        CHECK(outcome.elapsed >= times[i]);
        CHECK(took + 1000 >= times[i]);
        /* The two clocks agree, so that a second is a second. */
        CHECK(outcome.elapsed < took + 1000);
        CHECK(times[i] < 30000000 || outcome.elapsed > took / 2);
    }
    SAID("");
    CloseHandle(device);
}

void blocks(void)
{
    HANDLE device = device_with(0x300, 0x30F);
    ports_set(0x304, 0x11);
    ports_set(0x305, 0x22);
    ports_set(0x306, 0x33);
    ports_set(0x307, 0x44);
    program_begin();
    program.head.data = 24;
    memset(program.data, 0xEE, 24);
    memcpy(program.data, "\1\2\3", 3);
    struct reggen_operation *operation = add_port(REGGEN_OP_OUTS, 0x300, 1);
    operation->count = 3;
    operation = add_port(REGGEN_OP_INS, 0x304, 2);
    operation->count = 2;
    operation->offset = 4;
    operation = add_port(REGGEN_OP_OUTS, 0x308, 4);
    operation->count = 1;
    operation->offset = 8;
    operation = add_port(REGGEN_OP_INS, 0x304, 4);
    operation->count = 1;
    operation->offset = 12;
    operation = add_port(REGGEN_OP_INS, 0x307, 1);
    operation->count = 2;
    operation->offset = 17;
    EQUAL(REGGEN_OK, run(device));
    SAID("W1 300=1, W1 300=2, W1 300=3, R2 304=2211, R2 304=2211, W4 308=EEEEEEEE, R4 304=44332211, R1 307=44, R1 307=44");
    static const uint8_t expected[24] = { 1, 2, 3, 0, 0x11, 0x22, 0x11, 0x22, 0xEE, 0xEE, 0xEE, 0xEE, 0x11, 0x22, 0x33, 0x44, 0, 0x44, 0x44 };
    EQUAL(0, memcmp(expected, moved, 24));
    EQUAL(2, results[1].value);
    /* As much as goes. */
    program_begin();
    program.head.data = REGGEN_MOST_DATA;
    operation = add_port(REGGEN_OP_INS, 0x304, 4);
    operation->count = 2000;
    operation->offset = REGGEN_MOST_DATA - 8000;
    EQUAL(REGGEN_OK, run(device));
    EQUAL(0, moved[0]);
    EQUAL(0x44, moved[REGGEN_MOST_DATA - 1]);
    CloseHandle(device);
}

void combines_and_branches(void)
{
    HANDLE device = device_with(0x300, PORTS_COUNTER);
    ports_set(0x300, 0xAB);
    ports_set(PORTS_COUNTER, 0);
    program_begin();
    add_port(REGGEN_OP_IN, 0x300, 1);
    struct reggen_operation *operation = add(REGGEN_OP_COMBINE);
    operation->from = 0;
    operation->shift = 4;
    operation->keep = 0xF;
    operation->value = 0x1000000000;
    operation = add(REGGEN_OP_COMBINE);
    operation->from = 1;
    operation->shift = -8;
    operation->keep = 0xFF00;
    operation->beside = 0;
    operation = add(REGGEN_OP_BRANCH);
    operation->from = 1;
    operation->keep = 0xFF;
    operation->value = 0xA;
    operation->target = 5;
    add_port(REGGEN_OP_OUT, 0x301, 1)->value = 0x99;
    operation = add_port(REGGEN_OP_OUT, 0x302, 2);
    operation->from = 2;
    operation->keep = 0xFFFF;
    add_port(REGGEN_OP_IN, PORTS_COUNTER, 1);
    operation = add(REGGEN_OP_REPEAT);
    operation->from = 6;
    operation->keep = 0xFF;
    operation->value = 2;
    operation->flags = REGGEN_FLAG_UNLESS;
    operation->count = 10;
    operation->target = 6;
    operation = add(REGGEN_OP_BRANCH);
    operation->target = REGGEN_END;
    add_port(REGGEN_OP_OUT, 0x301, 1)->value = 0x98;
    EQUAL(REGGEN_OK, run(device));
    SAID("R1 300=AB, W2 302=AAB, R1 350=0, R1 350=1, R1 350=2");
    EQUAL(0x100000000A, results[1].value);
    EQUAL(0x0AAB, results[2].value);
    EQUAL(0, results[4].ran);
    EQUAL(0, results[7].value);
    EQUAL(0, results[9].ran);
    CloseHandle(device);
}
