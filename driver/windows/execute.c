/* Runs a program in the thread that asks for it. */
#include "driver.h"

/* Sleeps are cut, so that the end of the thread is seen in between. In units of 100 ns. */
#define LONGEST_SLEEP 100000u

uint64_t clock_now(void);

/* Whoever waits for this thread, or for this handle, need not wait for the deadline. */
static int is_to_end(const struct handle *handle, const IRP *irp)
{
    return handle->closing != 0 || irp->Cancel || PsIsThreadTerminating(PsGetCurrentThread());
}

/* Sleeping takes up to one tick of the system's timer longer than what was asked for: so much is spun instead, where it does not matter who
   else would have liked the processor. */
static void rest(uint64_t until)
{
    uint64_t left = until - clock_now() - 1;
    if (left >= REGGEN_LONGEST_DEADLINE) {
        return;
    }
    uint32_t units = (uint32_t)left / 100, tick = KeQueryTimeIncrement();
    if (units <= tick) {
        YieldProcessor();
        return;
    }
    LARGE_INTEGER interval;
    interval.QuadPart = -(LONGLONG)(units - tick < LONGEST_SLEEP ? units - tick : LONGEST_SLEEP);
    KeDelayExecutionThread(KernelMode, FALSE, &interval);
}

static void step_all(struct reggen_run *run, const struct handle *handle, const IRP *irp)
{
    for (;;) {
        enum reggen_progress progress = reggen_step(run);
        if (progress == REGGEN_DONE || progress == REGGEN_FAILED) {
            return;
        }
        if (is_to_end(handle, irp)) {
            reggen_stop(run);
        } else if (progress == REGGEN_SLEEP) {
            rest(run->until);
        }
    }
}

/* In the critical region of the request. */
NTSTATUS execute(struct handle *handle, IRP *irp, void *request, uint32_t given, uint32_t room, uint32_t *size)
{
    if (room < sizeof(struct reggen_outcome)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    struct reggen_run *run = pool_take(sizeof *run);
    if (run == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    driver_lock();
    uint32_t status = reggen_begin(run, &handle->core, request, given, room);
    driver_unlock();
    if (status == REGGEN_OK) {
        step_all(run, handle, irp);
    }
    driver_lock();
    *size = reggen_end(run, request, room);
    driver_unlock();
    pool_give(run);
    return STATUS_SUCCESS;
}
