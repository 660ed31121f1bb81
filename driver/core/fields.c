/* Which fields an operation has, and that it has no others. */
#include "internal.h"

#define PORT 1u
#define FROM 2u /* shift and keep with it */
#define BESIDE 4u
#define TARGET 8u
#define TIME 16u
#define COUNT 32u
#define OFFSET 64u
#define KEEP 128u
#define VALUE 256u
#define READS 512u
#define WRITES 1024u
#define COMPARES 2048u

static const struct {
    uint16_t fields;
    uint8_t flags;
} kinds[] = {
    [REGGEN_OP_IN] = { PORT | READS, 0 },
    [REGGEN_OP_OUT] = { PORT | WRITES | FROM | BESIDE | VALUE, 0 },
    [REGGEN_OP_MODIFY] = { PORT | READS | WRITES | KEEP | BESIDE | VALUE, 0 },
    [REGGEN_OP_POLL] = { PORT | READS | KEEP | VALUE | TIME, REGGEN_FLAG_UNLESS | REGGEN_FLAG_GOES_ON },
    [REGGEN_OP_STALL] = { TIME, 0 },
    [REGGEN_OP_INS] = { PORT | READS | COUNT | OFFSET, 0 },
    [REGGEN_OP_OUTS] = { PORT | WRITES | COUNT | OFFSET, 0 },
    [REGGEN_OP_COMBINE] = { FROM | BESIDE | VALUE, 0 },
    [REGGEN_OP_BRANCH] = { FROM | BESIDE | VALUE | TARGET | COMPARES, REGGEN_FLAG_UNLESS },
    [REGGEN_OP_REPEAT] = { FROM | BESIDE | VALUE | TARGET | TIME | COUNT | COMPARES, REGGEN_FLAG_UNLESS },
};

#define KINDS (sizeof kinds / sizeof kinds[0])

uint32_t reggen_access(uint32_t kind)
{
    return ((kinds[kind].fields & READS) != 0 ? REGGEN_ACCESS_READ : 0) | ((kinds[kind].fields & WRITES) != 0 ? REGGEN_ACCESS_WRITE : 0);
}

/* The fields that are not what they are where an operation lacks them. */
static uint32_t present(const struct reggen_operation *operation)
{
    return (operation->width != 0 || operation->port != 0 ? PORT : 0u) | (operation->from != REGGEN_NONE || operation->shift != 0 ? FROM : 0u)
           | (operation->beside != REGGEN_NONE ? BESIDE : 0u) | (operation->target != REGGEN_NONE ? TARGET : 0u)
           | (operation->time != 0 ? TIME : 0u) | (operation->count != 0 ? COUNT : 0u) | (operation->offset != 0 ? OFFSET : 0u)
           | (operation->keep != 0 ? KEEP : 0u) | (operation->value != 0 ? VALUE : 0u);
}

static uint32_t references(const struct reggen_operation *operation, uint32_t index)
{
    if (operation->from == REGGEN_NONE ? operation->shift != 0 : operation->from >= index) {
        return REGGEN_E_REFERENCE;
    }
    return operation->beside == REGGEN_NONE || operation->beside < index ? REGGEN_OK : REGGEN_E_REFERENCE;
}

static uint32_t target(const struct reggen_operation *operation, uint32_t index, uint32_t count)
{
    if (operation->kind == REGGEN_OP_BRANCH) {
        return operation->target == REGGEN_END || (operation->target > index && operation->target < count) ? REGGEN_OK : REGGEN_E_REFERENCE;
    }
    if (operation->target > index) {
        return REGGEN_E_REFERENCE;
    }
    return (operation->count == 0) != (operation->time == 0) ? REGGEN_OK : REGGEN_E_TIME;
}

/* A condition on bits that are not there could never hold. */
static uint32_t poll(const struct reggen_operation *operation)
{
    uint64_t all = (1ull << 8 * operation->width) - 1;
    if (operation->keep == 0 || (operation->keep & ~all) != 0 || (operation->value & ~operation->keep) != 0) {
        return REGGEN_E_OPERATION;
    }
    return operation->time == 0 ? REGGEN_E_TIME : REGGEN_OK;
}

uint32_t reggen_fields(const struct reggen_operation *operation, uint32_t index, uint32_t count)
{
    if (operation->kind == 0 || operation->kind >= KINDS || (operation->flags & ~kinds[operation->kind].flags) != 0) {
        return REGGEN_E_OPERATION;
    }
    uint32_t fields = kinds[operation->kind].fields;
    if ((fields & FROM) != 0 && operation->from != REGGEN_NONE) {
        fields |= KEEP;
    }
    if ((present(operation) & ~fields) != 0) {
        return REGGEN_E_OPERATION;
    }
    if ((fields & PORT) != 0 && operation->width != 1 && operation->width != 2 && operation->width != 4) {
        return REGGEN_E_OPERATION;
    }
    if (operation->shift > 63 || operation->shift < -63
        || ((fields & COMPARES) != 0 && operation->beside != REGGEN_NONE && operation->value != 0)) {
        return REGGEN_E_OPERATION;
    }
    if (operation->kind == REGGEN_OP_POLL) {
        return poll(operation);
    }
    uint32_t status = references(operation, index);
    return status == REGGEN_OK && (fields & TARGET) != 0 ? target(operation, index, count) : status;
}
