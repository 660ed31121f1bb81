/* The driver's beginning and end, and what is everybody's: the lock, pool, completed requests. */
#include "driver.h"
#include "messages.h"

/* "RgGn" in a list of pool. */
#define TAG 0x6E476752u

struct reggen_state driver_state;
static FAST_MUTEX lock;

DRIVER_INITIALIZE DriverEntry;
static DRIVER_UNLOAD unload;
static DRIVER_DISPATCH refuse;

void driver_lock(void)
{
    KeEnterCriticalRegion();
    ExAcquireFastMutexUnsafe(&lock);
}

void driver_unlock(void)
{
    ExReleaseFastMutexUnsafe(&lock);
    KeLeaveCriticalRegion();
}

/* Not ExAllocatePool2, which would give zeros by itself: Windows before 10 version 2004 has none. */
void *pool_take(SIZE_T size)
{
    void *what = ExAllocatePoolWithTag(NonPagedPoolNx, size, TAG);
    if (what != NULL) {
        RtlZeroMemory(what, size);
    }
    return what;
}

void pool_give(void *what)
{
    if (what != NULL) {
        ExFreePoolWithTag(what, TAG);
    }
}

NTSTATUS driver_complete(IRP *irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS NTAPI refuse(DEVICE_OBJECT *device, IRP *irp)
{
    UNREFERENCED_PARAMETER(device);
    return driver_complete(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

/* The I/O manager calls this only once no handle is open any more: until then a stop is pending, and new handles are refused. So there is
   no handle to take care of, and no request. */
static void NTAPI unload(DRIVER_OBJECT *driver)
{
    device_drop(driver);
    direct_stop();
}

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *service)
{
    ExInitializeFastMutex(&lock);
    clock_start();
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++) {
        driver->MajorFunction[i] = refuse;
    }
    driver->MajorFunction[IRP_MJ_CREATE] = device_create;
    driver->MajorFunction[IRP_MJ_CLEANUP] = device_cleanup;
    driver->MajorFunction[IRP_MJ_CLOSE] = device_close;
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = control;
    driver->DriverUnload = unload;
    direct_start();
    driver_lock();
    firmware_ask(driver);
    registry_load(driver, service);
    NTSTATUS status = device_make(driver);
    uint32_t entries = driver_state.entry_count;
    driver_unlock();
    if (NT_SUCCESS(status)) {
        event_write(driver, REGGEN_EVENT_LOADED, REGGEN_VERSION, entries);
    } else {
        direct_stop();
    }
    return status;
}
