/* The kernel's map of ports and the process that is switched to it. Wine exports the calls without code: here they do what the prototypes say, and
   note what they were told. Nor does Wine tell drivers of the end of a process: the client says when that is. */
#include "companion.h"
#include "ke386.h"

static FAST_MUTEX lock;
static uint8_t map[KE386_MAP_SIZE];
static struct ports_direct noted;
static uint32_t refuse;
static PCREATE_PROCESS_NOTIFY_ROUTINE told;

static int is_clear(const uint8_t *bits, uint32_t port)
{
    return (bits[port / 8] >> port % 8 & 1) == 0;
}

static void note_map(struct ports_call *call, const uint8_t *bits)
{
    for (uint32_t port = 0; port < 0x10000; port++) {
        if (!is_clear(bits, port)) {
            continue;
        }
        call->ports++;
        if (call->ranges > 0 && call->range[call->ranges - 1].last + 1u == port) {
            call->range[call->ranges - 1].last = (uint16_t)port;
        } else if (call->ranges < PORTS_RANGES) {
            call->range[call->ranges++] = (struct ports_range){ (uint16_t)port, (uint16_t)port };
        }
    }
}

/* Under the lock. */
static int note(uint8_t kind, ULONG number, uint32_t process, const void *bits)
{
    struct ports_call call = { .kind = kind, .number = (uint8_t)number, .process = process };
    if (bits != NULL) {
        note_map(&call, bits);
    }
    noted.count++;
    call.answer = number <= 1 && noted.count != refuse;
    if (noted.count <= PORTS_CALLS) {
        noted.call[noted.count - 1] = call;
    }
    return call.answer;
}

static BOOLEAN NTAPI query(ULONG number, void *bits)
{
    ExAcquireFastMutex(&lock);
    int answer = note('Q', number, 0, map);
    if (answer) {
        RtlCopyMemory(bits, map, sizeof map);
    }
    ExReleaseFastMutex(&lock);
    return (BOOLEAN)answer;
}

static BOOLEAN NTAPI set(ULONG number, void *bits)
{
    ExAcquireFastMutex(&lock);
    int answer = note('S', number, 0, bits);
    if (answer) {
        RtlCopyMemory(map, bits, sizeof map);
    }
    ExReleaseFastMutex(&lock);
    return (BOOLEAN)answer;
}

static BOOLEAN NTAPI switch_process(PEPROCESS process, ULONG number)
{
    ExAcquireFastMutex(&lock);
    int answer = note('P', number, (uint32_t)(ULONG_PTR)PsGetProcessId(process), NULL);
    ExReleaseFastMutex(&lock);
    return (BOOLEAN)answer;
}

static NTSTATUS NTAPI listen(PCREATE_PROCESS_NOTIFY_ROUTINE routine, BOOLEAN remove)
{
    told = remove ? NULL : routine;
    return STATUS_SUCCESS;
}

static void reset(void)
{
    ExAcquireFastMutex(&lock);
    RtlFillMemory(map, sizeof map, 0xFF);
    RtlZeroMemory(&noted, sizeof noted);
    refuse = 0;
    ExReleaseFastMutex(&lock);
}

void direct_begin(void)
{
    ExInitializeFastMutex(&lock);
    reset();
    replace((void *)Ke386QueryIoAccessMap, (void *)query);
    replace((void *)Ke386SetIoAccessMap, (void *)set);
    replace((void *)Ke386IoSetAccessProcess, (void *)switch_process);
    replace((void *)PsSetCreateProcessNotifyRoutine, (void *)listen);
}

NTSTATUS direct_request(uint32_t code, void *buffer, ULONG_PTR *size)
{
    const uint32_t value = buffer != NULL ? *(const uint32_t *)buffer : 0;
    switch (code) {
    case PORTS_CODE(PORTS_DIRECT_RESET):
        reset();
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_DIRECT_REFUSE):
        refuse = value;
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_DIRECT_OTHER):
        map[value / 8 % sizeof map] &= (uint8_t)~(1u << value % 8);
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_DIRECT_END):
        if (told != NULL) {
            told(NULL, (HANDLE)(ULONG_PTR)value, FALSE);
        }
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_DIRECT_LOG):
        noted.listens = told != NULL;
        RtlCopyMemory(buffer, &noted, sizeof noted);
        *size = sizeof noted;
        return STATUS_SUCCESS;
    default:
        return STATUS_INVALID_DEVICE_REQUEST;
    }
}
