/* Requests. Where an answer has room the request has succeeded for Windows, and the answer says what became of it; what can have no answer
   fails.

   The buffer is the I/O manager's copy: it lies in the kernel's pool at an address that is a multiple of 8, no program can change it while
   we look at it, and the answer takes its place. Behind what was sent it holds what was there before, so that we read no further than given
   and Information is what was written, never more. */
#include "driver.h"
#include "messages.h"

struct request {
    void *buffer;
    uint32_t given;
    uint32_t room;
    uint32_t size; /* of the answer */
};

static NTSTATUS answer(struct request *request, uint32_t status, uint32_t index)
{
    const struct reggen_answer made = {
        .header = { .size = sizeof made, .version = REGGEN_VERSION },
        .status = status,
        .index = index,
    };
    RtlCopyMemory(request->buffer, &made, sizeof made);
    request->size = sizeof made;
    return STATUS_SUCCESS;
}

/* A request that is a header and nothing else. */
static uint32_t plain(const struct request *request, int any_version)
{
    const struct reggen_header *header = request->buffer;
    if (request->given < sizeof *header) {
        return REGGEN_E_REQUEST;
    }
    if (header->version != REGGEN_VERSION && !any_version) {
        return REGGEN_E_VERSION;
    }
    return request->given == sizeof *header && header->size == sizeof *header && header->reserved == 0 ? REGGEN_OK : REGGEN_E_REQUEST;
}

static NTSTATUS query(struct request *request)
{
    uint32_t status = plain(request, 1);
    if (status != REGGEN_OK) {
        return answer(request, status, 0);
    }
    if (request->room < sizeof(struct reggen_features)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    struct reggen_features *features = request->buffer;
    reggen_query(features);
    features->features |= direct_features();
    request->size = sizeof(struct reggen_features);
    return STATUS_SUCCESS;
}

static NTSTATUS claim(struct handle *handle, struct request *request)
{
    struct reggen_caller caller;
    NTSTATUS status = caller_take(&caller);
    if (NT_SUCCESS(status)) {
        uint32_t index;
        driver_lock();
        uint32_t result = reggen_take(&driver_state, &handle->core, &caller, request->buffer, request->given, &index);
        driver_unlock();
        status = answer(request, result, index);
    }
    caller_give(&caller);
    return status;
}

/* Where the ports stay claimed because a program runs, direct access stays too. Until the lock is given back nobody else can claim them. */
static NTSTATUS release(struct handle *handle, struct request *request)
{
    uint32_t status = plain(request, 0);
    if (status == REGGEN_OK) {
        driver_lock();
        status = reggen_release(&handle->core);
        if (status == REGGEN_OK) {
            direct_take(handle);
        }
        driver_unlock();
    }
    return answer(request, status, 0);
}

static NTSTATUS direct(const struct handle *handle, struct request *request)
{
    uint32_t index = 0, status = plain(request, 0);
    if (status == REGGEN_OK) {
        driver_lock();
        status = direct_give(handle, &index);
        driver_unlock();
    }
    return answer(request, status, index);
}

/* A policy that the DACL cannot follow is none. */
static NTSTATUS replace_policy(DEVICE_OBJECT *device, struct request *request)
{
    uint32_t index;
    driver_lock();
    uint32_t result = reggen_set_policy(&driver_state, request->buffer, request->given, &index);
    NTSTATUS status = result == REGGEN_OK ? security_apply(device, &driver_state) : STATUS_SUCCESS;
    if (!NT_SUCCESS(status)) {
        driver_state.entry_count = 0;
    }
    uint32_t entries = driver_state.entry_count;
    driver_unlock();
    if (result == REGGEN_OK) {
        event_write(device->DriverObject, REGGEN_EVENT_POLICY, entries, (uint32_t)status);
    }
    return NT_SUCCESS(status) ? answer(request, result, index) : status;
}

/* The device is open to whom the policy names, and a handle may be passed on: so it is the caller who must be an administrator, at this
   very moment, elevated and not in a restricted token. Not by SeAccessCheck or SeTokenIsAdmin, because Wine lacks what is behind them: the token's
   groups say the same. */
static NTSTATUS policy(DEVICE_OBJECT *device, struct request *request)
{
    struct reggen_caller caller;
    NTSTATUS status = caller_take(&caller);
    if (NT_SUCCESS(status)) {
        status = caller_is_administrator(&caller) ? replace_policy(device, request) : STATUS_ACCESS_DENIED;
    }
    caller_give(&caller);
    return status;
}

static int is_known(ULONG code)
{
    uint32_t last = direct_features() != 0 ? REGGEN_DIRECT : REGGEN_POLICY;
    return code >= REGGEN_WINDOWS(REGGEN_QUERY) && code <= REGGEN_WINDOWS(last) && (code & 3) == 0;
}

static NTSTATUS dispatch(DEVICE_OBJECT *device, struct handle *handle, IRP *irp, ULONG code, struct request *request)
{
    if (!is_known(code)) {
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    /* What could not be answered is not done either. */
    if (request->room < sizeof(struct reggen_answer)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    switch (code) {
    case REGGEN_WINDOWS(REGGEN_QUERY):
        return query(request);
    case REGGEN_WINDOWS(REGGEN_CLAIM):
        return claim(handle, request);
    case REGGEN_WINDOWS(REGGEN_RELEASE):
        return release(handle, request);
    case REGGEN_WINDOWS(REGGEN_RUN):
        return execute(handle, irp, request->buffer, request->given, request->room, &request->size);
    case REGGEN_WINDOWS(REGGEN_POLICY):
        return policy(device, request);
    default:
        return direct(handle, request);
    }
}

/* In a critical region, because a thread that is suspended in the middle would keep its claims, and whoever closes the handle, waiting. */
NTSTATUS NTAPI control(DEVICE_OBJECT *device, IRP *irp)
{
    IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    struct handle *handle = location->FileObject->FsContext;
    struct request request = {
        .buffer = irp->AssociatedIrp.SystemBuffer,
        .given = location->Parameters.DeviceIoControl.InputBufferLength,
        .room = location->Parameters.DeviceIoControl.OutputBufferLength,
    };
    if (handle == NULL) {
        return driver_complete(irp, STATUS_INVALID_HANDLE, 0);
    }
    KeEnterCriticalRegion();
    NTSTATUS status = IoAcquireRemoveLock(&handle->users, NULL);
    if (NT_SUCCESS(status)) {
        status = dispatch(device, handle, irp, location->Parameters.DeviceIoControl.IoControlCode, &request);
        IoReleaseRemoveLock(&handle->users, NULL);
    } else {
        status = STATUS_FILE_CLOSED;
    }
    KeLeaveCriticalRegion();
    return driver_complete(irp, status, NT_SUCCESS(status) ? request.size : 0);
}
