/* Port instructions of the fake kernel. */
#ifndef FAKE_INTRIN_H
#define FAKE_INTRIN_H

#include <stdint.h>

uint32_t fake_in(uint16_t port, uint32_t width);
void fake_out(uint16_t port, uint32_t width, uint32_t value);

#define __inbyte(port) ((uint8_t)fake_in((port), 1))
#define __inword(port) ((uint16_t)fake_in((port), 2))
#define __indword(port) fake_in((port), 4)
#define __outbyte(port, value) fake_out((port), 1, (value))
#define __outword(port, value) fake_out((port), 2, (value))
#define __outdword(port, value) fake_out((port), 4, (value))

#endif
