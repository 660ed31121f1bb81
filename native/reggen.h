/* The C ABI of libreggen: port instructions whose refusal is a result instead of a signal, on every thread of the process. Linux x64. */
#ifndef REGGEN_H
#define REGGEN_H

#include <stddef.h>
#include <stdint.h>

/* Changes whenever a function below changes its meaning; a caller compares it with reggen_abi(). */
#define REGGEN_ABI 2

uint32_t reggen_abi(void);

/* Installs the fault handler, once in the life of the process. 0 or -errno. Until then a refused access is a plain SIGSEGV. */
int reggen_arm(void);

/* Grants (on != 0) or revokes ports for the process: at once for the calling thread, for every other one before its next port
   instruction here. 0 or -errno; after an error nothing has changed. */
int reggen_grant(uint16_t first, uint32_t count, int on);

/* Brings the calling thread to what the process holds, as a stub does. 0 or -errno. */
int reggen_renew(void);

/* How often a thread was brought to what the process holds. */
uint64_t reggen_renewals(void);

/* What ioperm would answer, asked in a child: 0, -errno, or REGGEN_KILLED - signal where asking is punished (seccomp). */
#define REGGEN_KILLED (-0x10000)
int reggen_try(uint16_t first, uint32_t count);

/* Whether the calling thread may touch all these ports just now, without touching one: 1, 0, or -errno where it cannot be told. */
int reggen_holds(uint16_t first, uint32_t count);

/* The value, or a negative number when this thread may not touch every port of the access. */
int64_t reggen_in8(uint16_t port);
int64_t reggen_in16(uint16_t port);
int64_t reggen_in32(uint16_t port);

/* 0, or a negative number when this thread may not touch every port of the access. */
int32_t reggen_out8(uint16_t port, uint32_t value);
int32_t reggen_out16(uint16_t port, uint32_t value);
int32_t reggen_out32(uint16_t port, uint32_t value);

/* Block transfers through one port. count is in units of the width; 0 touches nothing and is never refused. A refusal
   comes before the first unit. A fault of the buffer itself is the caller's own and goes to the caller's handler. */
int32_t reggen_ins8(uint16_t port, void *buffer, size_t count);
int32_t reggen_ins16(uint16_t port, void *buffer, size_t count);
int32_t reggen_ins32(uint16_t port, void *buffer, size_t count);
int32_t reggen_outs8(uint16_t port, const void *buffer, size_t count);
int32_t reggen_outs16(uint16_t port, const void *buffer, size_t count);
int32_t reggen_outs32(uint16_t port, const void *buffer, size_t count);

#endif
