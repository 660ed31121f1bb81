/* Two processes: the program in a session of its own, and the launcher, which stays behind to hand on signals and the exit code. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "launcher.h"

static const int handed_on[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

#define COUNT (sizeof handed_on / sizeof handed_on[0])

/* Everything that the launcher waits for, but for signals that it was started to ignore, as nohup does. */
static sigset_t awaited;

static int is_ignored(int number)
{
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

pid_t session_fork(void)
{
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGCHLD);
    for (size_t i = 0; i < COUNT; i++) {
        if (!is_ignored(handed_on[i])) {
            sigaddset(&awaited, handed_on[i]);
        }
    }
    /* Blocked before the fork, so that none is lost. If SIGCHLD is ignored, the kernel forgets exit codes. */
    if (signal(SIGCHLD, SIG_DFL) == SIG_ERR || sigprocmask(SIG_BLOCK, &awaited, NULL) != 0) {
        fail("Signals cannot be set up: %s.", strerror(errno));
    }
    pid_t child = fork();
    if (child < 0) {
        fail("No process can be started: %s.", strerror(errno));
    }
    return child;
}

/* In the terminal's session the program could type on root's keyboard (TIOCSTI). */
void session_leave(void)
{
    if (setsid() < 0) {
        fail("The terminal's session cannot be left: %s.", strerror(errno));
    }
    /* Those that cannot be set keep their default anyway: KILL, STOP, and the C library's own. */
    for (int number = 1; number <= SIGRTMAX; number++) {
        signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* The program must not stay behind with its ports when the launcher is killed. After the change of user, which takes this back. */
void session_end_with(pid_t launcher)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) {
        fail("The program cannot be tied to the launcher: %s.", strerror(errno));
    }
    if (getppid() != launcher) {
        fail("The launcher was ended while it started the program.");
    }
}

/* As it came: what a terminal sends goes to all processes of a group, what a process sends to one. */
static void hand_on(const siginfo_t *came, pid_t child)
{
    if (came->si_code != SI_KERNEL || kill(-child, came->si_signo) != 0) {
        kill(child, came->si_signo);
    }
}

int session_wait(pid_t child)
{
    for (;;) {
        siginfo_t came;
        int number = sigwaitinfo(&awaited, &came), status;
        if (number != SIGCHLD) {
            if (number > 0) {
                hand_on(&came, child);
            }
            continue;
        }
        /* Also sent when the child stops or goes on, and by other processes. */
        pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        if (ended < 0 && errno != EINTR) {
            fail("The program's end cannot be awaited: %s.", strerror(errno));
        }
    }
}
