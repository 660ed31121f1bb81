/* The input as a stream of bytes; it reads 0 past its end. */
#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>
#include <stdint.h>

struct input {
    const uint8_t *data;
    size_t size;
};

static inline uint8_t byte(struct input *input)
{
    if (input->size == 0) {
        return 0;
    }
    input->size--;
    return *input->data++;
}

static inline uint32_t below(struct input *input, uint32_t limit)
{
    return byte(input) % limit;
}

static inline uint32_t number(struct input *input, uint32_t bytes)
{
    uint32_t value = 0;
    while (bytes-- > 0) {
        value = value << 8 | byte(input);
    }
    return value;
}

/* Mostly ports with something about them. */
static inline uint16_t port(struct input *input)
{
    static const uint16_t places[] = { 0x300, 0x300, 0x300, 0x308, 0x5C, 0x60, 0x2C, 0x70, 0xCF0, 0xCFC, 0x90, 0xB0, 0xFFF8, 0xFFFC, 0x0, 0x510 };
    uint8_t head = byte(input);
    return head == 0xFF ? (uint16_t)number(input, 2) : (uint16_t)(places[head >> 4] + (head & 15));
}

#endif
