/* Sequences of IRPs to the Windows driver by hostile callers, in the fake kernel: loading with any registry, requests of up to four handles, also
   while a program rests, CLEANUP and CLOSE in any order that the I/O manager keeps, unloading. Nothing may be left over. */
#include <stdio.h>
#include <stdlib.h>

#include "checks.h"
#include "direct.h"
#include "driver.h"
#include "kernel.h"
#include "programs.h"

#define HANDLES 4u
#define MOST_REQUESTS 24u

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
    fprintf(stderr, "%llu sequences: %llu loaded; %llu requests, %llu answered, %llu while a program rested; %llu accesses; %llu failures of the kernel; direct access given %llu times, taken back %llu; %llu times something of the firmware's denied\n",
            sequences, loaded, requests, answered, nested, accesses, failed, direct_given, direct_lost, firmware_found);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    atexit(count);
    return 0;
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
    /* As if others had so many handles; the last 16 of 256 are for administrators. */
    uint32_t others = how >= 0xC0 ? 256 - how % 32u : open;
    enum who who = fake.who = below(input, WHO_END);
    memset(file, 0, sizeof *file);
    file->object.FileName.Length = how == 0xAE ? 4 : 0;
    driver_state.handle_count = others;
    NTSTATUS status = simple(file, IRP_MJ_CREATE);
    int good = file->object.FileName.Length == 0 && who != IDENTIFIED && (others < 240 || (others < 256 && who == ADMINISTRATOR));
    MUST(NT_SUCCESS(status) ? good && fake.failed == before : !good || fake.failed > before || fake.failing);
    MUST(driver_state.handle_count == others + NT_SUCCESS(status));
    driver_state.handle_count = open + NT_SUCCESS(status);
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
    answered += NT_SUCCESS(status);
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
            firmware_check_policy();
        } else if (!NT_SUCCESS(status) && who == ADMINISTRATOR && room >= 16 && file->stage == OPEN) {
            MUST(fake.failed > sids || fake.failing || dacl_failed);
        }
    }
    free(buffer);
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
    fake.who = USER;
    MUST(simple(file, IRP_MJ_CREATE) == STATUS_SUCCESS);
    file->stage = OPEN;
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
    struct input input = { data, size };
    UNICODE_STRING path = { sizeof service - 2, sizeof service - 2, (WCHAR *)service };
    fake_reset(&input);
    memset(&driver_state, 0, sizeof driver_state);
    memset(&driver, 0, sizeof driver);
    memset(files, 0, sizeof files);
    uint8_t how = byte(&input);
    fake.failing = how & 1;
    firmware_make(&input, (how & 2) != 0);
    choose_registry(&input, how);
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
        firmware_check();
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
