/* What handles have, and how they lose it. */
#include <string.h>

#include "client.h"

void handles_are_apart(void)
{
    HANDLE one = device_with(0x300, 0x30F), two = device_open();
    struct reggen_range shared = range(0x308, 0x317);
    shared.sharing = REGGEN_SHARING_SHARED;
    EQUAL(REGGEN_E_TAKEN, claim_one(two, range(0x30F, 0x310)));
    EQUAL(REGGEN_E_TAKEN, claim_one(two, shared));
    EQUAL(REGGEN_OK, claim_one(two, range(0x310, 0x31F)));
    EQUAL(REGGEN_OK, request_release(two));
    EQUAL(REGGEN_OK, request_release(one));
    EQUAL(REGGEN_OK, claim_one(one, shared));
    EQUAL(REGGEN_OK, claim_one(two, shared));
    EQUAL(REGGEN_E_TAKEN, claim_one(two, range(0x308, 0x308)));
    EQUAL(REGGEN_OK, request_release(one));
    EQUAL(REGGEN_OK, claim_one(two, range(0x308, 0x308)));
    program_begin();
    add_port(REGGEN_OP_IN, 0x308, 1);
    EQUAL(REGGEN_E_CLAIM, run(one));
    EQUAL(REGGEN_OK, run(two));
    CloseHandle(one);
    CloseHandle(two);
}

void closing_frees(void)
{
    HANDLE one = device_with(0x300, 0x30F), two = device_open(), copy;
    DuplicateHandle(GetCurrentProcess(), one, GetCurrentProcess(), &copy, 0, FALSE, DUPLICATE_SAME_ACCESS);
    CloseHandle(one);
    EQUAL(REGGEN_E_TAKEN, claim_one(two, range(0x300, 0x300)));
    program_begin();
    add_port(REGGEN_OP_IN, 0x300, 1);
    EQUAL(REGGEN_OK, run(copy));
    CloseHandle(copy);
    EQUAL(REGGEN_OK, claim_one(two, range(0x300, 0x300)));
    CloseHandle(two);
}

void killed_process_frees(void)
{
    HANDLE device = device_with(0x310, 0x310);
    PROCESS_INFORMATION process;
    EQUAL(REGGEN_OK, start_holder(L"hold", &process));
    EQUAL(REGGEN_E_TAKEN, claim_one(device, range(0x300, 0x300)));
    TerminateProcess(process.hProcess, 9);
    EQUAL(WAIT_OBJECT_0, WaitForSingleObject(process.hProcess, 10000));
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    uint32_t status = REGGEN_E_TAKEN;
    for (int i = 0; i < 100 && status == REGGEN_E_TAKEN; i++) {
        status = claim_one(device, range(0x300, 0x300));
        Sleep(10);
    }
    EQUAL(REGGEN_OK, status);
    CloseHandle(device);
}

/* Wine gives out a handle whatever the driver has said to CREATE. */
static void check_useless(void)
{
    HANDLE more = device_open();
    CHECK(more != INVALID_HANDLE_VALUE || GetLastError() == ERROR_TOO_MANY_OPEN_FILES);
    EQUAL(NO_ANSWER | ERROR_INVALID_HANDLE, request_release(more));
    CloseHandle(more);
}

void handles_end(void)
{
    static HANDLE devices[REGGEN_MOST_HANDLES];
    for (uint32_t i = 0; i < REGGEN_MOST_HANDLES; i++) {
        /* The last ones are for administrators. */
        if (i == REGGEN_MOST_HANDLES - REGGEN_KEPT_HANDLES) {
            ports_token(1, 0, 0);
            check_useless();
            ports_token(0, 0, 0);
        }
        devices[i] = device_open();
        EQUAL(REGGEN_OK, request_release(devices[i]));
    }
    check_useless();
    CloseHandle(devices[7]);
    devices[7] = device_open();
    EQUAL(REGGEN_OK, request_release(devices[7]));
    for (uint32_t i = 0; i < REGGEN_MOST_HANDLES; i++) {
        CloseHandle(devices[i]);
    }
}

static const uint8_t nobody[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x23, 2, 0, 0 };         /* S-1-5-32-547 */
static const uint8_t administrators[] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0 }; /* S-1-5-32-544 */

void who_is_asked(void)
{
    HANDLE device = device_open();
    policy_begin();
    struct reggen_entry *entry = policy_add(0x300, 0x30F);
    memset(entry->who, 0, sizeof entry->who);
    memcpy(entry->who, nobody, sizeof nobody);
    entry->who_size = sizeof nobody;
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
    memcpy(entry->who, administrators, sizeof administrators);
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_OK, claim_one(device, range(0x300, 0x300)));
    EQUAL(REGGEN_OK, request_release(device));
    memset(entry->who, 0, sizeof entry->who);
    entry->who_kind = REGGEN_WHO_GID;
    entry->who_size = 4;
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
    CloseHandle(device);
}

/* Attributes: 1 mandatory, 2 enabled by default, 4 enabled, 10 can only deny. */
void tokens_are_weighed(void)
{
    HANDLE device = device_open();
    policy_begin();
    struct reggen_entry *entry = policy_add(0x300, 0x30F);
    policy_add(0x310, 0x31F);
    memset(entry->who, 0, sizeof entry->who);
    memcpy(entry->who, administrators, sizeof administrators);
    entry->who_size = sizeof administrators;
    EQUAL(REGGEN_OK, policy_send(device));
    static const struct {
        uint32_t attributes, restricted;
        int user, administrator;
    } trials[] = {
        { 0x07, 0, 1, 1 }, { 0x04, 0, 1, 1 }, { 0x03, 0, 1, 0 }, { 0x00, 0, 1, 0 }, { 0x10, 0, 1, 0 }, { 0x14, 0, 1, 0 },
        { 0x07, 1, 0, 0 }, { 0x07, 2, 0, 1 }, { 0x10, 2, 0, 0 },
    };
    for (uint32_t i = 0; i < sizeof trials / sizeof trials[0]; i++) {
        ports_token(1, trials[i].attributes, trials[i].restricted);
        EQUAL(trials[i].administrator ? REGGEN_OK : REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
        EQUAL(trials[i].user ? REGGEN_OK : REGGEN_E_POLICY, claim_one(device, range(0x310, 0x310)));
        EQUAL(trials[i].administrator ? REGGEN_OK : (NO_ANSWER | ERROR_ACCESS_DENIED), policy_send(device));
        EQUAL(REGGEN_OK, request_release(device));
    }
    ports_token(0, 0, 0);
    CloseHandle(device);
}
