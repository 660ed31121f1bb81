/* Ports and values by the data sheets, written down here apart from core/denials.def. */
#include <string.h>

#include "internal.h"
#include "sheet.h"

uint32_t sheet_needs(uint32_t port)
{
    static const char never[] = "92 B2 B3 CF8 CF9 CFA CFB CFC CFD CFE CFF ";
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
        || (port >= 0x510 && port <= 0x51B) || port == 0xA79 || port == 0xCD6 || port == 0xCD7 || port == 0x164E || port == 0x164F) {
        return REGGEN_POLICY_DANGER;
    }
    return 0;
}

int sheet_forbids(uint32_t port, uint32_t width, uint32_t value)
{
    if (port > 0x64 || port + width <= 0x64) {
        return 0;
    }
    uint32_t command = value >> (8 * (0x64 - port)) & 0xFF;
    return command >= 0xF0 || command == 0xD1 || (command >= 0xDD && command <= 0xDF);
}
