/* Real ports, where the rig has them: QEMU's device models of a PC, touched by the driver's own instructions. */
#include <string.h>

#include "client.h"

/* pc-testdev's cell, as QEMU's hw/misc/pc-testdev.c has it: at E0 for accesses of each width, at E8 the same one byte by byte. */
void real_widths(void)
{
    HANDLE device = device_with(0x300, 0x300);
    static const struct reggen_range cells[] = {
        { .first = 0xE0, .last = 0xE3, .widths = 7, .access = 3 }, { .first = 0xE8, .last = 0xEB, .widths = 7, .access = 3 },
    };
    policy_begin();
    policy_add(0xE0, 0xEB)->flags = 3;
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_OK, claim(device, cells, 2));
    program_begin();
    add_port(REGGEN_OP_OUT, 0xE0, 4)->value = 0xDEADBEEF;
    add_port(REGGEN_OP_IN, 0xE0, 2);
    add_port(REGGEN_OP_IN, 0xE2, 1);
    add_port(REGGEN_OP_OUT, 0xE2, 2)->value = 0x1234;
    add_port(REGGEN_OP_OUT, 0xE1, 1)->value = 0x5A;
    add_port(REGGEN_OP_IN, 0xE8, 4);
    struct reggen_operation *operation = add_port(REGGEN_OP_MODIFY, 0xE0, 4);
    operation->keep = 0xFFFF0000;
    operation->value = 0x4321;
    add_port(REGGEN_OP_IN, 0xE0, 4);
    EQUAL(REGGEN_OK, run(device));
    EQUAL(0xBEEF, results[1].value);
    EQUAL(0xAD, results[2].value);
    EQUAL(0x12345AEF, results[5].value);
    EQUAL(0x12345AEF, results[6].value);
    EQUAL(0x12344321, results[7].value);
    CloseHandle(device);
}

/* The second serial port, as PC16550D says: LCR 3, MCR 4, LSR 5, SCR 7. What is sent comes back in loopback. */
void real_uart(void)
{
    HANDLE device = device_with(0x2F8, 0x2FF);
    program_begin();
    add_port(REGGEN_OP_OUT, 0x2FF, 1)->value = 0x5A;
    add_port(REGGEN_OP_IN, 0x2FF, 1);
    add_port(REGGEN_OP_OUT, 0x2FB, 1)->value = 0x83;
    add_port(REGGEN_OP_OUT, 0x2F8, 1)->value = 0x0C;
    add_port(REGGEN_OP_OUT, 0x2F9, 1)->value = 0x01;
    add_port(REGGEN_OP_IN, 0x2F8, 1);
    add_port(REGGEN_OP_IN, 0x2F9, 1);
    add_port(REGGEN_OP_OUT, 0x2F8, 1)->value = 0x01;
    add_port(REGGEN_OP_OUT, 0x2F9, 1)->value = 0x00;
    add_port(REGGEN_OP_OUT, 0x2FB, 1)->value = 0x03;
    add_port(REGGEN_OP_OUT, 0x2FA, 1)->value = 0x07;
    add_port(REGGEN_OP_OUT, 0x2FC, 1)->value = 0x10;
    EQUAL(REGGEN_OK, run(device));
    EQUAL(0x5A, results[1].value);
    EQUAL(0x0C, results[5].value);
    EQUAL(0x01, results[6].value);
    program_begin();
    program.head.data = 8;
    memcpy(program.data, "RegGen", 6);
    add_port(REGGEN_OP_OUTS, 0x2F8, 1)->count = 3;
    struct reggen_operation *operation = add_port(REGGEN_OP_POLL, 0x2FD, 1);
    operation->keep = operation->value = 0x61; /* something came, all is sent */
    operation->time = REGGEN_LONGEST_DEADLINE;
    add(REGGEN_OP_STALL)->time = 20000000;
    operation = add_port(REGGEN_OP_INS, 0x2F8, 1);
    operation->count = 3;
    operation->offset = 3;
    add_port(REGGEN_OP_IN, 0x2FD, 1);
    EQUAL(REGGEN_OK, run(device));
    EQUAL(0, memcmp(moved, "RegReg", 6));
    EQUAL(0x60, results[4].value);
    program_begin();
    add_port(REGGEN_OP_OUT, 0x2FC, 1);
    add_port(REGGEN_OP_OUT, 0x2FA, 1);
    add_port(REGGEN_OP_OUT, 0x2FB, 1);
    EQUAL(REGGEN_OK, run(device));
    CloseHandle(device);
}

/* MC146818A: register A is 26 with the usual divider and rate; D's bit 7 says that the memory is valid; 1, 3 and 5 are the alarm. */
void real_rtc(void)
{
    HANDLE device = device_with(0x300, 0x300);
    policy_add(0x70, 0x71)->flags = REGGEN_POLICY_SYSTEM;
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_OK, claim_one(device, range(0x70, 0x71)));
    static const uint8_t registers[] = { 0x0A, 0x0D, 0x05 };
    program_begin();
    for (uint32_t i = 0; i < 3; i++) {
        add_port(REGGEN_OP_OUT, 0x70, 1)->value = registers[i];
        add_port(REGGEN_OP_IN, 0x71, 1);
    }
    add_port(REGGEN_OP_OUT, 0x70, 1)->value = 0x05;
    add_port(REGGEN_OP_OUT, 0x71, 1)->value = 0x17;
    add_port(REGGEN_OP_IN, 0x71, 1);
    struct reggen_operation *operation = add_port(REGGEN_OP_OUT, 0x71, 1);
    operation->from = 5;
    operation->keep = 0xFF;
    operation->beside = REGGEN_NONE;
    add_port(REGGEN_OP_IN, 0x71, 1);
    EQUAL(REGGEN_OK, run(device));
    EQUAL(0x26, results[1].value & 0x7F);
    EQUAL(0x80, results[3].value);
    EQUAL(0x17, results[8].value);
    EQUAL(results[5].value, results[10].value);
    CloseHandle(device);
}

/* A port without a device reads as ones, by each width. */
void real_nothing(void)
{
    HANDLE device = device_with(0x300, 0x30F);
    program_begin();
    add_port(REGGEN_OP_IN, 0x300, 1);
    add_port(REGGEN_OP_IN, 0x302, 2);
    add_port(REGGEN_OP_IN, 0x304, 4);
    EQUAL(REGGEN_OK, run(device));
    EQUAL(0xFF, results[0].value);
    EQUAL(0xFFFF, results[1].value);
    EQUAL(0xFFFFFFFF, results[2].value);
    CloseHandle(device);
}
