/* The rig's companion driver for Wine: loaded before the driver under test, into the same process. */
#include "companion.h"

static UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Device\\RegGenPorts");
static UNICODE_STRING link = RTL_CONSTANT_STRING(L"\\DosDevices\\RegGenPorts");

static NTSTATUS dispatch(const IO_STACK_LOCATION *location, void *buffer, ULONG_PTR *size)
{
    switch (location->Parameters.DeviceIoControl.IoControlCode) {
    case PORTS_CODE(PORTS_RESET):
        emulate_reset();
        replace_reset();
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_SET):
        emulate_set(buffer);
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_LOG):
        emulate_log(buffer);
        replace_log(buffer);
        *size = sizeof(struct ports_log);
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_END):
        replace_end_after(*(const uint32_t *)buffer);
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_TOKEN):
        token_tell(buffer);
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_FORWARD):
        return forward_to(*(const uint16_t *)buffer);
    case PORTS_CODE(PORTS_REAL):
        emulate_not();
        return STATUS_SUCCESS;
    case PORTS_CODE(PORTS_RACE):
        return race_begin(buffer);
    case PORTS_CODE(PORTS_HOSTILE):
        return hostile_begin(buffer);
    case PORTS_CODE(PORTS_RACED):
        race_log(buffer);
        *size = sizeof(struct ports_raced);
        return STATUS_SUCCESS;
    default:
        return direct_request(location->Parameters.DeviceIoControl.IoControlCode, buffer, size);
    }
}

static NTSTATUS NTAPI any(DEVICE_OBJECT *device, IRP *irp)
{
    IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    UNREFERENCED_PARAMETER(device);
    irp->IoStatus.Information = 0;
    NTSTATUS status = location->MajorFunction == IRP_MJ_DEVICE_CONTROL
                          ? dispatch(location, irp->AssociatedIrp.SystemBuffer, &irp->IoStatus.Information) : STATUS_SUCCESS;
    irp->IoStatus.Status = status;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static void NTAPI unload(DRIVER_OBJECT *driver)
{
    emulate_end();
    IoDeleteSymbolicLink(&link);
    IoDeleteDevice(driver->DeviceObject);
}

DRIVER_INITIALIZE DriverEntry;
NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *service)
{
    DEVICE_OBJECT *device;
    UNREFERENCED_PARAMETER(service);
    NTSTATUS status = IoCreateDevice(driver, 0, &name, 0x9EE7, 0, FALSE, &device);
    if (NT_SUCCESS(status)) {
        status = IoCreateSymbolicLink(&link, &name);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++) {
        driver->MajorFunction[i] = any;
    }
    driver->DriverUnload = unload;
    emulate_begin();
    replace_begin();
    token_begin();
    direct_begin();
    return STATUS_SUCCESS;
}
