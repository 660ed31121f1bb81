/* Ports and values that need more than a line in the policy. */
#include <string.h>

#include "../sheet.h"
#include "check.h"

static uint32_t needs(uint32_t port)
{
    uint32_t last;
    return reggen_needs(&state, port, &last);
}

void every_port_needs_what_the_data_sheets_say(void)
{
    for (uint32_t port = 0; port < REGGEN_PORTS; port++) {
        uint32_t last;
        if (needs(port) != sheet_needs(port)) {
            EQUAL(port << 8 | sheet_needs(port), port << 8 | needs(port));
        }
        reggen_needs(&state, port, &last);
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

static void deny_some(void)
{
    EQUAL(REGGEN_OK, reggen_deny(&state, 0x30C, 0x30C, REGGEN_NEVER));
    EQUAL(REGGEN_OK, reggen_deny(&state, 0x604, 0x605, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER));
    EQUAL(REGGEN_OK, reggen_deny(&state, 0x70, 0x70, REGGEN_POLICY_DANGER));
    EQUAL(REGGEN_OK, reggen_deny(&state, 0x604, 0x604, REGGEN_NEVER));
    EQUAL(REGGEN_OK, reggen_deny(&state, 0xFFFF, 0xFFFF, REGGEN_POLICY_SYSTEM));
}

void what_is_found_adds_to_the_table(void)
{
    deny_some();
    for (uint32_t port = 0; port < REGGEN_PORTS; port++) {
        uint32_t last, more = port == 0x30C ? REGGEN_NEVER : port == 0x604 ? REGGEN_NEVER | 3 : port == 0x605 ? 3 : port == 0x70 ? 2 : port == 0xFFFF ? 1 : 0;
        if (needs(port) != (sheet_needs(port) | more)) {
            EQUAL(port << 8 | sheet_needs(port) | more, port << 8 | needs(port));
        }
        reggen_needs(&state, port, &last);
        if (last < port || last >= REGGEN_PORTS || needs(last) != needs(port) || needs(port + (last - port) / 2) != needs(port)) {
            EQUAL(port, last);
        }
    }
}

void what_is_found_is_denied_everywhere(void)
{
    uint32_t index;
    struct reggen_entry made = entry(0x300, 0x30F, 3, 100);
    EQUAL(REGGEN_OK, set_policy(&made, 1, &index));
    EQUAL(REGGEN_OK, claim_one(&one, range(0x300, 0x30F)));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x30A, 4, 3));
    deny_some();
    EQUAL(REGGEN_E_DENIED, claim_one(&two, range(0x30C, 0x30C)));
    EQUAL(REGGEN_E_DENIED, reggen_covers(&one, 0x30A, 4, 3));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x308, 4, 3));
    EQUAL(REGGEN_OK, reggen_covers(&one, 0x30D, 1, 3));
    EQUAL(REGGEN_E_DENIED, reggen_direct(&one, &index));
    EQUAL(REGGEN_E_DENIED, set_policy(&made, 1, &index));
    made = entry(0x600, 0x60F, 3, 100);
    EQUAL(REGGEN_E_DENIED, set_policy(&made, 1, &index));
    made = entry(0x605, 0x60F, 0, 100);
    EQUAL(REGGEN_OK, set_policy(&made, 1, &index));
    EQUAL(REGGEN_E_FLAG, claim_one(&one, range(0x605, 0x608)));
    EQUAL(REGGEN_OK, claim_one(&one, range(0x606, 0x608)));
}

void what_can_be_found_has_a_limit(void)
{
    EQUAL(REGGEN_E_RANGE, reggen_deny(&state, 0x301, 0x300, REGGEN_NEVER));
    EQUAL(REGGEN_E_RANGE, reggen_deny(&state, 0xFFFF, 0x10000, REGGEN_NEVER));
    for (uint32_t i = 0; i < 8; i++) {
        EQUAL(REGGEN_OK, reggen_deny(&state, 0x300 + i, 0x300 + i, REGGEN_NEVER));
    }
    EQUAL(REGGEN_E_FULL, reggen_deny(&state, 0x308, 0x308, REGGEN_NEVER));
    EQUAL(8, state.found_count);
    EQUAL(REGGEN_NEVER, needs(0x307));
    EQUAL(0, needs(0x308));
}
