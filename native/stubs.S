/* The stubs. Each has one port instruction, at NAME_port. When it is refused, the handler resumes at NAME_fail, which relies on no
   register but the stack pointer. A refused instruction has changed nothing but RF, so that the stub as a whole has no effect.

   System V calling convention: edi, esi/rsi, rdx are the arguments; the direction flag is clear. */

    .macro stub name
    .text
    .p2align 4
    .globl  \name
    .type   \name, @function
\name:
    .cfi_startproc
    .endm

    .macro  port name, instruction:vararg
    .globl  \name\()_port
\name\()_port:
.L\name\()_port:
    \instruction
    .endm

    .macro  fail name
    .globl  \name\()_fail
\name\()_fail:
.L\name\()_fail:
    mov     $-1, %rax
    ret
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

    .section .note.GNU-stack, "", @progbits
