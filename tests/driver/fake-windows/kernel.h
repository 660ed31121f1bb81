/* What a test tells the fake kernel, and what it keeps count of. */
#ifndef FAKE_KERNEL_H
#define FAKE_KERNEL_H

#include <ntifs.h>

#include "input.h"

#define MUST(condition)                                 \
    do {                                                \
        if (!(condition)) {                             \
            broken(#condition, __FILE__, __LINE__);     \
        }                                               \
    } while (0)
_Noreturn void broken(const char *what, const char *file, int line);

struct fake_process {
    uint32_t number;
    int alive, references; /* the driver's */
};
#define FAKE_PROCESSES 3u

/* Who calls next. */
enum who { ADMINISTRATOR, NOT_ELEVATED, USER, RESTRICTED, IDENTIFIED, IMPERSONATED, WHO_END };

struct fake {
    struct input *input;      /* what fails, and what devices say */
    int failing;              /* whether something may */
    int dacl_fails;           /* the device takes none */
    enum who who;
    uint32_t failed;          /* how much did */
    uint32_t pool, handles;   /* that are in use */
    uint32_t devices, links;
    int critical, locked;
    uint64_t now;
    uint64_t accesses;
    uint32_t spins;           /* on end */
    int waits_often;          /* a program of many waits, each of which may be spun */
    int in_request;           /* ports are touched in requests only */
    void *entry;              /* an event that has not been written yet */
    void (*others)(void);     /* what other threads do while a program rests */
    const uint8_t *registry;  /* the policy value, or NULL */
    uint32_t registry_size, registry_type;
    const uint8_t *table;     /* ACPI's fixed table */
    uint32_t table_size;
    enum { TABLE_GIVEN, TABLE_UNKNOWN, TABLE_NONE, TABLE_SHRINKS, TABLE_GROWS, TABLE_LIES, TABLE_END } table_how; /* unknown: the kernel's function is */
    uint8_t sids[1 + 2 + 130][68]; /* of the DACL */
    uint32_t sid_count;
    PEPROCESS processes[FAKE_PROCESSES];
    uint32_t current;         /* whose thread calls */
    PROCESS_NOTIFY *notify;
    PEPROCESS on;             /* switched to the map of ports */
    uint8_t map[8192], first_map[8192];
    const uint8_t *wanted;    /* the map that is asked for, or NULL */
};
extern struct fake fake;

int kernel_fails(void);
void fake_reset(struct input *input);
void processes_reset(int foreign);
void processes_end(void);
void process_exit(uint32_t which);
int fake_is(enum who who, const uint8_t *sid, uint32_t size);
extern const uint8_t fake_administrators[16], fake_user[28], fake_group[16], fake_system[12];

#endif
