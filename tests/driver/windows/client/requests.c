/* Requests, as a program makes them. */
#include <string.h>

#include "client.h"

uint32_t request_index;
struct policy policy;

HANDLE device_open(void)
{
    return CreateFileW(L"\\\\.\\RegGen", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
}

DWORD request_send(HANDLE device, uint32_t code, const void *request, uint32_t given, void *out, uint32_t room, uint32_t *got)
{
    DWORD size = 0;
    BOOL good = DeviceIoControl(device, code, (void *)request, given, out, room, &size, NULL);
    *got = size;
    return good ? 0 : GetLastError();
}

uint32_t request_status(HANDLE device, uint32_t number, const void *request, uint32_t given)
{
    struct reggen_answer answer;
    uint32_t got;
    memset(&answer, 0xA5, sizeof answer);
    DWORD error = request_send(device, REGGEN_WINDOWS(number), request, given, &answer, sizeof answer, &got);
    if (error != 0) {
        EQUAL(0, got);
        return NO_ANSWER | error;
    }
    EQUAL(sizeof answer, got);
    EQUAL(sizeof answer, answer.header.size);
    EQUAL(REGGEN_VERSION, answer.header.version);
    EQUAL(0, answer.header.reserved);
    request_index = answer.index;
    return answer.status;
}

uint32_t request_release(HANDLE device)
{
    struct reggen_header header = { sizeof header, REGGEN_VERSION, 0 };
    return request_status(device, REGGEN_RELEASE, &header, sizeof header);
}

struct reggen_range range(uint16_t first, uint16_t last)
{
    return (struct reggen_range){ .first = first, .last = last, .widths = 7, .access = 3, .sharing = REGGEN_SHARING_NONE };
}

uint32_t claim(HANDLE device, const struct reggen_range *ranges, uint32_t count)
{
    struct {
        struct reggen_claim head;
        struct reggen_range ranges[REGGEN_MOST_RANGES + 1];
    } request = { { { (uint32_t)(sizeof request.head + count * sizeof *ranges), REGGEN_VERSION, 0 }, count, 0 }, { { 0 } } };
    memcpy(request.ranges, ranges, count * sizeof *ranges);
    return request_status(device, REGGEN_CLAIM, &request, request.head.header.size);
}

uint32_t claim_one(HANDLE device, struct reggen_range range)
{
    return claim(device, &range, 1);
}

void policy_begin(void)
{
    memset(&policy, 0, sizeof policy);
    policy.head.header = (struct reggen_header){ sizeof policy.head, REGGEN_VERSION, 0 };
}

struct reggen_entry *policy_add(uint16_t first, uint16_t last)
{
    uint8_t information[256];
    HANDLE token;
    DWORD size;
    struct reggen_entry *entry = &policy.entries[policy.head.count++];
    policy.head.header.size += sizeof *entry;
    OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token);
    GetTokenInformation(token, TokenUser, information, sizeof information, &size);
    CloseHandle(token);
    PSID sid = ((TOKEN_USER *)information)->User.Sid;
    *entry = (struct reggen_entry){ .first = first, .last = last, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = (uint8_t)GetLengthSid(sid) };
    memcpy(entry->who, sid, entry->who_size);
    return entry;
}

uint32_t policy_send(HANDLE device)
{
    return request_status(device, REGGEN_POLICY, &policy, policy.head.header.size);
}

HANDLE device_with(uint16_t first, uint16_t last)
{
    HANDLE device = device_open();
    CHECK(device != INVALID_HANDLE_VALUE);
    policy_begin();
    policy_add(0x100, 0xC00)->flags = 3;
    policy_add(0x60, 0x64)->flags = 3;
    policy_add(0xFFF0, 0xFFFF);
    EQUAL(REGGEN_OK, policy_send(device));
    EQUAL(REGGEN_OK, claim_one(device, range(first, last)));
    ports_reset();
    return device;
}
