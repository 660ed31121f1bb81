/* SPDX-License-Identifier: MIT OR GPL-2.0 */
/* Ports, time and callers, for the core. */
#ifndef REGGEN_SHIM_H
#define REGGEN_SHIM_H

#include <linux/capability.h>
#include <linux/cred.h>
#include <linux/io.h>
#include <linux/ktime.h>
#include <linux/string.h>
#include <linux/timekeeping.h>
#include <linux/uidgid.h>
#include <linux/user_namespace.h>

#include "reggen_core.h"

/* Elsewhere inb reads memory where a bridge has put ports, if there is one, and an oops if not. */
#ifndef CONFIG_X86
#error "This driver is for x86."
#endif

/* The kernel knows who is calling. */
struct reggen_caller {
    int unused;
};

static inline uint32_t reggen_shim_read(uint16_t port, uint8_t width)
{
    return width == 1 ? inb(port) : width == 2 ? inw(port) : inl(port);
}

static inline void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value)
{
    if (width == 1) {
        outb((uint8_t)value, port);
    } else if (width == 2) {
        outw((uint16_t)value, port);
    } else {
        outl(value, port);
    }
}

static inline uint64_t reggen_shim_now(void)
{
    return ktime_get_ns();
}

/* Groups as the administrator sees them, whatever the caller's user namespace calls them. An entry of Windows names nobody here. */
static inline int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry)
{
    uint32_t number;
    kgid_t group;
    (void)caller;
    if (entry->who_kind != REGGEN_WHO_GID) {
        return 0;
    }
    memcpy(&number, entry->who, sizeof(number));
    group = make_kgid(&init_user_ns, number);
    return gid_valid(group) && in_egroup_p(group);
}

static inline int reggen_shim_is_administrator(const struct reggen_caller *caller)
{
    (void)caller;
    return capable(CAP_SYS_ADMIN);
}

#endif
