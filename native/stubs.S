/* The stubs. Each first sees to it that its thread has what the process holds, then does its one port instruction, at NAME_port. When
   that is refused, the handler resumes at NAME_fail, which relies on no register but the stack pointer. A refused instruction has
   changed nothing but RF, so that the stub as a whole has no effect.

   System V calling convention: edi, esi/rsi, rdx are the arguments; the direction flag is clear. */

#include <features.h>

/* The calling thread's record (thread.h), as an offset from fs:0 in rax. glibc keeps room in each thread for libraries that are loaded late,
   so that the offset is a constant by then; other C libraries only promise the call, which changes no register but rax. */
    .macro  this_thread
#ifdef __GLIBC__
    mov     reggen_thread@gottpoff(%rip), %rax
#else
    lea     reggen_thread@tlsdesc(%rip), %rax
    call    *reggen_thread@tlscall(%rax)
#endif
    .endm

    .section .tbss, "awT", @nobits
    .p2align 3
    .hidden reggen_thread
    .type   reggen_thread, @object
    .size   reggen_thread, 16
reggen_thread:
    .zero   16

    .text
    .p2align 4
    .globl  reggen_this_thread
    .hidden reggen_this_thread
    .type   reggen_this_thread, @function
reggen_this_thread:
    .cfi_startproc
    this_thread
    add     %fs:0, %rax
    ret
    .cfi_endproc
    .size   reggen_this_thread, . - reggen_this_thread

/* Keeps the arguments of a stub while its thread is brought to what the process holds. Only reached once for each thread and change. */
    .p2align 4
    .type   renew, @function
renew:
    .cfi_startproc
    push    %rdi
    .cfi_adjust_cfa_offset 8
    push    %rsi
    .cfi_adjust_cfa_offset 8
    push    %rdx
    .cfi_adjust_cfa_offset 8
    sub     $8, %rsp
    .cfi_adjust_cfa_offset 8
    mov     %rax, %rdi
    add     %fs:0, %rdi
    call    reggen_heal
    add     $8, %rsp
    .cfi_adjust_cfa_offset -8
    pop     %rdx
    .cfi_adjust_cfa_offset -8
    pop     %rsi
    .cfi_adjust_cfa_offset -8
    pop     %rdi
    .cfi_adjust_cfa_offset -8
    ret
    .cfi_endproc
    .size   renew, . - renew

/* PORTLESS is for the benchmarks, which measure what is around the port instruction. */

/* Whether bringing it there worked does not matter here: the thread may have the port all the same, and the port instruction knows. */
    .macro  stub name
    .text
    .p2align 4
    .globl  \name
    .type   \name, @function
\name:
    .cfi_startproc
    this_thread
    mov     reggen_generation(%rip), %rcx
    cmp     %rcx, %fs:(%rax)
    jne     .L\name\()_stale
.L\name\()_ready:
    .endm

    .macro  port name, instruction:vararg
    .globl  \name\()_port
\name\()_port:
.L\name\()_port:
#ifdef PORTLESS
    mov     $0x60, %eax
#else
    \instruction
#endif
    .endm

    .macro  fail name
    .globl  \name\()_fail
\name\()_fail:
.L\name\()_fail:
    mov     $-1, %rax
    ret
.L\name\()_stale:
    call    renew
    jmp     .L\name\()_ready
    .cfi_endproc
    .size   \name, . - \name

    .section .rodata.reggen_sites, "a", @progbits
    .long   .L\name\()_port - .
    .long   .L\name\()_fail - .
    .endm

    .section .rodata.reggen_sites, "a", @progbits
    .p2align 3
    .globl  reggen_sites
    .hidden reggen_sites
reggen_sites:

/* A 32-bit result zero-extends into rax; the narrower ones do not. */

    stub    reggen_in8
    mov     %edi, %edx
    port    reggen_in8, in %dx, %al
    movzbl  %al, %eax
    ret
    fail    reggen_in8

    stub    reggen_in16
    mov     %edi, %edx
    port    reggen_in16, in %dx, %ax
    movzwl  %ax, %eax
    ret
    fail    reggen_in16

    stub    reggen_in32
    mov     %edi, %edx
    port    reggen_in32, in %dx, %eax
    ret
    fail    reggen_in32

    .macro  out_stub name, instruction:vararg
    stub    \name
    mov     %edi, %edx
    mov     %esi, %eax
    port    \name, \instruction
    xor     %eax, %eax
    ret
    fail    \name
    .endm

    out_stub reggen_out8, out %al, %dx
    out_stub reggen_out16, out %ax, %dx
    out_stub reggen_out32, out %eax, %dx

/* Processors differ on whether a count of 0 needs the right to the port, so the instruction is not reached with one. */

    .macro  ins_stub name, instruction:vararg
    stub    \name
    mov     %rdx, %rcx
    mov     %edi, %edx
    mov     %rsi, %rdi
    jrcxz   1f
    port    \name, \instruction
1:  xor     %eax, %eax
    ret
    fail    \name
    .endm

    ins_stub reggen_ins8, rep insb
    ins_stub reggen_ins16, rep insw
    ins_stub reggen_ins32, rep insl

    .macro  outs_stub name, instruction:vararg
    stub    \name
    mov     %rdx, %rcx
    mov     %edi, %edx
    jrcxz   1f
    port    \name, \instruction
1:  xor     %eax, %eax
    ret
    fail    \name
    .endm

    outs_stub reggen_outs8, rep outsb
    outs_stub reggen_outs16, rep outsw
    outs_stub reggen_outs32, rep outsl

    .section .rodata.reggen_sites, "a", @progbits
    .globl  reggen_sites_end
    .hidden reggen_sites_end
reggen_sites_end:

/* Asks whether edi is granted, with an unreadable address in rsi: see probe.c, whose handler resumes at reggen_probe_done. */
    .text
    .p2align 4
    .globl  reggen_probe, reggen_probe_port, reggen_probe_done
    .hidden reggen_probe, reggen_probe_port, reggen_probe_done
    .type   reggen_probe, @function
reggen_probe:
    .cfi_startproc
    mov     %edi, %edx
reggen_probe_port:
    outsb
reggen_probe_done:
    ret
    .cfi_endproc
    .size   reggen_probe, . - reggen_probe

    .section .note.GNU-stack, "", @progbits
