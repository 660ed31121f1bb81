/* Who has the ports already, by /proc/ioports. It is a look, not a lock: user mode cannot keep a driver from coming later. */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "launcher.h"

#define OWNERS "/proc/ioports"

/* The kernel indents no further than this. */
#define DEPTH 8

struct entry {
    int depth;
    unsigned long first, last;
    char *name;
};

/* Whether the text is such a pattern: x is a hexadecimal digit, anything else itself. */
static int is_like(const char *text, const char *pattern)
{
    for (; *pattern != '\0'; pattern++, text++) {
        if (*pattern == 'x' ? !isxdigit((unsigned char)*text) : *text != *pattern) {
            return 0;
        }
    }
    return *text == '\0';
}

/* Entries that say what may stand there, not who drives it; the kernel itself lets a driver claim inside them. "PCI Bus" is what a bridge
   passes on; a PCI address is where the device of that address decodes; "pnp" is what the firmware set aside (driver "system"). "ACPI PM_TMR"
   and its like are no windows: the kernel works with these registers. A driver may call its claim by the address of its device: then
   the name stands inside an entry of the same name, and the inner one is an owner. */
static int is_window(const char *name, const char *around)
{
    if (around != NULL && strcmp(name, around) == 0) {
        return 0;
    }
    return is_like(name, "PCI Bus xxxx:xx") || is_like(name, "PCI CardBus xxxx:xx") || is_like(name, "xxxx:xx:xx.x") || is_like(name, "pnp xx:xx");
}

/* "    03f8-03ff : serial". Whatever else stands there is not understood, and what is not understood is refused. */
static int understood(char *line, struct entry *entry)
{
    line[strcspn(line, "\n")] = '\0';
    size_t indent = strspn(line, " ");
    char *at = line + indent, *end;
    entry->depth = (int)(indent / 2);
    if (!isxdigit((unsigned char)*at)) {
        return 0;
    }
    entry->first = strtoul(at, &end, 16);
    if (*end != '-' || !isxdigit((unsigned char)end[1])) {
        return 0;
    }
    entry->last = strtoul(end + 1, &end, 16);
    if (strncmp(end, " : ", 3) != 0 || entry->first > entry->last || entry->depth >= DEPTH) {
        return 0;
    }
    entry->name = end + 3;
    return 1;
}

static void check(const struct request *request, const struct entry *entry)
{
    struct range where;
    if (!ports_meet(request, entry->first, entry->last, &where)) {
        return;
    }
    if (!words_have(&request->shared, entry->name)) {
        fail("Ports %s belong to \"%s\" (0x%lX-0x%lX in %s). Unbind that driver: write its device's name to /sys/bus/BUS/drivers/DRIVER/unbind; "
             "or, if both may use the ports, add --share \"%s\".", range_text(where), entry->name, entry->first, entry->last, OWNERS, entry->name);
    }
    note("shared: %s with \"%s\" (0x%lX-0x%lX).", range_text(where), entry->name, entry->first, entry->last);
}

void owners_check(const struct request *request)
{
    FILE *file = fopen(OWNERS, "re");
    if (file == NULL) {
        fail("%s, which names the owners of ports, cannot be read: %s. Mount /proc.", OWNERS, strerror(errno));
    }
    char *line = NULL, *around[DEPTH + 1] = { NULL };
    size_t room = 0;
    int lines = 0;
    while (getline(&line, &room, file) >= 0) {
        struct entry entry;
        if (!understood(line, &entry)) {
            fail("%s has a line that is not understood: \"%s\". Nothing is granted on a guess.", OWNERS, line);
        }
        /* To whom it may not show them, the kernel shows all addresses as 0. */
        if (entry.last == 0) {
            fail("%s hides its addresses from this process. Run as root of the machine, not of a container.", OWNERS);
        }
        if (!is_window(entry.name, entry.depth == 0 ? NULL : around[entry.depth - 1])) {
            check(request, &entry);
        }
        free(around[entry.depth]);
        around[entry.depth] = strdup(entry.name);
        if (around[entry.depth] == NULL) {
            fail("There is no memory left.");
        }
        lines++;
    }
    if (lines == 0 || ferror(file)) {
        fail("%s is empty or cannot be read to its end. Mount /proc.", OWNERS);
    }
    free(line);
    for (int i = 0; i < DEPTH; i++) {
        free(around[i]);
    }
    fclose(file);
}
