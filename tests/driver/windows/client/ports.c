/* The companion's ports and what was done to them. */
#include <stdio.h>
#include <string.h>

#include "client.h"

uint32_t ports_request(uint32_t number, const void *in, uint32_t given, void *out, uint32_t room)
{
    static HANDLE ports = INVALID_HANDLE_VALUE;
    uint32_t got;
    if (ports == INVALID_HANDLE_VALUE) {
        ports = CreateFileW(L"\\\\.\\RegGenPorts", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
        CHECK(ports != INVALID_HANDLE_VALUE);
    }
    EQUAL(0, request_send(ports, PORTS_CODE(number), in, given, out, room, &got));
    return got;
}

void ports_reset(void)
{
    ports_request(PORTS_RESET, NULL, 0, NULL, 0);
}

void ports_set(uint16_t port, uint8_t value)
{
    struct ports_cell cell = { port, value, 0 };
    ports_request(PORTS_SET, &cell, sizeof cell, NULL, 0);
}

void ports_end(uint32_t times)
{
    ports_request(PORTS_END, &times, sizeof times, NULL, 0);
}

void ports_token(uint32_t set, uint32_t administrators, uint32_t restricted)
{
    struct ports_token token = { set, administrators, restricted };
    ports_request(PORTS_TOKEN, &token, sizeof token, NULL, 0);
}

const struct ports_log *ports_log(void)
{
    static struct ports_log log;
    EQUAL(sizeof log, ports_request(PORTS_LOG, NULL, 0, &log, sizeof log));
    return &log;
}

void check_said(const char *expected, const char *file, int line)
{
    char said[4000] = "", what[4600];
    const struct ports_log *log = ports_log();
    for (uint32_t i = 0, at = 0; i < log->count && i < PORTS_MOST && at < sizeof said - 40; i++) {
        const struct ports_access *access = &log->access[i];
        at += (uint32_t)snprintf(said + at, sizeof said - at, "%s%c%u %X=%X", i == 0 ? "" : ", ", access->kind, access->width, access->port, access->value);
    }
    snprintf(what, sizeof what, "said \"%s\"", said);
    check(strcmp(expected, said) == 0, what, file, line);
}
