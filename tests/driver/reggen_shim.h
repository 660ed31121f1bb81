/* The core's shim in tests: ports that note each access, a clock that is turned by hand, callers that are groups. */
#ifndef REGGEN_SHIM_H
#define REGGEN_SHIM_H

#include "reggen_driver.h"

struct reggen_caller {
    uint32_t gid;
};

uint32_t reggen_shim_read(uint16_t port, uint8_t width);
void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value);
uint64_t reggen_shim_now(void);
int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry);

/* The group 0 is. */
int reggen_shim_is_administrator(const struct reggen_caller *caller);

#endif
