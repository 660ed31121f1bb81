/* The program's environment, from nothing: variables steer loaders and runtimes, and root's are none of the program's business. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "launcher.h"

#define SAFE_PATH "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define NAME_CHARACTERS LETTERS "0123456789_"
#define LOCALES 32

/* One for each variable below, of --env and of LC_*, and the end. */
static char *made[7 + 3 + LOCALES + LIMIT + 1];
static size_t count;

static void set(const char *name, const char *value)
{
    size_t length = strlen(name);
    char *entry;
    if (asprintf(&entry, "%s=%s", name, value) < 0) {
        fail("There is no memory left.");
    }
    for (size_t i = 0; i < count; i++) {
        if (strncmp(made[i], entry, length + 1) == 0) {
            free(made[i]);
            made[i] = entry;
            return;
        }
    }
    made[count++] = entry;
}

/* A path in a locale or a time zone makes libraries read that file. */
static int is_harmless(const char *name, const char *value)
{
    int is_zone = strcmp(name, "TZ") == 0;
    return strlen(value) <= 100 && value[strspn(value, NAME_CHARACTERS "-+.,@/")] == '\0'
        && (is_zone ? value[0] != '/' && strstr(value, "..") == NULL : strchr(value, '/') == NULL);
}

static void keep_harmless(const char *name)
{
    const char *value = getenv(name);
    if (value != NULL && is_harmless(name, value)) {
        set(name, value);
    }
}

static void keep_locales(void)
{
    int room = LOCALES;
    for (char **each = environ; *each != NULL && room > 0; each++) {
        char name[32];
        size_t length = strcspn(*each, "=");
        if (strncmp(*each, "LC_", 3) == 0 && length < sizeof name && strspn(*each, LETTERS "_") == length && (*each)[length] == '=') {
            memcpy(name, *each, length);
            name[length] = '\0';
            keep_harmless(name);
            room--;
        }
    }
}

/* These say what the launcher did; with another prefix, or in other letters, runtimes may take them too. */
static int is_ours(const char *name)
{
    return strncasecmp(name, "REGGEN_PORTS", strlen("REGGEN_PORTS")) == 0 || strcasestr(name, "_EnableDiagnostics") != NULL;
}

static void add_named(const char *word, const struct words *all, size_t index)
{
    size_t length = strcspn(word, "=");
    char *name = strndup(word, length);
    if (name == NULL) {
        fail("There is no memory left.");
    }
    if (length == 0 || strspn(name, NAME_CHARACTERS) != length || (name[0] >= '0' && name[0] <= '9')) {
        fail("--env \"%s\" names no variable: write NAME or NAME=VALUE, of letters, digits and underscores.", word);
    }
    if (is_ours(name)) {
        fail("--env may not set %s, which the launcher sets itself.", name);
    }
    for (size_t i = 0; i < index; i++) {
        if (strncmp(all->word[i], name, length) == 0 && (all->word[i][length] == '=' || all->word[i][length] == '\0')) {
            fail("--env names %s twice: name it once.", name);
        }
    }
    const char *value = word[length] == '=' ? word + length + 1 : getenv(name);
    if (value == NULL) {
        fail("--env %s hands on a variable that is not set here: set it, or write %s=VALUE.", name, name);
    }
    set(name, value);
    free(name);
}

char **environment_make(const struct request *request, const struct target *target)
{
    set("PATH", SAFE_PATH);
    set("HOME", target->home);
    set("USER", target->name);
    set("LOGNAME", target->name);
    keep_harmless("LANG");
    keep_harmless("TERM");
    keep_harmless("TZ");
    keep_locales();
    for (size_t i = 0; i < request->environment.count; i++) {
        add_named(request->environment.word[i], &request->environment, i);
    }
    /* Its diagnostics socket takes commands from every process of the user, and so would lend the ports. */
    set("DOTNET_EnableDiagnostics", "0");
    /* A hint, so that the runtime need not try; whoever forges it gains nothing. */
    set("REGGEN_PORTS", ports_text(request));
    made[count] = NULL;
    return made;
}
