/* Each reason to refuse something. REGGEN_E_LOCKED and _OWNED are for Linux, _DIRECT for 32 bits (x86/direct.c); _BUSY, _FULL and _STOPPED have rows of
   their own. */
#include <string.h>

#include "client.h"

static uint32_t claim_as(HANDLE device, struct reggen_range range, uint8_t widths, uint8_t access, uint8_t sharing, uint8_t reserved)
{
    range.widths = widths;
    range.access = access;
    range.sharing = sharing;
    range.reserved = reserved;
    return claim_one(device, range);
}

void claims_refused(void)
{
    HANDLE device = device_with(0x300, 0x30F);
    EQUAL(REGGEN_OK, request_release(device));
    EQUAL(REGGEN_E_RANGE, claim_one(device, range(0x301, 0x300)));
    EQUAL(REGGEN_E_RANGE, claim_as(device, range(0x300, 0x300), 0, 3, 0, 0));
    EQUAL(REGGEN_E_RANGE, claim_as(device, range(0x300, 0x300), 8, 3, 0, 0));
    EQUAL(REGGEN_E_RANGE, claim_as(device, range(0x300, 0x300), 7, 0, 0, 0));
    EQUAL(REGGEN_E_RANGE, claim_as(device, range(0x300, 0x300), 7, 3, 2, 0));
    EQUAL(REGGEN_E_REQUEST, claim_as(device, range(0x300, 0x300), 7, 3, 0, 1));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0xE000, 0xE000)));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x0FF, 0x100)));
    EQUAL(REGGEN_E_DENIED, claim_one(device, range(0xCF9, 0xCF9)));
    EQUAL(REGGEN_E_COUNT, claim(device, NULL, 0));
    struct reggen_range many[REGGEN_MOST_RANGES + 1];
    for (uint32_t i = 0; i <= REGGEN_MOST_RANGES; i++) {
        many[i] = range(0x300, 0x300);
    }
    EQUAL(REGGEN_E_COUNT, claim(device, many, REGGEN_MOST_RANGES + 1));
    many[5].first = 0xE000;
    many[5].last = 0xE000;
    EQUAL(REGGEN_E_POLICY, claim(device, many, REGGEN_MOST_RANGES));
    EQUAL(5, request_index);
    many[5] = many[0];
    EQUAL(REGGEN_OK, claim(device, many, REGGEN_MOST_RANGES));
    EQUAL(REGGEN_E_FULL, claim_one(device, many[0]));
    policy_begin();
    policy_add(0x60, 0x64);
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_OK, request_release(device));
    EQUAL(REGGEN_E_FLAG, claim_one(device, range(0x60, 0x64)));
    SAID("");
    CloseHandle(device);
}

void policy_refused(void)
{
    HANDLE device = device_open();
    policy_begin();
    policy_add(0x300, 0x300);
    struct reggen_entry *entry = policy_add(0x301, 0x301);
    const struct reggen_entry good = *entry;
    entry->access = 4;
    EQUAL(REGGEN_E_RANGE, policy_send(device));
    *entry = good;
    entry->flags = 4;
    EQUAL(REGGEN_E_ENTRY, policy_send(device));
    *entry = good;
    entry->who_size--;
    EQUAL(REGGEN_E_ENTRY, policy_send(device));
    *entry = good;
    entry->who_kind = 3;
    EQUAL(REGGEN_E_ENTRY, policy_send(device));
    *entry = good;
    entry->who[67] = 1;
    EQUAL(REGGEN_E_ENTRY, policy_send(device));
    *entry = good;
    entry->reserved = 1;
    EQUAL(REGGEN_E_REQUEST, policy_send(device));
    EQUAL(1, request_index);
    *entry = good;
    entry->first = entry->last = 0x92;
    EQUAL(REGGEN_E_DENIED, policy_send(device));
    policy_begin();
    for (uint32_t i = 0; i <= REGGEN_MOST_ENTRIES; i++) {
        policy_add(0x300, 0x300);
    }
    EQUAL(REGGEN_E_COUNT, policy_send(device));
    CloseHandle(device);
}

static uint32_t run_one(HANDLE device, uint8_t kind, uint16_t port, uint8_t width)
{
    program_begin();
    add_port(kind, port, width);
    return run(device);
}

void programs_refused(void)
{
    HANDLE device = device_with(0x300, 0x303);
    EQUAL(REGGEN_OK, claim_as(device, range(0x310, 0x31F), 1, REGGEN_ACCESS_READ, REGGEN_SHARING_SHARED, 0));
    EQUAL(REGGEN_OK, claim_one(device, range(0x64, 0x64)));
    EQUAL(REGGEN_E_CLAIM, run_one(device, REGGEN_OP_IN, 0x304, 1));
    EQUAL(REGGEN_E_CLAIM, run_one(device, REGGEN_OP_IN, 0x302, 4));
    EQUAL(REGGEN_E_CLAIM, run_one(device, REGGEN_OP_IN, 0x310, 2));
    EQUAL(REGGEN_E_CLAIM, run_one(device, REGGEN_OP_OUT, 0x310, 1));
    EQUAL(REGGEN_E_RANGE, run_one(device, REGGEN_OP_IN, 0xFFFF, 2));
    EQUAL(REGGEN_E_DENIED, run_one(device, REGGEN_OP_IN, 0xCF8, 4));
    EQUAL(REGGEN_E_OPERATION, run_one(device, 11, 0, 0));
    EQUAL(REGGEN_E_OPERATION, run_one(device, 0, 0, 0));
    EQUAL(REGGEN_E_OPERATION, run_one(device, REGGEN_OP_IN, 0x300, 3));
    program_begin();
    add_port(REGGEN_OP_OUT, 0x64, 1)->value = 0xFE;
    EQUAL(REGGEN_E_VALUE, run(device));
    program_begin();
    add_port(REGGEN_OP_OUT, 0x300, 1);
    add(REGGEN_OP_COMBINE)->from = 1;
    EQUAL(REGGEN_E_REFERENCE, run(device));
    EQUAL(1, outcome.index);
    program_begin();
    program.head.deadline = 0;
    add(REGGEN_OP_STALL)->time = REGGEN_USUAL_DEADLINE + 1;
    EQUAL(REGGEN_E_TIME, run(device));
    program.head.deadline = REGGEN_LONGEST_DEADLINE + 1;
    EQUAL(REGGEN_E_TIME, run(device));
    program_begin();
    add_port(REGGEN_OP_INS, 0x300, 2)->count = 3;
    program.head.data = 5;
    EQUAL(REGGEN_E_DATA, run(device));
    program_begin();
    EQUAL(REGGEN_E_COUNT, run(device));
    for (uint32_t i = 0; i <= REGGEN_MOST_OPERATIONS; i++) {
        add(REGGEN_OP_STALL);
    }
    EQUAL(REGGEN_E_COUNT, run(device));
    program_begin();
    add(REGGEN_OP_STALL);
    program.head.reserved = 1;
    EQUAL(REGGEN_E_REQUEST, run(device));
    SAID("");
    CloseHandle(device);
}

void programs_fail(void)
{
    HANDLE device = device_with(0x300, 0x303);
    EQUAL(REGGEN_OK, claim_one(device, range(0x64, 0x64)));
    ports_set(0x300, 0xFE);
    ports_set(0x301, 0x20);
    program_begin();
    add_port(REGGEN_OP_IN, 0x300, 1);
    add_port(REGGEN_OP_IN, 0x301, 1);
    for (uint16_t i = 2; i < 4; i++) {
        struct reggen_operation *operation = add_port(REGGEN_OP_OUT, 0x64, 1);
        operation->from = 3 - i;
        operation->keep = 0xFF;
    }
    EQUAL(REGGEN_E_VALUE, run(device));
    EQUAL(3, outcome.index);
    EQUAL(3, outcome.steps);
    EQUAL(0xFE, results[0].value);
    EQUAL(1, results[2].ran);
    EQUAL(0, results[3].ran);
    SAID("R1 300=FE, R1 301=20, W1 64=20");
    CloseHandle(device);
}

static DWORD send(HANDLE device, uint32_t code, uint32_t given, uint32_t room)
{
    static uint64_t in[64], out[64];
    uint32_t got;
    struct reggen_header header = { given, REGGEN_VERSION, 0 };
    memcpy(in, &header, sizeof header);
    memset(out, 0xA5, sizeof out);
    DWORD error = request_send(device, code, in, given, out, room, &got);
    CHECK(got <= room);
    for (uint32_t i = got; i < sizeof out; i++) {
        EQUAL(0xA5, ((uint8_t *)out)[i]);
    }
    return error;
}

void requests_refused(void)
{
    HANDLE device = device_with(0x300, 0x303);
    for (uint32_t number = 0; number < 12; number++) {
        uint32_t code = REGGEN_WINDOWS(number);
        int known = number >= REGGEN_QUERY && number <= MACHINE_LAST;
        uint32_t least = number == REGGEN_RUN ? sizeof(struct reggen_outcome) : sizeof(struct reggen_answer);
        EQUAL(known ? ERROR_INSUFFICIENT_BUFFER : ERROR_INVALID_FUNCTION, send(device, code, 8, 0));
        EQUAL(known ? ERROR_INSUFFICIENT_BUFFER : ERROR_INVALID_FUNCTION, send(device, code, 0, 0));
        EQUAL(known ? ERROR_INSUFFICIENT_BUFFER : ERROR_INVALID_FUNCTION, send(device, code, 7, least - 1));
        EQUAL(known ? 0 : ERROR_INVALID_FUNCTION, send(device, code, 7, least));
        EQUAL(known ? 0 : ERROR_INVALID_FUNCTION, send(device, code, 0, 64));
        EQUAL(ERROR_INVALID_FUNCTION, send(device, code | 1, 8, 64));
        EQUAL(ERROR_INVALID_FUNCTION, send(device, code & ~(3u << 14), 8, 64));
        EQUAL(ERROR_INVALID_FUNCTION, send(device, code ^ 0x10000, 8, 64));
    }
    EQUAL(ERROR_INSUFFICIENT_BUFFER, send(device, REGGEN_WINDOWS(REGGEN_QUERY), 8, 39));
    EQUAL(0, send(device, REGGEN_WINDOWS(REGGEN_QUERY), 8, 40));
    struct reggen_header header = { 8, REGGEN_VERSION, 0 };
    EQUAL(REGGEN_E_REQUEST, request_status(device, REGGEN_RELEASE, &header, 7));
    EQUAL(REGGEN_E_REQUEST, request_status(device, REGGEN_QUERY, &header, 4));
    header.version = 2;
    EQUAL(REGGEN_E_VERSION, request_status(device, REGGEN_RELEASE, &header, 8));
    header = (struct reggen_header){ 8, REGGEN_VERSION, 1 };
    EQUAL(REGGEN_E_REQUEST, request_status(device, REGGEN_RELEASE, &header, 8));
    EQUAL(REGGEN_E_REQUEST, request_status(device, REGGEN_QUERY, &header, 8));
    header = (struct reggen_header){ 9, REGGEN_VERSION, 0 };
    EQUAL(REGGEN_E_REQUEST, request_status(device, REGGEN_RELEASE, &header, 8));
    /* A program that would have no room for its results does not run. */
    uint32_t got;
    uint64_t out[8];
    program_begin();
    add_port(REGGEN_OP_OUT, 0x300, 1);
    EQUAL(0, request_send(device, REGGEN_WINDOWS(REGGEN_RUN), program_bytes(), program_size(), out, 47, &got));
    EQUAL(32, got);
    EQUAL(REGGEN_E_ROOM, ((struct reggen_outcome *)out)->status);
    /* The claim is still there. */
    EQUAL(REGGEN_OK, run_one(device, REGGEN_OP_IN, 0x300, 1));
    SAID("R1 300=FF");
    char text[8];
    DWORD size;
    CHECK(!ReadFile(device, text, sizeof text, &size, NULL));
    EQUAL(ERROR_INVALID_FUNCTION, GetLastError());
    CHECK(!WriteFile(device, text, sizeof text, &size, NULL));
    EQUAL(ERROR_INVALID_FUNCTION, GetLastError());
    CloseHandle(device);
}
