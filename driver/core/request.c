/* Requests as they come, and what the driver tells of itself. */
#include "internal.h"

void reggen_clear(void *what, size_t size)
{
    for (uint8_t *byte = what; size > 0; byte++, size--) {
        *byte = 0;
    }
}

uint32_t reggen_sized(const struct reggen_header *header, uint32_t given, uint32_t size)
{
    return given == size && header->size == size && header->reserved == 0 ? REGGEN_OK : REGGEN_E_REQUEST;
}

void reggen_query(struct reggen_features *features)
{
    *features = (struct reggen_features){
        .header = { .size = sizeof *features, .version = REGGEN_VERSION },
        .features = REGGEN_FEATURE_PROGRAMS,
        .operations = (2u << REGGEN_OP_REPEAT) - 2, /* 1 to REPEAT */
        .most_operations = REGGEN_MOST_OPERATIONS,
        .most_data = REGGEN_MOST_DATA,
        .most_ranges = REGGEN_MOST_RANGES,
        .most_entries = REGGEN_MOST_ENTRIES,
        .usual_deadline = REGGEN_USUAL_DEADLINE,
        .longest_deadline = REGGEN_LONGEST_DEADLINE,
    };
}
