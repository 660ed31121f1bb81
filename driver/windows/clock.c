/* Nanoseconds from the performance counter, by a product instead of a quotient: a 32-bit kernel has no division of 64 bits for us. */
#include "driver.h"

uint64_t clock_now(void);

#define SECOND 1000000000u

/* ns a tick, with 32 bits behind the point. */
static uint64_t scale;

/* (SECOND << 32) / frequency, digit by digit. */
static uint64_t scale_of(uint64_t frequency)
{
    uint64_t quotient = 0, rest = 0;
    for (int bit = 63; bit >= 0; bit--) {
        rest = rest << 1 | ((uint64_t)SECOND << 32 >> bit & 1);
        quotient <<= 1;
        if (rest >= frequency) {
            rest -= frequency;
            quotient |= 1;
        }
    }
    return quotient;
}

void clock_start(void)
{
    LARGE_INTEGER frequency;
    KeQueryPerformanceCounter(&frequency);
    scale = scale_of((uint64_t)frequency.QuadPart);
}

static uint64_t product(uint64_t one, uint64_t other)
{
    return (uint64_t)(uint32_t)one * (uint32_t)other;
}

/* Bits 32 to 95 of the product; what would be above them is years away. */
uint64_t clock_now(void)
{
    uint64_t ticks = (uint64_t)KeQueryPerformanceCounter(NULL).QuadPart;
    return (product(ticks, scale) >> 32) + product(ticks >> 32, scale) + product(ticks, scale >> 32) + (product(ticks >> 32, scale >> 32) << 32);
}
