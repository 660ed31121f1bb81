/* The stubs on real ports: QEMU's pc-testdev (E0-E3 one cell of 4 bytes, E8-EB four of 1) and its second serial port (2F8-2FF).
   Only for the guest: on a real machine these ports are something else. */
#define _GNU_SOURCE
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>

#include "reggen.h"
#include "tap.h"

#define CELL 0xE0
#define BYTES 0xE8
#define UART 0x2F8
#define SCRATCH (UART + 7)
#define ROUND 16

static sigjmp_buf back;

static void on_null(int signal)
{
    (void)signal;
    siglongjmp(back, 1);
}

/* Everything that a caller may leave in registers is dirty: the upper halves of rax and of the port's register. */
static int64_t dirty(int64_t (*stub)(uint16_t), uint64_t port)
{
    int64_t result;
    __asm__ volatile("sub $128, %%rsp\n\tcall *%3\n\tadd $128, %%rsp"
                     : "=a"(result), "+D"(port) : "a"(-1L), "b"(stub) : "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "memory", "cc");
    return result;
}

static void single_accesses(void)
{
    int good = 1;
    for (uint32_t value = 0; value < 256; value++) {
        good &= reggen_out8(SCRATCH, value) == 0 && reggen_in8(SCRATCH) == value;
    }
    ok(good, "out8 and in8 hold every value in the scratch register");

    ok(reggen_out32(CELL, 0x12345678) == 0 && reggen_in32(CELL) == 0x12345678, "out32 and in32");
    ok(reggen_in16(CELL) == 0x5678 && reggen_in16(CELL + 2) == 0x1234, "in16 reads two ports");
    ok(reggen_in8(CELL) == 0x78 && reggen_in8(CELL + 1) == 0x56 && reggen_in8(CELL + 2) == 0x34 && reggen_in8(CELL + 3) == 0x12, "in8 reads one port");
    ok(reggen_out16(CELL + 2, 0xBEEF) == 0 && reggen_in32(CELL) == 0xBEEF5678, "out16 writes two ports");
    ok(reggen_out8(CELL + 1, 0xAA) == 0 && reggen_in32(CELL) == 0xBEEFAA78, "out8 writes one port");
    ok(reggen_out8(CELL, 0xFFFFFF01) == 0 && reggen_out16(CELL + 2, 0xFFFF0203) == 0 && reggen_in32(CELL) == 0x0203AA01, "a narrow write ignores the upper bits of its value");
    ok(reggen_out32(CELL, 0xFFFFFFFF) == 0 && reggen_in32(CELL) == 0xFFFFFFFF, "all ones is a value, not a refusal");
    ok(reggen_in16(CELL) == 0xFFFF && reggen_in8(CELL) == 0xFF, "also narrow");
    reggen_out32(CELL, 0x80000001);
    ok(dirty(reggen_in32, 0xABCD00000000 + CELL) == 0x80000001 && dirty(reggen_in16, 0xDEAD0000 + CELL + 2) == 0x8000
           && dirty(reggen_in8, 0xDEAD0000 + CELL) == 1, "what registers held before does not matter");
    ok(reggen_out32(BYTES, 0xCAFEF00D) == 0 && reggen_in8(BYTES) == 0x0D && reggen_in8(BYTES + 3) == 0xCA && reggen_in32(BYTES) == 0xCAFEF00D, "a byte-wide device sees a wide access as bytes");
}

static void blocks(void)
{
    uint32_t out[4] = { 0x11111111, 0x22222222, 0x33333333, 0xA1B2C3D4 }, in[5] = { 0, 0, 0, 0, 0x5A5A5A5A };
    ok(reggen_outs32(CELL, out, 4) == 0 && reggen_in32(CELL) == 0xA1B2C3D4, "outs32 ends with the last");
    ok(reggen_ins32(CELL, in, 4) == 0 && in[0] == 0xA1B2C3D4 && in[3] == 0xA1B2C3D4 && in[4] == 0x5A5A5A5A, "ins32 fills exactly its count");

    uint16_t words[3] = { 0, 0, 0x5A5A };
    ok(reggen_outs16(CELL, out + 2, 1) == 0 && reggen_in32(CELL) == 0xA1B23333, "outs16 writes two ports");
    ok(reggen_ins16(CELL + 2, words, 2) == 0 && words[0] == 0xA1B2 && words[1] == 0xA1B2 && words[2] == 0x5A5A, "ins16 fills exactly its count");

    /* The serial port in loopback with its FIFO on: what goes out comes back in the same order. */
    uint8_t sent[ROUND], received[ROUND + 1];
    for (int i = 0; i < ROUND; i++) {
        sent[i] = (uint8_t)(i * 37 + 5);
    }
    memset(received, 0x5A, sizeof received);
    reggen_out8(UART + 3, 0x80);
    reggen_out8(UART, 1);
    reggen_out8(UART + 1, 0);
    reggen_out8(UART + 3, 3);
    reggen_out8(UART + 4, 0x10);
    reggen_out8(UART + 2, 0x07);
    int patience = 10000000;
    int went = reggen_outs8(UART, sent, ROUND);
    while ((reggen_in8(UART + 5) & 0x40) == 0 && --patience > 0) { }
    int came = reggen_ins8(UART, received, ROUND);
    ok(went == 0 && came == 0 && memcmp(sent, received, ROUND) == 0 && received[ROUND] == 0x5A, "outs8 and ins8 keep the order through the serial port's FIFO");

    if (sigsetjmp(back, 1) == 0) {
        reggen_ins8(UART, (void *)16, 1);
        ok(0, "a bad buffer is the caller's own fault");
    } else {
        ok(1, "a bad buffer is the caller's own fault");
    }
}

static void outside_the_grant(void)
{
    uint8_t byte = 0x5A;
    ok(reggen_in8(UART - 1) < 0 && reggen_in8(UART + 8) < 0, "the ports beside the grant are refused");
    ok(reggen_out8(UART + 8, 0) < 0 && reggen_ins8(UART + 8, &byte, 1) < 0 && reggen_outs8(UART + 8, &byte, 1) < 0 && byte == 0x5A, "in every way");
    ok(reggen_in16(SCRATCH) < 0 && reggen_in32(UART + 5) < 0, "a wide access that crosses the end is refused");
    reggen_out8(SCRATCH, 0x42);
    ok(reggen_out16(SCRATCH, 0) < 0 && reggen_in8(SCRATCH) == 0x42, "and does nothing to the part inside");
}

static pthread_barrier_t granted;
static int64_t early_result, late_result;

static void *early(void *unused)
{
    pthread_barrier_wait(&granted);
    early_result = reggen_in8(SCRATCH);
    return unused;
}

static void *late(void *unused)
{
    late_result = reggen_in8(SCRATCH);
    return unused;
}

int main(void)
{
    signal(SIGSEGV, on_null);
    ok(reggen_abi() == REGGEN_ABI && reggen_arm() == 0, "armed");
    ok(reggen_in8(SCRATCH) < 0, "refused before the grant");

    pthread_t before, after;
    pthread_barrier_init(&granted, NULL, 2);
    pthread_create(&before, NULL, early, NULL);
    int error = reggen_grant(UART, 8, 1) | reggen_grant(CELL, 12, 1);
    ok(error == 0, "granted");
    if (error != 0) {
        return tap_done();
    }
    pthread_barrier_wait(&granted);
    pthread_join(before, NULL);
    pthread_create(&after, NULL, late, NULL);
    pthread_join(after, NULL);
    ok(early_result >= 0, "a thread from before the grant has it");
    ok(late_result >= 0, "a thread from after the grant has it");

    single_accesses();
    blocks();
    outside_the_grant();

    if (sigsetjmp(back, 1) == 0) {
        *(volatile char *)16 = 1;
        ok(0, "the handler before us still runs");
    } else {
        ok(1, "the handler before us still runs");
    }
    ok(reggen_grant(UART, 8, 0) == 0 && reggen_in8(SCRATCH) < 0, "revoked, refused");
    ok(reggen_in32(CELL) >= 0, "the other grant stays");
    ok(reggen_grant(0xFFFF, 2, 1) < 0, "a grant past the last port is an error");
    return tap_done();
}
