/* The user that the program runs as. */
#define _GNU_SOURCE
#include <pwd.h>
#include <string.h>

#include "launcher.h"

void target_find(struct target *target, const char *name)
{
    target->name = name == NULL ? "reggen" : name;
    struct passwd *user = getpwnam(target->name);
    if (user == NULL) {
        fail("There is no user \"%s\". Make one for this alone: useradd --system --user-group --no-create-home --shell /usr/sbin/nologin %s",
             target->name, target->name);
    }
    if (user->pw_uid == 0) {
        fail("User \"%s\" is root, who needs no launcher and may do everything: choose another by --user.", target->name);
    }
    if (user->pw_gid == 0) {
        fail("User \"%s\" has root's group, whose files it could change: give it a group of its own.", target->name);
    }
    if (strcmp(target->name, "nobody") == 0) {
        note("user nobody is shared: any of its processes may attach to the program and so use its ports. A user for this alone is safer.");
    }
    *target = (struct target){ target->name, strdup(user->pw_dir), user->pw_uid, user->pw_gid };
    if (target->home == NULL) {
        fail("There is no memory left.");
    }
}
