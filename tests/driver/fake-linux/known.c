/* Before anything is made up: cases that have to be noticed whatever is made up, since a driver that is wrong in them looks right in most others. */
#include <stdlib.h>

#include "fake.h"
#include "world.h"

int fake_init(void);
void fake_exit(void);

static void nothing(void)
{
}

static void begin(void)
{
    static const uint8_t nothing_made = 0;
    struct input none = { &nothing_made, 0 };
    fake_reset();
    fake.meanwhile = nothing;
    fake.now = 1000000000;
    firmware_make(&none);
    fake_load();
    MUST(fake_init() == 0);
}

static void end(void)
{
    world_end();
    fake_exit();
}

/* A SID of Windows names nobody here, not even the group whose number begins as it does. */
static void a_sid_is_no_group(void)
{
    struct {
        struct reggen_policy head;
        struct reggen_entry entry;
    } made = { { { sizeof made, REGGEN_VERSION, 0 }, 1, 0 },
               { .first = 0x300, .last = 0x30F, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = 12, .who = { 1, 1 } } };
    begin();
    world_begin(false);
    uint8_t *answer = call(&slots[0], REGGEN_LINUX(REGGEN_POLICY), &made, sizeof made, sizeof made, 0);
    MUST(answer != NULL && ((struct reggen_answer *)answer)->status == REGGEN_OK);
    free(answer);
    fake.administrator = false;
    fake.group = 0x101;
    slot_open(&slots[1], false);
    MUST(!slots[1].open);
    end();
}

/* Sleeps until a time, not for one: the fake clock has run for a second. */
static void a_stall_ends_in_time(void)
{
    struct {
        struct reggen_program head;
        struct reggen_operation stall;
    } made = { { .header = { sizeof made, REGGEN_VERSION, 0 }, .count = 1, .deadline = REGGEN_LONGEST_DEADLINE },
               { .kind = REGGEN_OP_STALL, .from = REGGEN_NONE, .beside = REGGEN_NONE, .target = REGGEN_NONE, .time = 2000000 } };
    begin();
    world_begin(true);
    uint64_t before = fake.now;
    uint8_t *answer = call(&slots[0], REGGEN_LINUX(REGGEN_RUN), &made, sizeof made, sizeof made, 0);
    MUST(answer != NULL && ((struct reggen_outcome *)answer)->status == REGGEN_OK);
    MUST(fake.now - before >= 2000000 && fake.now - before < 3000000);
    free(answer);
    end();
}

void known_cases(void)
{
    a_sid_is_no_group();
    a_stall_ends_in_time();
}
