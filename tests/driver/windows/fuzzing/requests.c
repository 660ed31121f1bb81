/* Requests that are right or nearly so, from the fuzzer's bytes. */
#include <stdlib.h>

#include "checks.h"
#include "programs.h"

/* ns that a program of many short stalls may spin in all: the fake kernel cannot tell them from a long one that should have slept. */
#define MOST_SPUN 8000000u

uint32_t number_in(struct input *input, uint32_t limit)
{
    return number(input, 2) % limit;
}

static uint32_t make_policy(struct input *input, struct reggen_policy *made)
{
    static const struct {
        const uint8_t *sid;
        uint8_t size;
    } known[] = { { fake_user, 28 }, { fake_group, 16 }, { fake_administrators, 16 }, { fake_system, 12 } };
    struct reggen_entry *entries = (struct reggen_entry *)(made + 1);
    uint32_t parts = byte(input) == 0xBB ? REGGEN_MOST_ENTRIES : below(input, 6);
    for (uint32_t i = 0; i < parts; i++) {
        uint32_t which = below(input, 4);
        uint8_t shape = byte(input);
        entries[i] = (struct reggen_entry){ .first = port(input), .access = shape & 3, .flags = shape >> 2 & 3, .who_kind = REGGEN_WHO_SID, .who_size = known[which].size };
        entries[i].last = (uint16_t)(entries[i].first + byte(input) % 40);
        memcpy(entries[i].who, known[which].sid, known[which].size);
        if (shape >= 0xF8) {
            entries[i].who[shape & 7] ^= byte(input);
        }
        if (shape >> 4 == 0xE) {
            entries[i].who_kind = REGGEN_WHO_GID, entries[i].who_size = 4;
            memset(entries[i].who, 0, sizeof entries[i].who);
        }
        if (parts == REGGEN_MOST_ENTRIES) {
            entries[i].first = entries[i].last = (uint16_t)(0x300 + i), entries[i].access = 3;
            entries[i].who_kind = REGGEN_WHO_SID, entries[i].who_size = 68, entries[i].who[0] = 1, entries[i].who[1] = 15, entries[i].who[20] = (uint8_t)i;
        }
    }
    uint32_t size = (uint32_t)(sizeof *made + parts * sizeof *entries);
    made->header = (struct reggen_header){ size, REGGEN_VERSION, 0 };
    made->count = parts;
    return size;
}

static uint32_t make_claim(struct input *input, struct reggen_claim *made)
{
    struct reggen_range *ranges = (struct reggen_range *)(made + 1);
    uint32_t parts = 1 + below(input, 3);
    for (uint32_t i = 0; i < parts; i++) {
        uint8_t shape = byte(input);
        ranges[i] = (struct reggen_range){ .first = port(input), .widths = 7, .access = shape & 3, .sharing = shape >> 2 & 1 };
        ranges[i].last = (uint16_t)(ranges[i].first + (shape >> 4));
    }
    uint32_t size = (uint32_t)(sizeof *made + parts * sizeof *ranges);
    made->header = (struct reggen_header){ size, REGGEN_VERSION, 0 };
    made->count = parts;
    return size;
}

/* A wait that is worth a sleep. */
static void rest_first(struct reggen_program *made, uint32_t time)
{
    made->deadline = time + MOST_SPUN < REGGEN_LONGEST_DEADLINE ? time + MOST_SPUN : REGGEN_LONGEST_DEADLINE;
    *(struct reggen_operation *)(made + 1) = (struct reggen_operation){ .kind = REGGEN_OP_STALL, .from = REGGEN_NONE, .beside = REGGEN_NONE,
                                                                        .target = REGGEN_NONE, .time = time };
}

uint32_t make(struct input *input, uint32_t number, uint64_t *made)
{
    struct program program;
    memset(made, 0, 12000);
    switch (number) {
    case REGGEN_CLAIM:
        return make_claim(input, (struct reggen_claim *)made);
    case REGGEN_POLICY:
        return make_policy(input, (struct reggen_policy *)made);
    case REGGEN_RUN:
        program = program_make(input);
        uint32_t size = program.size > 12000 ? 32 : program.size;
        memcpy(made, program.request, size);
        program_free(&program);
        struct reggen_program *head = (struct reggen_program *)made;
        if (size >= sizeof *head && head->deadline > MOST_SPUN && head->deadline <= REGGEN_LONGEST_DEADLINE) {
            head->deadline = MOST_SPUN;
        }
        if (size >= 72 && (byte(input) & 7) == 7) {
            rest_first((struct reggen_program *)made, number_in(input, 0x10000) << 10);
        }
        return size;
    default:
        *(struct reggen_header *)made = (struct reggen_header){ 8, REGGEN_VERSION, 0 };
        return 8;
    }
}

/* Whether the bytes, as a program, have more than one wait, or one in a loop. */
int waits_often(const uint64_t *bytes, uint32_t given)
{
    const struct reggen_operation *operations = (const struct reggen_operation *)((const struct reggen_program *)bytes + 1);
    uint32_t waits = 0;
    for (uint32_t i = 0; sizeof(struct reggen_program) + (i + 1) * sizeof *operations <= given; i++) {
        waits += operations[i].kind == REGGEN_OP_STALL || operations[i].kind == REGGEN_OP_POLL || operations[i].kind == REGGEN_OP_REPEAT;
    }
    return waits > 1;
}

/* Half of the sequences begin with some ports of all sorts claimed, so that programs get further. */
static uint32_t usual_policy(struct reggen_policy *made)
{
    struct reggen_entry *entries = (struct reggen_entry *)(made + 1);
    entries[0] = (struct reggen_entry){ .first = 0x300, .last = 0x30F, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = sizeof fake_group };
    entries[1] = entries[0];
    entries[1].first = 0x5C, entries[1].last = 0x6B, entries[1].flags = REGGEN_POLICY_SYSTEM;
    memcpy(entries[0].who, fake_group, sizeof fake_group);
    memcpy(entries[1].who, fake_group, sizeof fake_group);
    *made = (struct reggen_policy){ { sizeof *made + 2 * sizeof *entries, REGGEN_VERSION, 0 }, 2, 0 };
    return made->header.size;
}

void choose_registry(struct input *input, uint8_t how)
{
    static uint64_t registry[12000 / 8];
    if ((how & 2) != 0) {
        memset(registry, 0, sizeof registry);
        fake.failing = 0;
        fake.registry = (const uint8_t *)registry;
        fake.registry_size = usual_policy((struct reggen_policy *)registry);
        fake.registry_type = REG_BINARY;
    } else if ((how & 4) != 0) {
        memset(registry, 0, sizeof registry);
        fake.registry = (const uint8_t *)registry;
        fake.registry_size = make_policy(input, (struct reggen_policy *)registry);
        if ((how & 0x18) == 0x18) {
            fake.registry_size = number_in(input, sizeof registry);
        }
        fake.registry_type = (how & 0xE0) == 0xE0 ? byte(input) : REG_BINARY;
    }
}
