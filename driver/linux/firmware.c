// SPDX-License-Identifier: MIT OR GPL-2.0
/* Ports that denials.def cannot know, because each machine has them elsewhere: what ACPI's fixed table (FADT) tells of them. */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt

#include <linux/acpi.h>
#include <linux/printk.h>

#include "device.h"

#ifdef CONFIG_ACPI
/* The keyboard controller, which some tables name as what resets: the values that do so are denied there already. */
#define KEYBOARD 0x64

/* A table may say nonsense, and 0 where it has nothing. */
static void deny(uint64_t first, uint32_t count, uint32_t needs, const char *what)
{
    if (first == 0 || count == 0 || first >= REGGEN_ALL_PORTS) {
        return;
    }
    if (reggen_deny(&reggen_device.state, (uint32_t)first, (uint32_t)first + count - 1, needs) == REGGEN_OK) {
        pr_info("ports %04x-%04x %s: %s\n", (uint32_t)first, (uint32_t)first + count - 1,
                needs == REGGEN_NEVER ? "are for nobody" : "need 'system danger'", what);
    }
}

static void deny_register(const struct acpi_generic_address *at, uint32_t count, uint32_t needs, const char *what)
{
    if (at->space_id == ACPI_ADR_SPACE_SYSTEM_IO) {
        deny(at->address, count, needs, what);
    }
}

void reggen_ask_firmware(void)
{
    const uint32_t both = REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER;
    const struct acpi_table_fadt *table = &acpi_gbl_FADT;
    deny(table->smi_command, 1, REGGEN_NEVER, "commands to the firmware in system management mode");
    if ((table->flags & ACPI_FADT_RESET_REGISTER) != 0 && table->reset_register.address != KEYBOARD) {
        deny_register(&table->reset_register, 1, REGGEN_NEVER, "the machine's reset");
    }
    deny_register(&table->xpm1a_control_block, table->pm1_control_length, both, "sleep and power off");
    deny_register(&table->xpm1b_control_block, table->pm1_control_length, both, "sleep and power off");
    deny_register(&table->sleep_control, 1, both, "sleep and power off");
}
#else
void reggen_ask_firmware(void)
{
}
#endif
