/* What a program finds that reggen-launch started: its ports, and nothing of root's. Only for the guest, as user nobody (65534), with ports 2F8-2FF.
   launched terminal|none NAME=VALUE...               checks; the variables are all that it is to find
   launched with NONE|SYSCALL PROGRAM...              executes the launcher as a root would who left a lot behind, on a kernel without this system call
   launched typing PROGRAM...                         executes the launcher and types ^C on its terminal */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/io.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reggen.h"
#include "tap.h"

#define NOBODY 65534
#define UART 0x2F8
#define SCRATCH (UART + 7)
#define CAP_KILL_ALONE "0000000000000020"
#define NONE "0000000000000000"

/* Of linux/keyctl.h. */
#define JOIN_SESSION 1
#define SEARCH 10
#define SESSION_KEYRING (-3)

/* A kernel without a system call. */
static int without(unsigned number)
{
    struct sock_filter refuse[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = { 4, refuse };
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

static int left_behind(const char *missing, char **program)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    for (int number = 1; number < NSIG; number++) {
        signal(number, SIG_IGN);
    }
    for (int i = 0; i < 20; i++) {
        open("/etc/passwd", O_RDONLY);
    }
    /* What follows may be refused where it is nothing to leave behind. */
    gid_t groups[] = { 0, 4, 6 };
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct capabilities[2];
    syscall(SYS_capget, &header, capabilities);
    capabilities[0].inheritable = capabilities[0].permitted;
    syscall(SYS_capset, &header, capabilities);
    ioperm(0xE0, 12, 1);
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_SYS_RAWIO, 0, 0);
    prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP);
    syscall(SYS_keyctl, JOIN_SESSION, NULL);
    syscall(SYS_add_key, "user", "roots", "key", 3UL, SESSION_KEYRING);
    unsigned number = strcmp(missing, "ioperm") == 0 ? SYS_ioperm : SYS_close_range;
    if (setgroups(3, groups) != 0 || (strcmp(missing, "NONE") != 0 && !without(number))) {
        perror("nothing was left behind");
        return 1;
    }
    execv(program[0], program);
    perror(program[0]);
    return 1;
}

static void go_on(int signal)
{
    (void)signal;
}

static int typing(char **program)
{
    char key = 3;
    int status;
    /* Not ignored, which the launcher would inherit. */
    signal(SIGINT, go_on);
    pid_t child = fork();
    if (child == 0) {
        execv(program[0], program);
        _exit(1);
    }
    sleep(2);
    if (ioctl(0, TIOCSTI, &key) != 0) {
        perror("nothing was typed");
        return 1;
    }
    while (waitpid(child, &status, 0) < 0) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

/* Whether a line of a process's status is so. */
static int status_is(pid_t process, const char *name, const char *value)
{
    char path[64], line[256];
    int same = 0;
    snprintf(path, sizeof path, "/proc/%d/status", process);
    FILE *status = fopen(path, "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, name, strlen(name)) == 0 && line[strlen(name)] == ':') {
            char *found = line + strlen(name) + 1 + strspn(line + strlen(name) + 1, " \t");
            found[strcspn(found, "\n")] = '\0';
            same = strcmp(found, value) == 0;
        }
    }
    if (status != NULL) {
        fclose(status);
    }
    return same;
}

static void identity(void)
{
    uid_t uid[3];
    gid_t gid[3];
    getresuid(&uid[0], &uid[1], &uid[2]);
    getresgid(&gid[0], &gid[1], &gid[2]);
    ok(uid[0] == NOBODY && uid[1] == NOBODY && uid[2] == NOBODY && status_is(getpid(), "Uid", "65534\t65534\t65534\t65534"), "all user ids are nobody's");
    ok(gid[0] == NOBODY && gid[1] == NOBODY && gid[2] == NOBODY && status_is(getpid(), "Gid", "65534\t65534\t65534\t65534"), "all group ids are nobody's");
    ok(getgroups(0, NULL) == 0, "no supplementary groups");
    static const char *const sets[] = { "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb" };
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
        ok(status_is(getpid(), sets[i], NONE), "%s is empty", sets[i]);
    }
    ok(status_is(getpid(), "NoNewPrivs", "1"), "no_new_privs");
    ok(syscall(SYS_keyctl, SEARCH, SESSION_KEYRING, "user", "roots", 0) < 0 && errno == ENOKEY, "root's key cannot be found");
}

static void session(int has_terminal)
{
    char key = 'x', here[256];
    ok(getsid(0) == getpid() && getpgrp() == getpid(), "a session and a group of its own");
    ok(open("/dev/tty", O_RDWR) < 0 && errno == ENXIO, "no controlling terminal");
    ok(isatty(0) == has_terminal, "standard input is what it was");
    if (has_terminal) {
        ok(ioctl(0, TIOCSTI, &key) < 0 && errno == EPERM, "nothing can be typed on the terminal");
        ok(ioctl(0, TIOCSCTTY, 1) < 0 && errno == EPERM, "the terminal cannot be taken");
    }
    int mask = umask(0);
    ok(mask == 027, "umask is as it was: %o", (unsigned)mask);
    ok(getcwd(here, sizeof here) != NULL && strcmp(here, "/") == 0, "not in a folder where the user cannot get to");
}

static void signals(void)
{
    int by_default = 1, end;
    sigset_t mask;
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action;
        by_default &= sigaction(number, NULL, &action) != 0 || action.sa_handler == SIG_DFL;
    }
    ok(by_default, "all signals have their default");
    ok(sigprocmask(SIG_SETMASK, NULL, &mask) == 0 && sigisemptyset(&mask), "none is blocked");
    ok(prctl(PR_GET_PDEATHSIG, &end) == 0 && end == SIGKILL, "it ends with the launcher");
}

static void descriptors(void)
{
    DIR *all = opendir("/proc/self/fd");
    int more = 0;
    for (struct dirent *entry; (entry = readdir(all)) != NULL;) {
        int descriptor = atoi(entry->d_name);
        more += descriptor > 2 && descriptor != dirfd(all);
    }
    closedir(all);
    ok(more == 0, "%d files are open beside the first three", more);
}

static void variables(char **expected)
{
    int count = 0, wanted = 0;
    for (char **each = environ; *each != NULL; each++, count++) {
        int found = 0;
        for (char **other = expected; *other != NULL; other++) {
            found |= strcmp(*each, *other) == 0;
        }
        ok(found, "%s is promised", *each);
    }
    while (expected[wanted] != NULL) {
        wanted++;
    }
    ok(count == wanted, "%d variables of %d", count, wanted);
}

/* The launcher drops its privileges beside this program, so that it may take a moment. */
static void launcher(void)
{
    pid_t parent = getppid();
    for (int i = 0; i < 100 && !(status_is(parent, "CapPrm", CAP_KILL_ALONE) && status_is(parent, "NoNewPrivs", "1")); i++) {
        usleep(50000);
    }
    ok(status_is(parent, "CapPrm", CAP_KILL_ALONE) && status_is(parent, "CapEff", CAP_KILL_ALONE) && status_is(parent, "CapInh", NONE)
           && status_is(parent, "NoNewPrivs", "1"), "the launcher keeps CAP_KILL alone");
    ok(ptrace(PTRACE_ATTACH, parent, NULL, NULL) < 0 && errno == EPERM && kill(parent, 0) < 0 && errno == EPERM, "and is beyond the program's reach");
}

static void *thread(void *result)
{
    *(int64_t *)result = reggen_in8(SCRATCH);
    return NULL;
}

static void ports(void)
{
    ok(ioperm(0x61, 1, 1) < 0 && errno == EPERM && ioperm(0, 0x400, 1) < 0 && errno == EPERM && iopl(3) < 0 && errno == EPERM, "no further ports");
    ok(reggen_arm() == 0, "armed");
    ok(reggen_out8(SCRATCH, 0xA5) == 0 && reggen_in8(SCRATCH) == 0xA5, "the claimed ports answer");
    ok(reggen_in8(UART - 1) < 0 && reggen_in8(UART + 8) < 0 && reggen_in8(0xE0) < 0, "others do not");
    int64_t result = -1;
    pthread_t other;
    pthread_create(&other, NULL, thread, &result);
    pthread_join(other, NULL);
    ok(result == 0xA5, "in each thread");
}

int main(int argc, char **arguments)
{
    if (argc > 3 && strcmp(arguments[1], "with") == 0) {
        return left_behind(arguments[2], arguments + 3);
    }
    if (argc > 2 && strcmp(arguments[1], "typing") == 0) {
        return typing(arguments + 2);
    }
    signals();
    descriptors();
    identity();
    session(argc > 1 && strcmp(arguments[1], "terminal") == 0);
    variables(arguments + 2);
    launcher();
    ports();
    return tap_done();
}
