/* What the generated accessors are measured against. Each loop reads a port COUNT times and answers with the sum. */
#define _POSIX_C_SOURCE 199309L
#include <stdint.h>
#include <time.h>

typedef int64_t in8_stub(uint16_t port);

struct port_operations {
    in8_stub *in8;
};

struct port_device {
    const struct port_operations *operations;
    uint16_t base;
};

const struct port_device *reference_open(in8_stub *in8, uint16_t base)
{
    static struct port_operations operations;
    static struct port_device device;
    operations.in8 = in8;
    device.operations = &operations;
    device.base = base;
    return &device;
}

static inline int device_in8(const struct port_device *device, uint16_t offset, uint8_t *value)
{
    int64_t result = device->operations->in8((uint16_t)(device->base + offset));
    if (result < 0) {
        return -1;
    }
    *value = (uint8_t)result;
    return 0;
}

/* Where a loop happens to lie moves it by a third and more, so each of these lies in four places. */
#define SHIFTED __attribute__((aligned(64), noinline)) static
#define SHIFT(bytes) __asm__ volatile(".nops " #bytes)

/* The same freedom as a generated class: any device, any way to its ports, every result checked. */
#define DEVICE(name, shift)                                                     \
    SHIFTED int64_t name(const struct port_device *device, int64_t count)       \
    {                                                                           \
        SHIFT(shift);                                                           \
        int64_t sum = 0;                                                        \
        for (int64_t i = 0; i < count; i++) {                                   \
            uint8_t value;                                                      \
            if (device_in8(device, 5, &value) < 0) {                            \
                return -1;                                                      \
            }                                                                   \
            sum += value;                                                       \
        }                                                                       \
        return sum;                                                             \
    }

DEVICE(device0, 1)
DEVICE(device1, 17)
DEVICE(device2, 33)
DEVICE(device3, 49)

int64_t reference_device(int place, const struct port_device *device, int64_t count)
{
    switch (place) {
    case 0: return device0(device, count);
    case 1: return device1(device, count);
    case 2: return device2(device, count);
    default: return device3(device, count);
    }
}

/* One stub, one port, no check. */
#define BARE(name, shift)                                                       \
    SHIFTED int64_t name(in8_stub *in8, uint16_t port, int64_t count)           \
    {                                                                           \
        SHIFT(shift);                                                           \
        int64_t sum = 0;                                                        \
        for (int64_t i = 0; i < count; i++) {                                   \
            sum += in8(port);                                                   \
        }                                                                       \
        return sum;                                                             \
    }

BARE(bare0, 1)
BARE(bare1, 17)
BARE(bare2, 33)
BARE(bare3, 49)

int64_t reference_bare(int place, in8_stub *in8, uint16_t port, int64_t count)
{
    switch (place) {
    case 0: return bare0(in8, port, count);
    case 1: return bare1(in8, port, count);
    case 2: return bare2(in8, port, count);
    default: return bare3(in8, port, count);
    }
}

/* The port instruction in the loop itself. Only with a grant: a refusal is a fault. */
int64_t reference_inline(uint16_t port, int64_t count)
{
    int64_t sum = 0;
    for (int64_t i = 0; i < count; i++) {
        uint8_t value;
        __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
        sum += value;
    }
    return sum;
}

/* Nanoseconds that this thread has run: what others do on the machine meanwhile does not count. */
int64_t reference_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}
