/* Every operation, on real ports. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "client.h"

#define MS 1000000u

static int prepared(void)
{
    int file = must_open();
    usual_policy(file);
    if (claim_one(file, CELL, BYTES + 3, 0) != REGGEN_OK || claim_one(file, UART, SCRATCH, 0) != REGGEN_OK) {
        ok(0, "the ports cannot be claimed");
    }
    return file;
}

static void widths(int file)
{
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_OUT, 4, CELL)->value = 0x12345678;
    operation(REGGEN_OP_IN, 4, CELL);
    operation(REGGEN_OP_IN, 2, CELL);
    operation(REGGEN_OP_IN, 2, CELL + 2);
    operation(REGGEN_OP_IN, 1, CELL + 3);
    operation(REGGEN_OP_OUT, 2, CELL + 2)->value = 0xFFFFBEEF;
    operation(REGGEN_OP_OUT, 1, CELL + 1)->value = 0xAA;
    operation(REGGEN_OP_IN, 4, CELL);
    ok(run(file) == REGGEN_OK && outcome.steps == 8 && outcome.elapsed > 0, "accesses of each width run");
    ok(results[1].value == 0x12345678 && results[2].value == 0x5678 && results[3].value == 0x1234 && results[4].value == 0x12, "and read what is there");
    ok(results[5].value == 0xBEEF && results[7].value == 0xBEEFAA78 && results[7].ran == 1, "a write touches its width alone");
    int good = 1;
    for (uint32_t value = 0; value < 256; value++) {
        begin(REGGEN_LONGEST_DEADLINE);
        operation(REGGEN_OP_OUT, 1, SCRATCH)->value = value;
        operation(REGGEN_OP_IN, 1, SCRATCH);
        good &= run(file) == REGGEN_OK && results[1].value == value;
    }
    ok(good, "the serial port's scratch register holds every value");
}

static void words(int file)
{
    struct reggen_operation *next;
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_OUT, 1, SCRATCH)->value = 0xA5;
    next = operation(REGGEN_OP_MODIFY, 1, SCRATCH);
    next->keep = 0xF0;
    next->value = 0x0C;
    operation(REGGEN_OP_IN, 1, SCRATCH);
    next = operation(REGGEN_OP_COMBINE, 0, 0);
    next->from = 2;
    next->shift = -8;
    next->keep = 0xFF00;
    next->beside = 1;
    next->value = 0x10000;
    next = operation(REGGEN_OP_OUT, 4, CELL);
    next->from = 3;
    next->keep = ~0ull;
    operation(REGGEN_OP_IN, 4, CELL);
    ok(run(file) == REGGEN_OK && results[1].value == 0xA5 && results[2].value == 0xAC, "modify reads, keeps and sets");
    ok(results[3].value == 0x1ACA5 && results[5].value == 0x1ACA5, "combine puts results together, out writes them");
}

static void blocks(int file)
{
    struct reggen_operation *next;
    for (uint32_t width = 1; width <= 4; width *= 2) {
        begin(REGGEN_LONGEST_DEADLINE);
        made.data_size = 64;
        memset(made.data, 0xEE, sizeof made.data);
        for (uint32_t i = 0; i < 4 * width; i++) {
            made.data[8 + i] = (uint8_t)(0x31 + i);
        }
        next = operation(REGGEN_OP_OUTS, (uint8_t)width, CELL);
        next->count = 4;
        next->offset = 8;
        next = operation(REGGEN_OP_INS, (uint8_t)width, CELL);
        next->count = 3;
        next->offset = 8 + 4 * width;
        uint8_t expected[64] = { 0 };
        memcpy(expected + 8, made.data + 8, 4 * width);
        for (uint32_t i = 0; i < 3; i++) {
            memcpy(expected + 8 + (4 + i) * width, made.data + 8 + 3 * width, width);
        }
        ok(run(file) == REGGEN_OK && results[0].value == 4 && results[1].value == 3 && outcome.steps == 7, "blocks of width %u run", width);
        ok(memcmp(answered, expected, 64) == 0, "and the data is what they moved, else 0");
    }
    begin(100 * MS);
    made.data_size = REGGEN_MOST_DATA;
    next = operation(REGGEN_OP_INS, 4, CELL);
    next->count = REGGEN_MOST_DATA / 4;
    while (made.count < REGGEN_MOST_OPERATIONS) {
        operation(REGGEN_OP_IN, 1, SCRATCH);
    }
    int status = run(file);
    ok(status == REGGEN_OK && results[255].ran == 1 && memcmp(answered + REGGEN_MOST_DATA - 4, answered, 4) == 0,
       "the longest program there is runs: %u steps, %llu us", outcome.steps, (unsigned long long)outcome.elapsed / 1000);
}

static void loops(int file)
{
    struct reggen_operation *next;
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_OUT, 1, SCRATCH)->value = 5;
    next = operation(REGGEN_OP_BRANCH, 0, 0); /* 5: skips the next */
    next->from = 0;
    next->keep = 0xFF;
    next->value = 5;
    next->target = 3;
    operation(REGGEN_OP_OUT, 1, SCRATCH)->value = 6;
    operation(REGGEN_OP_IN, 1, SCRATCH);
    next = operation(REGGEN_OP_REPEAT, 0, 0); /* as long as it reads 5 */
    next->from = 3;
    next->keep = 0xFF;
    next->value = 5;
    next->target = 3;
    next->count = 9;
    next = operation(REGGEN_OP_BRANCH, 0, 0);
    next->from = 4;
    next->keep = 1;
    next->flags = REGGEN_FLAG_UNLESS;
    next->target = REGGEN_END;
    operation(REGGEN_OP_OUT, 1, SCRATCH)->value = 7;
    ok(run(file) == REGGEN_OK && results[2].ran == 0 && results[3].value == 5 && results[4].value == 1 && results[6].ran == 0 && outcome.steps == 23,
       "a branch skips, a repeat turns ten times, a branch ends it: %u steps", outcome.steps);
}

/* The serial port sets bit 6 of 2FD when it has sent all: it has nothing to send. */
static void polls(int file)
{
    struct reggen_operation *next;
    begin(REGGEN_LONGEST_DEADLINE);
    next = operation(REGGEN_OP_POLL, 1, UART + 5);
    next->keep = next->value = 0x40;
    next->time = 10 * MS;
    ok(run(file) == REGGEN_OK && (results[0].value & 0x40) != 0, "a poll ends when its bits are there");
    next->value = 0;
    int status = run(file);
    ok(status == REGGEN_E_LATE && refused == 0 && results[0].ran == 0 && outcome.elapsed >= 10 * MS, "or when its time is up: %llu us of 10 ms",
       (unsigned long long)outcome.elapsed / 1000);
    next->flags = REGGEN_FLAG_GOES_ON;
    operation(REGGEN_OP_IN, 1, SCRATCH);
    ok(run(file) == REGGEN_OK && (results[0].value & REGGEN_LATE) != 0 && results[1].ran == 1, "or goes on then");
}

static void deadlines(int file)
{
    begin(3 * MS);
    operation(REGGEN_OP_IN, 1, SCRATCH);
    struct reggen_operation *next = operation(REGGEN_OP_REPEAT, 0, 0);
    next->from = 0;
    next->target = 0;
    next->count = 0x40000000;
    int status = run(file);
    ok(status == REGGEN_E_DEADLINE && refused <= 1 && outcome.elapsed >= 3 * MS, "what does not end meets its deadline: %llu us of 3 ms, %u steps",
       (unsigned long long)outcome.elapsed / 1000, outcome.steps);
    /* Two stalls of which the first fits: in one of some tries, since this machine has other things to do. */
    int usual = 0;
    for (int i = 0; i < 20 && !usual; i++) {
        begin(0);
        operation(REGGEN_OP_STALL, 0, 0)->time = 600000;
        operation(REGGEN_OP_STALL, 0, 0)->time = 600000;
        usual = run(file) == REGGEN_E_DEADLINE && refused == 1;
    }
    ok(usual, "the usual deadline is 1 ms");
}

static uint64_t processor(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return ((uint64_t)usage.ru_stime.tv_sec * 1000000u + (uint64_t)usage.ru_stime.tv_usec) * 1000u;
}

static void stalls(int file)
{
    static const uint32_t times[] = { 1000, 9000, 20000, MS, 90 * MS };
    for (uint32_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        begin(REGGEN_LONGEST_DEADLINE);
        operation(REGGEN_OP_STALL, 0, 0)->time = times[i];
        uint64_t start = now(), used = processor();
        int status = run(file);
        uint64_t took = now() - start;
        ok(status == REGGEN_OK && took >= times[i] && outcome.elapsed >= times[i], "a stall of %u us is not shorter: %llu us", times[i] / 1000, (unsigned long long)took / 1000);
        if (times[i] == 90 * MS) {
            ok(processor() - used < 45 * MS, "and sleeps if it is long");
        }
    }
}

static void operations(const char *argument)
{
    (void)argument;
    int file = prepared();
    widths(file);
    words(file);
    blocks(file);
    loops(file);
    polls(file);
    deadlines(file);
    stalls(file);
}

/* The clock's ports are let go of by the kernel's driver; its index port is the operating system's all the same. */
static void rtc(const char *argument)
{
    (void)argument;
    int file = must_open();
    struct reggen_entry clock = entry(0x70, 0x71, 0, 0);
    driver_policy(file, &clock, 1);
    ok(claim_one(file, 0x70, 0x71, 0) == REGGEN_E_FLAG, "the clock needs the flag for ports of the system");
    clock.flags = REGGEN_POLICY_SYSTEM;
    driver_policy(file, &clock, 1);
    ok(claim_one(file, 0x70, 0x71, 0) == REGGEN_OK && ioports_has("0070-0071 : reggen"), "and is claimed with it");
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_OUT, 1, 0x70)->value = 0x0D;
    operation(REGGEN_OP_IN, 1, 0x71);
    operation(REGGEN_OP_OUT, 1, 0x70)->value = 0x32;
    operation(REGGEN_OP_IN, 1, 0x71);
    ok(run(file) == REGGEN_OK && results[1].value == 0x80 && results[3].value == 0x20, "register D says that its battery is good, 32 that it is the 21st century");
}

const struct row program_rows[] = { { "operations", operations }, { "rtc", rtc }, { NULL, NULL } };
