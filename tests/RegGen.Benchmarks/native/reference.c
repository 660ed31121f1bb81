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
#define AT_ONE_PLACE __attribute__((aligned(64)))
#define SHIFT(bytes) __asm__ volatile(".skip " #bytes ", 0x90")

/* The same freedom as a generated class: any device, any way to its ports, every result checked. */
#define DEVICE(name, shift)                                                     \
    AT_ONE_PLACE int64_t name(const struct port_device *device, int64_t count)  \
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

DEVICE(reference_device0, 0)
DEVICE(reference_device1, 16)
DEVICE(reference_device2, 32)
DEVICE(reference_device3, 48)

/* One stub, one port, no check. */
#define BARE(name, shift)                                                       \
    AT_ONE_PLACE int64_t name(in8_stub *in8, uint16_t port, int64_t count)      \
    {                                                                           \
        SHIFT(shift);                                                           \
        int64_t sum = 0;                                                        \
        for (int64_t i = 0; i < count; i++) {                                   \
            sum += in8(port);                                                   \
        }                                                                       \
        return sum;                                                             \
    }

BARE(reference_bare0, 0)
BARE(reference_bare1, 16)
BARE(reference_bare2, 32)
BARE(reference_bare3, 48)

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
