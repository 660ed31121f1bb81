/* Who may open the driver, claim, and set the policy. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "client.h"

static const struct reggen_entry nobody[1];

static void cannot_open(int file)
{
    (void)file;
    int result = driver_open();
    ok(result == -EACCES, "user %u of group %u may not open it (%d)", getuid(), getgid(), result);
}

static void cannot_open_nor_set_the_policy(int file)
{
    cannot_open(file);
    ok(driver_policy(file, nobody, 0) == -EPERM, "nor set the policy through a handle that was passed on");
    ok(claim_one(file, CELL, CELL + 3, 0) == REGGEN_E_POLICY, "nor claim through it");
}

static void empty(const char *argument)
{
    (void)argument;
    int file = must_open();
    struct reggen_features features;
    ok(driver_query(file, REGGEN_VERSION, &features) == 0 && features.header.size == 40 && features.header.version == 1
           && features.features == REGGEN_FEATURE_PROGRAMS && features.operations == 0x7FE && features.most_operations == 256,
       "the driver says what it can");
    ok(driver_query(file, 99, &features) == 0 && features.header.version == 1, "whatever version asks");
    ok(claim_one(file, CELL, CELL + 3, 0) == REGGEN_E_POLICY, "root claims nothing while there is no policy");
    as(NAMED, 0, cannot_open_nor_set_the_policy, file);
    struct reggen_entry sid = { .first = CELL, .last = CELL + 3, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = 12, .who = { 1, 1, 0, 0, 0, 0, 0, 1 } };
    ok(driver_policy(file, &sid, 1) == REGGEN_OK && claim_one(file, CELL, CELL + 3, 0) == REGGEN_E_POLICY, "an entry for a SID names nobody here");
    as(NAMED, 0, cannot_open, file);
    struct reggen_entry none = entry(CELL, CELL + 3, 0, 0xFFFFFFFF);
    ok(driver_policy(file, &none, 1) == REGGEN_OK && claim_one(file, CELL, CELL + 3, 0) == REGGEN_E_POLICY, "nor does one for the group that is none");
    as(NAMED, 0, cannot_open, file);
    ok(driver_policy(file, nobody, 0) == REGGEN_OK, "an empty policy is one");
}

static void can_claim(int inherited)
{
    int file = driver_open();
    ok(file >= 0, "user %u of group %u may open it", getuid(), getgid());
    ok(driver_policy(file, nobody, 0) == -EPERM, "but not set the policy");
    ok(claim_one(file, CELL, BYTES + 3, 0) == REGGEN_OK && claim_one(file, UART, SCRATCH, 0) == REGGEN_OK, "and claim what the policy says");
    ok(claim_one(file, CELL, BYTES + 4, 0) == REGGEN_E_POLICY, "and nothing else");
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_OUT, 4, CELL)->value = 0x12345678;
    operation(REGGEN_OP_IN, 4, CELL);
    ok(run(file) == REGGEN_OK && results[1].value == 0x12345678, "and use it");
    close(file);
    ok(claim_one(inherited, CELL, BYTES + 3, 0) == REGGEN_OK && driver_release(inherited) == REGGEN_OK, "also through a handle that was passed on");
}

static void put(const char *path, const char *text)
{
    int file = open(path, O_WRONLY);
    if (file < 0 || write(file, text, strlen(text)) < 0) {
        ok(0, "%s: %s", path, strerror(errno));
    }
    close(file);
}

/* Root in a namespace of one's own, with a group that is called NAMED there. */
static void in_a_namespace(int file)
{
    if (unshare(CLONE_NEWUSER) != 0) {
        ok(0, "no user namespace: %s", strerror(errno));
        return;
    }
    put("/proc/self/setgroups", "deny");
    put("/proc/self/uid_map", "0 2000 1");
    put("/proc/self/gid_map", "1000 2000 1");
    ok(getuid() == 0 && getgid() == NAMED, "a namespace has its own root and group");
    cannot_open_nor_set_the_policy(file);
}

static void groups(const char *argument)
{
    (void)argument;
    int file = must_open();
    usual_policy(file);
    as(NAMED, 0, can_claim, file);
    as(OTHER, NAMED, can_claim, file);
    as(OTHER, 0, cannot_open, file);
    as(OTHER, 1001, cannot_open, file);
    const struct reggen_entry named = entry(CELL, CELL + 3, 0, NAMED);
    driver_policy(file, &named, 1);
    ok(claim_one(file, CELL, CELL + 3, 0) == REGGEN_E_POLICY, "an administrator whom no entry names claims nothing");
    as(OTHER, 0, in_a_namespace, file);
}

const struct row who_rows[] = { { "empty", empty }, { "groups", groups }, { NULL, NULL } };
