#define _GNU_SOURCE
#include "client.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int checks, failures;
uint32_t refused;
_Thread_local struct made made;
_Thread_local struct reggen_outcome outcome;
_Thread_local struct reggen_result results[REGGEN_MOST_OPERATIONS];
_Thread_local uint8_t answered[REGGEN_MOST_DATA];
static _Thread_local uint64_t buffer[(sizeof(struct reggen_program) + REGGEN_MOST_OPERATIONS * sizeof(struct reggen_operation) + REGGEN_MOST_DATA) / 8];

void ok(int passed, const char *what, ...)
{
    va_list arguments;
    va_start(arguments, what);
    checks++;
    failures += !passed;
    printf("%sok %d - ", passed ? "" : "not ", checks);
    vprintf(what, arguments);
    printf("\n");
    va_end(arguments);
}

int driver_open(void)
{
    int file = open("/dev/reggen", O_RDWR | O_CLOEXEC);
    return file < 0 ? -errno : file;
}

int must_open(void)
{
    int file = driver_open();
    if (file < 0) {
        printf("not ok - /dev/reggen does not open: %s\n", strerror(-file));
        exit(2);
    }
    return file;
}

int driver_query(int file, uint16_t version, struct reggen_features *features)
{
    features->header = (struct reggen_header){ .size = sizeof features->header, .version = version };
    return ioctl(file, REGGEN_LINUX(REGGEN_QUERY), features) != 0 ? -errno : 0;
}

static int plain(int file, uint32_t request)
{
    struct reggen_answer *answer = (struct reggen_answer *)buffer;
    if (ioctl(file, REGGEN_LINUX(request), buffer) != 0) {
        return -errno;
    }
    refused = answer->index;
    if (answer->header.size != sizeof *answer || answer->header.version != REGGEN_VERSION || answer->header.reserved != 0) {
        return -EPROTO;
    }
    return (int)answer->status;
}

/* reggen_claim and reggen_policy look alike. */
static int with_parts(int file, uint32_t request, const void *parts, uint32_t each, uint32_t count)
{
    struct reggen_claim *claim = (struct reggen_claim *)buffer;
    *claim = (struct reggen_claim){ .header = { .size = (uint32_t)sizeof *claim + each * count, .version = REGGEN_VERSION }, .count = count };
    memcpy(claim + 1, parts, (size_t)each * count);
    return plain(file, request);
}

int driver_policy(int file, const struct reggen_entry *entries, uint32_t count)
{
    return with_parts(file, REGGEN_POLICY, entries, sizeof *entries, count);
}

int driver_claim(int file, const struct reggen_range *ranges, uint32_t count)
{
    return with_parts(file, REGGEN_CLAIM, ranges, sizeof *ranges, count);
}

int driver_release(int file)
{
    struct reggen_header *header = (struct reggen_header *)buffer;
    *header = (struct reggen_header){ .size = sizeof *header, .version = REGGEN_VERSION };
    return plain(file, REGGEN_RELEASE);
}

void begin(uint32_t deadline)
{
    made.head = (struct reggen_program){ .header = { .version = REGGEN_VERSION }, .deadline = deadline };
    made.count = made.data_size = 0;
}

struct reggen_operation *operation(uint8_t kind, uint8_t width, uint16_t port)
{
    struct reggen_operation *next = &made.operations[made.count++];
    *next = (struct reggen_operation){ .kind = kind, .width = width, .port = port, .from = REGGEN_NONE, .beside = REGGEN_NONE, .target = REGGEN_NONE };
    return next;
}

uint32_t write_program(void *where)
{
    uint8_t *at = where;
    uint32_t operations = made.count * (uint32_t)sizeof made.operations[0];
    made.head.count = made.count;
    made.head.data = made.data_size;
    made.head.header.size = (uint32_t)sizeof made.head + operations + made.data_size;
    memcpy(at, &made.head, sizeof made.head);
    memcpy(at + sizeof made.head, made.operations, operations);
    memcpy(at + sizeof made.head + operations, made.data, made.data_size);
    return made.head.header.size;
}

int run(int file)
{
    const uint8_t *at = (const uint8_t *)buffer;
    write_program(buffer);
    if (ioctl(file, REGGEN_LINUX(REGGEN_RUN), buffer) != 0) {
        return -errno;
    }
    memcpy(&outcome, at, sizeof outcome);
    refused = outcome.index;
    uint32_t count = outcome.header.size == sizeof outcome ? 0 : made.count, data = count == 0 ? 0 : made.data_size;
    if (outcome.header.size != sizeof outcome + count * sizeof results[0] + data || outcome.header.version != REGGEN_VERSION || outcome.reserved != 0) {
        return -EPROTO;
    }
    memcpy(results, at + sizeof outcome, count * sizeof results[0]);
    memcpy(answered, at + sizeof outcome + count * sizeof results[0], data);
    return (int)outcome.status;
}

struct reggen_entry entry(uint16_t first, uint16_t last, uint8_t flags, uint32_t group)
{
    struct reggen_entry entry = { .first = first, .last = last, .access = 3, .flags = flags, .who_kind = REGGEN_WHO_GID, .who_size = 4 };
    memcpy(entry.who, &group, sizeof group);
    return entry;
}

struct reggen_range range(uint16_t first, uint16_t last, uint8_t sharing)
{
    return (struct reggen_range){ .first = first, .last = last, .widths = 7, .access = 3, .sharing = sharing };
}

int claim_one(int file, uint16_t first, uint16_t last, uint8_t sharing)
{
    struct reggen_range wanted = range(first, last, sharing);
    return driver_claim(file, &wanted, 1);
}

/* Between the cells lie ports that are IPMI's elsewhere. */
void usual_policy(int file)
{
    const struct reggen_entry entries[] = {
        entry(CELL, BYTES + 3, REGGEN_POLICY_DANGER, NAMED), entry(UART, SCRATCH, 0, NAMED), entry(CELL, BYTES + 3, REGGEN_POLICY_DANGER, 0), entry(UART, SCRATCH, 0, 0),
    };
    if (driver_policy(file, entries, 4) != REGGEN_OK) {
        printf("not ok - the policy is refused\n");
        exit(2);
    }
}

void as(uint32_t who, uint32_t extra_group, void (*part)(int), int file)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        gid_t extra = extra_group;
        if (setgroups(extra == 0 ? 0 : 1, &extra) != 0 || setresgid(who, who, who) != 0 || setresuid(who, who, who) != 0) {
            exit(1);
        }
        prctl(PR_SET_DUMPABLE, 1); /* its own files of /proc are its own again */
        failures = 0;
        part(file);
        fflush(stdout);
        _exit(failures == 0 ? checks : 0);
    }
    int status;
    waitpid(child, &status, 0);
    int count = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    failures += count <= checks;
    checks = count > checks ? count : checks;
}

int ioports_has(const char *line)
{
    char text[256];
    int found = 0;
    FILE *file = fopen("/proc/ioports", "r");
    while (file != NULL && fgets(text, sizeof text, file) != NULL) {
        char *at = text + strspn(text, " ");
        at[strcspn(at, "\n")] = 0;
        found |= strcmp(at, line) == 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return found;
}

uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}
