/* Claims, and the kernel's table of ports. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "client.h"

static int reads(int file, uint16_t port)
{
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_IN, 1, port);
    return run(file);
}

static void owned(const char *argument)
{
    (void)argument;
    int file = must_open();
    const struct reggen_entry entries[] = { entry(CELL, BYTES + 3, REGGEN_POLICY_DANGER, 0), entry(0x3E0, 0x3FF, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER, 0), entry(0x2E0, 0x2FF, 0, 0) };
    ok(driver_policy(file, entries, 3) == REGGEN_OK, "a policy with the console's port");
    ok(ioports_has("03f8-03ff : serial"), "which is the kernel's");
    ok(claim_one(file, 0x3F8, 0x3FF, 0) == REGGEN_E_OWNED && refused == 0, "a port of a kernel driver is refused");
    ok(claim_one(file, 0x3F8, 0x3FF, 1) == REGGEN_E_OWNED, "shared too");
    ok(claim_one(file, 0x3E0, 0x3F8, 0) == REGGEN_E_OWNED && claim_one(file, 0x3FF, 0x3FF, 0) == REGGEN_E_OWNED, "a part of it too");
    const struct reggen_range some[] = { range(CELL, CELL + 3, 0), range(UART, SCRATCH, 0), range(0x3FC, 0x3FC, 0), range(BYTES, BYTES, 0) };
    ok(driver_claim(file, some, 4) == REGGEN_E_OWNED && refused == 2, "the range is named");
    ok(!ioports_has("00e0-00e3 : reggen") && !ioports_has("02f8-02ff : reggen"), "and the ones before it are let go");
    ok(reads(file, CELL) == REGGEN_E_CLAIM, "also by the handle");
    ok(driver_claim(file, some, 2) == REGGEN_OK && ioports_has("00e0-00e3 : reggen") && ioports_has("02f8-02ff : reggen"), "without it they are claimed, and the module's");
    ok(reads(file, CELL) == REGGEN_OK, "and used");
    ok(driver_claim(file, some, 4) == REGGEN_E_OWNED && ioports_has("00e0-00e3 : reggen") && reads(file, CELL) == REGGEN_OK, "a claim that fails leaves what was claimed before");
    ok(claim_one(file, CELL + 2, BYTES + 3, 0) == REGGEN_OK && ioports_has("00e4-00eb : reggen"), "a claim over an older one brings in the rest");
    ok(driver_release(file) == REGGEN_OK && !ioports_has("00e0-00e3 : reggen") && !ioports_has("00e4-00eb : reggen") && !ioports_has("02f8-02ff : reggen"),
       "a release gives all back");
    ok(claim_one(file, CELL + 2, CELL + 2, 0) == REGGEN_OK && claim_one(file, CELL, BYTES + 3, 0) == REGGEN_OK && ioports_has("00e0-00e1 : reggen")
           && ioports_has("00e2-00e2 : reggen") && ioports_has("00e3-00eb : reggen"),
       "a claim around an older one brings in both sides");
    close(file);
    ok(!ioports_has("00e0-00e1 : reggen") && !ioports_has("00e2-00e2 : reggen") && !ioports_has("00e3-00eb : reggen"), "a close gives all back");
}

/* Windows of PCI devices stand in the table, and are no driver's unless one has taken them. */
static void window(const char *argument)
{
    uint16_t first = (uint16_t)strtoul(argument, NULL, 16);
    char line[64];
    int file = must_open();
    const struct reggen_entry device = entry(first, (uint16_t)(first + 0xFF), 0, 0);
    driver_policy(file, &device, 1);
    snprintf(line, sizeof line, "%04x-%04x : reggen", first, first + 0xFF);
    ok(claim_one(file, first, (uint16_t)(first + 0xFF), 0) == REGGEN_OK && ioports_has(line), "a PCI device's ports without a driver can be claimed: %s", line);
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_IN, 4, first);
    operation(REGGEN_OP_IN, 2, (uint16_t)(first + 4));
    ok(run(file) == REGGEN_OK && results[0].value == 0x12005452 && results[1].value == 0x5634, "and read: QEMU's network card has the address 52:54:00:12:34:56");
}

/* The other end of a pipe lets a process go on. */
static void pause_until(int end)
{
    char byte;
    if (read(end, &byte, 1) < 0) {
        _exit(3);
    }
}

static void contention(const char *argument)
{
    (void)argument;
    int first[2], second[2], file = must_open(), status;
    usual_policy(file);
    if (pipe(first) != 0 || pipe(second) != 0) {
        exit(2);
    }
    pid_t child = fork();
    if (child == 0) {
        int own = driver_open();
        close(file);
        int taken = claim_one(own, CELL, CELL + 3, 0) == REGGEN_OK && claim_one(own, BYTES, BYTES + 3, 1) == REGGEN_OK;
        taken = taken && write(first[1], "x", 1) == 1;
        pause_until(second[0]);
        _exit(taken ? 0 : 1);
    }
    pause_until(first[0]);
    ok(claim_one(file, CELL, CELL, 0) == REGGEN_E_TAKEN && claim_one(file, CELL + 3, CELL + 4, 1) == REGGEN_E_TAKEN, "what another process has is taken");
    ok(claim_one(file, BYTES, BYTES, 0) == REGGEN_E_TAKEN, "what it shares cannot be had alone");
    ok(claim_one(file, BYTES + 2, BYTES + 2, 1) == REGGEN_OK && reads(file, BYTES + 2) == REGGEN_OK, "but shared");
    ok(reads(file, BYTES + 3) == REGGEN_E_CLAIM, "and only that");
    ok(write(second[1], "x", 1) == 1 && waitpid(child, &status, 0) == child && status == 0, "the other process ends");
    ok(!ioports_has("00e0-00e3 : reggen") && claim_one(file, CELL, CELL + 3, 0) == REGGEN_OK, "and what it had is free");
    ok(ioports_has("00e8-00eb : reggen") && reads(file, BYTES + 2) == REGGEN_OK, "what is still shared stays the module's");
    int other = must_open();
    ok(claim_one(other, BYTES, BYTES + 1, 0) == REGGEN_OK && claim_one(other, BYTES + 2, BYTES + 2, 0) == REGGEN_E_TAKEN, "another handle of the same process is another");
    driver_release(file);
    ok(reads(other, BYTES) == REGGEN_OK && ioports_has("00e8-00eb : reggen"), "a region is held while any port of it is used");
    driver_release(other);
    ok(!ioports_has("00e8-00eb : reggen"), "and no longer");
}

const struct row claim_rows[] = { { "owned", owned }, { "window", window }, { "contention", contention }, { NULL, NULL } };
