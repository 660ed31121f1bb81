/* Spoils requests that were right and sends them: several threads, four handles, and each buffer exactly as large as the I/O manager would
   have made it, with a mark behind. */
#include "race.h"

#define HANDLES 4u
#define MOST_SIZE 2048u
#define MARK 0xA5
#define POOL 0x74736F48u

static FILE_OBJECT files[HANDLES];
static volatile LONG ready;

static uint32_t any(uint32_t *state, uint32_t limit)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state % limit;
}

/* What was sent, and behind it what was there before. */
static uint32_t spoil(uint32_t *state, const struct ports_hostile *seeds, uint8_t *buffer, uint32_t *number)
{
    uint32_t which = any(state, PORTS_SEEDS), size = seeds->seeds[which].size;
    *number = seeds->seeds[which].number;
    RtlFillMemory(buffer, MOST_SIZE, MARK);
    RtlCopyMemory(buffer, seeds->seeds[which].bytes, size);
    for (uint32_t i = any(state, 4) == 0 ? 0 : any(state, 4); i > 0 && size > 0; i--) {
        buffer[any(state, size)] ^= (uint8_t)(any(state, 2) == 0 ? 1u << any(state, 8) : any(state, 256));
    }
    if (any(state, 8) == 0) {
        size = any(state, PORTS_SEED_BYTES);
    }
    return size;
}

static void send_one(uint32_t *state, const struct ports_hostile *seeds)
{
    uint8_t *buffer = ExAllocatePoolWithTag(NonPagedPool, MOST_SIZE, POOL);
    uint32_t number, got;
    uint32_t given = spoil(state, seeds, buffer, &number), room = any(state, 4) != 0 ? 1500 : any(state, 200);
    uint32_t code = any(state, 16) == 0 ? REGGEN_WINDOWS(0) ^ 1u << any(state, 32) : REGGEN_WINDOWS(any(state, 16) == 0 ? any(state, 9) : number);
    uint32_t end = given > room ? given : room;
    RtlFillMemory(buffer + end, MOST_SIZE - end, MARK);
    NTSTATUS status = race_call(&files[any(state, HANDLES)], IRP_MJ_DEVICE_CONTROL, code, end == 0 ? NULL : buffer, given, room, 0, &got);
    MUST(status == STATUS_SUCCESS || status == STATUS_INVALID_DEVICE_REQUEST || status == STATUS_BUFFER_TOO_SMALL);
    MUST(status != STATUS_SUCCESS || (got >= sizeof(struct reggen_answer) && ((struct reggen_header *)buffer)->size == got));
    for (uint32_t i = end; i < MOST_SIZE; i++) {
        MUST(buffer[i] == MARK);
    }
    ExFreePoolWithTag(buffer, POOL);
    COUNT(hostile);
    ADD(answered, status == STATUS_SUCCESS);
}

void hostile_send(const struct ports_hostile *seeds, uint32_t number)
{
    uint32_t state = 77 + number;
    if (number == 0) {
        RtlZeroMemory(files, sizeof files);
        for (uint32_t i = 0; i < HANDLES; i++) {
            MUST(race_simple(&files[i], IRP_MJ_CREATE) == STATUS_SUCCESS);
        }
        ready = 1;
    }
    while (ready == 0) {
        YieldProcessor();
    }
    for (uint32_t i = 0; i < seeds->count / HOSTILE_THREADS; i++) {
        send_one(&state, seeds);
    }
    if (InterlockedIncrement(&ready) == 1 + (LONG)HOSTILE_THREADS) {
        for (uint32_t i = 0; i < HANDLES; i++) {
            MUST(race_simple(&files[i], IRP_MJ_CLEANUP) == STATUS_SUCCESS);
            MUST(race_simple(&files[i], IRP_MJ_CLOSE) == STATUS_SUCCESS);
        }
        ready = 0;
    }
}
