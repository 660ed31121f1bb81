/* Ports and values that need more than a line in the policy. */
#include <string.h>

#include "../sheet.h"
#include "check.h"

static uint32_t needs(uint32_t port)
{
    uint32_t last;
    return reggen_needs(port, &last);
}

void every_port_needs_what_the_data_sheets_say(void)
{
    for (uint32_t port = 0; port < REGGEN_PORTS; port++) {
        uint32_t last;
        if (needs(port) != sheet_needs(port)) {
            EQUAL(port << 8 | sheet_needs(port), port << 8 | needs(port));
        }
        reggen_needs(port, &last);
        if (last < port || last >= REGGEN_PORTS || needs(last) != needs(port)) {
            EQUAL(port, last);
        }
    }
}

void the_table_ascends_and_its_ranges_are_apart(void)
{
    static const struct {
        uint32_t first, last;
        const char *reason;
    } table[] = {
#define PORTS(first, last, needs, reason) { first, last, reason },
#define VALUES(port, first, last, reason) { 0x10000u + (port) * 0x100 + (first), 0x10000u + (port) * 0x100 + (last), reason },
#include "denials.def"
    };
    for (uint32_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        CHECK(table[i].first <= table[i].last);
        CHECK(i == 0 || table[i].first > table[i - 1].last);
        CHECK(strlen(table[i].reason) > 10);
    }
}

/* 8042: D1 writes the output port, DD and DF switch A20 (with DE between them), F0 to FF pulse lines. */
void values_that_reset_are_denied_at_64_alone(void)
{
    for (uint32_t value = 0; value < 0x100; value++) {
        int denied = value == 0xD1 || (value >= 0xDD && value <= 0xDF) || value >= 0xF0;
        EQUAL(denied, reggen_value_denied(0x64, 1, value));
        EQUAL(0, reggen_value_denied(0x60, 1, value));
        EQUAL(0, reggen_value_denied(0x65, 1, value));
        EQUAL(0, reggen_value_denied(0x63, 1, value));
    }
}

void values_are_denied_in_each_byte_of_a_wide_access(void)
{
    EQUAL(1, reggen_value_denied(0x63, 2, 0xFE00));
    EQUAL(0, reggen_value_denied(0x63, 2, 0x00FE));
    EQUAL(1, reggen_value_denied(0x64, 2, 0x00FE));
    EQUAL(0, reggen_value_denied(0x64, 2, 0xFE00));
    EQUAL(1, reggen_value_denied(0x61, 4, 0xFE000000));
    EQUAL(1, reggen_value_denied(0x62, 4, 0x00FE0000));
    EQUAL(0, reggen_value_denied(0x61, 4, 0x00FEFEFE));
    EQUAL(0, reggen_value_denied(0x60, 4, 0xFEFEFEFE));
}
