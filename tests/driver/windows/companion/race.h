/* What race.c, open.c and hostile.c have from each other. */
#ifndef RACE_H
#define RACE_H

#include "companion.h"
#include "reggen_driver.h"

extern struct ports_raced raced;

#define MUST(condition)                                        \
    do {                                                                    \
        if (!(condition)) {                                                 \
            InterlockedCompareExchange((LONG *)&raced.failed, __LINE__, 0); \
        }                                                                   \
    } while (0)
#define COUNT(field) InterlockedIncrement((LONG *)&raced.field)
#define ADD(field, number) InterlockedExchangeAdd((LONG *)&raced.field, (number))

/* A handle that keeps the device, or NULL. */
HANDLE race_open(DEVICE_OBJECT **device);

/* A request that was made by hand, with the I/O manager's part of it. */
NTSTATUS race_call(FILE_OBJECT *file, UCHAR major, uint32_t code, void *buffer, uint32_t given, uint32_t room, int cancelled, uint32_t *got);
NTSTATUS race_simple(FILE_OBJECT *file, UCHAR major);

#define HOSTILE_THREADS 4u
void hostile_send(const struct ports_hostile *seeds, uint32_t number);

#endif
