/* What is this machine's: the registers of a port instruction, a jump to anywhere, and Linux's call for the right to all ports. */
#ifndef MACHINE_H
#define MACHINE_H

#include <ntifs.h>
#include <stdint.h>

#define MACHINE_AT Rip
#define MACHINE_DX Rdx
#define MACHINE_AX Rax

#define MACHINE_JUMP 12u /* bytes */

/* mov rax, to; jmp rax */
static inline void machine_jump(uint8_t *code, const void *to)
{
    code[0] = 0x48;
    code[1] = 0xB8;
    RtlCopyMemory(code + 2, &to, sizeof to);
    code[10] = 0xFF;
    code[11] = 0xE0;
}

/* iopl(3) of the calling thread: 0 if it may. */
static inline int64_t machine_iopl(void)
{
    int64_t result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(172ll), "D"(3ll) : "rcx", "r11", "memory");
    return result;
}

#endif
