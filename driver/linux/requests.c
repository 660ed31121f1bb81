// SPDX-License-Identifier: MIT OR GPL-2.0
/* What the requests do but REGGEN_RUN. */
#include <linux/capability.h>
#include <linux/errno.h>

#include "device.h"
#include "reggen_shim.h"

static long answer(void *buffer, uint32_t status, uint32_t index)
{
    struct reggen_answer *answer = buffer;
    *answer = (struct reggen_answer){
        .header = { .size = sizeof(*answer), .version = REGGEN_VERSION },
        .status = status,
        .index = index,
    };
    return sizeof(*answer);
}

static long claim(struct reggen_handle *handle, void *buffer, uint32_t size)
{
    const struct reggen_caller caller = { 0 };
    uint32_t first = handle->count, index = 0;
    int status;
    if (reggen_locked()) {
        return answer(buffer, REGGEN_E_LOCKED, 0);
    }
    status = (int)reggen_take(&reggen_device.state, handle, &caller, buffer, size, &index);
    if (status == REGGEN_OK) {
        status = reggen_request_regions(handle, first, &index);
    }
    return status < 0 ? status : answer(buffer, (uint32_t)status, index);
}

static long release(struct reggen_handle *handle, void *buffer, uint32_t size)
{
    const struct reggen_header *header = buffer;
    uint32_t status;
    if (header->version != REGGEN_VERSION) {
        status = REGGEN_E_VERSION;
    } else if (size != sizeof(*header) || header->size != size || header->reserved != 0) {
        status = REGGEN_E_REQUEST;
    } else {
        status = reggen_release(handle);
        reggen_give_back();
    }
    return answer(buffer, status, 0);
}

static long policy(void *buffer, uint32_t size)
{
    uint32_t index, status;
    if (!capable(CAP_SYS_ADMIN)) {
        return -EPERM;
    }
    status = reggen_set_policy(&reggen_device.state, buffer, size, &index);
    return answer(buffer, status, index);
}

static long query(void *buffer)
{
    reggen_query(buffer);
    return sizeof(struct reggen_features);
}

long reggen_answer(struct reggen_handle *handle, unsigned int code, void *buffer, uint32_t size)
{
    long result;
    mutex_lock(&reggen_device.lock);
    switch (code) {
    case REGGEN_LINUX(REGGEN_CLAIM):
        result = claim(handle, buffer, size);
        break;
    case REGGEN_LINUX(REGGEN_RELEASE):
        result = release(handle, buffer, size);
        break;
    case REGGEN_LINUX(REGGEN_POLICY):
        result = policy(buffer, size);
        break;
    default:
        result = query(buffer);
        break;
    }
    mutex_unlock(&reggen_device.lock);
    return result;
}
