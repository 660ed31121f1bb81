/* Ranges of ports: as written, as printed, as taken. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "launcher.h"

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Hexadecimal with 0x alone: a bare 70 is 0x70 in /proc/ioports and 0x46 to a program. */
static uint16_t number(const char **text, const char *whole)
{
    const char *at = *text;
    if (at[0] != '0' || (at[1] != 'x' && at[1] != 'X') || digit(at[2]) < 0) {
        fail("\"%s\" is no list of ports: a port is written in hexadecimal as 0x70, a range as 0x70-0x71, and commas stand between.", whole);
    }
    uint32_t value = 0;
    for (at += 2; digit(*at) >= 0; at++) {
        value = value * 16 + (uint32_t)digit(*at);
        if (value > 0xFFFF) {
            fail("\"%s\" names a port past 0xFFFF, which is the last.", whole);
        }
    }
    *text = at;
    return (uint16_t)value;
}

int ports_meet(const struct request *request, unsigned long first, unsigned long last, struct range *where)
{
    for (size_t i = 0; i < request->port_count; i++) {
        if (request->ports[i].first <= last && first <= request->ports[i].last) {
            *where = request->ports[i];
            return 1;
        }
    }
    return 0;
}

void ports_read(struct request *request, const char *text)
{
    if (request->port_count > 0) {
        fail("--ports stands here twice: put commas between the ranges of one.");
    }
    const char *at = text;
    do {
        at += at != text;
        struct range range, other;
        range.first = range.last = number(&at, text);
        if (*at == '-') {
            at++;
            range.last = number(&at, text);
        }
        if (range.last < range.first) {
            fail("\"%s\" has a range whose last port is below its first: write the lower one first.", text);
        }
        if (ports_meet(request, range.first, range.last, &other)) {
            fail("\"%s\" names port 0x%X twice: name each once.", text, range.first > other.first ? range.first : other.first);
        }
        if (request->port_count == LIMIT) {
            fail("There are more than %d ranges: claim fewer, or join some.", LIMIT);
        }
        request->ports[request->port_count++] = range;
    } while (*at == ',');
    if (*at != '\0') {
        fail("\"%s\" goes on behind a port with \"%s\": a range is written as 0x70-0x71, and commas stand between ranges.", text, at);
    }
}

const char *range_text(struct range range)
{
    static char text[2][sizeof "0x0000-0x0000"];
    static int turn;
    char *mine = text[turn ^= 1];
    snprintf(mine, sizeof text[0], range.first == range.last ? "0x%X" : "0x%X-0x%X", range.first, range.last);
    return mine;
}

const char *ports_text(const struct request *request)
{
    static char text[LIMIT * sizeof "0x0000-0x0000,"];
    text[0] = '\0';
    for (size_t i = 0; i < request->port_count; i++) {
        strcat(strcat(text, i == 0 ? "" : ","), range_text(request->ports[i]));
    }
    return text;
}

#define NO_IOPERM "This kernel has no ioperm: it was built without CONFIG_X86_IOPL_IOPERM. Run one that has it, as all common distributions' do."

/* Whoever started the launcher may have ports itself, and they are inherited. No kernel has one of the two calls without the other. */
void ports_drop(void)
{
    if (syscall(SYS_ioperm, 0UL, 0x10000UL, 0) != 0 || syscall(SYS_iopl, 0U) != 0) {
        if (errno == ENOSYS) {
            fail(NO_IOPERM);
        }
        fail("Ports that the launcher was started with cannot be dropped: %s.", strerror(errno));
    }
}

/* The kernel gives them to this thread, to what it executes and to what that starts; no way leads from them to further ports. */
void ports_take(const struct request *request)
{
    for (size_t i = 0; i < request->port_count; i++) {
        struct range range = request->ports[i];
        if (syscall(SYS_ioperm, (unsigned long)range.first, range.last - range.first + 1UL, 1) == 0) {
            continue;
        }
        if (errno == ENOSYS) {
            fail(NO_IOPERM);
        }
        if (errno == EPERM) {
            fail("The kernel refuses ports %s although this is root: it is locked down (/sys/kernel/security/lockdown; Secure Boot does that), "
                 "or this is a container without CAP_SYS_RAWIO. Run on the host, without lockdown.", range_text(range));
        }
        fail("The kernel refuses ports %s: %s.", range_text(range), strerror(errno));
    }
}
