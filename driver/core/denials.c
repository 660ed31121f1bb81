/* What denials.def says and what was found at load, asked for one port or one value. */
#include "internal.h"

#define NEVER REGGEN_NEVER
#define SYSTEM REGGEN_POLICY_SYSTEM
#define DANGER REGGEN_POLICY_DANGER

static const struct {
    uint16_t first;
    uint16_t last;
    uint8_t needs;
} denied_ports[] = {
#define PORTS(first, last, needs, reason) { first, last, needs },
#define VALUES(port, first, last, reason)
#include "denials.def"
#undef PORTS
#undef VALUES
};

static const struct {
    uint16_t port;
    uint8_t first;
    uint8_t last;
} denied_values[] = {
#define PORTS(first, last, needs, reason)
#define VALUES(port, first, last, reason) { port, first, last },
#include "denials.def"
#undef PORTS
#undef VALUES
};

static uint32_t by_table(uint32_t port, uint32_t *last)
{
    for (size_t i = 0; i < sizeof denied_ports / sizeof denied_ports[0]; i++) {
        if (port < denied_ports[i].first) {
            *last = denied_ports[i].first - 1u;
            return 0;
        }
        if (port <= denied_ports[i].last) {
            *last = denied_ports[i].last;
            return denied_ports[i].needs;
        }
    }
    *last = REGGEN_PORTS - 1;
    return 0;
}

uint32_t reggen_deny(struct reggen_state *state, uint32_t first, uint32_t last, uint32_t needs)
{
    if (first > last || last >= REGGEN_PORTS) {
        return REGGEN_E_RANGE;
    }
    if (state->found_count == REGGEN_MOST_FOUND) {
        return REGGEN_E_FULL;
    }
    state->found[state->found_count++] = (struct reggen_found){ .first = (uint16_t)first, .last = (uint16_t)last, .needs = needs };
    return REGGEN_OK;
}

/* What was found adds to the table, and takes nothing away. */
uint32_t reggen_needs(const struct reggen_state *state, uint32_t port, uint32_t *last)
{
    uint32_t needs = by_table(port, last);
    for (uint32_t i = 0; i < state->found_count; i++) {
        const struct reggen_found *found = &state->found[i];
        uint32_t end = port < found->first ? found->first - 1u : found->last;
        if (port <= end && end < *last) {
            *last = end;
        }
        needs |= port >= found->first && port <= found->last ? found->needs : 0;
    }
    return needs;
}

int reggen_reaches_never(const struct reggen_state *state, uint32_t first, uint32_t last)
{
    uint32_t end;
    for (uint32_t port = first; port <= last; port = end + 1) {
        if ((reggen_needs(state, port, &end) & REGGEN_NEVER) != 0) {
            return 1;
        }
    }
    return 0;
}

int reggen_reaches_values(uint32_t first, uint32_t last)
{
    for (size_t i = 0; i < sizeof denied_values / sizeof denied_values[0]; i++) {
        if (first <= denied_values[i].port && denied_values[i].port <= last) {
            return 1;
        }
    }
    return 0;
}

int reggen_value_denied(uint32_t port, uint32_t width, uint64_t value)
{
    for (uint32_t byte = 0; byte < width; byte++) {
        uint32_t written = (uint32_t)(value >> (8 * byte)) & 0xFF;
        for (size_t i = 0; i < sizeof denied_values / sizeof denied_values[0]; i++) {
            if (port + byte == denied_values[i].port && written >= denied_values[i].first && written <= denied_values[i].last) {
                return 1;
            }
        }
    }
    return 0;
}
