/* Ports and values by the data sheets, written down here apart from core/denials.def. */
#include <string.h>

#include "internal.h"
#include "sheet.h"

/* Blocks of registers that begin somewhere and have some size. */
struct block {
    uint32_t base, size;
};

static int is_in(const struct block *blocks, uint32_t count, uint32_t port)
{
    for (uint32_t i = 0; i < count; i++) {
        if (port - blocks[i].base < blocks[i].size) {
            return 1;
        }
    }
    return 0;
}

/* ATA: eight command registers each, and device control at 206 above. QEMU: PCI hotplug has 18h ports, processor hotplug 20h of which 12 are
   used, memory hotplug 24; pc and q35 have the first two at places of their own. */
static int is_system_block(uint32_t port)
{
    static const struct block blocks[] = {
        { 0x1F0, 8 }, { 0x1F0 + 0x206, 1 }, { 0x170, 8 }, { 0x170 + 0x206, 1 }, { 0xC00, 2 },
        { 0xAE00, 0x18 }, { 0xCC0, 0x18 }, { 0xAF00, 32 }, { 0xCD8, 32 }, { 0xA00, 24 },
    };
    return is_in(blocks, sizeof blocks / sizeof blocks[0], port);
}

/* IPMI: KCS has 2 ports, SMIC and BT 3. AMD's PM2 and PM have an index and data each. QEMU's debug exit has 2, its NVDIMM 4. */
static int is_danger_block(uint32_t port)
{
    static const struct block blocks[] = {
        { 0xCA2, 2 }, { 0xCA9, 3 }, { 0xE4, 3 }, { 0xCD0, 2 }, { 0xCD6, 2 }, { 0x501, 2 }, { 0x505, 1 }, { 0x510, 12 }, { 0xA18, 4 }, { 0x8900, 1 },
    };
    return is_in(blocks, sizeof blocks / sizeof blocks[0], port);
}

uint32_t sheet_needs(uint32_t port)
{
    static const char never[] = "7E 7F 92 B2 B3 CF8 CF9 CFA CFB CFC CFD CFE CFF 5658 5659 ";
    char name[8] = "";
    const char *digits = "0123456789ABCDEF";
    uint32_t at = 0;
    for (int shift = 12; shift >= 0; shift -= 4) {
        if (port >> shift != 0 || shift == 0) {
            name[at++] = digits[port >> shift & 15];
        }
    }
    name[at] = ' ';
    const char *found = strstr(never, name);
    if (found != NULL && (found == never || found[-1] == ' ')) {
        return REGGEN_NEVER;
    }
    /* Interrupt controllers and their echoes stand at 20..3D and A0..BD, two ports in each four, but for 2E and B2. */
    if ((port & ~0x9Du) == 0x20 || port == 0x4D0 || port == 0x4D1) {
        return REGGEN_POLICY_SYSTEM;
    }
    if (port < 0x20 || (port >= 0x80 && port <= 0x9F) || (port >= 0xC0 && port <= 0xDF)) {
        return REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER;
    }
    if ((port & ~0x13u) == 0x40 || (port & ~7u) == 0x60 || (port & ~7u) == 0x70) {
        return REGGEN_POLICY_SYSTEM;
    }
    if (port == 0x2E || port == 0x2F || port == 0x4E || port == 0x4F || port == 0x370 || port == 0x371 || port == 0x3F0 || port == 0x3F1
        || port == 0xA79 || port == 0x164E || port == 0x164F) {
        return REGGEN_POLICY_DANGER;
    }
    return (is_system_block(port) ? REGGEN_POLICY_SYSTEM : 0) | (is_danger_block(port) ? REGGEN_POLICY_DANGER : 0);
}

int sheet_forbids(uint32_t port, uint32_t width, uint32_t value)
{
    if (port > 0x64 || port + width <= 0x64) {
        return 0;
    }
    uint32_t command = value >> (8 * (0x64 - port)) & 0xFF;
    return command >= 0xF0 || command == 0xD1 || (command >= 0xDD && command <= 0xDF);
}
