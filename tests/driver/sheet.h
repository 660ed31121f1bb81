/* What sheet.c knows. */
#ifndef SHEET_H
#define SHEET_H

#include <stdint.h>

/* What a policy entry must have to cover a port: REGGEN_POLICY_*, or REGGEN_NEVER. */
uint32_t sheet_needs(uint32_t port);

/* Whether a write would send the keyboard controller a command that resets the machine or switches A20. */
int sheet_forbids(uint32_t port, uint32_t width, uint32_t value);

#endif
