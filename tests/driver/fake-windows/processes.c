/* Processes of the fake kernel, and its one map of ports that 32 bits have. */
#include <stdlib.h>

#include "ke386.h"
#include "kernel.h"

static PEPROCESS born(uint32_t number)
{
    PEPROCESS process = calloc(1, sizeof *process);
    process->number = number;
    process->alive = 1;
    return process;
}

static void free_unused(PEPROCESS process)
{
    if (!process->alive && process->references == 0) {
        free(process);
    }
}

/* With a map in which another driver lets a port through, if it is said so. */
void processes_reset(int foreign)
{
    for (uint32_t i = 0; i < FAKE_PROCESSES; i++) {
        fake.processes[i] = born(4 * (i + 1));
    }
    memset(fake.map, 0xFF, sizeof fake.map);
    if (foreign) {
        fake.map[0x3C0 / 8] = 0xFE;
    }
    memcpy(fake.first_map, fake.map, sizeof fake.map);
}

void processes_end(void)
{
    MUST(fake.notify == NULL && fake.on == NULL && memcmp(fake.map, fake.first_map, sizeof fake.map) == 0);
    for (uint32_t i = 0; i < FAKE_PROCESSES; i++) {
        MUST(fake.processes[i]->references == 0);
        fake.processes[i]->alive = 0;
        free_unused(fake.processes[i]);
    }
}

/* The next one has its number if nobody has its object any more. */
void process_exit(uint32_t which)
{
    PEPROCESS process = fake.processes[which];
    uint32_t number = process->number, critical = (uint32_t)fake.critical;
    fake.critical = 1;
    if (fake.notify != NULL) {
        fake.notify((HANDLE)(uintptr_t)8, (HANDLE)(uintptr_t)number, FALSE);
    }
    MUST(fake.on != process && fake.locked == 0 && fake.critical == 1);
    process->alive = 0;
    fake.processes[which] = born(process->references == 0 ? number : number + 0x100);
    free_unused(process);
    if (fake.notify != NULL) {
        fake.notify((HANDLE)(uintptr_t)fake.processes[(which + 1) % FAKE_PROCESSES]->number, (HANDLE)(uintptr_t)fake.processes[which]->number, TRUE);
    }
    fake.critical = (int)critical;
}

PEPROCESS IoGetCurrentProcess(void)
{
    return fake.processes[fake.current];
}

HANDLE PsGetProcessId(PEPROCESS process)
{
    return (HANDLE)(uintptr_t)process->number;
}

void ObReferenceObject(PEPROCESS process)
{
    process->references++;
}

void ObDereferenceObject(PEPROCESS process)
{
    MUST(process->references-- > 0);
    free_unused(process);
}

NTSTATUS PsSetCreateProcessNotifyRoutine(PROCESS_NOTIFY *routine, BOOLEAN remove)
{
    MUST(fake.locked == 0 && fake.critical == 0); /* removing waits for who may wait for the lock */
    if (remove) {
        MUST(fake.notify == routine);
        fake.notify = NULL;
        return STATUS_SUCCESS;
    }
    MUST(fake.notify == NULL);
    if (fake.failing && byte(fake.input) >= 0xFC) {
        fake.failed++;
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    fake.notify = routine;
    return STATUS_SUCCESS;
}

static int fails(void)
{
    int yes = fake.failing && byte(fake.input) >= 0xF0;
    fake.failed += (uint32_t)yes;
    return yes;
}

static int denies_all(const void *map)
{
    static uint8_t all[sizeof fake.map];
    memset(all, 0xFF, sizeof all);
    return memcmp(map, all, sizeof all) == 0;
}

BOOLEAN Ke386QueryIoAccessMap(ULONG number, void *map)
{
    MUST(fake.locked == 1 && number == 1);
    memcpy(map, fake.map, sizeof fake.map);
    return !fails();
}

/* What lets something through is exactly what was asked for; and all is denied only when nobody has it any more. */
BOOLEAN Ke386SetIoAccessMap(ULONG number, void *map)
{
    MUST(fake.locked == 1 && number == 1);
    if (denies_all(map)) {
        MUST(fake.on == NULL);
    } else {
        MUST(fake.wanted != NULL && memcmp(map, fake.wanted, sizeof fake.map) == 0);
        if (fails()) {
            return FALSE;
        }
    }
    memcpy(fake.map, map, sizeof fake.map);
    return TRUE;
}

BOOLEAN Ke386IoSetAccessProcess(PEPROCESS process, ULONG number)
{
    MUST(fake.locked == 1 && number <= 1 && process->references > 0);
    MUST(fake.on == NULL || fake.on == process);
    if (number == 0) {
        fake.on = NULL;
        return TRUE;
    }
    MUST(process->alive && process == fake.processes[fake.current]);
    MUST(fake.wanted != NULL && memcmp(fake.map, fake.wanted, sizeof fake.map) == 0);
    if (fails()) {
        return FALSE;
    }
    fake.on = process;
    return TRUE;
}
