/* Everything that can be refused, by status and by errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "client.h"

#define LONGEST (sizeof(struct reggen_program) + REGGEN_MOST_OPERATIONS * sizeof(struct reggen_operation) + REGGEN_MOST_DATA)

static int sent(int file, unsigned long code, const void *request)
{
    return ioctl(file, code, request) != 0 ? -errno : 0;
}

static int of_claim(int file, uint32_t count, uint32_t size, uint16_t version)
{
    static uint64_t buffer[1024];
    memset(buffer, 0, sizeof buffer);
    struct reggen_claim *claim = (struct reggen_claim *)buffer;
    *claim = (struct reggen_claim){ .header = { .size = size, .version = version }, .count = count };
    int result = sent(file, REGGEN_LINUX(REGGEN_CLAIM), buffer);
    return result == 0 ? (int)((struct reggen_answer *)buffer)->status : result;
}

static void statuses(int file)
{
    const struct reggen_range many[REGGEN_MOST_RANGES] = { [0 ... REGGEN_MOST_RANGES - 1] = { CELL, CELL, 1, 3, 1, 0 } };
    struct reggen_range wrong = range(CELL, CELL, 0);
    struct reggen_entry entries[2] = { entry(CELL, CELL, 0, 0), entry(0xCF8, 0xCFF, 3, 0) };
    ok(of_claim(file, 1, 24, 2) == REGGEN_E_VERSION, "VERSION");
    ok(of_claim(file, 1, 23, 1) == REGGEN_E_REQUEST && of_claim(file, 1, 32, 1) == REGGEN_E_REQUEST && of_claim(file, 1, 8, 1) == REGGEN_E_REQUEST, "REQUEST");
    ok(of_claim(file, 0, 16, 1) == REGGEN_E_COUNT && of_claim(file, 65, 16 + 65 * 8, 1) == REGGEN_E_COUNT, "COUNT");
    ok(driver_claim(file, many, REGGEN_MOST_RANGES) == REGGEN_OK && driver_claim(file, many, 1) == REGGEN_E_FULL, "FULL");
    ok(driver_release(file) == REGGEN_OK && driver_claim(file, many, 1) == REGGEN_OK, "until it is released");
    driver_release(file);
    wrong.widths = 8;
    ok(driver_claim(file, &wrong, 1) == REGGEN_E_RANGE, "RANGE");
    ok(claim_one(file, 0x300, 0x300, 0) == REGGEN_E_POLICY, "POLICY");
    ok(driver_policy(file, entries, 2) == REGGEN_E_DENIED && refused == 1, "DENIED, and which entry");
    entries[1] = entry(CELL, CELL, 0, 0);
    entries[1].who_size = 5;
    ok(driver_policy(file, entries, 2) == REGGEN_E_ENTRY && refused == 1, "ENTRY, and which");
}

static int one(int file, struct reggen_operation given)
{
    begin(REGGEN_LONGEST_DEADLINE);
    *operation(given.kind, given.width, given.port) = given;
    return run(file);
}

static void programs(int file)
{
    static const struct reggen_operation good = { .kind = REGGEN_OP_IN, .width = 1, .port = SCRATCH, .from = 0xFFFF, .beside = 0xFFFF, .target = 0xFFFF };
    struct reggen_operation tried = good;
    ok(claim_one(file, UART, SCRATCH, 0) == REGGEN_OK && one(file, good) == REGGEN_OK, "a program runs");
    tried.port = CELL;
    ok(one(file, tried) == REGGEN_E_CLAIM, "CLAIM");
    tried.port = SCRATCH, tried.width = 2;
    ok(one(file, tried) == REGGEN_E_CLAIM, "of the second byte too");
    tried.port = 0xFFFF;
    ok(one(file, tried) == REGGEN_E_RANGE, "RANGE");
    tried = good, tried.port = 0xCF8;
    ok(one(file, tried) == REGGEN_E_DENIED, "DENIED");
    tried = good, tried.kind = 11;
    ok(one(file, tried) == REGGEN_E_OPERATION, "OPERATION");
    tried = good, tried.kind = REGGEN_OP_OUT, tried.beside = 0;
    ok(one(file, tried) == REGGEN_E_REFERENCE, "REFERENCE");
    tried = good, tried.kind = REGGEN_OP_STALL, tried.width = 0, tried.port = 0, tried.time = REGGEN_LONGEST_DEADLINE + 1;
    ok(one(file, tried) == REGGEN_E_TIME, "TIME");
    tried = good, tried.kind = REGGEN_OP_INS, tried.count = 1;
    ok(one(file, tried) == REGGEN_E_DATA && outcome.header.size == 32, "DATA, and the answer has no results");
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_IN, 1, SCRATCH);
    operation(REGGEN_OP_IN, 1, CELL);
    ok(run(file) == REGGEN_E_CLAIM && refused == 1, "CLAIM, and which operation");
    begin(REGGEN_LONGEST_DEADLINE);
    made.data_size = 1;
    *operation(REGGEN_OP_IN, 1, SCRATCH) = good;
    made.head.reserved = 1;
    ok(run(file) == REGGEN_E_REQUEST, "REQUEST");
    made.head.reserved = 0, made.head.header.version = 0;
    ok(run(file) == REGGEN_E_VERSION, "VERSION");
    made.head.header.version = 1;
    ok(run(file) == REGGEN_OK && outcome.header.size == 32 + 16 + 1, "and without that it runs");
}

static void *stall(void *file)
{
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_STALL, 0, 0)->time = REGGEN_LONGEST_DEADLINE - 1000000;
    return (void *)(intptr_t)run(*(int *)file);
}

static void busy(int file)
{
    pthread_t thread;
    void *status;
    begin(REGGEN_LONGEST_DEADLINE);
    operation(REGGEN_OP_IN, 1, SCRATCH);
    pthread_create(&thread, NULL, stall, &file);
    usleep(30000);
    int runs = run(file), claims = claim_one(file, UART, UART, 0), releases = driver_release(file);
    ok(runs == REGGEN_E_BUSY && claims == REGGEN_E_BUSY && releases == REGGEN_E_BUSY, "BUSY: while a program runs, no other, no claim, no release (%d %d %d)", runs, claims, releases);
    int other = must_open();
    ok(claim_one(other, CELL, CELL, 0) == REGGEN_OK, "other handles go on meanwhile");
    close(other);
    pthread_join(thread, &status);
    ok(status == NULL && run(file) == REGGEN_OK, "afterwards it runs");
}

static void errors(int file)
{
    uint64_t small[5] = { 0 };
    struct reggen_header *header = (struct reggen_header *)small;
    static const uint32_t sizes[] = { 0, 7, LONGEST + 1, 0x80000000, 0xFFFFFFFF };
    for (uint32_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        *header = (struct reggen_header){ sizes[i], 1, 0 };
        ok(sent(file, REGGEN_LINUX(REGGEN_RUN), small) == -EINVAL && sent(file, REGGEN_LINUX(REGGEN_QUERY), small) == -EINVAL, "a size of %u is none", sizes[i]);
    }
    *header = (struct reggen_header){ 8, 1, 0 };
    static const unsigned long codes[] = { 0, REGGEN_LINUX(0), REGGEN_LINUX(6), REGGEN_LINUX(7), REGGEN_LINUX(4) ^ 0x40000000, REGGEN_LINUX(4) | 0x80000, 0x5401, 0xFFFFFFFF };
    for (uint32_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        ok(sent(file, codes[i], small) == -ENOTTY, "%lX is no request", codes[i]);
    }
    uint8_t *pages = mmap(NULL, 2 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(pages + 4096, 4096, PROT_NONE);
    ok(sent(file, REGGEN_LINUX(REGGEN_QUERY), NULL) == -EFAULT && sent(file, REGGEN_LINUX(REGGEN_QUERY), pages + 4092) == -EFAULT, "EFAULT: no header");
    ok(sent(file, REGGEN_LINUX(REGGEN_RUN), (void *)-4096l) == -EFAULT && sent(file, REGGEN_LINUX(REGGEN_RUN), (void *)0xFFFF800000000000) == -EFAULT, "of the kernel's memory");
    *(struct reggen_header *)(pages + 4080) = (struct reggen_header){ 17, 1, 0 };
    ok(sent(file, REGGEN_LINUX(REGGEN_CLAIM), pages + 4080) == -EFAULT, "less than the header says");
    *(struct reggen_header *)(pages + 4096 - 39) = (struct reggen_header){ 8, 1, 0 };
    ok(sent(file, REGGEN_LINUX(REGGEN_QUERY), pages + 4096 - 39) == -EFAULT, "no room for the answer");
    *(struct reggen_header *)(pages + 4096 - 40) = (struct reggen_header){ 8, 1, 0 };
    ok(sent(file, REGGEN_LINUX(REGGEN_QUERY), pages + 4096 - 40) == 0, "40 bytes are enough");
    *(struct reggen_header *)pages = (struct reggen_header){ 8, 1, 0 };
    mprotect(pages, 4096, PROT_READ);
    ok(sent(file, REGGEN_LINUX(REGGEN_QUERY), pages) == -EFAULT, "an answer to memory that is only read");
    munmap(pages, 2 * 4096);
}

/* The call of 32-bit programs, which a 64-bit one may make too: its number there is 54, and pointers have 32 bits. */
static void compat(int file)
{
    struct reggen_features *features = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
    features->header = (struct reggen_header){ 8, 1, 0 };
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(54l), "b"((long)file), "c"((long)REGGEN_LINUX(REGGEN_QUERY)), "d"(features) : "memory", "r8", "r9", "r10", "r11");
    ok(result == 0 && features->header.size == 40 && features->most_data == REGGEN_MOST_DATA, "a 32-bit program is served the same (%ld)", result);
}

static void gets_one(int file)
{
    (void)file;
    int result = driver_open();
    ok(result >= 0, "the 240th handle is for anybody whom the policy names (%d)", result);
}

static void gets_none(int file)
{
    (void)file;
    int result = driver_open();
    ok(result == -ENFILE, "the last 16 are not (%d)", result);
}

static void limit(int file)
{
    static int files[REGGEN_MOST_HANDLES + 1];
    int count = 0;
    while (count < 238 && (files[count] = driver_open()) >= 0) {
        count++;
    }
    as(NAMED, 0, gets_one, file);
    files[count++] = driver_open();
    as(NAMED, 0, gets_none, file);
    while (count <= (int)REGGEN_MOST_HANDLES && (files[count] = driver_open()) >= 0) {
        count++;
    }
    ok(count == REGGEN_MOST_HANDLES - 1 && files[count] == -ENFILE, "with this one there are 256 handles, and no more (%d, %d)", count, files[count]);
    while (count > 0) {
        close(files[--count]);
    }
    int another = driver_open();
    ok(another >= 0, "until one is closed");
    close(another);
}

static void refusals(const char *argument)
{
    (void)argument;
    int file = must_open();
    usual_policy(file);
    statuses(file);
    programs(file);
    busy(file);
    driver_release(file);
    errors(file);
    compat(file);
    limit(file);
}

const struct row refusal_rows[] = { { "refusals", refusals }, { NULL, NULL } };
