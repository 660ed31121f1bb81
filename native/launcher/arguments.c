/* The command line. Strict: what is not understood is refused, because a grant follows from it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "launcher.h"

#define USAGE "reggen-launch --ports 0x3F8-0x3FF,0x70-0x71 [--user NAME] [--share OWNER]... [--force GROUP]... [--env NAME[=VALUE]]... -- PROGRAM [ARGUMENT]..."

static _Noreturn void help(void)
{
    printf("usage: %s\n\n"
           "Executes PROGRAM with the right to exactly these I/O ports and no other privilege. Run it as root.\n\n"
           "  --ports RANGES  the ports: ranges in hexadecimal, separated by commas\n"
           "  --user NAME     who the program runs as, \"reggen\" if not given: a user for this alone\n"
           "  --share OWNER   claims ports although /proc/ioports names OWNER for them\n"
           "  --force GROUP   claims ports by which a program may stop or take over the machine\n"
           "  --env NAME      hands on a variable of this environment; NAME=VALUE sets one\n\n"
           "Exit code: the program's; 128 + n if signal n ended it; 125 the launcher refused, 126 the program cannot be executed, 127 it was not found.\n",
           USAGE);
    exit(0);
}

int words_have(const struct words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++) {
        if (strcmp(words->word[i], word) == 0) {
            return 1;
        }
    }
    return 0;
}

static void add(struct words *words, const char *option, const char *word)
{
    if (words->count == LIMIT) {
        fail("%s stands here more than %d times: give it fewer times.", option, LIMIT);
    }
    words->word[words->count++] = word;
}

static void set_user(struct request *request, const char *name)
{
    if (request->user != NULL) {
        fail("--user stands here twice: the program runs as one user.");
    }
    request->user = name;
}

static void option(struct request *request, const char *name, const char *value)
{
    if (strcmp(name, "--ports") == 0) {
        ports_read(request, value);
    } else if (strcmp(name, "--user") == 0) {
        set_user(request, value);
    } else if (strcmp(name, "--share") == 0) {
        add(&request->shared, name, value);
    } else if (strcmp(name, "--force") == 0) {
        add(&request->forced, name, value);
    } else {
        add(&request->environment, name, value);
    }
}

static int is_option(const char *word)
{
    static const struct words options = { { "--ports", "--user", "--share", "--force", "--env" }, 5 };
    return words_have(&options, word);
}

void arguments_read(struct request *request, char **arguments)
{
    /* No name at all is possible, too: whoever executes a program chooses its arguments. */
    char **next = arguments[0] == NULL ? arguments : arguments + 1;
    for (; *next != NULL && strcmp(*next, "--") != 0; next += 2) {
        if (strcmp(*next, "--help") == 0) {
            help();
        }
        if (!is_option(*next)) {
            fail("\"%s\" is no option; the program stands behind \"--\". Usage: %s", *next, USAGE);
        }
        if (next[1] == NULL || next[1][0] == '\0' || strcmp(next[1], "--") == 0) {
            fail("%s has no value. Usage: %s", *next, USAGE);
        }
        option(request, next[0], next[1]);
    }
    if (*next == NULL || next[1] == NULL || next[1][0] == '\0') {
        fail("There is no program to execute: give \"-- PROGRAM\" at the end. Usage: %s", USAGE);
    }
    if (request->port_count == 0) {
        fail("There are no ports to claim: give --ports, as --ports 0x3F8-0x3FF.");
    }
    request->program = next + 1;
}
