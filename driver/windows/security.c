/* The device's DACL, built by hand: IoCreateDeviceSecure takes a string, which cannot follow the policy. It is protected, so that nothing
   is inherited, and it names nobody but SYSTEM, the administrators and whom the policy names. What they may do with an open device is the
   policy's matter; so is who claims: the DACL is the outer door of two. */
#include "driver.h"

static const uint32_t system_sid[] = { 0x00000101, 0x05000000, 18 };            /* S-1-5-18 */
const uint32_t administrators_sid[ADMINISTRATORS_WORDS] = { 0x00000201, 0x05000000, 32, 544 }; /* S-1-5-32-544 */

/* With a SID of any length instead of its first word. */
#define ACE_SIZE(sid_size) ((ULONG)(FIELD_OFFSET(ACCESS_ALLOWED_ACE, SidStart) + (sid_size)))

static int is_new(const struct reggen_state *state, uint32_t index)
{
    const struct reggen_entry *entry = &state->entries[index];
    if (entry->who_kind != REGGEN_WHO_SID) {
        return 0;
    }
    for (uint32_t i = 0; i < index; i++) {
        const struct reggen_entry *other = &state->entries[i];
        if (other->who_kind == REGGEN_WHO_SID && other->who_size == entry->who_size
            && RtlCompareMemory(other->who, entry->who, entry->who_size) == entry->who_size) {
            return 0;
        }
    }
    return 1;
}

static ULONG acl_size(const struct reggen_state *state)
{
    ULONG size = (ULONG)sizeof(ACL) + ACE_SIZE(sizeof system_sid) + ACE_SIZE(sizeof administrators_sid);
    for (uint32_t i = 0; i < state->entry_count; i++) {
        size += is_new(state, i) ? ACE_SIZE(state->entries[i].who_size) : 0;
    }
    return size;
}

static NTSTATUS fill(ACL *acl, ULONG size, const struct reggen_state *state)
{
    NTSTATUS status = RtlCreateAcl(acl, size, ACL_REVISION);
    if (NT_SUCCESS(status)) {
        status = RtlAddAccessAllowedAce(acl, ACL_REVISION, FILE_ALL_ACCESS, (SID *)system_sid);
    }
    if (NT_SUCCESS(status)) {
        status = RtlAddAccessAllowedAce(acl, ACL_REVISION, FILE_ALL_ACCESS, (SID *)administrators_sid);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < state->entry_count; i++) {
        if (is_new(state, i)) {
            status = RtlAddAccessAllowedAce(acl, ACL_REVISION, FILE_GENERIC_READ | FILE_GENERIC_WRITE, (SID *)state->entries[i].who);
        }
    }
    return status;
}

static NTSTATUS set(DEVICE_OBJECT *device, ACL *acl)
{
    SECURITY_DESCRIPTOR descriptor;
    HANDLE handle;
    NTSTATUS status = RtlCreateSecurityDescriptor(&descriptor, SECURITY_DESCRIPTOR_REVISION);
    if (NT_SUCCESS(status)) {
        status = RtlSetDaclSecurityDescriptor(&descriptor, TRUE, acl, FALSE);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = ObOpenObjectByPointer(device, OBJ_KERNEL_HANDLE, NULL, WRITE_DAC, NULL, KernelMode, &handle);
    if (NT_SUCCESS(status)) {
        status = ZwSetSecurityObject(handle, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, &descriptor);
        ZwClose(handle);
    }
    return status;
}

NTSTATUS security_apply(DEVICE_OBJECT *device, const struct reggen_state *state)
{
    ULONG size = acl_size(state);
    ACL *acl = pool_take(size);
    if (acl == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    NTSTATUS status = fill(acl, size, state);
    if (NT_SUCCESS(status)) {
        status = set(device, acl);
    }
    pool_give(acl);
    return status;
}
