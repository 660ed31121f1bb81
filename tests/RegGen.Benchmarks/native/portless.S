/* The stubs of native/stubs.S with a constant where the port instruction stands: what is left is the cost of the call. */

    .macro  in_stub name, widen:vararg
    .text
    .p2align 4
    .globl  \name
    .type   \name, @function
\name:
    mov     %edi, %edx
    mov     $0x60, %eax
    \widen
    ret
    .size   \name, . - \name
    .endm

    in_stub portless_in8, movzbl %al, %eax
    in_stub portless_in16, movzwl %ax, %eax
    in_stub portless_in32

    .macro  out_stub name
    .text
    .p2align 4
    .globl  \name
    .type   \name, @function
\name:
    mov     %edi, %edx
    mov     %esi, %eax
    xor     %eax, %eax
    ret
    .size   \name, . - \name
    .endm

    out_stub portless_out8
    out_stub portless_out16
    out_stub portless_out32

    .section .note.GNU-stack, "", @progbits
