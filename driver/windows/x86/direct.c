/* Direct access: a process touches the ports of its handle by instructions of its own. The kernel has one map for all processes, so that one
   process at a time may have it, by one handle, and the map says what that handle had claimed when it asked.

   Nothing is tried on a port to see whether the map works, neither before it is given nor after: what reads or writes there is the device, and
   reading may already clear a state or take a byte. What the three calls answer is all that is looked at, and the map itself: where a bit of it is
   clear although nobody has it by us, another driver gives ports away, and we stay out of its way. */
#include "../driver.h"
#include "ke386.h"

/* All under the driver's lock. The map is what passes to the kernel and from it; NULL if there can be no direct access. */
static uint8_t *map;
static const struct handle *holder;
static PEPROCESS process;

uint32_t direct_features(void)
{
    return map != NULL ? REGGEN_FEATURE_DIRECT : 0;
}

static void deny_all(void)
{
    RtlFillMemory(map, KE386_MAP_SIZE, 0xFF);
}

static int denies_all(void)
{
    for (uint32_t i = 0; i < KE386_MAP_SIZE; i++) {
        if (map[i] != 0xFF) {
            return 0;
        }
    }
    return 1;
}

static void allow(const struct reggen_handle *handle)
{
    for (uint32_t i = 0; i < handle->count; i++) {
        for (uint32_t port = handle->ranges[i].first; port <= handle->ranges[i].last; port++) {
            map[port / 8] &= (uint8_t)~(1u << port % 8);
        }
    }
}

/* First the process, so that it never runs with a map that is not its own. It may have exited, but its object is still there. */
static void take_back(void)
{
    Ke386IoSetAccessProcess(process, KE386_NONE);
    deny_all();
    Ke386SetIoAccessMap(KE386_MAP, map);
    ObDereferenceObject(process);
    process = NULL;
    holder = NULL;
}

static int is_free(void)
{
    return Ke386QueryIoAccessMap(KE386_MAP, map) && denies_all();
}

static int give(const struct handle *handle)
{
    deny_all();
    allow(&handle->core);
    return Ke386SetIoAccessMap(KE386_MAP, map) && Ke386IoSetAccessProcess(process, KE386_MAP);
}

/* Whoever has it and asks again gets what he has claimed meanwhile as well. If that may not be given, he keeps what he has. */
uint32_t direct_give(const struct handle *handle, uint32_t *index)
{
    PEPROCESS caller = IoGetCurrentProcess();
    uint32_t status = reggen_direct(&handle->core, index);
    if (status != REGGEN_OK) {
        return status;
    }
    if (holder != NULL ? holder != handle || process != caller : !is_free()) {
        return REGGEN_E_DIRECT;
    }
    if (holder == NULL) {
        /* So long its address, and its number, are no other process's. */
        ObReferenceObject(caller);
        process = caller;
        holder = handle;
    }
    if (!give(handle)) {
        take_back();
        return REGGEN_E_DIRECT;
    }
    return REGGEN_OK;
}

void direct_take(const struct handle *handle)
{
    if (holder == handle) {
        take_back();
    }
}

/* A handle may outlive the process that has direct access by it. The kernel calls this in the last thread of a process, before it closes the
   process's handles. */
static void NTAPI process_changes(HANDLE parent, HANDLE number, BOOLEAN begins)
{
    UNREFERENCED_PARAMETER(parent);
    if (begins) {
        return;
    }
    driver_lock();
    if (holder != NULL && PsGetProcessId(process) == number) {
        take_back();
    }
    driver_unlock();
}

/* Who could not be told of a process's end gives nothing. */
void direct_start(void)
{
    map = pool_take(KE386_MAP_SIZE);
    if (map != NULL && !NT_SUCCESS(PsSetCreateProcessNotifyRoutine(process_changes, FALSE))) {
        pool_give(map);
        map = NULL;
    }
}

/* No handle is open, so that nobody has anything. Removing waits for a call that is under way, and that for the lock. */
void direct_stop(void)
{
    if (map != NULL) {
        PsSetCreateProcessNotifyRoutine(process_changes, TRUE);
        pool_give(map);
        map = NULL;
    }
}
