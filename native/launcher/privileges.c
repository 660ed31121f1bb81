/* Root to begin with, nothing in the end. README.md beside this says why in that order. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "launcher.h"

/* Of linux/keyctl.h, which not every C library has. */
#define JOIN_SESSION_KEYRING 1

void privileges_check(void)
{
    if (getuid() != geteuid() || getgid() != getegid()) {
        fail("This program must not be installed set-user-ID or set-group-ID: whoever starts it chooses ports and program. Take that off it (chmod ug-s) and run it as root.");
    }
    if (geteuid() != 0) {
        fail("Only root may grant ports: run it by sudo or from a system service.");
    }
}

static void must(int worked, const char *what)
{
    if (!worked) {
        fail("%s failed: %s. The program was not started.", what, strerror(errno));
    }
}

static int set_capabilities(uint32_t permitted)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct data[2] = { { permitted, permitted, 0 }, { 0, 0, 0 } };
    return syscall(SYS_capset, &header, data) == 0;
}

static int has_capabilities(void)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct data[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
    return syscall(SYS_capget, &header, data) != 0 || (data[0].permitted | data[1].permitted | data[0].effective | data[1].effective
        | data[0].inheritable | data[1].inheritable) != 0;
}

static void drop_bounding_set(void)
{
    for (unsigned long capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; capability++) {
        must(prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0, "Dropping the capability bounding set");
    }
}

/* Nothing that follows relies on what a call promised: it is looked at, and tried. */
static void check_dropped(const struct target *target)
{
    uid_t uid[3];
    gid_t gid[3];
    int same = getresuid(&uid[0], &uid[1], &uid[2]) == 0 && getresgid(&gid[0], &gid[1], &gid[2]) == 0 && getgroups(0, NULL) == 0;
    for (int i = 0; i < 3; i++) {
        same = same && uid[i] == target->uid && gid[i] == target->gid;
    }
    if (!same || has_capabilities() || prctl(PR_CAPBSET_READ, CAP_SYS_RAWIO, 0, 0, 0) != 0 || prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1
        || setresuid((uid_t)-1, 0, (uid_t)-1) == 0 || setresgid((gid_t)-1, 0, (gid_t)-1) == 0 || setgroups(1, &gid[0]) == 0) {
        fail("Privileges are still there after they were dropped. The program was not started.");
    }
}

void privileges_drop(const struct target *target)
{
    drop_bounding_set();
    must(setgroups(0, NULL) == 0, "Dropping supplementary groups");
    must(setresgid(target->gid, target->gid, target->gid) == 0, "Changing the group");
    must(setresuid(target->uid, target->uid, target->uid) == 0, "Changing the user");
    /* Kernels before 4.3 have no ambient set. */
    must(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) == 0 || errno == EINVAL, "Clearing ambient capabilities");
    must(set_capabilities(0), "Dropping capabilities");
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "Setting no_new_privs");
    /* Whoever is in a session reads the keys of its keyring, here root's. A kernel without keys, or a container's filter that denies
       this, denies the program the keys as well. */
    must(syscall(SYS_keyctl, JOIN_SESSION_KEYRING, NULL) >= 0 || errno == ENOSYS || errno == EPERM, "Leaving the session's keyring");
    /* Root's variables are in this memory until the program is executed; no other process of the user may look. */
    must(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, "Closing this process to others");
    check_dropped(target);
}

void privileges_keep_kill(void)
{
    must(set_capabilities(1U << CAP_KILL) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "Dropping the launcher's own privileges");
}
