/* There is no direct access on 64 bits: those kernels know the permission bitmap of the processor, but give nobody a way to set it. Programs run in
   the driver. */
#include "../driver.h"

uint32_t direct_features(void)
{
    return 0;
}

uint32_t direct_give(const struct handle *handle, uint32_t *index)
{
    UNREFERENCED_PARAMETER(handle);
    *index = 0;
    return REGGEN_E_DIRECT;
}

void direct_take(const struct handle *handle)
{
    UNREFERENCED_PARAMETER(handle);
}

void direct_start(void)
{
}

void direct_stop(void)
{
}
