/* Builds a program, runs it and takes its answer apart. */
#include <string.h>

#include "check.h"

static uint64_t answer[(sizeof(struct reggen_outcome) + REGGEN_MOST_OPERATIONS * sizeof(struct reggen_result) + REGGEN_MOST_DATA) / 8];

void program_reset(void)
{
    memset(&trial, 0, sizeof trial);
    trial.request.program.header = (struct reggen_header){ .size = 32, .version = REGGEN_VERSION };
}

struct reggen_operation blank(uint8_t kind)
{
    return (struct reggen_operation){ .kind = kind, .from = REGGEN_NONE, .beside = REGGEN_NONE, .target = REGGEN_NONE };
}

struct reggen_operation port_op(uint8_t kind, uint16_t port, uint8_t width)
{
    struct reggen_operation operation = blank(kind);
    operation.port = port;
    operation.width = width;
    return operation;
}

uint32_t add(struct reggen_operation operation)
{
    trial.request.operations[trial.request.program.count] = operation;
    trial.request.program.header.size += 40;
    return trial.request.program.count++;
}

uint32_t add_in(uint16_t port, uint8_t width)
{
    return add(port_op(REGGEN_OP_IN, port, width));
}

uint32_t add_out(uint16_t port, uint8_t width, uint64_t value)
{
    struct reggen_operation operation = port_op(REGGEN_OP_OUT, port, width);
    operation.value = value;
    return add(operation);
}

uint8_t *with_data(uint32_t size)
{
    trial.data = trial.request.program.count * 40;
    trial.request.program.data = size;
    trial.request.program.header.size += size;
    return trial.request.bytes + trial.data;
}

uint32_t begin(void)
{
    memset(&trial.run, 0xA5, sizeof trial.run);
    return reggen_begin(&trial.run, &one, &trial.request, trial.request.program.header.size, sizeof answer);
}

uint32_t finish_run(void)
{
    memset(answer, 0xA5, sizeof answer);
    uint32_t size = reggen_end(&trial.run, answer, sizeof answer);
    memcpy(&trial.outcome, answer, sizeof trial.outcome);
    trial.results = (const struct reggen_result *)((const uint8_t *)answer + sizeof trial.outcome);
    trial.read = (const uint8_t *)(trial.results + trial.request.program.count);
    EQUAL(size, trial.outcome.header.size);
    EQUAL(REGGEN_VERSION, trial.outcome.header.version);
    EQUAL(0, trial.outcome.header.reserved);
    EQUAL(0, trial.outcome.reserved);
    EQUAL(0, one.running);
    return trial.outcome.status;
}

uint32_t run_all(void)
{
    enum reggen_progress progress = REGGEN_DONE;
    if (begin() == REGGEN_OK) {
        while ((progress = reggen_step(&trial.run)) == REGGEN_YIELD || progress == REGGEN_SLEEP) {
            if (progress == REGGEN_SLEEP) {
                clock_now = trial.run.until;
            }
        }
        EQUAL(progress == REGGEN_FAILED, trial.run.status != REGGEN_OK);
    } else {
        EQUAL(REGGEN_FAILED, reggen_step(&trial.run));
    }
    return finish_run();
}
