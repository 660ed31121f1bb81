/* Sequences of IRPs to the Windows driver by hostile callers, in the fake kernel: loading with any registry, requests of up to four handles, also
   while a program rests, CLEANUP and CLOSE in any order that the I/O manager keeps, unloading. Nothing may be left over. */
#include <stdio.h>
#include <stdlib.h>

#include "direct.h"
#include "driver.h"
#include "kernel.h"
#include "programs.h"

#define HANDLES 4u
#define MOST_REQUESTS 24u
/* ns that a program of many short stalls may spin in all: the fake kernel cannot tell them from a long one that should have slept. */
#define MOST_SPUN 8000000u

DRIVER_INITIALIZE DriverEntry;

static DRIVER_OBJECT driver;
static struct file {
    FILE_OBJECT object;
    enum { CLOSED, OPEN, CLEANED } stage;
    int busy; /* a request of it is under way */
} files[HANDLES];
static unsigned long long sequences, loaded, requests, answered, accesses, failed, nested;

static void count(void)
{
    fprintf(stderr, "%llu sequences: %llu loaded; %llu requests, %llu answered, %llu while a program rested; %llu accesses; %llu failures of the kernel; direct access given %llu times, taken back %llu\n",
            sequences, loaded, requests, answered, nested, accesses, failed, direct_given, direct_lost);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    atexit(count);
    return 0;
}

static uint32_t number_in(struct input *input, uint32_t limit)
{
    return number(input, 2) % limit;
}

static NTSTATUS send(IRP *irp, struct file *file, uint32_t major)
{
    int critical = fake.critical;
    irp->location.FileObject = &file->object;
    NTSTATUS status = driver.MajorFunction[major](driver.DeviceObject, irp);
    MUST(irp->completed == 1 && irp->IoStatus.Status == status);
    MUST(fake.locked == 0 && fake.critical == critical && fake.entry == NULL);
    requests++;
    return status;
}

static void process_ends(uint32_t which)
{
    expect_exit(which);
    process_exit(which);
    expect_check();
}

static NTSTATUS simple(struct file *file, uint32_t major)
{
    IRP irp = { 0 };
    return send(&irp, file, major);
}

static void open(struct input *input, struct file *file)
{
    uint32_t before = fake.failed, open = driver_state.handle_count;
    uint8_t how = byte(input);
    memset(file, 0, sizeof *file);
    file->object.FileName.Length = how == 0xEE ? 4 : 0;
    if (how == 0xED) {
        /* As if others had all handles that there are. */
        driver_state.handle_count = REGGEN_MOST_HANDLES;
        MUST(!NT_SUCCESS(simple(file, IRP_MJ_CREATE)));
        driver_state.handle_count = open;
        return;
    }
    NTSTATUS status = simple(file, IRP_MJ_CREATE);
    MUST(NT_SUCCESS(status) == (file->object.FileName.Length == 0 && fake.failed == before));
    file->stage = NT_SUCCESS(status) ? OPEN : CLOSED;
}

static void cleanup(struct file *file)
{
    expect_gone(file->object.FsContext);
    MUST(simple(file, IRP_MJ_CLEANUP) == STATUS_SUCCESS);
    expect_check();
    MUST(((struct handle *)file->object.FsContext)->core.count == 0);
    file->stage = CLEANED;
}

static void close(struct file *file)
{
    expect_gone(file->object.FsContext);
    MUST(simple(file, IRP_MJ_CLOSE) == STATUS_SUCCESS && file->object.FsContext == NULL);
    expect_check();
    file->stage = CLOSED;
}

/* SYSTEM, the administrators and each SID of the policy once. */
static void check_dacl(void)
{
    uint32_t wanted = 2;
    MUST(memcmp(fake.sids[0], fake_system, 12) == 0 && memcmp(fake.sids[1], fake_administrators, 16) == 0);
    for (uint32_t i = 0; i < driver_state.entry_count; i++) {
        const struct reggen_entry *entry = &driver_state.entries[i];
        int listed = 0, before = 0;
        for (uint32_t j = 2; j < fake.sid_count; j++) {
            listed += memcmp(fake.sids[j], entry->who, sizeof entry->who) == 0;
        }
        for (uint32_t j = 0; j < i; j++) {
            before |= driver_state.entries[j].who_kind == REGGEN_WHO_SID && memcmp(driver_state.entries[j].who, entry->who, sizeof entry->who) == 0;
        }
        MUST(entry->who_kind != REGGEN_WHO_SID || listed == 1);
        wanted += entry->who_kind == REGGEN_WHO_SID && !before;
    }
    MUST(fake.sid_count == wanted);
}

static uint32_t make_policy(struct input *input, struct reggen_policy *made)
{
    static const struct {
        const uint8_t *sid;
        uint8_t size;
    } known[] = { { fake_user, 28 }, { fake_group, 16 }, { fake_administrators, 16 }, { fake_system, 12 } };
    struct reggen_entry *entries = (struct reggen_entry *)(made + 1);
    uint32_t parts = byte(input) == 0xBB ? REGGEN_MOST_ENTRIES : below(input, 6);
    for (uint32_t i = 0; i < parts; i++) {
        uint32_t which = below(input, 4);
        uint8_t shape = byte(input);
        entries[i] = (struct reggen_entry){ .first = port(input), .access = shape & 3, .flags = shape >> 2 & 3, .who_kind = REGGEN_WHO_SID, .who_size = known[which].size };
        entries[i].last = (uint16_t)(entries[i].first + byte(input) % 40);
        memcpy(entries[i].who, known[which].sid, known[which].size);
        if (shape >= 0xF8) {
            entries[i].who[shape & 7] ^= byte(input);
        }
        if (shape >> 4 == 0xE) {
            entries[i].who_kind = REGGEN_WHO_GID, entries[i].who_size = 4;
            memset(entries[i].who, 0, sizeof entries[i].who);
        }
        if (parts == REGGEN_MOST_ENTRIES) {
            entries[i].first = entries[i].last = (uint16_t)(0x300 + i), entries[i].access = 3;
            entries[i].who_kind = REGGEN_WHO_SID, entries[i].who_size = 68, entries[i].who[0] = 1, entries[i].who[1] = 15, entries[i].who[20] = (uint8_t)i;
        }
    }
    uint32_t size = (uint32_t)(sizeof *made + parts * sizeof *entries);
    made->header = (struct reggen_header){ size, REGGEN_VERSION, 0 };
    made->count = parts;
    return size;
}

static uint32_t make_claim(struct input *input, struct reggen_claim *made)
{
    struct reggen_range *ranges = (struct reggen_range *)(made + 1);
    uint32_t parts = 1 + below(input, 3);
    for (uint32_t i = 0; i < parts; i++) {
        uint8_t shape = byte(input);
        ranges[i] = (struct reggen_range){ .first = port(input), .widths = 7, .access = shape & 3, .sharing = shape >> 2 & 1 };
        ranges[i].last = (uint16_t)(ranges[i].first + (shape >> 4));
    }
    uint32_t size = (uint32_t)(sizeof *made + parts * sizeof *ranges);
    made->header = (struct reggen_header){ size, REGGEN_VERSION, 0 };
    made->count = parts;
    return size;
}

/* Whoever is let in is named. */
static void check_claim(const struct handle *handle, uint32_t before, enum who who)
{
    for (uint32_t i = before; i < handle->core.count; i++) {
        for (uint32_t port = handle->core.ranges[i].first; port <= handle->core.ranges[i].last; port++) {
            int named = 0;
            for (uint32_t j = 0; j < driver_state.entry_count; j++) {
                const struct reggen_entry *entry = &driver_state.entries[j];
                named |= entry->who_kind == REGGEN_WHO_SID && entry->first <= port && port <= entry->last && fake_is(who, entry->who, entry->who_size);
            }
            MUST(named);
        }
    }
}

/* A wait that is worth a sleep. */
static void rest_first(struct reggen_program *made, uint32_t time)
{
    made->deadline = time + MOST_SPUN < REGGEN_LONGEST_DEADLINE ? time + MOST_SPUN : REGGEN_LONGEST_DEADLINE;
    *(struct reggen_operation *)(made + 1) = (struct reggen_operation){ .kind = REGGEN_OP_STALL, .from = REGGEN_NONE, .beside = REGGEN_NONE,
                                                                        .target = REGGEN_NONE, .time = time };
}

static uint32_t make(struct input *input, uint32_t number, uint64_t *made)
{
    struct program program;
    memset(made, 0, 12000);
    switch (number) {
    case REGGEN_CLAIM:
        return make_claim(input, (struct reggen_claim *)made);
    case REGGEN_POLICY:
        return make_policy(input, (struct reggen_policy *)made);
    case REGGEN_RUN:
        program = program_make(input);
        uint32_t size = program.size > 12000 ? 32 : program.size;
        memcpy(made, program.request, size);
        program_free(&program);
        struct reggen_program *head = (struct reggen_program *)made;
        if (size >= sizeof *head && head->deadline > MOST_SPUN && head->deadline <= REGGEN_LONGEST_DEADLINE) {
            head->deadline = MOST_SPUN;
        }
        if (size >= 72 && (byte(input) & 7) == 7) {
            rest_first((struct reggen_program *)made, number_in(input, 0x10000) << 10);
        }
        return size;
    default:
        *(struct reggen_header *)made = (struct reggen_header){ 8, REGGEN_VERSION, 0 };
        return 8;
    }
}

static void check_answer(const IRP *irp, const uint8_t *buffer, uint32_t room)
{
    const struct reggen_header *header = (const struct reggen_header *)buffer;
    if (!NT_SUCCESS(irp->IoStatus.Status)) {
        MUST(irp->IoStatus.Information == 0);
        return;
    }
    answered++;
    MUST(irp->IoStatus.Information <= room && irp->IoStatus.Information >= sizeof(struct reggen_answer));
    MUST(header->size == irp->IoStatus.Information && header->version == REGGEN_VERSION && header->reserved == 0);
}

/* Whether the bytes, as a program, have more than one wait, or one in a loop. */
static int waits_often(const uint64_t *bytes, uint32_t given)
{
    const struct reggen_operation *operations = (const struct reggen_operation *)((const struct reggen_program *)bytes + 1);
    uint32_t waits = 0;
    for (uint32_t i = 0; sizeof(struct reggen_program) + (i + 1) * sizeof *operations <= given; i++) {
        waits += operations[i].kind == REGGEN_OP_STALL || operations[i].kind == REGGEN_OP_POLL || operations[i].kind == REGGEN_OP_REPEAT;
    }
    return waits > 1;
}

/* On 64 bits the request is unknown, and where the driver could not prepare for it. */
static void check_direct(const struct handle *handle, ULONG code, NTSTATUS status, const struct reggen_answer *answer, int kernel_failed)
{
    fake.wanted = NULL;
    if (code == REGGEN_WINDOWS(REGGEN_QUERY) && NT_SUCCESS(status) && answer->header.size == sizeof(struct reggen_features)) {
        MUST(((const struct reggen_features *)answer)->features == (REGGEN_FEATURE_PROGRAMS | (fake.notify != NULL ? REGGEN_FEATURE_DIRECT : 0)));
    }
    if (code == REGGEN_WINDOWS(REGGEN_DIRECT) && fake.notify == NULL) {
        MUST(!NT_SUCCESS(status));
    } else if (code == REGGEN_WINDOWS(REGGEN_DIRECT) && NT_SUCCESS(status) && answer->status != REGGEN_E_REQUEST && answer->status != REGGEN_E_VERSION) {
        expect_answer(handle, answer->status, answer->index, kernel_failed);
    }
    if (code == REGGEN_WINDOWS(REGGEN_RELEASE) && NT_SUCCESS(status) && answer->status == REGGEN_OK) {
        MUST(handle->core.count == 0);
        expect_gone(handle);
    }
    expect_check();
}

static void control_one(struct input *input, struct file *file)
{
    static uint64_t made[12000 / 8];
    uint64_t copy[sizeof made / 8];
    static const uint8_t numbers[16] = { 1, 2, 2, 2, 2, 3, 4, 4, 4, 4, 4, 5, 5, 6, 6, 6 };
    uint32_t number = numbers[below(input, 16)], given = make(input, number, made), room = byte(input) < 0xD0 ? 8000 : byte(input);
    memcpy(copy, made, given);
    uint8_t spoiled = byte(input);
    if (spoiled >= 0xF0 && given > 0) {
        ((uint8_t *)copy)[number_in(input, given)] ^= byte(input);
    }
    if (spoiled == 0xEF) {
        given = number_in(input, given + 1);
    }
    uint32_t end = given > room ? given : room;
    uint8_t *buffer = end == 0 ? NULL : memset(malloc(end), 0xA5, end);
    if (buffer != NULL) {
        memcpy(buffer, copy, given);
    }
    IRP irp = { .AssociatedIrp.SystemBuffer = buffer, .Cancel = byte(input) == 0xCC };
    irp.location.Parameters.DeviceIoControl.InputBufferLength = given;
    irp.location.Parameters.DeviceIoControl.OutputBufferLength = room;
    irp.location.Parameters.DeviceIoControl.IoControlCode = REGGEN_WINDOWS(number) ^ (spoiled == 0xEE ? 1u << below(input, 32) : 0);
    static struct reggen_state old;
    if (irp.location.Parameters.DeviceIoControl.IoControlCode == REGGEN_WINDOWS(REGGEN_POLICY)) {
        old = driver_state;
    }
    if (number == REGGEN_POLICY) {
        fake.dacl_fails = byte(input) >= 0xC0;
    }
    struct handle *handle = file->object.FsContext;
    uint32_t before = handle != NULL ? handle->core.count : 0, sids = fake.failed;
    enum who who = fake.who = below(input, WHO_END);
    int busy = file->busy, outer = fake.in_request, often = fake.waits_often;
    uint32_t spins = fake.spins;
    uint32_t outer_process = fake.current;
    ULONG code = irp.location.Parameters.DeviceIoControl.IoControlCode;
    fake.current = below(input, FAKE_PROCESSES);
    if (code == REGGEN_WINDOWS(REGGEN_DIRECT) && handle != NULL) {
        expect_ask(handle);
    }
    file->busy = fake.in_request = 1;
    fake.waits_often = waits_often(copy, given);
    fake.spins = 0;
    NTSTATUS status = send(&irp, file, IRP_MJ_DEVICE_CONTROL);
    fake.waits_often = often;
    fake.spins = spins;
    file->busy = busy;
    fake.in_request = outer;
    int dacl_failed = fake.dacl_fails;
    fake.dacl_fails = 0;
    MUST(file->stage == OPEN || status == STATUS_FILE_CLOSED || status == STATUS_INVALID_HANDLE);
    check_answer(&irp, buffer, room);
    check_direct(handle, code, status, (const struct reggen_answer *)buffer, fake.failed > sids);
    fake.current = outer_process;
    if (irp.location.Parameters.DeviceIoControl.IoControlCode == REGGEN_WINDOWS(REGGEN_CLAIM) && NT_SUCCESS(status)) {
        check_claim(handle, before, who);
    }
    if (irp.location.Parameters.DeviceIoControl.IoControlCode == REGGEN_WINDOWS(REGGEN_POLICY)) {
        MUST(!NT_SUCCESS(status) || who == ADMINISTRATOR);
        /* What has failed has changed nothing, or nobody has anything any more. */
        MUST(NT_SUCCESS(status) || driver_state.entry_count == 0
             || (driver_state.entry_count == old.entry_count && memcmp(driver_state.entries, old.entries, sizeof old.entries) == 0));
        if (NT_SUCCESS(status) && ((const struct reggen_answer *)buffer)->status == REGGEN_OK) {
            check_dacl();
        } else if (!NT_SUCCESS(status) && who == ADMINISTRATOR && room >= 16 && file->stage == OPEN) {
            MUST(fake.failed > sids || fake.failing || dacl_failed);
        }
    }
    free(buffer);
}

/* Half of the sequences begin with some ports of all sorts claimed, so that programs get further. */
static uint32_t usual_policy(struct reggen_policy *made)
{
    struct reggen_entry *entries = (struct reggen_entry *)(made + 1);
    entries[0] = (struct reggen_entry){ .first = 0x300, .last = 0x30F, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = sizeof fake_group };
    entries[1] = entries[0];
    entries[1].first = 0x5C, entries[1].last = 0x6B, entries[1].flags = REGGEN_POLICY_SYSTEM;
    memcpy(entries[0].who, fake_group, sizeof fake_group);
    memcpy(entries[1].who, fake_group, sizeof fake_group);
    *made = (struct reggen_policy){ { sizeof *made + 2 * sizeof *entries, REGGEN_VERSION, 0 }, 2, 0 };
    return made->header.size;
}

static void prepare(struct file *file, const struct reggen_range *ranges, uint32_t count)
{
    struct {
        struct reggen_claim claim;
        struct reggen_range ranges[3];
        uint8_t room[100];
    } wanted = { { { 16 + 8 * count, REGGEN_VERSION, 0 }, count, 0 }, { { 0 } }, { 0 } };
    IRP irp = { .AssociatedIrp.SystemBuffer = &wanted };
    memcpy(wanted.ranges, ranges, count * sizeof *ranges);
    irp.location.Parameters.DeviceIoControl.InputBufferLength = 16 + 8 * count;
    irp.location.Parameters.DeviceIoControl.OutputBufferLength = 100;
    irp.location.Parameters.DeviceIoControl.IoControlCode = REGGEN_WINDOWS(REGGEN_CLAIM);
    MUST(simple(file, IRP_MJ_CREATE) == STATUS_SUCCESS);
    file->stage = OPEN;
    fake.who = USER;
    MUST(send(&irp, file, IRP_MJ_DEVICE_CONTROL) == STATUS_SUCCESS);
    MUST(((struct handle *)file->object.FsContext)->core.count == count);
}

/* One handle with ports of all sorts, or two with some that can be given whole. */
static void prepare_some(int whole)
{
    static const struct reggen_range ranges[] = { { 0x300, 0x307, 7, 3, 0, 0 }, { 0x308, 0x30F, 1, 3, 1, 0 }, { 0x5C, 0x6B, 7, 3, 0, 0 }, { 0x308, 0x30F, 7, 3, 0, 0 } };
    prepare(&files[0], ranges, whole ? 1 : 3);
    if (whole) {
        prepare(&files[1], &ranges[3], 1);
    }
}

static struct input *others_input;

/* What other threads do while a program rests: not with its own file's CLEANUP, for which the one thread here would wait. */
static void others(void)
{
    static int depth;
    if (depth > 0 || byte(others_input) < 0xC0) {
        return;
    }
    depth++;
    nested++;
    int critical = fake.critical, in_request = fake.in_request;
    fake.critical = 0;
    struct file *file = &files[below(others_input, HANDLES)];
    uint8_t what = byte(others_input);
    if (file->stage == CLOSED) {
        open(others_input, file);
    } else if (what >= 0xB0 && what < 0xC0) {
        /* Not the one that is in the driver. */
        process_ends((fake.current + 1 + (what & 1)) % FAKE_PROCESSES);
    } else if (what < 0xC0 || file->busy) {
        control_one(others_input, file);
    } else if (file->stage == OPEN && what < 0xE0) {
        cleanup(file);
    } else {
        close(file);
    }
    fake.critical = critical;
    fake.in_request = in_request;
    depth--;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const WCHAR service[] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\reggen";
    static uint64_t registry[12000 / 8];
    struct input input = { data, size };
    UNICODE_STRING path = { sizeof service - 2, sizeof service - 2, (WCHAR *)service };
    fake_reset(&input);
    memset(&driver_state, 0, sizeof driver_state);
    memset(&driver, 0, sizeof driver);
    memset(files, 0, sizeof files);
    uint8_t how = byte(&input);
    fake.failing = how & 1;
    if ((how & 2) != 0) {
        memset(registry, 0, sizeof registry);
        fake.failing = 0;
        fake.registry = (const uint8_t *)registry;
        fake.registry_size = usual_policy((struct reggen_policy *)registry);
        fake.registry_type = REG_BINARY;
    } else if ((how & 4) != 0) {
        memset(registry, 0, sizeof registry);
        fake.registry = (const uint8_t *)registry;
        fake.registry_size = make_policy(&input, (struct reggen_policy *)registry);
        if ((how & 0x18) == 0x18) {
            fake.registry_size = number_in(&input, sizeof registry);
        }
        fake.registry_type = (how & 0xE0) == 0xE0 ? byte(&input) : REG_BINARY;
    }
    others_input = &input;
    processes_reset((how & 0xF0) == 0x50);
    expect_reset();
    sequences++;
    if (NT_SUCCESS(DriverEntry(&driver, &path))) {
        loaded++;
        MUST(driver_state.entry_count == 0 || (fake.registry != NULL && fake.registry_type == REG_BINARY));
        MUST(!HAS_DIRECT || fake.notify != NULL || fake.failed > 0);
        MUST(HAS_DIRECT || fake.notify == NULL);
        check_dacl();
        if ((how & 2) != 0) {
            prepare_some((how & 8) != 0);
        }
        fake.others = others;
        fake.failing = how & 1;
        for (uint32_t i = 0; i < MOST_REQUESTS && input.size > 0; i++) {
            struct file *file = &files[below(&input, HANDLES)];
            uint8_t what = byte(&input);
            if (file->stage == CLOSED) {
                open(&input, file);
            } else if (what >= 0xE0 && what < 0xE8) {
                process_ends(what % FAKE_PROCESSES);
            } else if (what < 0xE8) {
                control_one(&input, file);
            } else if (file->stage == OPEN && what < 0xF4) {
                cleanup(file);
            } else if (what >= 0xFE) {
                MUST(simple(file, what == 0xFE ? 3 : 0x1B) == STATUS_INVALID_DEVICE_REQUEST);
            } else {
                close(file);
            }
        }
        for (uint32_t i = 0; i < HANDLES; i++) {
            if (files[i].stage != CLOSED) {
                close(&files[i]);
            }
        }
        MUST(driver_state.handle_count == 0 && driver_state.handles == NULL);
        driver.DriverUnload(&driver);
    }
    MUST(fake.pool == 0 && fake.handles == 0 && fake.devices == 0 && fake.links == 0 && fake.entry == NULL && fake.critical == 0);
    processes_end();
    accesses += fake.accesses;
    failed += fake.failed;
    return 0;
}
