/* Runs a program that has been validated, a few operations at a time. */
#include "internal.h"
#include "reggen_shim.h"

/* So many turns end a program whose clock stands still. In the longest deadline no machine gets so far: an access takes a tenth of a
   microsecond at least. */
#define MOST_STEPS 0x200000u

/* And so many times it may be called too early in a row, without the clock having moved: where that is read by spinning, a clock that
   goes at all has moved long before. */
#define MOST_EARLY 0x4000u

uint32_t reggen_fail(struct reggen_run *run, uint32_t status)
{
    run->status = status;
    run->index = run->next;
    return REGGEN_FAILED;
}

static uint32_t finish(struct reggen_run *run, uint64_t value)
{
    run->results[run->next].value = value;
    run->results[run->next].ran = 1;
    run->next++;
    return REGGEN_GOES;
}

static uint32_t write(struct reggen_run *run, const struct reggen_operation *operation, uint64_t value, uint64_t result)
{
    if (reggen_value_denied(operation->port, operation->width, value)) {
        return reggen_fail(run, REGGEN_E_VALUE);
    }
    reggen_shim_write(operation->port, operation->width, (uint32_t)value);
    return finish(run, result);
}

static uint64_t cut(uint64_t value, uint32_t width)
{
    return value & ((1ull << 8 * width) - 1);
}

static uint64_t in(const struct reggen_operation *operation)
{
    return cut(reggen_shim_read(operation->port, operation->width), operation->width);
}

static uint32_t out(struct reggen_run *run, const struct reggen_operation *operation)
{
    uint64_t value = cut(reggen_word(run, operation), operation->width);
    return write(run, operation, value, value);
}

static uint32_t modify(struct reggen_run *run, const struct reggen_operation *operation)
{
    uint64_t read = in(operation);
    return write(run, operation, cut((read & operation->keep) | operation->value | reggen_result_of(run, operation->beside), operation->width), read);
}

static uint32_t poll(struct reggen_run *run, const struct reggen_operation *operation)
{
    struct reggen_wait *wait = &run->waits[run->next];
    uint64_t read = in(operation);
    if (((read & operation->keep) == operation->value) != ((operation->flags & REGGEN_FLAG_UNLESS) != 0)) {
        *wait = (struct reggen_wait){ 0 };
        return finish(run, read);
    }
    if (reggen_again(run, wait, operation->time, 0)) {
        return reggen_pace(run, wait, 0);
    }
    return (operation->flags & REGGEN_FLAG_GOES_ON) != 0 ? finish(run, read | REGGEN_LATE) : reggen_fail(run, REGGEN_E_LATE);
}

static uint32_t stall(struct reggen_run *run, const struct reggen_operation *operation)
{
    uint32_t progress = reggen_stall(run, operation->time);
    if (progress != REGGEN_FAILED) {
        finish(run, 0);
    }
    return progress;
}

/* One value a turn, so that a long block lets others run like anything else. */
static uint32_t block(struct reggen_run *run, const struct reggen_operation *operation)
{
    uint8_t *data = run->data + operation->offset + (size_t)run->done * operation->width;
    if (operation->kind == REGGEN_OP_OUTS) {
        reggen_shim_write(operation->port, operation->width, reggen_get(data, operation->width));
    } else {
        uint32_t value = reggen_shim_read(operation->port, operation->width);
        for (uint32_t byte = 0; byte < operation->width; byte++) {
            data[byte] = (uint8_t)(value >> (8 * byte));
        }
    }
    if (++run->done < operation->count) {
        return REGGEN_GOES;
    }
    run->done = 0;
    return finish(run, operation->count);
}

static uint32_t branch(struct reggen_run *run, const struct reggen_operation *operation)
{
    int far = reggen_goes(run, operation);
    finish(run, 0);
    if (far) {
        run->next = operation->target == REGGEN_END ? run->count : operation->target;
    }
    return REGGEN_GOES;
}

static uint32_t repeat(struct reggen_run *run, const struct reggen_operation *operation)
{
    struct reggen_wait *wait = &run->waits[run->next];
    if (!reggen_goes(run, operation)) {
        *wait = (struct reggen_wait){ 0 };
        return finish(run, 0);
    }
    if (!reggen_again(run, wait, operation->time, operation->count)) {
        return finish(run, 1);
    }
    run->next = operation->target;
    return reggen_pace(run, wait, operation->count);
}

static uint32_t perform(struct reggen_run *run, const struct reggen_operation *operation)
{
    switch (operation->kind) {
    case REGGEN_OP_IN:
        return finish(run, in(operation));
    case REGGEN_OP_OUT:
        return out(run, operation);
    case REGGEN_OP_MODIFY:
        return modify(run, operation);
    case REGGEN_OP_POLL:
        return poll(run, operation);
    case REGGEN_OP_STALL:
        return stall(run, operation);
    case REGGEN_OP_COMBINE:
        return finish(run, reggen_word(run, operation));
    case REGGEN_OP_BRANCH:
        return branch(run, operation);
    case REGGEN_OP_REPEAT:
        return repeat(run, operation);
    default:
        return block(run, operation);
    }
}

/* It is to sleep on, unless the clock does. A stall has gone on to the next operation by then, and that may be the end. */
static enum reggen_progress asleep(struct reggen_run *run, uint64_t before)
{
    run->early = run->now == before ? run->early + 1 : 0;
    if (run->early < MOST_EARLY) {
        return REGGEN_SLEEP;
    }
    run->next -= run->next == run->count;
    return (enum reggen_progress)reggen_fail(run, REGGEN_E_DEADLINE);
}

/* The clock is read once here and by what waits: a deadline is kept to within these turns. */
enum reggen_progress reggen_step(struct reggen_run *run)
{
    if (run->status != REGGEN_OK) {
        return REGGEN_FAILED;
    }
    uint64_t before = run->now;
    reggen_look(run);
    if (run->until - run->now - 1 < REGGEN_LONGEST_DEADLINE) {
        return asleep(run, before);
    }
    if (run->next == run->count) {
        return REGGEN_DONE;
    }
    if (run->now - run->start >= run->deadline || run->steps >= MOST_STEPS) {
        return (enum reggen_progress)reggen_fail(run, REGGEN_E_DEADLINE);
    }
    for (uint32_t turn = 0; turn < REGGEN_STEP; turn++) {
        uint32_t progress = perform(run, &run->operations[run->next]);
        if (progress == REGGEN_FAILED) {
            return REGGEN_FAILED;
        }
        run->steps++;
        if (progress != REGGEN_GOES) {
            return (enum reggen_progress)progress;
        }
        if (run->next == run->count) {
            return REGGEN_DONE;
        }
    }
    return REGGEN_YIELD;
}

void reggen_stop(struct reggen_run *run)
{
    if (run->status == REGGEN_OK && run->next < run->count) {
        reggen_fail(run, REGGEN_E_STOPPED);
    }
}
