/* The device of the driver under test, for requests that are made by hand. */
#include "race.h"

/* IoGetDeviceObjectPointer has none but a stub's device in Wine, and a file has an object only once its CREATE has been answered. */
HANDLE race_open(DEVICE_OBJECT **device)
{
    static UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Device\\RegGen");
    OBJECT_ATTRIBUTES attributes;
    IO_STATUS_BLOCK status;
    HANDLE handle;
    FILE_OBJECT *file;
    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
    if (!NT_SUCCESS(ZwOpenFile(&handle, FILE_READ_DATA | FILE_WRITE_DATA, &attributes, &status, 0, 0))) {
        return NULL;
    }
    LARGE_INTEGER moment = { .QuadPart = -1000000 };
    KeDelayExecutionThread(KernelMode, FALSE, &moment);
    if (!NT_SUCCESS(ObReferenceObjectByHandle(handle, 0, NULL, KernelMode, (void **)&file, NULL))) {
        ZwClose(handle);
        return NULL;
    }
    *device = file->DeviceObject;
    ObDereferenceObject(file);
    return handle;
}
