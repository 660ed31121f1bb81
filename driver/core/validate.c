/* Whether a handle may run a program: all of it is looked at before the first port is touched. */
#include "internal.h"

uint32_t reggen_get(const uint8_t *data, uint32_t width)
{
    uint32_t value = 0;
    for (uint32_t byte = 0; byte < width; byte++) {
        value |= (uint32_t)data[byte] << (8 * byte);
    }
    return value;
}

/* Blocks lie in the order of their operations, so that no two are in each other's bytes. */
static uint32_t block(const struct reggen_operation *operation, const struct reggen_shape *shape, uint32_t *end)
{
    uint32_t width = operation->width;
    if (operation->count == 0 || operation->count > REGGEN_MOST_DATA || operation->offset < *end || operation->offset > shape->data_size
        || operation->offset % width != 0 || operation->count * width > shape->data_size - operation->offset) {
        return REGGEN_E_DATA;
    }
    *end = operation->offset + operation->count * width;
    for (uint32_t at = operation->offset; operation->kind == REGGEN_OP_OUTS && at < *end; at += width) {
        if (reggen_value_denied(operation->port, width, reggen_get(shape->data + at, width))) {
            return REGGEN_E_VALUE;
        }
    }
    return REGGEN_OK;
}

static uint32_t one(const struct reggen_handle *handle, const struct reggen_shape *shape, uint32_t index, uint32_t *end)
{
    const struct reggen_operation *operation = &shape->operations[index];
    uint32_t status = reggen_fields(operation, index, shape->count);
    if (status != REGGEN_OK) {
        return status;
    }
    if (operation->time > shape->deadline) {
        return REGGEN_E_TIME;
    }
    uint32_t access = reggen_access(operation->kind);
    if (access == 0) {
        return REGGEN_OK;
    }
    status = reggen_covers(handle, operation->port, operation->width, access);
    if (status != REGGEN_OK) {
        return status;
    }
    if (operation->kind == REGGEN_OP_INS || operation->kind == REGGEN_OP_OUTS) {
        return block(operation, shape, end);
    }
    /* What else is written is known once it is: reggen_step asks again. */
    int known = operation->kind == REGGEN_OP_OUT && operation->from == REGGEN_NONE && operation->beside == REGGEN_NONE;
    return known && reggen_value_denied(operation->port, operation->width, operation->value) ? REGGEN_E_VALUE : REGGEN_OK;
}

uint32_t reggen_validate(const struct reggen_handle *handle, const struct reggen_shape *shape, uint32_t *index)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < shape->count; i++) {
        uint32_t status = one(handle, shape, i, &end);
        if (status != REGGEN_OK) {
            *index = i;
            return status;
        }
    }
    *index = 0;
    return REGGEN_OK;
}
