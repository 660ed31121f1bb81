/* Time: how long a poll may go on, how often, and when the next turn is. */
#include "internal.h"
#include "reggen_shim.h"

/* Up to here turns follow each other at once: a sleep takes longer. */
#define SPIN 100000u
#define LONGEST_PAUSE 1000000u

/* A clock that steps back stands still for us. */
void reggen_look(struct reggen_run *run)
{
    uint64_t now = reggen_shim_now();
    if ((now - run->now) >> 63 == 0) {
        run->now = now;
    }
}

/* Whether there is another turn. What is compared last was read after the time was up, so that a slow machine is not cheated. */
int reggen_again(struct reggen_run *run, struct reggen_wait *wait, uint32_t time, uint32_t count)
{
    if (count != 0) {
        wait->turns++;
        if (wait->turns <= count) {
            return 1;
        }
    } else if (wait->last == 0) {
        reggen_look(run);
        if (wait->begun == 0) {
            wait->begun = 1;
            wait->start = run->now;
        }
        wait->last = run->now - wait->start >= time;
        return 1;
    }
    *wait = (struct reggen_wait){ 0 };
    return 0;
}

/* A poll that takes long leaves the processor to others: an eighth of what it has taken. */
uint32_t reggen_pace(struct reggen_run *run, const struct reggen_wait *wait, uint32_t count)
{
    uint64_t waited = run->now - wait->start;
    if (count != 0 || wait->last != 0 || waited < SPIN || run->now - run->start >= run->deadline) {
        return REGGEN_GOES;
    }
    run->until = run->now + (waited >> 3 < LONGEST_PAUSE ? waited >> 3 : LONGEST_PAUSE);
    if (run->until - run->start > run->deadline) {
        run->until = run->start + run->deadline;
    }
    return REGGEN_SLEEP;
}

/* What cannot end in time does not begin: the program would hold its caller for nothing. */
uint32_t reggen_stall(struct reggen_run *run, uint32_t time)
{
    reggen_look(run);
    if (run->now - run->start + time > run->deadline) {
        return reggen_fail(run, REGGEN_E_DEADLINE);
    }
    run->until = run->now + time;
    return time == 0 ? REGGEN_GOES : REGGEN_SLEEP;
}
