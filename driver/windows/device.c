/* The device, and what open handles of it are. */
#include "driver.h"

static UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Device\\RegGen");
static UNICODE_STRING link = RTL_CONSTANT_STRING(L"\\DosDevices\\RegGen");

/* As in the request's codes. */
#define DEVICE_TYPE_REGGEN (REGGEN_WINDOWS(0) >> 16)

/* Nobody opens the device before DriverEntry has returned, so that it has its DACL by then. FILE_DEVICE_SECURE_OPEN makes the DACL hold for
   names below the device too; there are none, see device_create. */
NTSTATUS device_make(DRIVER_OBJECT *driver)
{
    DEVICE_OBJECT *device;
    NTSTATUS status = IoCreateDevice(driver, 0, &name, DEVICE_TYPE_REGGEN, FILE_DEVICE_SECURE_OPEN, FALSE, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = security_apply(device, &driver_state);
    if (NT_SUCCESS(status)) {
        status = IoCreateSymbolicLink(&link, &name);
    }
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
    }
    return status;
}

void device_drop(DRIVER_OBJECT *driver)
{
    IoDeleteSymbolicLink(&link);
    IoDeleteDevice(driver->DeviceObject);
}

static NTSTATUS enter(struct handle *handle)
{
    struct reggen_caller caller;
    NTSTATUS status = caller_take(&caller);
    if (NT_SUCCESS(status)) {
        driver_lock();
        status = reggen_open(&driver_state, &handle->core, &caller) == REGGEN_OK ? STATUS_SUCCESS : STATUS_TOO_MANY_OPENED_FILES;
        driver_unlock();
    }
    caller_give(&caller);
    return status;
}

NTSTATUS NTAPI device_create(DEVICE_OBJECT *device, IRP *irp)
{
    FILE_OBJECT *file = IoGetCurrentIrpStackLocation(irp)->FileObject;
    UNREFERENCED_PARAMETER(device);
    if (file->FileName.Length != 0) {
        return driver_complete(irp, STATUS_OBJECT_NAME_NOT_FOUND, 0);
    }
    struct handle *handle = pool_take(sizeof *handle);
    if (handle == NULL) {
        return driver_complete(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    }
    IoInitializeRemoveLock(&handle->users, 0, 0, 0);
    NTSTATUS status = enter(handle);
    if (!NT_SUCCESS(status)) {
        pool_give(handle);
        return driver_complete(irp, status, 0);
    }
    file->FsContext = handle;
    return driver_complete(irp, STATUS_SUCCESS, 0);
}

/* The ports are free from here on. A program that runs sees closing and ends within its step. */
static void run_down(struct handle *handle)
{
    if (InterlockedExchange(&handle->closing, 1) != 0) {
        return;
    }
    KeEnterCriticalRegion();
    if (NT_SUCCESS(IoAcquireRemoveLock(&handle->users, NULL))) {
        IoReleaseRemoveLockAndWait(&handle->users, NULL);
    }
    KeLeaveCriticalRegion();
    driver_lock();
    direct_take(handle);
    reggen_close(&driver_state, &handle->core);
    driver_unlock();
}

/* No program has the handle any more, but requests may be under way. */
NTSTATUS NTAPI device_cleanup(DEVICE_OBJECT *device, IRP *irp)
{
    struct handle *handle = IoGetCurrentIrpStackLocation(irp)->FileObject->FsContext;
    UNREFERENCED_PARAMETER(device);
    if (handle != NULL) {
        run_down(handle);
    }
    return driver_complete(irp, STATUS_SUCCESS, 0);
}

/* Nor are requests. */
NTSTATUS NTAPI device_close(DEVICE_OBJECT *device, IRP *irp)
{
    FILE_OBJECT *file = IoGetCurrentIrpStackLocation(irp)->FileObject;
    struct handle *handle = file->FsContext;
    UNREFERENCED_PARAMETER(device);
    if (handle != NULL) {
        run_down(handle);
        file->FsContext = NULL;
        pool_give(handle);
    }
    return driver_complete(irp, STATUS_SUCCESS, 0);
}
