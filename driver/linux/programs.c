// SPDX-License-Identifier: MIT OR GPL-2.0
/* REGGEN_RUN: runs a program, lets others run meanwhile, and ends when the caller does. */
#include <linux/errno.h>
#include <linux/hrtimer.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>

#include "device.h"
#include "reggen_shim.h"

/* To sleep and wake takes about that. */
#define TOO_SHORT_TO_SLEEP (10 * NSEC_PER_USEC)

static void wait_until(uint64_t until)
{
    uint64_t now = ktime_get_ns();
    if (now < until && until - now >= TOO_SHORT_TO_SLEEP) {
        ktime_t when = ns_to_ktime(until);
        set_current_state(TASK_KILLABLE);
        schedule_hrtimeout_range(&when, 0, HRTIMER_MODE_ABS);
        return;
    }
    while (ktime_get_ns() < until) {
        cpu_relax();
    }
}

static void drive(struct reggen_run *run)
{
    for (;;) {
        enum reggen_progress progress = reggen_step(run);
        if (progress == REGGEN_DONE || progress == REGGEN_FAILED) {
            return;
        }
        if (progress == REGGEN_SLEEP) {
            wait_until(run->until);
        }
        cond_resched();
        if (fatal_signal_pending(current)) {
            reggen_stop(run);
            return;
        }
    }
}

static long refuse(void *buffer, uint32_t status)
{
    struct reggen_outcome *outcome = buffer;
    *outcome = (struct reggen_outcome){
        .header = { .size = sizeof(*outcome), .version = REGGEN_VERSION },
        .status = status,
    };
    return sizeof(*outcome);
}

long reggen_answer_program(struct reggen_handle *handle, void *buffer, uint32_t size, uint32_t room)
{
    struct reggen_run *run;
    uint32_t status, answered;
    if (reggen_locked()) {
        return refuse(buffer, REGGEN_E_LOCKED);
    }
    run = kvmalloc(sizeof(*run), GFP_KERNEL_ACCOUNT);
    if (run == NULL) {
        return -ENOMEM;
    }
    mutex_lock(&reggen_device.lock);
    status = reggen_begin(run, handle, buffer, size, room);
    mutex_unlock(&reggen_device.lock);
    if (status == REGGEN_OK) {
        drive(run);
    }
    mutex_lock(&reggen_device.lock);
    answered = reggen_end(run, buffer, room);
    mutex_unlock(&reggen_device.lock);
    kvfree(run);
    return answered;
}
