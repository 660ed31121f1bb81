// SPDX-License-Identifier: MIT OR GPL-2.0
/* Ports that handles have are the module's in /proc/ioports, and a driver's there are no handle's. Handles may share ports, the kernel's
   regions are apart: a claim asks for those ports that no other has brought in yet. */
#include <linux/errno.h>
#include <linux/ioport.h>
#include <linux/slab.h>

#include "device.h"

struct region {
    struct list_head link;
    uint32_t first;
    uint32_t count;
};

static void drop_region(struct region *region)
{
    release_region(region->first, region->count);
    bitmap_clear(reggen_device.requested, region->first, region->count);
    list_del(&region->link);
    kfree(region);
}

static int add_region(uint32_t first, uint32_t count)
{
    struct region *region = kmalloc(sizeof(*region), GFP_KERNEL_ACCOUNT);
    if (region == NULL) {
        return -ENOMEM;
    }
    if (request_region(first, count, "reggen") == NULL) {
        kfree(region);
        return REGGEN_E_OWNED;
    }
    region->first = first;
    region->count = count;
    list_add(&region->link, &reggen_device.regions);
    bitmap_set(reggen_device.requested, first, count);
    return REGGEN_OK;
}

/* Each run of ports in the range that is in no region yet. */
static int bring_in(const struct reggen_range *range)
{
    const unsigned long end = range->last + 1ul;
    unsigned long first = find_next_zero_bit(reggen_device.requested, end, range->first);
    while (first < end) {
        unsigned long next = find_next_bit(reggen_device.requested, end, first);
        int status = add_region((uint32_t)first, (uint32_t)(next - first));
        if (status != REGGEN_OK) {
            return status;
        }
        first = find_next_zero_bit(reggen_device.requested, end, next);
    }
    return REGGEN_OK;
}

int reggen_request_regions(struct reggen_handle *handle, uint32_t first, uint32_t *index)
{
    uint32_t i;
    lockdep_assert_held(&reggen_device.lock);
    for (i = first; i < handle->count; i++) {
        int status = bring_in(&handle->ranges[i]);
        if (status != REGGEN_OK) {
            *index = i - first;
            handle->count = first;
            reggen_give_back();
            return status;
        }
    }
    return REGGEN_OK;
}

/* A region stays while any port of it is some handle's, so that it never ends before them. */
void reggen_give_back(void)
{
    const struct reggen_handle *handle;
    struct region *region, *next;
    uint32_t i;
    lockdep_assert_held(&reggen_device.lock);
    bitmap_zero(reggen_device.used, REGGEN_ALL_PORTS);
    for (handle = reggen_device.state.handles; handle != NULL; handle = handle->next) {
        for (i = 0; i < handle->count; i++) {
            const struct reggen_range *range = &handle->ranges[i];
            bitmap_set(reggen_device.used, range->first, range->last - range->first + 1u);
        }
    }
    list_for_each_entry_safe(region, next, &reggen_device.regions, link) {
        unsigned long end = region->first + region->count;
        if (find_next_bit(reggen_device.used, end, region->first) >= end) {
            drop_region(region);
        }
    }
}
