/* A kernel in which everything that may fail does now and then, and everything that must not be done is noticed. */
#include <stdio.h>
#include <stdlib.h>

#include "kernel.h"

struct fake fake;

void broken(const char *what, const char *file, int line)
{
    fprintf(stderr, "%s:%d: %s does not hold\n", file, line, what);
    abort();
}

void fake_reset(struct input *input)
{
    fake = (struct fake){ .input = input, .now = 1 };
}

int kernel_fails(void)
{
    int yes = fake.failing && byte(fake.input) >= 0xFC;
    fake.failed += (uint32_t)yes;
    return yes;
}

/* At PASSIVE_LEVEL, and nothing that has to be given back is held back. */
#define MAY_FAIL()                                \
    do {                                          \
        if (kernel_fails()) {                     \
            return STATUS_INSUFFICIENT_RESOURCES; \
        }                                         \
    } while (0)

void IoCompleteRequest(IRP *irp, int boost)
{
    fake.spins = 0;
    MUST(boost == IO_NO_INCREMENT && irp->completed++ == 0);
    MUST(fake.locked == 0);
}

NTSTATUS IoCreateDevice(DRIVER_OBJECT *driver, ULONG extension, UNICODE_STRING *name, ULONG type, ULONG characteristics, BOOLEAN exclusive,
                        DEVICE_OBJECT **device)
{
    MUST(extension == 0 && name->Length == 28 && type == 0x9EE6 && characteristics == FILE_DEVICE_SECURE_OPEN && !exclusive);
    MAY_FAIL();
    *device = calloc(1, sizeof **device);
    (*device)->DriverObject = driver;
    driver->DeviceObject = *device;
    fake.devices++;
    return STATUS_SUCCESS;
}

void IoDeleteDevice(DEVICE_OBJECT *device)
{
    fake.devices--;
    free(device);
}

NTSTATUS IoCreateSymbolicLink(UNICODE_STRING *link, UNICODE_STRING *name)
{
    MUST(link->Length == 36 && name->Length == 28);
    MUST(fake.sid_count >= 2); /* the DACL is there */
    MAY_FAIL();
    fake.links++;
    return STATUS_SUCCESS;
}

NTSTATUS IoDeleteSymbolicLink(UNICODE_STRING *link)
{
    MUST(link->Length == 36);
    fake.links--;
    return STATUS_SUCCESS;
}

void *ExAllocatePoolWithTag(int type, SIZE_T size, ULONG tag)
{
    MUST(type == NonPagedPoolNx && size > 0 && tag == 0x6E476752);
    if (kernel_fails()) {
        return NULL;
    }
    fake.pool++;
    return memset(malloc(size), 0xA5, size);
}

void ExFreePoolWithTag(void *what, ULONG tag)
{
    MUST(what != NULL && tag == 0x6E476752);
    fake.pool--;
    free(what);
}

void ExInitializeFastMutex(FAST_MUTEX *mutex)
{
    mutex->held = 0;
}

void ExAcquireFastMutexUnsafe(FAST_MUTEX *mutex)
{
    MUST(fake.critical > 0 && mutex->held == 0);
    mutex->held = fake.locked = 1;
}

void ExReleaseFastMutexUnsafe(FAST_MUTEX *mutex)
{
    MUST(fake.critical > 0 && mutex->held == 1);
    mutex->held = fake.locked = 0;
}

void KeEnterCriticalRegion(void)
{
    fake.critical++;
}

void KeLeaveCriticalRegion(void)
{
    MUST(fake.critical-- > 0);
}

void IoInitializeRemoveLock(IO_REMOVE_LOCK *lock, ULONG tag, ULONG minutes, ULONG most)
{
    (void)tag, (void)minutes, (void)most;
    *lock = (IO_REMOVE_LOCK){ 1, 0 };
}

NTSTATUS IoAcquireRemoveLock(IO_REMOVE_LOCK *lock, void *tag)
{
    (void)tag;
    MUST(fake.critical > 0); /* who is suspended with it keeps whoever closes the handle waiting */
    if (lock->removed) {
        return STATUS_DELETE_PENDING;
    }
    lock->users++;
    return STATUS_SUCCESS;
}

void IoReleaseRemoveLock(IO_REMOVE_LOCK *lock, void *tag)
{
    (void)tag;
    MUST(fake.critical > 0);
    MUST(lock->users-- > 1 || lock->removed);
}

/* There is one thread: it would wait for itself. */
void IoReleaseRemoveLockAndWait(IO_REMOVE_LOCK *lock, void *tag)
{
    (void)tag;
    MUST(fake.locked == 0);
    MUST(!lock->removed);
    lock->removed = 1;
    lock->users -= 2;
    MUST(lock->users == 0);
}

/* A tick is 200 of these: who waits longer has to sleep. */
void fake_spin(void)
{
    MUST(fake.spins++ < 2000 || fake.waits_often);
    fake.now += 50;
}

PETHREAD PsGetCurrentThread(void)
{
    return &fake;
}

/* Between two steps of a program: the others' turn. */
BOOLEAN PsIsThreadTerminating(PETHREAD thread)
{
    MUST(thread == &fake && fake.locked == 0);
    MUST(fake.critical == 1); /* not to be suspended */
    if (fake.others != NULL) {
        fake.others();
    }
    return byte(fake.input) == 0xDD;
}

ULONG KeQueryTimeIncrement(void)
{
    return 10000;
}

NTSTATUS KeDelayExecutionThread(int mode, BOOLEAN alertable, LARGE_INTEGER *interval)
{
    MUST(mode == KernelMode && !alertable && interval->QuadPart < 0 && interval->QuadPart >= -1000000);
    MUST(fake.locked == 0);
    fake.spins = 0;
    fake.now += (uint64_t)-interval->QuadPart + byte(fake.input);
    return STATUS_SUCCESS;
}

/* 100 ns a tick. */
LARGE_INTEGER KeQueryPerformanceCounter(LARGE_INTEGER *frequency)
{
    if (frequency != NULL) {
        frequency->QuadPart = 10000000;
    }
    fake.now += 1 + (byte(fake.input) & 31);
    return (LARGE_INTEGER){ (LONGLONG)fake.now };
}

NTSTATUS ZwClose(HANDLE handle)
{
    MUST(handle == &fake.handles && fake.handles-- > 0);
    return STATUS_SUCCESS;
}

NTSTATUS ZwOpenKey(HANDLE *key, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes)
{
    static const WCHAR path[] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\reggen\\Parameters";
    MUST(access == KEY_READ && attributes->attributes == (OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE));
    MUST(attributes->name->Length == sizeof path - 2 && memcmp(attributes->name->Buffer, path, sizeof path - 2) == 0);
    MAY_FAIL();
    if (fake.registry == NULL) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    fake.handles++;
    *key = &fake.handles;
    return STATUS_SUCCESS;
}

NTSTATUS ZwQueryValueKey(HANDLE key, UNICODE_STRING *name, int what, void *information, ULONG size, ULONG *written)
{
    KEY_VALUE_PARTIAL_INFORMATION *value = information;
    MUST(key == &fake.handles && name->Length == 12 && what == KeyValuePartialInformation);
    MAY_FAIL();
    *written = (ULONG)FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data) + fake.registry_size;
    ULONG fits = size - (ULONG)FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data);
    value->Type = fake.registry_type;
    value->DataLength = fake.registry_size;
    memcpy(value->Data, fake.registry, fake.registry_size < fits ? fake.registry_size : fits);
    return fake.registry_size <= fits ? STATUS_SUCCESS : STATUS_BUFFER_OVERFLOW;
}

void *IoAllocateErrorLogEntry(void *object, UCHAR size)
{
    MUST(object != NULL && fake.entry == NULL);
    if (!kernel_fails()) {
        fake.entry = memset(malloc(size), 0xA5, size);
    }
    return fake.entry;
}

void IoWriteErrorLogEntry(void *entry)
{
    IO_ERROR_LOG_PACKET *packet = entry;
    MUST(entry == fake.entry && packet->DumpDataSize == 8 && (packet->ErrorCode & 0x0FFF0000) == 0x09E60000);
    free(entry);
    fake.entry = NULL;
}

static void touched(uint16_t port, uint32_t width)
{
    fake.accesses++;
    fake.spins = 0;
    MUST(fake.in_request && fake.locked == 0 && fake.critical == 1);
    MUST(port + width <= 0x10000);
    for (uint32_t at = port; at < port + width; at++) {
        MUST((at & ~1u) != 0x7E && at != 0x92 && (at & ~1u) != 0xB2 && (at & ~7u) != 0xCF8 && (at & ~1u) != 0x5658);
    }
}

uint32_t fake_in(uint16_t port, uint32_t width)
{
    touched(port, width);
    return byte(fake.input);
}

void fake_out(uint16_t port, uint32_t width, uint32_t value)
{
    (void)value;
    touched(port, width);
}
