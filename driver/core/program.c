/* A program's way in and out: from the request to what is run, and to the answer. */
#include "internal.h"
#include "reggen_shim.h"

static uint32_t answer_size(uint32_t count, uint32_t data)
{
    return (uint32_t)(sizeof(struct reggen_outcome) + count * sizeof(struct reggen_result)) + data;
}

/* What comes back is what blocks moved, nothing else. */
static void clear_data(const struct reggen_shape *shape, uint8_t *data)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < shape->count; i++) {
        const struct reggen_operation *operation = &shape->operations[i];
        if (operation->kind == REGGEN_OP_OUTS) {
            for (; at < operation->offset; at++) {
                data[at] = 0;
            }
            at = operation->offset + operation->count * operation->width;
        }
    }
    for (; at < shape->data_size; at++) {
        data[at] = 0;
    }
}

static uint32_t read(struct reggen_run *run, const struct reggen_handle *handle, void *request, uint32_t given, uint32_t room)
{
    const struct reggen_program *program = request;
    if (given < sizeof *program) {
        return REGGEN_E_REQUEST;
    }
    if (program->header.version != REGGEN_VERSION) {
        return REGGEN_E_VERSION;
    }
    if (program->count == 0 || program->count > REGGEN_MOST_OPERATIONS || program->data > REGGEN_MOST_DATA) {
        return REGGEN_E_COUNT;
    }
    uint32_t head = (uint32_t)(sizeof *program + program->count * sizeof(struct reggen_operation));
    if (reggen_sized(&program->header, given, head + program->data) != REGGEN_OK || program->reserved != 0 || program->reserved2 != 0) {
        return REGGEN_E_REQUEST;
    }
    if (program->deadline > REGGEN_LONGEST_DEADLINE) {
        return REGGEN_E_TIME;
    }
    if (room < answer_size(program->count, program->data)) {
        return REGGEN_E_ROOM;
    }
    if (handle->running != 0) {
        return REGGEN_E_BUSY;
    }
    struct reggen_shape shape = {
        .operations = (const struct reggen_operation *)(program + 1),
        .data = (const uint8_t *)request + head,
        .count = program->count,
        .data_size = program->data,
        .deadline = program->deadline == 0 ? REGGEN_USUAL_DEADLINE : program->deadline,
    };
    uint32_t status = reggen_validate(handle, &shape, &run->index);
    if (status == REGGEN_OK) {
        run->operations = shape.operations;
        run->data = (uint8_t *)request + head;
        run->count = shape.count;
        run->data_size = shape.data_size;
        run->deadline = shape.deadline;
        clear_data(&shape, run->data);
    }
    return status;
}

uint32_t reggen_begin(struct reggen_run *run, struct reggen_handle *handle, void *request, uint32_t given, uint32_t room)
{
    reggen_clear(run, offsetof(struct reggen_run, waits));
    run->status = read(run, handle, request, given, room);
    if (run->status == REGGEN_OK) {
        /* No more than the program has: most are short, and these are 10 kB. */
        reggen_clear(run->waits, run->count * sizeof run->waits[0]);
        reggen_clear(run->results, run->count * sizeof run->results[0]);
        run->handle = handle;
        handle->running = 1;
        run->start = run->now = run->until = reggen_shim_now();
    }
    return run->status;
}

uint32_t reggen_end(struct reggen_run *run, void *answer, uint32_t room)
{
    struct reggen_outcome *outcome = answer;
    struct reggen_result *results = (struct reggen_result *)(outcome + 1);
    uint8_t *data = (uint8_t *)(results + run->count);
    uint32_t size = answer_size(run->count, run->data_size);
    if (run->handle != NULL) {
        run->handle->running = 0;
        run->handle = NULL;
    }
    if (room < size) {
        return 0;
    }
    /* Where the answer takes the request's place, the operations are no longer needed, and data moves down. */
    *outcome = (struct reggen_outcome){
        .header = { .size = size, .version = REGGEN_VERSION },
        .status = run->status,
        .index = run->index,
        .steps = run->steps,
        .elapsed = run->now - run->start,
    };
    for (uint32_t i = 0; i < run->count; i++) {
        results[i] = run->results[i];
    }
    for (uint32_t i = 0; i < run->data_size; i++) {
        data[i] = run->data[i];
    }
    return size;
}
