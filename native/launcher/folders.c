/* The folder where the runtime keeps its locks, and the one that the program starts in. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "launcher.h"

#define LOCKS "/run/reggen"

/* One that is there stays as it is: somebody arranged it. Nothing is followed: mkdir makes no folder through a link, and what is opened
   afterwards is checked to be root's own. Its mode is set last, so that nobody is in it before. */
void folder_for_locks(const struct target *target)
{
    struct stat made;
    if (mkdir(LOCKS, 0700) != 0) {
        if (errno != EEXIST) {
            note("%s, where programs keep their locks, cannot be made: %s.", LOCKS, strerror(errno));
        }
        return;
    }
    int folder = open(LOCKS, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 || fstat(folder, &made) != 0 || !S_ISDIR(made.st_mode) || made.st_uid != 0
        || fchown(folder, 0, target->gid) != 0 || fchmod(folder, 0770) != 0) {
        fail("%s was made and cannot be given to group %lu: %s. Look who else writes to /run.", LOCKS, (unsigned long)target->gid, strerror(errno));
    }
    close(folder);
}

/* A working directory is a handle like a descriptor: the program keeps it only if its user can get there by its name. */
void folder_for_program(void)
{
    char *here = getcwd(NULL, 0);
    if (here == NULL || chdir(here) != 0) {
        note("the program starts in / because its user cannot get to %s.", here == NULL ? "this folder" : here);
        if (chdir("/") != 0) {
            fail("The user cannot get to /: %s.", strerror(errno));
        }
    }
    free(here);
}
