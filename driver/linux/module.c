// SPDX-License-Identifier: MIT OR GPL-2.0
/* Loading and unloading. */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/security.h>

#include "device.h"

static bool under_lockdown;
module_param(under_lockdown, bool, 0444);
MODULE_PARM_DESC(under_lockdown, "Serve although the kernel is locked down, which raw port access undermines (default: N)");

struct reggen_device reggen_device = {
    .lock = __MUTEX_INITIALIZER(reggen_device.lock),
    .regions = LIST_HEAD_INIT(reggen_device.regions),
};

static struct miscdevice misc = {
    .minor = MISC_DYNAMIC_MINOR,
    .name = "reggen",
    .fops = &reggen_files,
    .mode = 0666, /* open says who may */
};

bool reggen_locked(void)
{
    return !under_lockdown && security_locked_down(LOCKDOWN_IOPORT) != 0;
}

static int __init reggen_init(void)
{
    int error;
    reggen_ask_firmware();
    error = misc_register(&misc);
    if (error == 0) {
        pr_info("version %u of its requests; nobody may claim ports until a policy says who\n", REGGEN_VERSION);
    }
    return error;
}

static void __exit reggen_exit(void)
{
    misc_deregister(&misc);
}

module_init(reggen_init);
module_exit(reggen_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("Runs programs of port operations for those whom a policy names");
MODULE_VERSION("0.1.0");
