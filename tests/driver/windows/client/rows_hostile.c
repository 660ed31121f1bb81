/* Many at once, and many that are wrong. */
#include <stdio.h>
#include <string.h>

#include "client.h"

static struct ports_raced wait_for_end(void)
{
    struct ports_raced raced = { .left = 1 };
    /* An emulated machine takes minutes. */
    for (int i = 0; i < 3000 && raced.left != 0; i++) {
        Sleep(100);
        EQUAL(sizeof raced, ports_request(PORTS_RACED, NULL, 0, &raced, sizeof raced));
    }
    EQUAL(0, raced.left);
    EQUAL(0, raced.failed);
    return raced;
}

void race(void)
{
    HANDLE device = device_open();
    static const uint8_t administrators[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0 };
    policy_begin();
    struct reggen_entry *entry = policy_add(0x300, 0x3FF);
    memset(entry->who, 0, sizeof entry->who);
    memcpy(entry->who, administrators, sizeof administrators);
    entry->who_size = sizeof administrators;
    EQUAL(REGGEN_OK, policy_send(device));
    CloseHandle(device);
    struct ports_race asked = { .threads = 8, .rounds = 320 };
    ports_request(PORTS_RACE, &asked, sizeof asked, NULL, 0);
    struct ports_raced raced = wait_for_end();
    printf("race: %u claims, %u taken; %u programs, %u stopped by CLEANUP, %u busy, %u handles closed under a program\n", raced.claims, raced.taken,
           raced.programs, raced.stopped, raced.busy, raced.closed);
    CHECK(raced.taken > 0 && raced.taken < raced.claims);
    CHECK(raced.stopped > 0);
    EQUAL(4 * (320 / 16 + 1), raced.closed);
}

static uint32_t seed = 1;

static uint32_t any(uint32_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % limit;
}

static uint8_t request[sizeof(struct reggen_program) + 40 * 8 + 64 + 80 * 4];

static uint32_t make_program(void)
{
    program_begin();
    uint32_t count = 1 + any(6);
    for (uint32_t i = 0; i < count; i++) {
        struct reggen_operation *operation = add_port((uint8_t)(1 + any(3)), (uint16_t)(0x300 + any(16)), (uint8_t)(1u << any(3)));
        if (operation->kind == REGGEN_OP_MODIFY) {
            operation->keep = any(256);
        } else if (operation->kind == REGGEN_OP_OUT) {
            operation->value = any(256);
        }
    }
    program.head.data = any(8) == 0 ? any(64) : 0;
    if (program.head.data >= 4 && any(2) == 0) {
        struct reggen_operation *operation = add_port((uint8_t)(REGGEN_OP_INS + any(2)), 0x300, 1);
        operation->count = 1 + any(program.head.data);
    }
    program.head.deadline = 200000;
    memcpy(request, program_bytes(), program_size());
    return program_size();
}

/* Something that would be right, before it is spoiled. */
static uint32_t make(uint32_t number)
{
    struct reggen_claim head = { { sizeof head + sizeof(struct reggen_range), REGGEN_VERSION, 0 }, 1, 0 };
    struct reggen_range wanted = range(0x300, (uint16_t)(0x30F - any(2)));
    memset(request, 0, sizeof request);
    switch (number) {
    case REGGEN_CLAIM:
        wanted.sharing = any(8) != 0 ? REGGEN_SHARING_SHARED : REGGEN_SHARING_NONE;
        memcpy(request, &head, sizeof head);
        memcpy(request + sizeof head, &wanted, sizeof wanted);
        return sizeof head + sizeof wanted;
    case REGGEN_RUN:
        return make_program();
    case REGGEN_POLICY:
        policy_begin();
        policy_add(0x300, 0x30F)->flags = (uint8_t)any(4);
        policy_add((uint16_t)(0xB000 + any(0x4FFF)), 0xFFFF); /* above all denials */
        memcpy(request, &policy, policy.head.header.size);
        return policy.head.header.size;
    default:
        memcpy(request, &(struct reggen_header){ 8, REGGEN_VERSION, 0 }, 8);
        return 8;
    }
}

static void send_one(HANDLE device)
{
    static uint8_t out[4096];
    uint32_t number = any(4) != 0 ? REGGEN_RUN : 1 + any(6), size = make(any(16) == 0 ? 1 + any(6) : number), got, room = any(4) != 0 ? sizeof out : any(200);
    for (uint32_t i = any(4) == 0 ? 0 : any(4); i > 0 && size > 0; i--) {
        request[any(size)] ^= (uint8_t)(any(2) == 0 ? 1u << any(8) : any(256));
    }
    if (any(8) == 0) {
        size = any(sizeof request);
    }
    uint32_t code = any(16) == 0 ? REGGEN_WINDOWS(0) ^ 1u << any(32) : REGGEN_WINDOWS(number);
    memset(out, 0xA5, sizeof out);
    DWORD error = request_send(device, code, request, size, out, room, &got);
    CHECK(got <= room && (error == 0 || got == 0));
    CHECK(error == 0 || error == ERROR_INVALID_FUNCTION || error == ERROR_INSUFFICIENT_BUFFER || error == ERROR_NOT_SUPPORTED);
    CHECK(error != 0 || ((struct reggen_header *)out)->size == got);
    for (uint32_t i = got; i < sizeof out; i++) {
        if (out[i] != 0xA5) {
            check(0, "a byte behind the answer", __FILE__, __LINE__);
            break;
        }
    }
}

static void check_accesses(void)
{
    const struct ports_log *log = ports_log();
    CHECK(log->count > 1000);
    EQUAL(0, log->denied);
    printf("hostile: %u accesses, none of a denied port\n", log->count);
}

/* All the way from this program. */
void hostile(void)
{
    HANDLE devices[4];
    for (int i = 0; i < 4; i++) {
        devices[i] = device_open();
    }
    ports_reset();
    for (uint32_t i = 0; i < 5000; i++) {
        if (i % 50 == 0) {
            make(REGGEN_POLICY);
            policy_send(devices[0]);
            make(REGGEN_CLAIM);
            request_status(devices[any(4)], REGGEN_CLAIM, request, 24);
        }
        send_one(devices[any(4)]);
        if (any(1000) == 0) {
            uint32_t which = any(4);
            CloseHandle(devices[which]);
            devices[which] = device_open();
        }
    }
    for (int i = 0; i < 4; i++) {
        CloseHandle(devices[i]);
    }
    check_accesses();
    reads_and_writes();
    handles_end();
}

/* Within the kernel's process, which goes faster, from four threads at once. */
void hostile_at_once(void)
{
    static struct ports_hostile sent;
    ports_reset();
    sent.count = 100000;
    for (uint32_t i = 0; i < PORTS_SEEDS; i++) {
        sent.seeds[i].number = i % 6 == 0 ? REGGEN_CLAIM : i < 5 ? i : i % 12 == 7 ? REGGEN_POLICY : REGGEN_RUN;
        sent.seeds[i].size = make(sent.seeds[i].number);
        memcpy(sent.seeds[i].bytes, request, sent.seeds[i].size);
    }
    ports_request(PORTS_HOSTILE, &sent, sizeof sent, NULL, 0);
    struct ports_raced raced = wait_for_end();
    EQUAL(100000, raced.hostile);
    printf("hostile: %u requests at once, %u answered\n", raced.hostile, raced.answered);
    CHECK(raced.answered > 10000);
    check_accesses();
    reads_and_writes();
    handles_end();
}
