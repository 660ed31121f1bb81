/* Open files. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "launcher.h"

/* Else a file opened later would become somebody's standard error. */
void descriptors_occupy(void)
{
    int descriptor;
    do {
        descriptor = open("/dev/null", O_RDWR);
        if (descriptor < 0) {
            fail("/dev/null cannot be opened: %s.", strerror(errno));
        }
    } while (descriptor < 3);
    close(descriptor);
}

/* For kernels before 5.9. The limit on descriptors says nothing: it may have been lowered after some were opened. */
static void close_one_by_one(void)
{
    DIR *all = opendir("/proc/self/fd");
    if (all == NULL) {
        fail("Open files cannot be closed, because /proc/self/fd cannot be read: %s. Mount /proc.", strerror(errno));
    }
    for (struct dirent *entry; (entry = readdir(all)) != NULL;) {
        int descriptor = atoi(entry->d_name);
        if (descriptor > 2 && descriptor != dirfd(all)) {
            close(descriptor);
        }
    }
    closedir(all);
}

void descriptors_close(void)
{
    if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0) {
        close_one_by_one();
    }
}

/* What waits for the end of the program's output must not wait for the launcher's; nor is a disk kept busy by it. */
void descriptors_let_go(void)
{
    descriptors_close();
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(nothing, 1) < 0 || chdir("/") != 0) {
        note("the launcher keeps its input and output open: %s.", strerror(errno));
    }
    close(nothing);
}
