/* How programs are made and what is looked for in their answers. */
#include <stdlib.h>
#include <string.h>

#include "model.h"
#include "programs.h"

static uint16_t reference(struct input *input, uint32_t index)
{
    uint8_t far = byte(input);
    if (far == 0xEF) {
        return (uint16_t)number(input, 2);
    }
    return index == 0 || far >= 0xF0 ? REGGEN_NONE : (uint16_t)(far % index);
}

static void take(struct input *input, struct reggen_operation *operation, uint32_t index)
{
    operation->from = reference(input, index);
    if (operation->from != REGGEN_NONE) {
        operation->shift = (int8_t)(byte(input) % 127 - 63);
        operation->shift = (int8_t)(operation->shift % 9);
        operation->keep = (byte(input) & 1) != 0 ? ~0ull : byte(input);
    }
    operation->beside = (byte(input) & 3) == 0 ? reference(input, index) : REGGEN_NONE;
}

static struct reggen_operation operation_make(struct input *input, uint32_t index, uint32_t count, uint32_t *data)
{
    struct reggen_operation made = { .kind = 1 + byte(input) % 10, .from = REGGEN_NONE, .beside = REGGEN_NONE, .target = REGGEN_NONE };
    if (made.kind <= REGGEN_OP_POLL || made.kind == REGGEN_OP_INS || made.kind == REGGEN_OP_OUTS) {
        made.port = port(input);
        made.width = (uint8_t)(1u << below(input, 3));
    }
    int wrong;
    switch (made.kind) {
    case REGGEN_OP_OUT:
    case REGGEN_OP_COMBINE:
        made.value = number(input, 1 + below(input, 4));
        take(input, &made, index);
        break;
    case REGGEN_OP_MODIFY:
        made.keep = byte(input);
        made.value = byte(input);
        break;
    case REGGEN_OP_POLL:
        made.flags = byte(input) & 3;
        made.keep = 1 + below(input, 3);
        made.value = byte(input) & made.keep;
        made.time = number(input, 2);
        break;
    case REGGEN_OP_STALL:
        made.time = number(input, 2);
        break;
    case REGGEN_OP_INS:
    case REGGEN_OP_OUTS:
        made.count = 1 + below(input, 40);
        wrong = byte(input) < 8;
        *data = (*data + made.width - 1) / made.width * made.width;
        made.offset = *data;
        *data += wrong ? 0 : made.count * made.width;
        break;
    case REGGEN_OP_BRANCH:
    case REGGEN_OP_REPEAT:
        made.flags = byte(input) & 1;
        take(input, &made, index);
        made.value = made.beside == REGGEN_NONE ? byte(input) & 3 : 0;
        if (made.kind == REGGEN_OP_BRANCH) {
            made.target = (uint16_t)(index + 1 + below(input, 4));
            made.target = made.target >= count ? REGGEN_END : made.target;
        } else {
            made.target = (uint16_t)(index - below(input, index + 1));
            made.count = byte(input) & 7;
            made.time = made.count == 0 ? 1 + number(input, 2) : 0;
        }
        break;
    default:
        break;
    }
    return made;
}

struct program program_make(struct input *input)
{
    struct program program = { .count = 1 + below(input, 24) };
    if (byte(input) == 0xAA) {
        program.count = 1 + byte(input);
    }
    struct reggen_operation operations[REGGEN_MOST_OPERATIONS];
    for (uint32_t i = 0; i < program.count; i++) {
        operations[i] = operation_make(input, i, program.count, &program.data);
        if (byte(input) >= 0xFA) {
            ((uint8_t *)&operations[i])[below(input, sizeof operations[i])] ^= byte(input);
        }
    }
    program.data += below(input, 8);
    static const uint32_t deadlines[] = { 0, 0, 0, 1, 1000, REGGEN_LONGEST_DEADLINE, REGGEN_LONGEST_DEADLINE + 1, 5000000 };
    program.deadline = deadlines[below(input, 8)];
    uint32_t head = (uint32_t)(sizeof(struct reggen_program) + program.count * sizeof operations[0]);
    program.size = head + program.data;
    struct reggen_program *made = program.request = malloc(program.size);
    memset(made, 0, sizeof *made);
    made->header = (struct reggen_header){ .size = program.size, .version = REGGEN_VERSION };
    made->count = program.count;
    made->data = program.data;
    made->deadline = program.deadline;
    memcpy(made + 1, operations, program.count * sizeof operations[0]);
    for (uint32_t i = 0; i < program.data; i++) {
        ((uint8_t *)made)[head + i] = byte(input);
    }
    if (byte(input) >= 0xF8) {
        ((uint8_t *)made)[below(input, 32)] ^= byte(input);
    }
    program.copy = malloc(program.size);
    memcpy(program.copy, made, program.size);
    return program;
}

void program_free(struct program *program)
{
    free(program->request);
    free(program->copy);
}

uint32_t program_room(const struct program *program)
{
    return (uint32_t)(sizeof(struct reggen_outcome) + program->count * sizeof(struct reggen_result)) + program->data;
}

/* So that a deadline comes after one or two dozens of looks. */
uint64_t program_tick(const struct program *program, uint8_t variety)
{
    /* As it was sent, which may be another than was meant. */
    uint32_t sent = ((const struct reggen_program *)program->copy)->deadline;
    uint32_t deadline = sent == 0 ? REGGEN_USUAL_DEADLINE : sent;
    return 1 + (uint64_t)deadline * (variety & 15) / 64 + deadline / 24;
}

/* The operations themselves have not changed, and what no block moved has come back as 0. */
static void check_data(const struct program *program, const uint8_t *data)
{
    const struct reggen_operation *operations = (const struct reggen_operation *)((const struct reggen_program *)program->copy + 1);
    const uint8_t *sent = (const uint8_t *)(operations + program->count);
    MUST(memcmp(program->copy, program->request, (size_t)(sent - (const uint8_t *)program->copy)) == 0);
    static uint8_t kinds[REGGEN_MOST_DATA];
    memset(kinds, 0, program->data);
    for (uint32_t i = 0; i < program->count; i++) {
        if (operations[i].kind == REGGEN_OP_INS || operations[i].kind == REGGEN_OP_OUTS) {
            memset(kinds + operations[i].offset, operations[i].kind, operations[i].count * operations[i].width);
        }
    }
    for (uint32_t i = 0; i < program->data; i++) {
        MUST(kinds[i] == REGGEN_OP_INS || data[i] == (kinds[i] == REGGEN_OP_OUTS ? sent[i] : 0));
    }
}

void program_check(const struct program *program, const uint8_t *answer, uint32_t size, int begun)
{
    const struct reggen_outcome *outcome = (const struct reggen_outcome *)answer;
    MUST(outcome->header.size == size && outcome->header.version == REGGEN_VERSION && outcome->header.reserved == 0);
    MUST(outcome->reserved == 0 && outcome->status <= REGGEN_E_ENTRY);
    MUST(outcome->index == 0 || outcome->index < program->count);
    MUST(outcome->status != REGGEN_OK || outcome->index == 0);
    if (!begun) {
        MUST(size == sizeof *outcome && outcome->status != REGGEN_OK && outcome->steps == 0 && outcome->elapsed == 0);
        return;
    }
    MUST(size == program_room(program));
    const struct reggen_result *results = (const struct reggen_result *)(outcome + 1);
    for (uint32_t i = 0; i < program->count; i++) {
        MUST(results[i].reserved == 0 && results[i].ran <= 1);
        MUST(results[i].ran == 1 || results[i].value == 0);
    }
    check_data(program, (const uint8_t *)(results + program->count));
}
