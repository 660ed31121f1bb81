/* The driver's core as a library of a program: what each shim does around it, with ports that are functions of the program. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "reggen_core.h"
#include "reggen_shim.h"

typedef uint32_t read_port(uint16_t port, uint8_t width);
typedef void write_port(uint16_t port, uint8_t width, uint32_t value);

/* A machine that is switched on anew with each host_ports. */
static read_port *port_read;
static write_port *port_write;
static struct reggen_state state;

uint32_t reggen_shim_read(uint16_t port, uint8_t width)
{
    return port_read(port, width);
}

void reggen_shim_write(uint16_t port, uint8_t width, uint32_t value)
{
    port_write(port, width, value);
}

uint64_t reggen_shim_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

int reggen_shim_is(const struct reggen_caller *caller, const struct reggen_entry *entry)
{
    return entry->who_kind == REGGEN_WHO_GID && memcmp(entry->who, &caller->gid, sizeof caller->gid) == 0;
}

int reggen_shim_is_administrator(const struct reggen_caller *caller)
{
    return caller->gid == 0;
}

void host_ports(read_port *read, write_port *write)
{
    port_read = read;
    port_write = write;
    memset(&state, 0, sizeof state);
}

/* As a shim's at load. */
uint32_t host_deny(uint32_t first, uint32_t last, uint32_t needs)
{
    return reggen_deny(&state, first, last, needs);
}

struct reggen_handle *host_open(void)
{
    const struct reggen_caller caller = { 0 };
    struct reggen_handle *handle = malloc(sizeof *handle);
    if (handle != NULL && reggen_open(&state, handle, &caller) != REGGEN_OK) {
        free(handle);
        handle = NULL;
    }
    return handle;
}

void host_close(struct reggen_handle *handle)
{
    reggen_close(&state, handle);
    free(handle);
}

static void run(struct reggen_handle *handle, void *buffer, uint32_t sent, uint32_t room)
{
    struct reggen_run *run = malloc(sizeof *run);
    if (run == NULL) {
        abort();
    }
    reggen_begin(run, handle, buffer, sent, room);
    for (enum reggen_progress progress = REGGEN_YIELD; progress == REGGEN_YIELD || progress == REGGEN_SLEEP;) {
        progress = reggen_step(run);
        while (progress == REGGEN_SLEEP && reggen_shim_now() < run->until) {
        }
    }
    reggen_end(run, buffer, room);
    free(run);
}

/* A request of the group 100. 0, or what Linux calls a request that does not exist. */
int host_request(struct reggen_handle *handle, uint32_t request, void *buffer, uint32_t sent, uint32_t room)
{
    const struct reggen_caller caller = { 100 };
    struct reggen_answer answer = { .header = { .size = sizeof answer, .version = REGGEN_VERSION } };
    switch (request) {
    case REGGEN_QUERY:
        reggen_query(buffer);
        return 0;
    case REGGEN_RUN:
        run(handle, buffer, sent, room);
        return 0;
    case REGGEN_CLAIM:
        answer.status = reggen_take(&state, handle, &caller, buffer, sent, &answer.index);
        break;
    case REGGEN_RELEASE:
        answer.status = reggen_release(handle);
        break;
    case REGGEN_POLICY:
        answer.status = reggen_set_policy(&state, buffer, sent, &answer.index);
        break;
    default:
        return 25;
    }
    memcpy(buffer, &answer, sizeof answer);
    return 0;
}
