/* The policy that an administrator has installed: the value Policy (REG_BINARY) of the service's key Parameters, which is a whole request
   REGGEN_POLICY. Whatever is wrong with it leaves the empty policy and an event. */
#include "driver.h"
#include "messages.h"

static const WCHAR below[] = L"\\Parameters";
static UNICODE_STRING value_name = RTL_CONSTANT_STRING(L"Policy");

#define MOST_POLICY (sizeof(struct reggen_policy) + REGGEN_MOST_ENTRIES * sizeof(struct reggen_entry))

/* KEY_VALUE_PARTIAL_INFORMATION ends with its data, at an offset that is no multiple of 8: a policy must be copied to one. */
#define HEAD FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data)

static NTSTATUS open(const UNICODE_STRING *service, HANDLE *key)
{
    SIZE_T size = service->Length + sizeof below;
    if (size > MAXUSHORT) {
        return STATUS_NAME_TOO_LONG;
    }
    UNICODE_STRING path = { .MaximumLength = (USHORT)size, .Length = (USHORT)(size - sizeof(WCHAR)), .Buffer = pool_take(size) };
    if (path.Buffer == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    RtlCopyMemory(path.Buffer, service->Buffer, service->Length);
    RtlCopyMemory((char *)path.Buffer + service->Length, below, sizeof below);
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &path, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, NULL, NULL);
    NTSTATUS status = ZwOpenKey(key, KEY_READ, &attributes);
    pool_give(path.Buffer);
    return status;
}

/* The value, in memory of its own. */
static NTSTATUS read(HANDLE key, void **policy, uint32_t *size)
{
    ULONG written;
    KEY_VALUE_PARTIAL_INFORMATION *value = pool_take(HEAD + MOST_POLICY);
    if (value == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    NTSTATUS status = ZwQueryValueKey(key, &value_name, KeyValuePartialInformation, value, (ULONG)(HEAD + MOST_POLICY), &written);
    if (NT_SUCCESS(status) && (value->Type != REG_BINARY || value->DataLength == 0)) {
        status = STATUS_OBJECT_TYPE_MISMATCH;
    }
    if (NT_SUCCESS(status)) {
        *size = value->DataLength;
        *policy = pool_take(*size);
        status = *policy != NULL ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
    }
    if (NT_SUCCESS(status)) {
        RtlCopyMemory(*policy, value->Data, *size);
    }
    pool_give(value);
    return status;
}

void registry_load(DRIVER_OBJECT *driver, const UNICODE_STRING *service)
{
    HANDLE key;
    void *policy = NULL;
    uint32_t size = 0, index = 0, result = REGGEN_OK;
    NTSTATUS status = open(service, &key);
    if (NT_SUCCESS(status)) {
        status = read(key, &policy, &size);
        ZwClose(key);
    }
    if (NT_SUCCESS(status)) {
        result = reggen_set_policy(&driver_state, policy, size, &index);
    }
    pool_give(policy);
    /* None at all is how it was installed. */
    if (result != REGGEN_OK) {
        event_write(driver, REGGEN_EVENT_WRONG_POLICY, result, index);
    } else if (!NT_SUCCESS(status) && status != STATUS_OBJECT_NAME_NOT_FOUND) {
        event_write(driver, REGGEN_EVENT_UNREAD_POLICY, (uint32_t)status, 0);
    }
}
