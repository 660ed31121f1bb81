/* See x64/machine.h. */
#ifndef MACHINE_H
#define MACHINE_H

#include <ntifs.h>
#include <stdint.h>

#define MACHINE_AT Eip
#define MACHINE_DX Edx
#define MACHINE_AX Eax

#define MACHINE_JUMP 7u /* bytes */

/* mov eax, to; jmp eax */
static inline void machine_jump(uint8_t *code, const void *to)
{
    code[0] = 0xB8;
    RtlCopyMemory(code + 1, &to, sizeof to);
    code[5] = 0xFF;
    code[6] = 0xE0;
}

static inline int64_t machine_iopl(void)
{
    int32_t result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(110), "b"(3) : "memory");
    return result;
}

#endif
