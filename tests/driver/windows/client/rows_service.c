/* Loading, stopping and the registry. */
#include <string.h>

#include "client.h"

typedef LONG NTSTATUS;
#include "messages.h"

#define EVENT(name) ((uint32_t)(REGGEN_EVENT_##name))

static void load(void)
{
    EQUAL(0, service_start(L"ports"));
    ports_reset();
    EQUAL(0, service_start(L"reggen"));
}

void driver_loads(void)
{
    service_stop(L"reggen");
    service_stop(L"ports");
    service_remove(L"reggen");
    service_remove(L"ports");
    EQUAL(0, service_install(L"ports", L"ports.sys"));
    EQUAL(0, service_install(L"reggen", L"reggen.sys"));
    service_policy(NULL, 0);
    load();
    const struct ports_log *log = ports_log();
    EQUAL(1, log->events);
    EQUAL(EVENT(LOADED), log->event[0].code);
    EQUAL(REGGEN_VERSION, log->event[0].data[0]);
    EQUAL(0, log->event[0].data[1]);
    EQUAL(0, log->count);
}

void query_tells_features(void)
{
    HANDLE device = device_open();
    struct reggen_header header = { sizeof header, 77, 0 };
    struct reggen_features features;
    uint32_t got;
    memset(&features, 0xA5, sizeof features);
    EQUAL(0, request_send(device, REGGEN_WINDOWS(REGGEN_QUERY), &header, sizeof header, &features, sizeof features, &got));
    EQUAL(40, got);
    EQUAL(40, features.header.size);
    EQUAL(REGGEN_VERSION, features.header.version);
    EQUAL(MACHINE_FEATURES, features.features);
    EQUAL(0x7FE, features.operations);
    EQUAL(256, features.most_operations);
    EQUAL(0x10000, features.most_data);
    EQUAL(64, features.most_ranges);
    EQUAL(128, features.most_entries);
    EQUAL(1000000, features.usual_deadline);
    EQUAL(100000000, features.longest_deadline);
    CloseHandle(device);
}

void empty_policy_refuses(void)
{
    HANDLE device = device_open();
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
    EQUAL(REGGEN_E_DENIED, claim_one(device, range(0xCF8, 0xCFF)));
    CloseHandle(device);
}

void administrator_sets_policy(void)
{
    HANDLE device = device_open();
    ports_reset();
    policy_begin();
    policy_add(0x300, 0x30F);
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(1, ports_log()->events);
    EQUAL(EVENT(POLICY), ports_log()->event[0].code);
    EQUAL(1, ports_log()->event[0].data[0]);
    EQUAL(0, ports_log()->event[0].data[1]);
    policy_begin();
    policy_add(0x500, 0x50F);
    policy_add(0xCF8, 0xCF8);
    EQUAL(REGGEN_E_DENIED, policy_send(device));
    EQUAL(1, request_index);
    EQUAL(1, ports_log()->events);
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x500, 0x500)));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x308, 0x310)));
    EQUAL(REGGEN_OK, claim_one(device, range(0x300, 0x30F)));
    policy_begin();
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
    CloseHandle(device);
}

/* Windows keeps the driver until the handle is closed; Wine takes the device away at once and lets the handle's requests fail. Either way it
   comes back. */
void stop_while_open(void)
{
    HANDLE device = device_with(0x300, 0x300);
    service_stop(L"reggen");
    uint32_t status = request_release(device);
    CHECK(status == REGGEN_OK || (status & NO_ANSWER) != 0);
    CloseHandle(device);
    service_stop(L"reggen");
    EQUAL(0, service_start(L"reggen"));
    device = device_with(0x300, 0x300);
    CloseHandle(device);
}

void loads_again(void)
{
    HANDLE device = device_with(0x300, 0x300);
    EQUAL(REGGEN_OK, request_release(device));
    CloseHandle(device);
    EQUAL(0, service_stop(L"reggen"));
    CHECK(device_open() == INVALID_HANDLE_VALUE);
    EQUAL(ERROR_FILE_NOT_FOUND, GetLastError());
    EQUAL(0, service_start(L"reggen"));
    device = device_open();
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
    CloseHandle(device);
}

static void reload_with(const void *bytes, uint32_t size)
{
    service_policy(bytes, size);
    EQUAL(0, service_stop(L"reggen"));
    ports_reset();
    EQUAL(0, service_start(L"reggen"));
}

void policy_from_registry(void)
{
    policy_begin();
    policy_add(0x300, 0x30F);
    policy_add(0x3F8, 0x3FF)->access = REGGEN_ACCESS_READ;
    reload_with(&policy, policy.head.header.size);
    EQUAL(1, ports_log()->events);
    EQUAL(2, ports_log()->event[0].data[1]);
    HANDLE device = device_open();
    EQUAL(REGGEN_OK, claim_one(device, range(0x300, 0x30F)));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x310, 0x310)));
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x3F8, 0x3FF)));
    struct reggen_range read = range(0x3F8, 0x3FF);
    read.access = REGGEN_ACCESS_READ;
    EQUAL(REGGEN_OK, claim_one(device, read));
    CloseHandle(device);
    /* As many as there may be. */
    policy_begin();
    for (uint16_t i = 0; i < REGGEN_MOST_ENTRIES; i++) {
        policy_add(0x300 + i, 0x300 + i);
    }
    reload_with(&policy, policy.head.header.size);
    EQUAL(EVENT(LOADED), ports_log()->event[0].code);
    EQUAL(128, ports_log()->event[0].data[1]);
}

static void wrong(const void *bytes, uint32_t size, uint32_t event, uint32_t reason, uint32_t index)
{
    reload_with(bytes, size);
    const struct ports_log *log = ports_log();
    EQUAL(2, log->events);
    EQUAL(event, log->event[0].code);
    EQUAL(reason, log->event[0].data[0]);
    EQUAL(index, log->event[0].data[1]);
    EQUAL(EVENT(LOADED), log->event[1].code);
    EQUAL(0, log->event[1].data[1]);
    HANDLE device = device_open();
    EQUAL(REGGEN_E_POLICY, claim_one(device, range(0x300, 0x300)));
    CloseHandle(device);
}

void wrong_policy_in_registry(void)
{
    policy_begin();
    policy_add(0x300, 0x30F);
    policy_add(0x310, 0x30F);
    wrong(&policy, policy.head.header.size, EVENT(WRONG_POLICY), REGGEN_E_RANGE, 1);
    policy.entries[1].last = 0x310;
    wrong(&policy, policy.head.header.size - 1, EVENT(WRONG_POLICY), REGGEN_E_REQUEST, 0);
    wrong(&policy, 3, EVENT(WRONG_POLICY), REGGEN_E_REQUEST, 0);
    wrong(&policy, sizeof policy, EVENT(UNREAD_POLICY), 0x80000005, 0); /* STATUS_BUFFER_OVERFLOW: larger than any policy */
    wrong("", 0, EVENT(UNREAD_POLICY), 0xC0000024, 0);                  /* STATUS_OBJECT_TYPE_MISMATCH */
    reload_with(NULL, 0);
    EQUAL(1, ports_log()->events);
}
