/* Ports that the driver has heard of from ACPI. */
#include <string.h>

#include "client.h"

/* QEMU's pc: SeaBIOS puts the power management's ports at 600, its control register is the third. */
static void sleeps(int file)
{
    struct reggen_entry block = entry(0x600, 0x60F, 0, 0);
    for (uint8_t flags = 0; flags < 3; flags++) {
        block.flags = flags;
        ok(driver_policy(file, &block, 1) == REGGEN_OK && claim_one(file, 0x604, 0x605, 0) == REGGEN_E_FLAG, "sleep needs more than the flags %u", flags);
        ok(claim_one(file, 0x605, 0x605, 0) == REGGEN_E_FLAG, "in each byte");
    }
    ok(claim_one(file, 0x606, 0x606, 0) == REGGEN_OK && driver_release(file) == REGGEN_OK, "the port behind needs none");
    block.flags = 3;
    ok(driver_policy(file, &block, 1) == REGGEN_OK && claim_one(file, 0x604, 0x605, 0) == REGGEN_E_OWNED, "with both it is the kernel's all the same");
    ok(ioports_has("0604-0605 : ACPI PM1a_CNT_BLK"), "as its table says");
}

/* In the table that the test has put in the firmware's place. */
static void resets(int file)
{
    struct reggen_entry some[] = { entry(0x3E1, 0x3E1, 0, 0), entry(0x3E0, 0x3E0, 3, 0) };
    ok(driver_policy(file, some, 2) == REGGEN_E_DENIED && refused == 1, "no policy names the port that resets");
    ok(driver_policy(file, some, 1) == REGGEN_OK && claim_one(file, 0x3E1, 0x3E1, 0) == REGGEN_OK, "the port behind it is free");
    ok(claim_one(file, 0x3E0, 0x3E0, 0) == REGGEN_E_DENIED, "and no claim");
}

static void firmware(const char *argument)
{
    int file = must_open();
    sleeps(file);
    if (strcmp(argument, "resets") == 0) {
        resets(file);
    }
}

const struct row firmware_rows[] = { { "firmware", firmware }, { NULL, NULL } };
