/* A port instruction of a driver raises STATUS_PRIVILEGED_INSTRUCTION under Wine, where drivers are in user mode. This handler does what the
   instruction would, on an array of cells, and notes it; or it lets the thread do it, as root on Linux may. */
#include "companion.h"
#include "machine.h"

#define PORTS 0x10000u

__declspec(dllimport) void *WINAPI AddVectoredExceptionHandler(ULONG first, LONG(WINAPI *handler)(EXCEPTION_POINTERS *));
__declspec(dllimport) ULONG WINAPI RemoveVectoredExceptionHandler(void *handler);

static void *installed;
static FAST_MUTEX lock;
static uint8_t cells[PORTS + 4];
static struct ports_access noted[PORTS_MOST];
static uint32_t count, denied;
static int real;

/* As the sheet of denials has it. */
static int is_denied(uint32_t port)
{
    return (port & ~1u) == 0x7E || port == 0x92 || (port & ~1u) == 0xB2 || (port & ~7u) == 0xCF8 || (port & ~1u) == 0x5658;
}

static uint32_t in(uint16_t port, uint32_t width)
{
    uint32_t value = 0;
    for (uint32_t byte = 0; byte < width; byte++) {
        value |= (uint32_t)cells[port + byte] << (8 * byte);
    }
    if (port == PORTS_COUNTER) {
        cells[port]++;
    }
    return value;
}

static void out(uint16_t port, uint32_t width, uint32_t value)
{
    for (uint32_t byte = 0; byte < width; byte++) {
        cells[port + byte] = (uint8_t)(value >> (8 * byte));
    }
}

static uint32_t access(uint8_t kind, uint16_t port, uint8_t width, uint32_t value)
{
    ExAcquireFastMutex(&lock);
    if (forward_is_on()) {
        value = forward_access(kind, port, width, value);
    } else if (kind == 'R') {
        value = in(port, width);
    } else {
        value &= width == 4 ? ~0u : (1u << (8 * width)) - 1;
        out(port, width, value);
    }
    if (count < PORTS_MOST) {
        noted[count] = (struct ports_access){ kind, width, port, value };
    }
    count++;
    for (uint32_t byte = 0; byte < width; byte++) {
        denied += (uint32_t)is_denied(port + byte);
    }
    ExReleaseFastMutex(&lock);
    return value;
}

/* IN and OUT with DX or a byte; 66 makes four bytes two. */
static int is_port_instruction(const uint8_t *code)
{
    return (code[code[0] == 0x66] & 0xF4) == 0xE4;
}

/* Answers its length. */
static uint32_t perform(CONTEXT *context)
{
    const uint8_t *code = (const uint8_t *)context->MACHINE_AT;
    uint32_t at = code[0] == 0x66, opcode = code[at];
    uint16_t port = (opcode & 8) != 0 ? (uint16_t)context->MACHINE_DX : code[at + 1];
    uint8_t width = (opcode & 1) == 0 ? 1 : at != 0 ? 2 : 4;
    uintptr_t mask = width == 4 ? ~(uintptr_t)0 : ((uintptr_t)1 << (8 * width)) - 1;
    if ((opcode & 2) != 0) {
        access('W', port, width, (uint32_t)context->MACHINE_AX);
    } else {
        context->MACHINE_AX = (context->MACHINE_AX & ~mask) | access('R', port, width, 0);
    }
    return at + ((opcode & 8) != 0 ? 1 : 2);
}

static LONG WINAPI handle(EXCEPTION_POINTERS *pointers)
{
    if (pointers->ExceptionRecord->ExceptionCode != STATUS_PRIVILEGED_INSTRUCTION
        || !is_port_instruction((const uint8_t *)pointers->ContextRecord->MACHINE_AT)) {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    if (real) {
        /* Once a thread: then its instructions do not come here any more. */
        return machine_iopl() == 0 ? EXCEPTION_CONTINUE_EXECUTION : EXCEPTION_CONTINUE_SEARCH;
    }
    pointers->ContextRecord->MACHINE_AT += perform(pointers->ContextRecord);
    return EXCEPTION_CONTINUE_EXECUTION;
}

void emulate_begin(void)
{
    ExInitializeFastMutex(&lock);
    emulate_reset();
    installed = AddVectoredExceptionHandler(1, handle);
}

void emulate_end(void)
{
    RemoveVectoredExceptionHandler(installed);
}

void emulate_reset(void)
{
    ExAcquireFastMutex(&lock);
    RtlFillMemory(cells, sizeof cells, 0xFF);
    count = denied = 0;
    ExReleaseFastMutex(&lock);
}

void emulate_not(void)
{
    real = 1;
}

void emulate_set(const struct ports_cell *cell)
{
    ExAcquireFastMutex(&lock);
    cells[cell->port] = cell->value;
    ExReleaseFastMutex(&lock);
}

void emulate_log(struct ports_log *log)
{
    ExAcquireFastMutex(&lock);
    log->count = count;
    log->denied = denied;
    RtlCopyMemory(log->access, noted, sizeof noted);
    ExReleaseFastMutex(&lock);
}
