/* Programs under construction, and their answers. */
#include <string.h>

#include "client.h"

struct program program;
struct reggen_outcome outcome;
const struct reggen_result *results;
const uint8_t *moved;

static uint8_t bytes[sizeof program];
static uint64_t answer[(sizeof outcome + REGGEN_MOST_OPERATIONS * sizeof(struct reggen_result) + REGGEN_MOST_DATA) / 8];

void program_begin(void)
{
    memset(&program, 0, sizeof program);
    program.head.header.version = REGGEN_VERSION;
    /* The machine may be busy. */
    program.head.deadline = REGGEN_LONGEST_DEADLINE;
}

struct reggen_operation *add(uint8_t kind)
{
    struct reggen_operation *operation = &program.operations[program.head.count++];
    *operation = (struct reggen_operation){ .kind = kind, .from = REGGEN_NONE, .beside = REGGEN_NONE, .target = REGGEN_NONE };
    return operation;
}

struct reggen_operation *add_port(uint8_t kind, uint16_t port, uint8_t width)
{
    struct reggen_operation *operation = add(kind);
    operation->port = port;
    operation->width = width;
    return operation;
}

uint32_t program_size(void)
{
    return (uint32_t)(sizeof program.head + program.head.count * sizeof program.operations[0]) + program.head.data;
}

const void *program_bytes(void)
{
    uint32_t size = program_size();
    if (program.head.header.size == 0) {
        program.head.header.size = size;
    }
    memcpy(bytes, &program, size - program.head.data);
    memcpy(bytes + size - program.head.data, program.data, program.head.data);
    return bytes;
}

uint32_t run(HANDLE device)
{
    uint32_t got, room = (uint32_t)(sizeof outcome + program.head.count * sizeof *results) + program.head.data;
    memset(answer, 0xA5, sizeof answer);
    DWORD error = request_send(device, REGGEN_WINDOWS(REGGEN_RUN), program_bytes(), program_size(), answer, sizeof answer, &got);
    if (error != 0) {
        return NO_ANSWER | error;
    }
    memcpy(&outcome, answer, sizeof outcome);
    results = (const struct reggen_result *)((const uint8_t *)answer + sizeof outcome);
    moved = (const uint8_t *)(results + program.head.count);
    EQUAL(got, outcome.header.size);
    EQUAL(0, outcome.reserved);
    CHECK(got == room || (got == sizeof outcome && outcome.status != REGGEN_OK));
    return outcome.status;
}
