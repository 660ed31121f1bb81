/* Requests to /dev/reggen as a program makes them, and results in the Test Anything Protocol. */
#ifndef CLIENT_H
#define CLIENT_H

#include <stddef.h>
#include <stdio.h>

#include "reggen_driver.h"

extern int checks, failures;
__attribute__((format(printf, 2, 3))) void ok(int passed, const char *what, ...);

/* Group and user of those that the policy names here, and of others. */
#define NAMED 1000u
#define OTHER 2000u

/* QEMU's pc-testdev: one cell of 4 bytes, four of 1. The second serial port, and its register that does nothing. */
#define CELL 0xE0
#define BYTES 0xE8
#define UART 0x2F8
#define SCRATCH 0x2FF

/* Each answers a status of the driver, or an error as -errno. What was refused, or where a program ended, is in refused. */
extern uint32_t refused;
int driver_open(void);
int driver_query(int file, uint16_t version, struct reggen_features *features);
int driver_policy(int file, const struct reggen_entry *entries, uint32_t count);
int driver_claim(int file, const struct reggen_range *ranges, uint32_t count);
int driver_release(int file);

/* Opens, as driver_open but with an end if that fails. */
int must_open(void);

/* A program is put together in made, and run; then results and answer tell what came of it. */
struct made {
    struct reggen_program head;
    struct reggen_operation operations[REGGEN_MOST_OPERATIONS];
    uint32_t count;
    uint32_t data_size;
    uint8_t data[REGGEN_MOST_DATA];
};
extern _Thread_local struct made made;
extern _Thread_local struct reggen_outcome outcome;
extern _Thread_local struct reggen_result results[REGGEN_MOST_OPERATIONS];
extern _Thread_local uint8_t answered[REGGEN_MOST_DATA];

void begin(uint32_t deadline);
struct reggen_operation *operation(uint8_t kind, uint8_t width, uint16_t port);
/* The request as it is sent, at buffer: its size. */
uint32_t write_program(void *buffer);
int run(int file);

struct reggen_entry entry(uint16_t first, uint16_t last, uint8_t flags, uint32_t group);
struct reggen_range range(uint16_t first, uint16_t last, uint8_t sharing);
int claim_one(int file, uint16_t first, uint16_t last, uint8_t sharing);
/* The policy that most rows need: CELL to BYTES + 3 and the serial port, for NAMED and for root's group. */
void usual_policy(int file);

/* Runs part in a process of its own with that user and group alone, and without capabilities; what it counts counts here. */
void as(uint32_t who, uint32_t extra_group, void (*part)(int), int file);
/* Whether /proc/ioports has this line, whatever its indentation. */
int ioports_has(const char *line);
uint64_t now(void);

/* Rows. */
struct row {
    const char *name;
    void (*run)(const char *argument);
};
extern const struct row who_rows[], claim_rows[], program_rows[], refusal_rows[], firmware_rows[], life_rows[], hammer_rows[];

#endif
