/* Sequences of opens, requests and closes by several callers, of which one comes in while the program of another runs. The caller's memory has
   exactly the size that it says, or less. After each, ports and memory are where they belong. */
#include <stdio.h>
#include <stdlib.h>

#include "fake.h"
#include "world.h"

#define MOST_CALLS 32u

int fake_init(void);
void fake_exit(void);
extern bool *const fake_under_lockdown;

static struct input input;
static uint32_t depth;
static unsigned long long sequences, within;

static bool locked(void)
{
    return fake.locked_down && !*fake_under_lockdown;
}

static void open_or_close(uint32_t which)
{
    struct slot *slot = &slots[which];
    if (slot->open) {
        if (!slot->running) {
            slot_close(slot);
        }
        return;
    }
    slot_open(slot, locked());
}

/* The usual size, or one byte in sixteen so many fewer. */
static size_t room(uint32_t size)
{
    size_t usual = size < 40 ? 40 : size;
    return below(&input, 16) != 0 ? usual : usual * byte(&input) / 256;
}

static void policy(struct slot *slot)
{
    struct {
        struct reggen_policy head;
        struct reggen_entry entries[4];
    } made = { .head = { .header = { .version = REGGEN_VERSION } } };
    made.head.count = below(&input, 5);
    uint32_t size = made.head.header.size = (uint32_t)sizeof made.head + made.head.count * (uint32_t)sizeof made.entries[0];
    for (uint32_t i = 0; i < made.head.count; i++) {
        uint8_t shape = byte(&input);
        uint16_t first = port(&input);
        made.entries[i] = (struct reggen_entry){ .first = first, .last = (uint16_t)(first + byte(&input) % 40), .access = (uint8_t)(1 + shape % 3), .flags = shape >> 2 & 3,
            .who_kind = (shape & 0x70) == 0 ? REGGEN_WHO_SID : REGGEN_WHO_GID, .who_size = 4, .who = { (uint8_t)(1 + (shape >> 7)) } };
        if ((shape & 0x70) == 0) {
            made.entries[i].who_size = 12;
            made.entries[i].who[1] = 1;
        } else if (shape % 16 == 9) {
            memset(made.entries[i].who, 0xFF, 4);
        }
    }
    uint8_t *answer = call(slot, REGGEN_LINUX(REGGEN_POLICY), &made, size, room(size), byte(&input) > 0xE0 ? byte(&input) : 0);
    if (answer != NULL && ((struct reggen_answer *)answer)->status == REGGEN_OK) {
        world_named = 0;
        world_trusts = false;
        for (uint32_t i = 0; i < made.head.count; i++) {
            MUST(!firmware_forbids(made.entries[i].first, made.entries[i].last));
            world_trusts |= made.entries[i].flags == 3;
            world_named |= made.entries[i].who_kind == REGGEN_WHO_GID && made.entries[i].who[0] < 32 ? 1u << made.entries[i].who[0] : 0;
        }
    }
    free(answer);
}

static void claim(struct slot *slot)
{
    struct {
        struct reggen_claim head;
        struct reggen_range ranges[4];
    } made = { .head = { .header = { .version = REGGEN_VERSION } } };
    made.head.count = 1 + below(&input, 4);
    uint32_t size = made.head.header.size = (uint32_t)sizeof made.head + made.head.count * (uint32_t)sizeof made.ranges[0];
    for (uint32_t i = 0; i < made.head.count; i++) {
        uint16_t first = port(&input);
        uint8_t shape = byte(&input);
        first = shape % 4 == 0 ? 0x308 + shape / 16 % 4 : first; /* where handles share ports */
        made.ranges[i] = (struct reggen_range){ first, (uint16_t)(first + shape % 8), 7, (uint8_t)(shape >= 0xE0 ? 1 : 3), shape >> 3 & 1, 0 };
    }
    bool was_locked = locked();
    uint8_t *answer = call(slot, REGGEN_LINUX(REGGEN_CLAIM), &made, size, room(size), byte(&input) > 0xE0 ? byte(&input) : 0);
    if (answer != NULL) {
        const struct reggen_answer *said = (struct reggen_answer *)answer;
        MUST((said->status == REGGEN_E_LOCKED) == was_locked && said->status <= REGGEN_E_OWNED && said->index < made.head.count);
        MUST(!slot->running || said->status != REGGEN_OK);
        for (uint32_t i = 0; i < made.head.count && said->status == REGGEN_OK; i++) {
            MUST((firmware_marks(made.ranges[i].first, made.ranges[i].last) & NEEDS_BOTH) == 0 || world_trusts);
            MUST(!firmware_forbids(made.ranges[i].first, made.ranges[i].last));
        }
        MUST(said->status != REGGEN_E_DENIED || firmware_forbids(made.ranges[said->index].first, made.ranges[said->index].last));
        if (said->status == REGGEN_OK) {
            slot_took(slot, made.ranges, made.head.count);
        } else if (said->status == REGGEN_E_OWNED) {
            MUST(world_owned(&made.ranges[said->index]));
        }
    }
    free(answer);
}

static void plain(struct slot *slot, uint32_t request)
{
    struct reggen_header made = { sizeof made, (uint16_t)(byte(&input) < 0xF8 ? REGGEN_VERSION : byte(&input)), byte(&input) > 0xF8 };
    uint8_t *answer = call(slot, REGGEN_LINUX(request), &made, sizeof made, request == REGGEN_QUERY ? room(sizeof made) : 40, 0);
    if (answer != NULL && request == REGGEN_RELEASE) {
        uint32_t status = ((struct reggen_answer *)answer)->status;
        MUST(status == (made.version != REGGEN_VERSION ? REGGEN_E_VERSION : made.reserved != 0 ? REGGEN_E_REQUEST : slot->running ? REGGEN_E_BUSY : REGGEN_OK));
        slot->count = status == REGGEN_OK ? 0 : slot->count;
    } else if (answer != NULL) {
        MUST(((struct reggen_features *)answer)->header.size == 40 && ((struct reggen_features *)answer)->header.version == REGGEN_VERSION);
    }
    free(answer);
}

static uint32_t widths_of(const struct program *program)
{
    const struct reggen_operation *operations = (const struct reggen_operation *)((const struct reggen_program *)program->request + 1);
    uint32_t widths = 0;
    for (uint32_t i = 0; i < program->count; i++) {
        widths |= operations[i].width;
    }
    return widths;
}

static void run(struct slot *slot)
{
    struct program made = program_make(&input);
    bool was_locked = locked(), was_running = slot->running;
    fake.tick = program_tick(&made, byte(&input));
    fake.dies = byte(&input) > 0xF0;
    fake.widths = 0;
    fake.dying = fake.stopped = false;
    slot->running = true;
    uint8_t *answer = call(slot, REGGEN_LINUX(REGGEN_RUN), made.request, made.size, room(made.size), byte(&input) > 0xE0 ? byte(&input) : 0);
    slot->running = was_running;
    fake.dies = false;
    MUST(fake.dying == fake.stopped);
    MUST((fake.widths & ~widths_of(&made)) == 0);
    if (answer != NULL) {
        struct reggen_outcome *said = (struct reggen_outcome *)answer;
        int begun = said->header.size != sizeof *said;
        MUST((said->status == REGGEN_E_LOCKED) == was_locked && !(was_running && begun));
        programs_begun += (unsigned)begun;
        if (said->status == REGGEN_E_STOPPED || was_locked) {
            said->status = REGGEN_E_BUSY; /* which the core's own fuzzing knows */
        }
        program_check(&made, answer, said->header.size, begun);
    }
    free(answer);
    program_free(&made);
}

/* Any code, any bytes. */
static void raw(struct slot *slot)
{
    static const uint32_t sizes[] = { WORLD_LONGEST, WORLD_LONGEST + 1, 7, 8, 39, 40 };
    uint8_t bytes[64];
    uint32_t code = REGGEN_LINUX(below(&input, 9)) ^ (byte(&input) > 0xC0 ? 1u << below(&input, 32) : 0);
    uint32_t size = byte(&input) % sizeof bytes;
    for (uint32_t i = 0; i < size; i++) {
        bytes[i] = byte(&input);
    }
    if (size >= 8 && bytes[4] == 0) {
        memcpy(bytes, &sizes[bytes[0] % 6], 4);
    }
    if (code != REGGEN_LINUX(REGGEN_CLAIM) && code != REGGEN_LINUX(REGGEN_POLICY) && code != REGGEN_LINUX(REGGEN_RELEASE)) {
        free(call(slot, code, bytes, size, size, 0));
    }
}

static void turn(void)
{
    uint8_t how = byte(&input);
    switch (how % 8) {
    case 0:
    case 1:
        fake.administrator = how & 0x80;
        break;
    case 2:
    case 3:
        fake.group = how < 0x60 ? 0x101 : 1 + (how >> 7); /* 101 looks like the SIDs above */
        break;
    case 4:
    case 5:
        fake.fail_after = 1 + (how >> 4);
        break;
    case 6:
        fake.locked_down = how & 0x80;
        break;
    default:
        *fake_under_lockdown = how & 0x80;
        break;
    }
}

static void something(void)
{
    uint8_t which = byte(&input);
    struct slot *slot = &slots[(which >> 4) % SLOTS];
    uint32_t what = which % 16;
    if (what == 0 || (!slot->open && what < 14)) {
        open_or_close((which >> 4) % SLOTS);
    } else if (what == 1) {
        policy(slot);
    } else if (what <= 4) {
        claim(slot);
    } else if (what <= 6) {
        plain(slot, what == 5 ? REGGEN_RELEASE : REGGEN_QUERY);
    } else if (what <= 12) {
        run(slot);
    } else if (what == 13) {
        raw(slot);
    } else if (which == 0xFE && !locked() && fake.fail_after == 0) {
        world_open_all();
    } else {
        turn();
    }
    world_check();
}

/* One caller in the middle of another's program. */
static void meanwhile(void)
{
    if (depth == 0 && input.size > 0 && byte(&input) < 0x40) {
        struct fake before = fake;
        depth++;
        within++;
        something();
        depth--;
        fake.user = before.user;
        fake.user_size = before.user_size;
        fake.written = before.written;
        fake.flip = before.flip;
        fake.failed = before.failed;
        fake.dies = before.dies;
        fake.dying = before.dying;
        fake.stopped = before.stopped;
        fake.widths = before.widths;
        fake.tick = before.tick;
    }
}

static void count(void)
{
    fprintf(stderr, "%llu sequences: %llu calls, %llu in the middle of a program; %llu claims, %llu programs begun; %llu accesses\n", sequences, calls, within,
            claims_taken, programs_begun, fake_accesses);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    MUST(!*fake_under_lockdown);
    known_cases();
    atexit(count);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    input = (struct input){ data, size };
    fake_reset();
    fake.meanwhile = meanwhile;
    fake.now = (uint64_t)byte(&input) << 24;
    *fake_under_lockdown = false;
    firmware_make(&input);
    fake_load();
    MUST(fake_init() == 0);
    firmware_check();
    world_begin((byte(&input) & 3) != 0);
    for (uint32_t i = 0; i < MOST_CALLS && input.size > 0; i++) {
        something();
    }
    world_end();
    fake_exit();
    MUST(fake.allocations == 0 && fake.regions == 0 && fake.files == NULL);
    sequences++;
    return 0;
}
