/* Ports that are no device of a program's own: through them it stops the machine or takes it over, whoever it runs as. */
#include <string.h>

#include "launcher.h"

static const struct group {
    const char *name;
    struct range ports[4];
    const char *why;
} groups[] = {
    { "dma", { { 0x00, 0x0F }, { 0x81, 0x8F }, { 0xC0, 0xDF } }, "the DMA controllers write to any memory below 16 MiB" },
    { "pic", { { 0x20, 0x21 }, { 0xA0, 0xA1 }, { 0x4D0, 0x4D1 } }, "the interrupt controllers serve all drivers" },
    { "super-io", { { 0x2E, 0x2F }, { 0x4E, 0x4F } }, "the configuration of Super-I/O chips moves devices to other ports and switches fans and power" },
    { "pit", { { 0x40, 0x43 } }, "the kernel keeps time by the timer" },
    { "keyboard", { { 0x60, 0x60 }, { 0x64, 0x64 } }, "the keyboard controller tells what is typed and resets the processor (FE to port 64)" },
    { "reset", { { 0x92, 0x92 } }, "system control port A resets the processor" },
    { "smi", { { 0xB2, 0xB3 } }, "a write calls the firmware in system management mode" },
    { "fw-cfg", { { 0x510, 0x51B } }, "the configuration device of virtual machines writes to any memory" },
    { "pci-config", { { 0xCF8, 0xCFF } }, "PCI configuration moves devices and lets them write to any memory; CF9 resets the machine" },
};

#define COUNT (sizeof groups / sizeof groups[0])

static void know(const char *name)
{
    char names[256] = "";
    for (size_t i = 0; i < COUNT; i++) {
        if (strcmp(groups[i].name, name) == 0) {
            return;
        }
        strcat(strcat(names, i == 0 ? "" : ", "), groups[i].name);
    }
    fail("--force knows no group \"%s\": there are %s.", name, names);
}

static void check(const struct request *request, const struct group *group)
{
    struct range where;
    /* A port is never {0, 0} alone, which ends the list: the one that begins with 0 ends later. */
    for (const struct range *ports = group->ports; ports < group->ports + 4 && ports->last != 0; ports++) {
        if (!ports_meet(request, ports->first, ports->last, &where)) {
            continue;
        }
        if (!words_have(&request->forced, group->name)) {
            fail("Ports %s meet %s (%s), which no program should have: %s. Claim other ports, or, if you mean it, add --force %s.",
                 range_text(where), range_text(*ports), group->name, group->why, group->name);
        }
        note("forced: %s (%s): %s.", range_text(*ports), group->name, group->why);
    }
}

void denied_check(const struct request *request)
{
    for (size_t i = 0; i < request->forced.count; i++) {
        know(request->forced.word[i]);
    }
    for (size_t i = 0; i < COUNT; i++) {
        check(request, &groups[i]);
    }
}
