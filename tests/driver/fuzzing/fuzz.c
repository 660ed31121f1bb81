/* Sequences of requests by hostile callers. What the core does is compared with the second opinion of model.c, after each request and at
   each access. Buffers have exactly the size of what is in them, so that a byte too far is found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "model.h"
#include "programs.h"

#define MOST_REQUESTS 24u

static struct reggen_state state;
static struct reggen_handle handles[HANDLES];
static unsigned long long sequences, claims_asked, claims_taken, programs_asked, programs_begun, programs_done, accesses;

static void count(void)
{
    fprintf(stderr, "%llu sequences: %llu claims, %llu taken; %llu programs, %llu begun, %llu done; %llu accesses\n", sequences, claims_asked, claims_taken,
            programs_asked, programs_begun, programs_done, accesses);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    atexit(count);
    return 0;
}

/* A request with parts, in memory of its own. One in sixteen has a wrong header. */
static void *request(struct input *input, uint32_t head, uint32_t each, uint32_t parts, uint32_t *size)
{
    *size = head + each * parts;
    struct reggen_claim *made = calloc(1, *size);
    made->header = (struct reggen_header){ .size = *size, .version = REGGEN_VERSION };
    made->count = parts;
    if (below(input, 16) == 15) {
        ((uint8_t *)made)[below(input, 16)] ^= byte(input);
    }
    return made;
}

static void policy(struct input *input)
{
    uint32_t size, index, parts = below(input, 8);
    struct reggen_policy *made = request(input, sizeof *made, sizeof(struct reggen_entry), parts, &size);
    struct reggen_entry *entries = (struct reggen_entry *)(made + 1);
    for (uint32_t i = 0; i < parts; i++) {
        uint8_t shape = byte(input);
        entries[i].first = port(input);
        entries[i].last = (uint16_t)(entries[i].first + byte(input) % 40);
        entries[i].access = shape & 3;
        entries[i].flags = shape >> 2 & 3;
        entries[i].who_kind = (shape & 0x70) == 0 ? byte(input) : REGGEN_WHO_GID;
        entries[i].who_size = shape == 0x95 ? byte(input) : 4;
        entries[i].who[shape == 0x96 ? byte(input) % 68 : 0] = 1 + (shape >> 7);
    }
    uint32_t status = reggen_set_policy(&state, made, size, &index);
    if (status == REGGEN_OK) {
        model_policy(entries, parts);
        MUST(index == 0);
    }
    MUST(index == 0 || index < parts);
    free(made);
}

static int well_formed(const struct reggen_range *range)
{
    return range->reserved == 0 && range->first <= range->last && range->widths >= 1 && range->widths <= 7 && range->access >= 1
           && range->access <= 3 && range->sharing <= 1;
}

static void claim(struct input *input, uint32_t who)
{
    struct reggen_caller caller = { 1 + below(input, 2) };
    uint32_t size, index, parts = below(input, 6), before = handles[who].count;
    struct reggen_claim *made = request(input, sizeof *made, sizeof(struct reggen_range), parts, &size);
    struct reggen_range *ranges = (struct reggen_range *)(made + 1);
    for (uint32_t i = 0; i < parts; i++) {
        uint8_t shape = byte(input);
        ranges[i].first = port(input);
        ranges[i].last = (uint16_t)(ranges[i].first + byte(input) % 24);
        ranges[i].widths = shape >> 2 & 7;
        ranges[i].access = shape & 3;
        ranges[i].sharing = shape >> 5 & 1;
        ranges[i].reserved = shape >> 6 == 3 ? byte(input) : 0;
    }
    int good = parts > 0 && handles[who].running == 0 && before + parts <= REGGEN_MOST_RANGES && made->header.size == size
               && made->header.version == REGGEN_VERSION && made->header.reserved == 0 && made->count == parts && made->reserved == 0;
    for (uint32_t i = 0; i < parts; i++) {
        good = good && well_formed(&ranges[i]) && model_allows(&caller, &ranges[i]) && model_free(who, &ranges[i]);
    }
    uint32_t status = reggen_take(&state, &handles[who], &caller, made, size, &index);
    MUST((status == REGGEN_OK) == good);
    MUST(handles[who].count == before + (good ? parts : 0));
    MUST(index == 0 || index < parts);
    for (uint32_t i = 0; good && i < parts; i++) {
        model_take(who, &ranges[i]);
    }
    claims_asked++;
    claims_taken += good;
    free(made);
}

static void release(uint32_t who)
{
    uint32_t status = reggen_release(&handles[who]);
    MUST((status == REGGEN_OK) == (handles[who].running == 0));
    if (status == REGGEN_OK) {
        model_release(who);
    }
}

/* Now and then as if others had so many handles: of 256 the last 16 are the group 0's. */
static void reopen(struct input *input, uint32_t who)
{
    uint8_t how = byte(input);
    struct reggen_caller caller = { how & 1 };
    reggen_close(&state, &handles[who]);
    model_release(who);
    uint32_t open = state.handle_count, others = how >= 0x80 ? 256 - (how & 0x1F) : open;
    state.handle_count = others;
    int good = reggen_open(&state, &handles[who], &caller) == REGGEN_OK;
    MUST(good == (others < 240 || (others < 256 && caller.gid == 0)));
    state.handle_count = open + (good ? 1 : 0);
    MUST(good || reggen_open(&state, &handles[who], &caller) == REGGEN_OK);
}

/* What others do while a program runs: nothing that changes it. */
static void disturb(struct input *input, uint32_t who)
{
    switch (below(input, 8)) {
    case 1:
        policy(input);
        break;
    case 2:
        claim(input, below(input, HANDLES));
        break;
    case 3:
        release(below(input, HANDLES));
        break;
    case 4:
        reopen(input, (who + 1) % HANDLES);
        break;
    default:
        break;
    }
}

static uint32_t step_all(struct input *input, struct reggen_run *run, uint32_t who)
{
    for (uint32_t steps = 0; steps < 0x10000; steps++) {
        uint64_t before = model_accesses;
        model_running = who;
        enum reggen_progress progress = reggen_step(run);
        model_running = HANDLES;
        MUST(model_accesses - before <= 2 * REGGEN_STEP);
        if (progress == REGGEN_DONE || progress == REGGEN_FAILED) {
            return progress == REGGEN_DONE;
        }
        if (progress == REGGEN_SLEEP) {
            MUST(run->until - run->start <= REGGEN_LONGEST_DEADLINE);
            model_now = byte(input) == 0xEE ? model_now : run->until;
        }
        disturb(input, who);
        if (byte(input) == 0xDD) {
            reggen_stop(run);
        }
    }
    broken("a program ends", __FILE__, __LINE__);
    return 0;
}

static void run(struct input *input, uint32_t who)
{
    static struct reggen_run started;
    struct program made = program_make(input);
    uint32_t room = program_room(&made) - (byte(input) == 0xCC ? 1 + below(input, 40) : 0);
    uint8_t *answer = malloc(room);
    memset(answer, 0xA5, room);
    memset(&started, 0xA5, sizeof started);
    model_noise = number(input, 2);
    model_tick = program_tick(&made, byte(input));
    programs_asked++;
    uint64_t before = model_accesses;
    if (reggen_begin(&started, &handles[who], made.request, made.size, room) == REGGEN_OK) {
        programs_begun++;
        programs_done += step_all(input, &started, who);
    }
    int begun = started.status == REGGEN_OK || started.operations != NULL;
    MUST(begun || model_accesses == before);
    uint32_t size = reggen_end(&started, answer, room);
    MUST(handles[who].running == 0);
    MUST(size <= room);
    if (size != 0) {
        program_check(&made, answer, size, begun);
    }
    free(answer);
    program_free(&made);
}

/* Half of the sequences begin with some ports of all sorts claimed, so that programs get further. */
static void prepare(void)
{
    static const struct {
        struct reggen_policy policy;
        struct reggen_entry entries[3];
    } usual = {
        { { sizeof usual, REGGEN_VERSION, 0 }, 3, 0 },
        {
            { .first = 0x300, .last = 0x30F, .access = 3, .who_kind = REGGEN_WHO_GID, .who_size = 4, .who = { 1 } },
            { .first = 0x5C, .last = 0x6B, .access = 3, .flags = REGGEN_POLICY_SYSTEM, .who_kind = REGGEN_WHO_GID, .who_size = 4, .who = { 1 } },
            { .first = 0xFFF8, .last = 0xFFFF, .access = 3, .who_kind = REGGEN_WHO_GID, .who_size = 4, .who = { 1 } },
        },
    };
    static const struct {
        struct reggen_claim claim;
        struct reggen_range ranges[4];
    } wanted = {
        { { sizeof wanted, REGGEN_VERSION, 0 }, 4, 0 },
        { { 0x300, 0x307, 7, 3, 0, 0 }, { 0x308, 0x30F, 1, 3, 1, 0 }, { 0x5C, 0x6B, 7, 3, 0, 0 }, { 0xFFFC, 0xFFFF, 6, 1, 0, 0 } },
    };
    const struct reggen_caller caller = { 1 };
    uint32_t index;
    MUST(reggen_set_policy(&state, &usual, sizeof usual, &index) == REGGEN_OK);
    model_policy(usual.entries, 3);
    MUST(reggen_take(&state, &handles[0], &caller, &wanted, sizeof wanted, &index) == REGGEN_OK);
    for (uint32_t i = 0; i < 4; i++) {
        model_take(0, &wanted.ranges[i]);
    }
}

/* What a shim finds at load. Later than it may, so that what is claimed already is looked at, too. */
static void deny(struct input *input)
{
    static const uint8_t needs[] = { REGGEN_NEVER, REGGEN_NEVER, REGGEN_POLICY_SYSTEM, REGGEN_POLICY_DANGER, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER };
    uint32_t first = port(input), last = first + below(input, 4), wanted = needs[below(input, sizeof needs)];
    uint32_t status = reggen_deny(&state, first, last, wanted);
    MUST((status == REGGEN_OK) == (last < 0x10000));
    if (status == REGGEN_OK) {
        model_deny(first, last, wanted);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = { data, size };
    memset(&state, 0, sizeof state);
    model_reset();
    model_now = number(&input, 1) << 24;
    for (uint32_t i = 0; i < HANDLES; i++) {
        MUST(reggen_open(&state, &handles[i], &(struct reggen_caller){ 1 }) == REGGEN_OK);
    }
    uint8_t how = byte(&input);
    if ((how & 1) != 0) {
        prepare();
    }
    for (uint32_t i = 0; how >= 0xC0 && i < (how >> 1 & 3); i++) {
        deny(&input);
    }
    for (uint32_t i = 0; i < MOST_REQUESTS && input.size > 0; i++) {
        uint8_t which = byte(&input);
        uint32_t who = (which >> 4) % HANDLES;
        switch (which % 16) {
        case 0:
        case 1:
            policy(&input);
            break;
        case 2:
        case 3:
        case 4:
        case 5:
            claim(&input, who);
            break;
        case 6:
            release(who);
            break;
        case 7:
            reopen(&input, who);
            break;
        default:
            run(&input, who);
            break;
        }
    }
    sequences++;
    accesses += model_accesses;
    return 0;
}
