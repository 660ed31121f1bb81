/* What a handle may be given whole, past the driver. A processor that lets a program touch a port lets it read and write there, by each width and
   any value, and while other handles' programs run: so there is nothing to give where the claim says less. */
#include "internal.h"

static int is_whole(const struct reggen_range *range)
{
    return range->sharing == REGGEN_SHARING_NONE && range->widths == 7 && range->access == (REGGEN_ACCESS_READ | REGGEN_ACCESS_WRITE);
}

/* The denials are asked as in reggen_covers: whatever was claimed. */
uint32_t reggen_direct(const struct reggen_handle *handle, uint32_t *index)
{
    *index = 0;
    for (uint32_t i = 0; i < handle->count; i++) {
        const struct reggen_range *range = &handle->ranges[i];
        int denied = reggen_reaches_never(handle->state, range->first, range->last) || reggen_reaches_values(range->first, range->last);
        if (denied || !is_whole(range)) {
            *index = i;
            return denied ? REGGEN_E_DENIED : REGGEN_E_DIRECT;
        }
    }
    return handle->count == 0 ? REGGEN_E_DIRECT : REGGEN_OK;
}
