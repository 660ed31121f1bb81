/* What fuzz.c has from requests.c and checks.c. */
#ifndef FUZZING_CHECKS_H
#define FUZZING_CHECKS_H

#include "driver.h"
#include "input.h"
#include "kernel.h"

/* A number below a limit of 16 bits. */
uint32_t number_in(struct input *input, uint32_t limit);
/* Makes a request in 12,000 bytes; its size. */
uint32_t make(struct input *input, uint32_t number, uint64_t *made);
/* Whether the bytes, as a program, have more than one wait, or one in a loop. */
int waits_often(const uint64_t *bytes, uint32_t given);
/* What the registry has when the driver is loaded: nothing, the policy that many sequences begin with, or anything. */
void choose_registry(struct input *input, uint8_t how);

/* The DACL is SYSTEM, administrators and whom the policy names. */
void check_dacl(void);
/* Whoever has been let in to what the handle has claimed from number before on is named. */
void check_claim(const struct handle *handle, uint32_t before, enum who who);
/* An answer is whole, and there is none where the request failed. */
void check_answer(const IRP *irp, const uint8_t *buffer, uint32_t room);
/* Direct access is where it should be, and nowhere else. */
void check_direct(const struct handle *handle, ULONG code, NTSTATUS status, const struct reggen_answer *answer, int kernel_failed);

/* firmware.c. ACPI's table, by the bytes at the end of the input, and what the driver should have made of it: when it is loaded, in each
   policy, for each port. As usual: not of the ports that are claimed then. */
void firmware_make(struct input *all, int as_usual);
void firmware_check(void);
void firmware_check_policy(void);
uint8_t firmware_needs(uint32_t port);
extern unsigned long long firmware_found;

#endif
