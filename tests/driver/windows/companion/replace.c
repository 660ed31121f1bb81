/* Functions that Windows has and Wine exports without code: calling one would end the process of all drivers. Their first bytes become a jump
   to here. So the driver under test stays as it is, and the client sees what it asks and tells. */
#include "companion.h"
#include "machine.h"

__declspec(dllimport) BOOL WINAPI VirtualProtect(void *address, SIZE_T size, ULONG protection, ULONG *before);

static volatile LONG asked, end_after, events;
static struct ports_event written[PORTS_EVENTS];
static union {
    IO_ERROR_LOG_PACKET packet;
    uint8_t bytes[ERROR_LOG_MAXIMUM_SIZE];
} entry;

static BOOLEAN NTAPI is_terminating(PETHREAD thread)
{
    UNREFERENCED_PARAMETER(thread);
    LONG now = InterlockedIncrement(&asked);
    return end_after != 0 && now >= end_after;
}

/* One at a time is enough here. */
static void *NTAPI allocate(void *object, UCHAR size)
{
    UNREFERENCED_PARAMETER(object);
    RtlFillMemory(&entry, sizeof entry, 0xA5);
    return size <= sizeof entry ? &entry : NULL;
}

static void NTAPI note(void *what)
{
    const IO_ERROR_LOG_PACKET *packet = what;
    LONG at = InterlockedIncrement(&events) - 1;
    if (at < (LONG)PORTS_EVENTS) {
        written[at] = (struct ports_event){ (uint32_t)packet->ErrorCode, { packet->DumpData[0], packet->DumpData[1] } };
    }
}

void replace(void *function, void *by)
{
    uint8_t *code = function;
    ULONG before;
    if (!VirtualProtect(code, MACHINE_JUMP, PAGE_EXECUTE_READWRITE, &before)) {
        return;
    }
    machine_jump(code, by);
    VirtualProtect(code, MACHINE_JUMP, before, &before);
}

void replace_begin(void)
{
    replace((void *)PsIsThreadTerminating, (void *)is_terminating);
    replace((void *)IoAllocateErrorLogEntry, (void *)allocate);
    replace((void *)IoWriteErrorLogEntry, (void *)note);
}

void replace_reset(void)
{
    asked = end_after = events = 0;
}

void replace_end_after(uint32_t times)
{
    asked = 0;
    end_after = (LONG)times;
}

void replace_log(struct ports_log *log)
{
    log->asked = (uint32_t)asked;
    log->events = (uint32_t)events;
    RtlCopyMemory(log->event, written, sizeof written);
}
