/* What the core asks of Windows. Port instructions are the compiler's own, on 64 bits and on 32: there is nothing to import. The
   kernel's headers stay out: they define names like far and near, which the core's files may use. */
#ifndef REGGEN_SHIM_H
#define REGGEN_SHIM_H

#include <intrin.h>

#include "reggen_driver.h"

struct reggen_caller;

uint64_t clock_now(void);
int caller_is(const struct reggen_caller *caller, const struct reggen_entry *entry);
int caller_is_administrator(const struct reggen_caller *caller);

static __inline uint32_t reggen_shim_read(uint16_t port, uint8_t width)
{
    return width == 1 ? __inbyte(port) : width == 2 ? __inword(port) : __indword(port);
}

static __inline void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value)
{
    if (width == 1) {
        __outbyte(port, (uint8_t)value);
    } else if (width == 2) {
        __outword(port, (uint16_t)value);
    } else {
        __outdword(port, value);
    }
}

static __inline uint64_t reggen_shim_now(void)
{
    return clock_now();
}

static __inline int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry)
{
    return caller_is(caller, entry);
}

static __inline int reggen_shim_is_administrator(const struct reggen_caller *caller)
{
    return caller_is_administrator(caller);
}

#endif
