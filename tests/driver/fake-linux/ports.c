/* Ports, the kernel's table of them, and bitmaps of them. */
#include "fake.h"

#define PORTS 0x10000ul
#define MOST_REGIONS 4096u

static struct {
    uint32_t first, count;
} regions[MOST_REGIONS];
static uint32_t noise;
unsigned long long fake_accesses;

bool fake_region_has(uint32_t region, uint32_t first, uint32_t last)
{
    return regions[region].first <= last && first < regions[region].first + regions[region].count;
}

static void touched(uint32_t port, uint32_t width)
{
    MUST(!fake_held() && port + width <= PORTS);
    for (uint32_t byte = port; byte < port + width; byte++) {
        MUST(fake.owners[byte] == MODULES);
    }
    fake.widths |= (uint8_t)width;
    fake_accesses++;
}

static uint32_t in(uint16_t port, uint32_t width)
{
    touched(port, width);
    noise = noise * 1664525 + 1013904223;
    return (noise & 0x300) == 0 ? noise >> 8 : noise >> 24 & 3;
}

uint8_t inb(uint16_t port)
{
    return (uint8_t)in(port, 1);
}

uint16_t inw(uint16_t port)
{
    return (uint16_t)in(port, 2);
}

uint32_t inl(uint16_t port)
{
    return in(port, 4);
}

void outb(uint8_t value, uint16_t port)
{
    (void)value;
    touched(port, 1);
}

void outw(uint16_t value, uint16_t port)
{
    (void)value;
    touched(port, 2);
}

void outl(uint32_t value, uint16_t port)
{
    (void)value;
    touched(port, 4);
}

void *request_region(uint32_t first, uint32_t count, const char *name)
{
    MUST(fake_held() && count > 0 && first + count <= PORTS && strcmp(name, "reggen") == 0 && fake.regions < MOST_REGIONS);
    for (uint32_t port = first; port < first + count; port++) {
        MUST(fake.owners[port] != MODULES); /* it would be in its own way */
        if (fake.owners[port] == KERNELS) {
            return NULL;
        }
    }
    memset(fake.owners + first, MODULES, count);
    regions[fake.regions].first = first;
    regions[fake.regions++].count = count;
    return regions;
}

void release_region(uint32_t first, uint32_t count)
{
    uint32_t i = 0;
    while (i < fake.regions && (regions[i].first != first || regions[i].count != count)) {
        i++;
    }
    MUST(fake_held() && i < fake.regions);
    regions[i] = regions[--fake.regions];
    memset(fake.owners + first, NOBODYS, count);
}

void bitmap_set(unsigned long *map, unsigned long first, unsigned long count)
{
    MUST(first + count <= PORTS);
    for (unsigned long bit = first; bit < first + count; bit++) {
        map[bit / BITS] |= 1ul << bit % BITS;
    }
}

void bitmap_clear(unsigned long *map, unsigned long first, unsigned long count)
{
    MUST(first + count <= PORTS);
    for (unsigned long bit = first; bit < first + count; bit++) {
        map[bit / BITS] &= ~(1ul << bit % BITS);
    }
}

void bitmap_zero(unsigned long *map, unsigned long bits)
{
    MUST(bits == PORTS);
    memset(map, 0, bits / 8);
}

static unsigned long find(const unsigned long *map, unsigned long end, unsigned long from, unsigned long wanted)
{
    MUST(end <= PORTS);
    while (from < end && (map[from / BITS] >> from % BITS & 1) != wanted) {
        from++;
    }
    return from < end ? from : end;
}

unsigned long find_next_bit(const unsigned long *map, unsigned long end, unsigned long from)
{
    return find(map, end, from, 1);
}

unsigned long find_next_zero_bit(const unsigned long *map, unsigned long end, unsigned long from)
{
    return find(map, end, from, 0);
}
