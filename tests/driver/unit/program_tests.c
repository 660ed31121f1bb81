/* Requests and answers as buffers. */
#include <string.h>

#include "check.h"

static void own(uint16_t first, uint16_t last)
{
    one.ranges[one.count++] = range(first, last);
}

static uint64_t answer[16];

static uint32_t status_of(uint32_t given, uint32_t room)
{
    uint32_t status = reggen_begin(&trial.run, &one, &trial.request, given, room);
    EQUAL(REGGEN_OK, reggen_end(&trial.run, answer, 0));
    EQUAL(0, one.running);
    return status;
}

void a_program_is_as_long_as_it_says(void)
{
    own(0x300, 0x30F);
    add_in(0x300, 1);
    with_data(3);
    const uint32_t room = 32 + 16 + 3;
    EQUAL(REGGEN_OK, status_of(75, room));
    EQUAL(REGGEN_E_ROOM, status_of(75, room - 1));
    EQUAL(REGGEN_E_ROOM, status_of(75, 0));
    EQUAL(REGGEN_E_REQUEST, status_of(74, room));
    EQUAL(REGGEN_E_REQUEST, status_of(76, room));
    EQUAL(REGGEN_E_REQUEST, status_of(31, room));
    EQUAL(REGGEN_E_REQUEST, status_of(0, room));
    struct reggen_program good = trial.request.program;
#define WITH(field, value, expected) \
    trial.request.program.field = (value); \
    EQUAL(expected, status_of(75, room)); \
    trial.request.program = good
    WITH(header.size, 74, REGGEN_E_REQUEST);
    WITH(header.size, 76, REGGEN_E_REQUEST);
    WITH(header.version, 0, REGGEN_E_VERSION);
    WITH(header.version, 2, REGGEN_E_VERSION);
    WITH(header.reserved, 1, REGGEN_E_REQUEST);
    WITH(count, 0, REGGEN_E_COUNT);
    WITH(count, 2, REGGEN_E_REQUEST);
    WITH(count, 257, REGGEN_E_COUNT);
    WITH(count, 0xFFFFFFFF, REGGEN_E_COUNT);
    WITH(data, 2, REGGEN_E_REQUEST);
    WITH(data, 0x10001, REGGEN_E_COUNT);
    WITH(data, 0xFFFFFFFF, REGGEN_E_COUNT);
    WITH(reserved, 1, REGGEN_E_REQUEST);
    WITH(reserved2, 1ull << 63, REGGEN_E_REQUEST);
    WITH(deadline, REGGEN_LONGEST_DEADLINE, REGGEN_OK);
    WITH(deadline, REGGEN_LONGEST_DEADLINE + 1, REGGEN_E_TIME);
}

void the_largest_program_runs(void)
{
    own(0x300, 0x30F);
    for (uint32_t i = 0; i < 255; i++) {
        add_in(0x300, 1);
    }
    struct reggen_operation made = port_op(REGGEN_OP_OUTS, 0x300, 1);
    made.count = REGGEN_MOST_DATA;
    add(made);
    uint8_t *data = with_data(REGGEN_MOST_DATA);
    memset(data, 0x5A, REGGEN_MOST_DATA);
    EQUAL(REGGEN_OK, run_all());
    EQUAL(255 + REGGEN_MOST_DATA, trial.outcome.steps);
    EQUAL(0x5A, trial.read[REGGEN_MOST_DATA - 1]);
    add(made);
    EQUAL(REGGEN_E_COUNT, begin());
    finish_run();
}

void a_handle_runs_one_program_at_a_time(void)
{
    uint32_t index;
    own(0x300, 0x30F);
    add_in(0x300, 1);
    EQUAL(REGGEN_OK, begin());
    static struct reggen_run second;
    EQUAL(REGGEN_E_BUSY, reggen_begin(&second, &one, &trial.request, trial.request.program.header.size, 1000));
    uint64_t room[4];
    EQUAL(32, reggen_end(&second, room, 32));
    EQUAL(REGGEN_E_BUSY, ((struct reggen_outcome *)room)->status);
    /* Neither does its end free the handle of the first, nor do its ranges change. */
    EQUAL(1, one.running);
    EQUAL(REGGEN_E_BUSY, reggen_release(&one));
    struct reggen_entry made = entry(0x310, 0x310, 0, 100);
    EQUAL(REGGEN_OK, set_policy(&made, 1, &index));
    EQUAL(REGGEN_E_BUSY, claim_one(&one, range(0x310, 0x310)));
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    EQUAL(REGGEN_OK, finish_run());
    EQUAL(REGGEN_OK, reggen_release(&one));
}

void an_answer_may_take_the_requests_place(void)
{
    own(0x300, 0x30F);
    ports_answer(0x300, 0x77);
    add_in(0x300, 1);
    struct reggen_operation made = port_op(REGGEN_OP_INS, 0x301, 1);
    made.offset = 1, made.count = 2;
    add(made);
    made.kind = REGGEN_OP_OUTS, made.offset = 3, made.count = 5;
    add(made);
    memcpy(with_data(9), "abcdefghi", 9);
    EQUAL(REGGEN_OK, begin());
    EQUAL(REGGEN_DONE, reggen_step(&trial.run));
    uint32_t size = reggen_end(&trial.run, &trial.request, trial.request.program.header.size);
    EQUAL(32 + 3 * 16 + 9, size);
    const uint8_t *bytes = (const uint8_t *)&trial.request;
    const struct reggen_result *results = (const struct reggen_result *)(bytes + 32);
    EQUAL(0x77, results[0].value);
    EQUAL(2, results[1].value);
    EQUAL(5, results[2].value);
    CHECK(memcmp(bytes + 32 + 48, "\0\xFF\xFF" "defgh\0", 9) == 0);
}

void an_answer_is_not_written_where_there_is_no_room(void)
{
    own(0x300, 0x30F);
    add_in(0x300, 1);
    EQUAL(REGGEN_OK, begin());
    memset(answer, 0xA5, sizeof answer);
    EQUAL(0, reggen_end(&trial.run, answer, 47));
    EQUAL(0xA5A5A5A5A5A5A5A5, answer[0]);
    EQUAL(0, one.running);
    EQUAL(REGGEN_OK, begin());
    EQUAL(48, reggen_end(&trial.run, answer, 48));
    EQUAL(0, answer[4]);
    EQUAL(0, answer[5]);
    EQUAL(0xA5A5A5A5A5A5A5A5, answer[6]);
}

void the_driver_tells_what_it_can(void)
{
    struct reggen_features features;
    memset(&features, 0xA5, sizeof features);
    reggen_query(&features);
    EQUAL(40, features.header.size);
    EQUAL(1, features.header.version);
    EQUAL(0, features.header.reserved);
    EQUAL(1, features.features);
    EQUAL(0x7FE, features.operations);
    EQUAL(256, features.most_operations);
    EQUAL(65536, features.most_data);
    EQUAL(64, features.most_ranges);
    EQUAL(128, features.most_entries);
    EQUAL(1000000, features.usual_deadline);
    EQUAL(100000000, features.longest_deadline);
}
