/* Where the port instructions stand, for the fault handler. Filled in by stubs.S, not exported. */
#ifndef REGGEN_SITES_H
#define REGGEN_SITES_H

#include <stdint.h>

/* Distances from each member's own address, so that the table needs no relocation and stays read-only. */
struct reggen_site {
    int32_t port;
    int32_t fail;
};

extern const struct reggen_site reggen_sites[] __attribute__((visibility("hidden")));
extern const struct reggen_site reggen_sites_end[] __attribute__((visibility("hidden")));

#endif
