/* reggen-launch: executes a program with the right to some I/O ports and no other privilege. This file is the order of the steps;
   README.md beside it says why each is where it is. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "launcher.h"

static _Noreturn void execute(char **program)
{
    execvp(program[0], program);
    int missing = errno == ENOENT || errno == ENOTDIR;
    fail_with(missing ? NOT_FOUND : NOT_EXECUTABLE, "\"%s\" cannot be executed: %s.%s", program[0], strerror(errno),
              missing && strchr(program[0], '/') == NULL ? " It was looked for in the fixed search path; give its whole path." : "");
}

/* In the child. Until it has the ports, nothing on the machine is changed; from then on it only loses. */
static _Noreturn void become_program(const struct request *request, const struct target *target, char **environment, pid_t launcher)
{
    session_leave();
    descriptors_close();
    ports_take(request);
    folder_for_locks(target);
    privileges_drop(target);
    session_end_with(launcher);
    folder_for_program();
    environ = environment;
    execute(request->program);
}

int main(int argc, char **arguments)
{
    (void)argc;
    static struct request request;
    struct target target;

    descriptors_occupy();
    privileges_check();
    arguments_read(&request, arguments);
    target_find(&target, request.user);
    denied_check(&request);
    owners_check(&request);
    char **environment = environment_make(&request, &target);
    ports_drop();

    pid_t launcher = getpid(), child = session_fork();
    if (child == 0) {
        become_program(&request, &target, environment, launcher);
    }
    privileges_keep_kill();
    descriptors_let_go();
    return session_wait(child);
}
