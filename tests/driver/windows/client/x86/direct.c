/* Direct access, as the kernel would see it. */
#include <stdio.h>
#include <string.h>

#include "../client.h"

static DWORD child;

static void reset(void)
{
    ports_request(PORTS_DIRECT_RESET, NULL, 0, NULL, 0);
}

static void tell(uint32_t number, uint32_t value)
{
    ports_request(number, &value, sizeof value, NULL, 0);
}

static const struct ports_direct *direct_log(void)
{
    static struct ports_direct log;
    EQUAL(sizeof log, ports_request(PORTS_DIRECT_LOG, NULL, 0, &log, sizeof log));
    return &log;
}

static const char *who(uint32_t process)
{
    return process == GetCurrentProcessId() ? "self" : process == child ? "child" : "nobody";
}

static int say(char *text, size_t room, const struct ports_call *call)
{
    int at = call->kind == 'P' ? snprintf(text, room, "P%u %s", call->number, who(call->process)) : snprintf(text, room, "%c%u", call->kind, call->number);
    uint32_t told = 0;
    for (uint32_t i = 0; i < call->ranges; i++) {
        at += snprintf(text + at, room - (size_t)at, " %X-%X", call->range[i].first, call->range[i].last);
        told += call->range[i].last - call->range[i].first + 1u;
    }
    if (told != call->ports) {
        at += snprintf(text + at, room - (size_t)at, " and more");
    }
    return at + snprintf(text + at, room - (size_t)at, "%s", call->answer ? "" : " no");
}

/* "Q1, S1 300-30F, P1 self": what the driver told the kernel since the last look, with all that the map lets through. */
static void check_direct(const char *expected, int line)
{
    char said[2000] = "", what[2100];
    const struct ports_direct *log = direct_log();
    size_t at = 0;
    for (uint32_t i = 0; i < log->count && i < PORTS_CALLS && at < sizeof said - 300; i++) {
        at += (size_t)snprintf(said + at, sizeof said - at, "%s", i == 0 ? "" : ", ");
        at += (size_t)say(said + at, sizeof said - at, &log->call[i]);
    }
    snprintf(what, sizeof what, "told the kernel \"%s\"", said);
    check(strcmp(expected, said) == 0, what, __FILE__, line);
}

#define TOLD(expected) check_direct((expected), __LINE__)

static uint32_t direct(HANDLE device)
{
    struct reggen_header header = { sizeof header, REGGEN_VERSION, 0 };
    return request_status(device, REGGEN_DIRECT, &header, sizeof header);
}

/* A handle with these ports, and nobody with direct access. */
static HANDLE begin(uint16_t first, uint16_t last)
{
    HANDLE device = device_with(first, last);
    reset();
    return device;
}

void direct_gives(void)
{
    HANDLE device = begin(0x2F8, 0x2FF);
    static const struct reggen_range more[] = {
        { .first = 0x3F8, .last = 0x3FF, .widths = 7, .access = 3 }, { .first = 0x301, .last = 0x301, .widths = 7, .access = 3 },
        { .first = 0xFFFF, .last = 0xFFFF, .widths = 7, .access = 3 }, { .first = 0x400, .last = 0x400, .widths = 7, .access = 3 },
    };
    EQUAL(REGGEN_OK, claim(device, more, 4));
    TOLD("");
    EQUAL(REGGEN_OK, direct(device));
    TOLD("Q1, S1 2F8-2FF 301-301 3F8-400 FFFF-FFFF, P1 self");
    CHECK(direct_log()->listens);
    /* No port is touched to see whether it works. */
    SAID("");
    CloseHandle(device);
}

void direct_takes(void)
{
    HANDLE device = begin(0x300, 0x30F);
    EQUAL(REGGEN_OK, direct(device));
    reset();
    EQUAL(REGGEN_OK, request_release(device));
    TOLD("P0 self, S1");
    EQUAL(REGGEN_E_DIRECT, direct(device));
    EQUAL(REGGEN_OK, claim_one(device, range(0x310, 0x310)));
    EQUAL(REGGEN_OK, direct(device));
    reset();
    CloseHandle(device);
    TOLD("P0 self, S1");
    device = begin(0x300, 0x300);
    EQUAL(REGGEN_OK, direct(device));
    CloseHandle(device);
    reset();
    EQUAL(0, service_stop(L"reggen"));
    TOLD("");
    CHECK(!direct_log()->listens);
    EQUAL(0, service_start(L"reggen"));
    CHECK(direct_log()->listens);
    SAID("");
}

void direct_again(void)
{
    HANDLE device = begin(0x300, 0x303);
    EQUAL(REGGEN_OK, direct(device));
    reset();
    EQUAL(REGGEN_OK, claim_one(device, range(0x308, 0x30B)));
    TOLD("");
    EQUAL(REGGEN_OK, direct(device));
    TOLD("S1 300-303 308-30B, P1 self");
    /* Not to be had: what was given stays. */
    struct reggen_range shared = range(0x320, 0x320);
    shared.sharing = REGGEN_SHARING_SHARED;
    EQUAL(REGGEN_OK, claim_one(device, shared));
    reset();
    EQUAL(REGGEN_E_DIRECT, direct(device));
    EQUAL(2, request_index);
    TOLD("");
    CloseHandle(device);
    TOLD("P0 self, S1");
}

/* This program again, with direct access to port 300; its answer. */
static uint32_t start(PROCESS_INFORMATION *process)
{
    uint32_t status = start_holder(L"direct", process);
    child = process->dwProcessId;
    return status;
}

static void end(PROCESS_INFORMATION *process)
{
    TerminateProcess(process->hProcess, 9);
    EQUAL(WAIT_OBJECT_0, WaitForSingleObject(process->hProcess, 60000));
    CloseHandle(process->hThread);
    CloseHandle(process->hProcess);
}

/* Until its handle is closed, which the system does on its own time. */
static uint32_t direct_soon(HANDLE device)
{
    uint32_t status = REGGEN_E_DIRECT;
    for (int i = 0; i < 500 && status == REGGEN_E_DIRECT; i++) {
        status = direct(device);
        Sleep(10);
    }
    return status;
}

void direct_contends(void)
{
    HANDLE one = begin(0x310, 0x31F), two = device_open();
    PROCESS_INFORMATION process;
    EQUAL(REGGEN_OK, claim_one(two, range(0x320, 0x32F)));
    EQUAL(REGGEN_OK, direct(one));
    reset();
    EQUAL(REGGEN_E_DIRECT, direct(two));
    EQUAL(REGGEN_E_DIRECT, start(&process));
    end(&process);
    TOLD("");
    CloseHandle(one);
    TOLD("P0 self, S1");
    reset();
    EQUAL(REGGEN_OK, direct(two));
    TOLD("Q1, S1 320-32F, P1 self");
    CloseHandle(two);
    one = begin(0x310, 0x31F);
    EQUAL(REGGEN_OK, start(&process));
    TOLD("Q1, S1 300-300, P1 child");
    reset();
    EQUAL(REGGEN_E_DIRECT, direct(one));
    TOLD("");
    end(&process);
    EQUAL(REGGEN_OK, direct_soon(one));
    TOLD("P0 child, S1, Q1, S1 310-31F, P1 self");
    CloseHandle(one);
}

static uint32_t direct_of(struct reggen_range range)
{
    HANDLE device = begin(0x300, 0x300);
    EQUAL(REGGEN_OK, claim_one(device, range));
    uint32_t status = direct(device);
    EQUAL(1, request_index);
    TOLD("");
    CloseHandle(device);
    return status;
}

void direct_refuses(void)
{
    struct reggen_range other = range(0x310, 0x31F);
    other.widths = 3;
    EQUAL(REGGEN_E_DIRECT, direct_of(other));
    other.widths = 7;
    other.access = REGGEN_ACCESS_READ;
    EQUAL(REGGEN_E_DIRECT, direct_of(other));
    other.access = REGGEN_ACCESS_WRITE;
    EQUAL(REGGEN_E_DIRECT, direct_of(other));
    other.access = 3;
    other.sharing = REGGEN_SHARING_SHARED;
    EQUAL(REGGEN_E_DIRECT, direct_of(other));
    EQUAL(REGGEN_E_DENIED, direct_of(range(0x60, 0x64)));
    HANDLE device = begin(0x300, 0x300);
    static const char *const calls[] = { "Q1 no", "Q1, S1 300-300 no, P0 self, S1", "Q1, S1 300-300, P1 self no, P0 self, S1" };
    for (uint32_t i = 0; i < 3; i++) {
        reset();
        tell(PORTS_DIRECT_REFUSE, i + 1);
        EQUAL(REGGEN_E_DIRECT, direct(device));
        TOLD(calls[i]);
    }
    reset();
    struct reggen_header header = { sizeof header, REGGEN_VERSION, 1 };
    EQUAL(REGGEN_E_REQUEST, request_status(device, REGGEN_DIRECT, &header, sizeof header));
    TOLD("");
    EQUAL(REGGEN_OK, direct(device));
    CloseHandle(device);
}

void direct_stays_away(void)
{
    HANDLE device = begin(0x300, 0x30F);
    tell(PORTS_DIRECT_OTHER, 0x60);
    EQUAL(REGGEN_E_DIRECT, direct(device));
    TOLD("Q1 60-60");
    CloseHandle(device);
    TOLD("Q1 60-60");
}

void direct_dies(void)
{
    HANDLE device = begin(0x310, 0x310), kept;
    PROCESS_INFORMATION process;
    EQUAL(REGGEN_OK, start(&process));
    reset();
    end(&process);
    EQUAL(REGGEN_OK, direct_soon(device));
    TOLD("P0 child, S1, Q1, S1 310-310, P1 self");
    CloseHandle(device);
    /* A copy of its handle outlives it: what it had claimed stays claimed, but nobody has direct access. */
    device = begin(0x310, 0x310);
    EQUAL(REGGEN_OK, start(&process));
    CHECK(DuplicateHandle(process.hProcess, holder_handle, GetCurrentProcess(), &kept, 0, FALSE, DUPLICATE_SAME_ACCESS));
    reset();
    EQUAL(REGGEN_E_DIRECT, direct(kept)); /* the same handle, but another process */
    tell(PORTS_DIRECT_END, GetCurrentProcessId());
    TOLD("");
    end(&process);
    tell(PORTS_DIRECT_END, child);
    TOLD("P0 child, S1");
    EQUAL(REGGEN_E_TAKEN, claim_one(device, range(0x300, 0x300)));
    reset();
    EQUAL(REGGEN_OK, direct(kept));
    TOLD("Q1, S1 300-300, P1 self");
    CloseHandle(kept);
    TOLD("Q1, S1 300-300, P1 self, P0 self, S1");
    CloseHandle(device);
}
