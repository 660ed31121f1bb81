/* Requests as the I/O manager of Windows sends them: from several threads at once, and with CLEANUP, which Wine never sends. Half of the threads
   contend for four ports; the others come in pairs that share a handle, of whom one closes it while the other's program runs. */
#include "race.h"

#define MOST_THREADS 32
#define CONTENDED 4u
#define POOL 0x65636152u

struct ports_raced raced;
static volatile LONG owners[CONTENDED];
static DEVICE_OBJECT *device;
static const struct ports_hostile *seeds;
static uint32_t rounds;

/* A request of its own, and the program's part of it. */
struct exchange {
    union {
        uint64_t align;
        struct reggen_header header;
        struct {
            struct reggen_claim head;
            struct reggen_range range;
        } claim;
        struct {
            struct reggen_policy head;
            struct reggen_entry entry;
        } policy;
        struct {
            struct reggen_program head;
            struct reggen_operation operations[3];
        } program;
        struct reggen_answer answer;
        struct {
            struct reggen_outcome head;
            struct reggen_result results[3];
        } outcome;
    };
};

struct pair {
    FILE_OBJECT file;
    uint16_t port;
    KEVENT ended;
};

static NTSTATUS NTAPI keep(DEVICE_OBJECT *unused, IRP *irp, void *context)
{
    UNREFERENCED_PARAMETER(unused);
    UNREFERENCED_PARAMETER(irp);
    UNREFERENCED_PARAMETER(context);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

NTSTATUS race_call(FILE_OBJECT *file, UCHAR major, uint32_t code, void *buffer, uint32_t given, uint32_t room, int cancelled, uint32_t *got)
{
    IRP *irp = IoAllocateIrp(device->StackSize, FALSE);
    IO_STACK_LOCATION *location = IoGetNextIrpStackLocation(irp);
    location->MajorFunction = major;
    location->FileObject = file;
    location->Parameters.DeviceIoControl.IoControlCode = code;
    location->Parameters.DeviceIoControl.InputBufferLength = given;
    location->Parameters.DeviceIoControl.OutputBufferLength = room;
    irp->AssociatedIrp.SystemBuffer = buffer;
    irp->Cancel = (BOOLEAN)cancelled;
    IoSetCompletionRoutine(irp, keep, NULL, TRUE, TRUE, TRUE);
    NTSTATUS status = IofCallDriver(device, irp);
    MUST(status == irp->IoStatus.Status && irp->IoStatus.Information <= room);
    MUST(NT_SUCCESS(status) || irp->IoStatus.Information == 0);
    *got = (uint32_t)irp->IoStatus.Information;
    IoFreeIrp(irp);
    return status;
}

NTSTATUS race_simple(FILE_OBJECT *file, UCHAR major)
{
    uint32_t got;
    return race_call(file, major, 0, NULL, 0, 0, 0, &got);
}

static NTSTATUS ask(FILE_OBJECT *file, uint32_t number, struct exchange *exchange, uint32_t given)
{
    exchange->header.size = given;
    exchange->header.version = REGGEN_VERSION;
    uint32_t got;
    return race_call(file, IRP_MJ_DEVICE_CONTROL, REGGEN_WINDOWS(number), exchange, given, sizeof *exchange, 0, &got);
}

static uint32_t claim(FILE_OBJECT *file, uint16_t port)
{
    struct exchange exchange = { 0 };
    exchange.claim.head.count = 1;
    exchange.claim.range = (struct reggen_range){ .first = port, .last = port, .widths = 1, .access = 3 };
    COUNT(claims);
    MUST(ask(file, REGGEN_CLAIM, &exchange, sizeof exchange.claim) == STATUS_SUCCESS);
    if (exchange.answer.status == REGGEN_OK) {
        COUNT(taken);
    }
    return exchange.answer.status;
}

/* The same as before, so that all that changes is the DACL's memory. */
static void policy(FILE_OBJECT *file)
{
    static const uint32_t administrators[] = { 0x00000201, 0x05000000, 32, 544 };
    struct exchange exchange = { 0 };
    exchange.policy.head.count = 1;
    exchange.policy.entry = (struct reggen_entry){ .first = 0x300, .last = 0x3FF, .access = 3, .who_kind = REGGEN_WHO_SID, .who_size = 16 };
    RtlCopyMemory(exchange.policy.entry.who, administrators, sizeof administrators);
    MUST(ask(file, REGGEN_POLICY, &exchange, sizeof exchange.policy) == STATUS_SUCCESS);
    MUST(exchange.answer.status == REGGEN_OK);
}

/* Writes its name into a port and sees it there for as long as it looks: nobody else has the port. */
static NTSTATUS run(FILE_OBJECT *file, uint16_t port, uint8_t name, uint32_t turns, int cancelled, struct exchange *exchange)
{
    RtlZeroMemory(exchange, sizeof *exchange);
    struct reggen_operation *operations = exchange->program.operations;
    for (int i = 0; i < 3; i++) {
        operations[i] = (struct reggen_operation){ .from = REGGEN_NONE, .beside = REGGEN_NONE, .target = REGGEN_NONE, .port = port, .width = 1 };
    }
    operations[0].kind = REGGEN_OP_OUT;
    operations[0].value = name;
    operations[1].kind = REGGEN_OP_IN;
    operations[2] = (struct reggen_operation){ .kind = REGGEN_OP_REPEAT, .from = 1, .beside = REGGEN_NONE, .target = 1, .keep = 0xFF,
                                               .value = name, .count = turns };
    exchange->program.head = (struct reggen_program){ .header = { sizeof exchange->program, REGGEN_VERSION, 0 }, .count = 3,
                                                      .deadline = REGGEN_LONGEST_DEADLINE };
    COUNT(programs);
    uint32_t got;
    return race_call(file, IRP_MJ_DEVICE_CONTROL, REGGEN_WINDOWS(REGGEN_RUN), exchange, sizeof exchange->program, sizeof *exchange, cancelled, &got);
}

static void contend(uint32_t number)
{
    FILE_OBJECT *file = ExAllocatePoolWithTag(NonPagedPool, sizeof *file, POOL);
    struct exchange exchange;
    RtlZeroMemory(file, sizeof *file);
    MUST(race_simple(file, IRP_MJ_CREATE) == STATUS_SUCCESS);
    for (uint32_t round = 0; round < rounds; round++) {
        uint32_t port = (round * 7 + number) % CONTENDED;
        if (round % 16 == 15) {
            policy(file);
        }
        if (claim(file, (uint16_t)(0x300 + port)) != REGGEN_OK) {
            continue;
        }
        MUST(InterlockedIncrement(&owners[port]) == 1);
        int cancelled = round % 32 == 31;
        MUST(run(file, (uint16_t)(0x300 + port), (uint8_t)number, 100, cancelled, &exchange) == STATUS_SUCCESS);
        uint32_t said = exchange.outcome.head.status;
        /* Where the machine is busy the deadline may come first. */
        MUST(said == (cancelled ? REGGEN_E_STOPPED : REGGEN_OK) || said == REGGEN_E_DEADLINE);
        MUST(said != REGGEN_OK || exchange.outcome.results[2].value == 1);
        InterlockedDecrement(&owners[port]);
        MUST(ask(file, REGGEN_RELEASE, &exchange, sizeof exchange.header) == STATUS_SUCCESS && exchange.answer.status == REGGEN_OK);
    }
    MUST(race_simple(file, IRP_MJ_CLEANUP) == STATUS_SUCCESS);
    MUST(race_simple(file, IRP_MJ_CLEANUP) == STATUS_SUCCESS);
    MUST(race_simple(file, IRP_MJ_CLOSE) == STATUS_SUCCESS);
    MUST(file->FsContext == NULL);
    ExFreePoolWithTag(file, POOL);
}

/* Runs programs that last, until the handle is closed under them. */
static void NTAPI runner(void *context)
{
    struct pair *pair = context;
    struct exchange exchange;
    LARGE_INTEGER moment = { .QuadPart = -1000 };
    NTSTATUS status;
    do {
        status = run(&pair->file, pair->port, 0x77, 0xFFFFFF, 0, &exchange);
        if (NT_SUCCESS(status)) {
            uint32_t said = exchange.outcome.head.status;
            MUST(said == REGGEN_E_STOPPED || said == REGGEN_E_BUSY || said == REGGEN_E_DEADLINE);
            ADD(stopped, said == REGGEN_E_STOPPED);
            ADD(busy, said == REGGEN_E_BUSY);
            KeDelayExecutionThread(KernelMode, FALSE, &moment);
        }
    } while (NT_SUCCESS(status));
    MUST(status == STATUS_FILE_CLOSED);
    COUNT(closed);
    KeSetEvent(&pair->ended, 0, FALSE);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static void close_under(uint32_t number)
{
    struct pair *pair = ExAllocatePoolWithTag(NonPagedPool, sizeof *pair, POOL);
    FILE_OBJECT *other = ExAllocatePoolWithTag(NonPagedPool, sizeof *other, POOL);
    struct exchange exchange;
    for (uint32_t round = 0; round < rounds / 16 + 1; round++) {
        HANDLE thread;
        LARGE_INTEGER moment = { .QuadPart = -20000 };
        RtlZeroMemory(pair, sizeof *pair);
        RtlZeroMemory(other, sizeof *other);
        pair->port = (uint16_t)(0x380 + number);
        KeInitializeEvent(&pair->ended, NotificationEvent, FALSE);
        MUST(race_simple(&pair->file, IRP_MJ_CREATE) == STATUS_SUCCESS && race_simple(other, IRP_MJ_CREATE) == STATUS_SUCCESS);
        MUST(claim(&pair->file, pair->port) == REGGEN_OK);
        PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, runner, pair);
        /* Only one program of a handle runs. Until the other's does, this one may. */
        do {
            KeDelayExecutionThread(KernelMode, FALSE, &moment);
            MUST(run(&pair->file, pair->port, 0x66, 1, 0, &exchange) == STATUS_SUCCESS);
        } while (exchange.outcome.head.status == REGGEN_OK);
        MUST(exchange.outcome.head.status == REGGEN_E_BUSY);
        MUST(claim(other, pair->port) == REGGEN_E_TAKEN);
        MUST(race_simple(&pair->file, IRP_MJ_CLEANUP) == STATUS_SUCCESS);
        MUST(claim(other, pair->port) == REGGEN_OK);
        KeWaitForSingleObject(&pair->ended, Executive, KernelMode, FALSE, NULL);
        ZwClose(thread);
        MUST(race_simple(&pair->file, IRP_MJ_CLOSE) == STATUS_SUCCESS);
        MUST(race_simple(other, IRP_MJ_CLOSE) == STATUS_SUCCESS);
    }
    ExFreePoolWithTag(pair, POOL);
    ExFreePoolWithTag(other, POOL);
}

static void NTAPI racer(void *context)
{
    uint32_t number = (uint32_t)(ULONG_PTR)context;
    if (seeds != NULL) {
        hostile_send(seeds, number);
    } else if (number % 2 == 0) {
        contend(number);
    } else {
        close_under(number);
    }
    InterlockedDecrement((LONG *)&raced.left);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

/* Opening the device is a request of this process to itself: not in the thread that answers requests. */
static void NTAPI starter(void *context)
{
    ULONG_PTR threads = (ULONG_PTR)context;
    HANDLE opened = race_open(&device);
    MUST(opened != NULL);
    for (ULONG_PTR i = 0; opened != NULL && i < threads; i++) {
        HANDLE thread;
        PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, racer, (void *)i);
        ZwClose(thread);
    }
    while (opened != NULL && raced.left > 1) {
        LARGE_INTEGER moment = { .QuadPart = -100000 };
        KeDelayExecutionThread(KernelMode, FALSE, &moment);
    }
    ZwClose(opened);
    raced.left = 0;
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS begin(uint32_t threads)
{
    HANDLE thread;
    raced = (struct ports_raced){ .left = threads + 1 };
    NTSTATUS status = PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, starter, (void *)(ULONG_PTR)threads);
    ZwClose(thread);
    return status;
}

NTSTATUS race_begin(const struct ports_race *race)
{
    seeds = NULL;
    rounds = race->rounds;
    return race->threads > MOST_THREADS ? STATUS_INVALID_PARAMETER : begin(race->threads);
}

NTSTATUS hostile_begin(const struct ports_hostile *hostile)
{
    static struct ports_hostile copy;
    copy = *hostile;
    seeds = &copy;
    return begin(HOSTILE_THREADS);
}

void race_log(struct ports_raced *log)
{
    *log = raced;
}
