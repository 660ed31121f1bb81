/* Tokens and the DACL of the fake kernel. */
#include <stdlib.h>

#include "kernel.h"

const uint8_t fake_system[12] = { 1, 1, 0, 0, 0, 0, 0, 5, 18 };
const uint8_t fake_administrators[16] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2 };
const uint8_t fake_group[16] = { 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x2D, 2 };
const uint8_t fake_user[28] = { 1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 7, 7, 0xE9, 3 };

static HANDLE opened(HANDLE *token)
{
    fake.handles++;
    return *token = &fake.handles;
}

static int impersonates(void)
{
    return fake.who == IDENTIFIED || fake.who == IMPERSONATED;
}

NTSTATUS ZwOpenThreadTokenEx(HANDLE thread, ACCESS_MASK access, BOOLEAN as_self, ULONG attributes, HANDLE *token)
{
    MUST(thread == ZwCurrentThread() && access == TOKEN_QUERY && as_self && attributes == OBJ_KERNEL_HANDLE);
    MUST(fake.locked == 0);
    if (fake.failing && byte(fake.input) >= 0xFC) {
        return STATUS_ACCESS_DENIED;
    }
    return impersonates() ? opened(token), STATUS_SUCCESS : STATUS_NO_TOKEN;
}

/* Who impersonates has an administrator's process. */
NTSTATUS ZwOpenProcessTokenEx(HANDLE process, ACCESS_MASK access, ULONG attributes, HANDLE *token)
{
    MUST(process == ZwCurrentProcess() && access == TOKEN_QUERY && attributes == OBJ_KERNEL_HANDLE);
    MUST(!impersonates());
    opened(token);
    return STATUS_SUCCESS;
}

/* What the next caller's token lists, each with its attributes. */
static uint32_t list(TOKEN_INFORMATION_CLASS what, const uint8_t *sids[3], uint32_t attributes[3])
{
    sids[0] = fake_user;
    attributes[0] = 0;
    if (what == TokenUser) {
        return 1;
    }
    if (what == TokenRestrictedSids) {
        sids[0] = fake_group;
        attributes[0] = 7;
        return fake.who == RESTRICTED;
    }
    sids[0] = fake_group;
    attributes[0] = 7;
    sids[1] = fake_administrators;
    attributes[1] = fake.who == NOT_ELEVATED ? 0x10 : 7;
    return fake.who == USER || fake.who == IMPERSONATED ? 1 : 2;
}

int fake_is(enum who who, const uint8_t *sid, uint32_t size)
{
    int user = size == sizeof fake_user && memcmp(sid, fake_user, size) == 0, group = size == 16 && memcmp(sid, fake_group, size) == 0;
    int administrators = size == 16 && memcmp(sid, fake_administrators, size) == 0;
    switch (who) {
    case ADMINISTRATOR:
        return user || group || administrators;
    case RESTRICTED:
        return group;
    case IDENTIFIED:
        return 0;
    default:
        return user || group;
    }
}

NTSTATUS ZwQueryInformationToken(HANDLE token, TOKEN_INFORMATION_CLASS what, void *information, ULONG size, ULONG *needed)
{
    const uint8_t *sids[3];
    uint32_t attributes[3];
    MUST(token == &fake.handles && fake.handles > 0 && fake.locked == 0);
    if (fake.failing && byte(fake.input) >= 0xFC) {
        return STATUS_ACCESS_DENIED;
    }
    if (what == TokenImpersonationLevel) {
        MUST(size == sizeof(SECURITY_IMPERSONATION_LEVEL) && impersonates());
        *(SECURITY_IMPERSONATION_LEVEL *)information = fake.who == IDENTIFIED ? SecurityIdentification : SecurityImpersonation;
        return STATUS_SUCCESS;
    }
    uint32_t count = list(what, sids, attributes);
    size_t head = what == TokenUser ? 0 : offsetof(TOKEN_GROUPS, Groups), all = head + count * (sizeof(SID_AND_ATTRIBUTES) + 28);
    *needed = (ULONG)(all < sizeof(TOKEN_GROUPS) ? sizeof(TOKEN_GROUPS) : all);
    if (size < *needed) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    SID_AND_ATTRIBUTES *each = (SID_AND_ATTRIBUTES *)((uint8_t *)information + head);
    uint8_t *at = (uint8_t *)(each + count);
    if (head != 0) {
        ((TOKEN_GROUPS *)information)->GroupCount = count;
    }
    for (uint32_t i = 0; i < count; i++, at += 28) {
        each[i] = (SID_AND_ATTRIBUTES){ memcpy(at, sids[i], 8u + 4u * sids[i][1]), attributes[i] };
    }
    return STATUS_SUCCESS;
}

ULONG RtlLengthSid(void *sid)
{
    return 8u + 4u * ((UCHAR *)sid)[1];
}

SIZE_T RtlCompareMemory(const void *one, const void *other, SIZE_T size)
{
    SIZE_T same = 0;
    while (same < size && ((const UCHAR *)one)[same] == ((const UCHAR *)other)[same]) {
        same++;
    }
    return same;
}

NTSTATUS RtlCreateAcl(ACL *acl, ULONG size, ULONG revision)
{
    MUST(size >= sizeof *acl && size <= MAXUSHORT && revision == ACL_REVISION);
    *acl = (ACL){ (UCHAR)revision, 0, (USHORT)size, 0, 0 };
    return STATUS_SUCCESS;
}

/* Behind the last one; the test's own count is in Sbz2. */
NTSTATUS RtlAddAccessAllowedAce(ACL *acl, ULONG revision, ACCESS_MASK mask, SID *sid)
{
    ULONG size = 8 + RtlLengthSid(sid), at = sizeof *acl + acl->Sbz2;
    MUST(revision == ACL_REVISION);
    MUST(at + size <= acl->AclSize);
    ACCESS_ALLOWED_ACE ace = { .AceSize = (USHORT)size, .Mask = mask };
    memcpy((UCHAR *)acl + at, &ace, 8);
    memcpy((UCHAR *)acl + at + 8, sid, size - 8);
    acl->Sbz2 = (USHORT)(acl->Sbz2 + size);
    acl->AceCount++;
    return STATUS_SUCCESS;
}

NTSTATUS RtlCreateSecurityDescriptor(SECURITY_DESCRIPTOR *descriptor, ULONG revision)
{
    MUST(revision == SECURITY_DESCRIPTOR_REVISION);
    descriptor->dacl = NULL;
    return STATUS_SUCCESS;
}

NTSTATUS RtlSetDaclSecurityDescriptor(SECURITY_DESCRIPTOR *descriptor, BOOLEAN present, ACL *acl, BOOLEAN defaulted)
{
    MUST(present && acl != NULL && !defaulted);
    descriptor->dacl = acl;
    return STATUS_SUCCESS;
}

NTSTATUS ObOpenObjectByPointer(void *object, ULONG attributes, ACCESS_STATE *state, ACCESS_MASK access, void *type, int mode, HANDLE *handle)
{
    MUST(object != NULL && attributes == OBJ_KERNEL_HANDLE && state == NULL && access == WRITE_DAC && type == NULL && mode == KernelMode);
    if (fake.dacl_fails || (fake.failing && byte(fake.input) >= 0xFC)) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    opened(handle);
    return STATUS_SUCCESS;
}

/* Full and packed, and kept. */
NTSTATUS ZwSetSecurityObject(HANDLE handle, SECURITY_INFORMATION what, SECURITY_DESCRIPTOR *descriptor)
{
    const ACL *acl = descriptor->dacl;
    MUST(handle == &fake.handles && what == (DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION));
    MUST(sizeof *acl + acl->Sbz2 == acl->AclSize);
    const UCHAR *at = (const UCHAR *)(acl + 1);
    fake.sid_count = acl->AceCount;
    for (uint32_t i = 0; i < acl->AceCount; i++) {
        ACCESS_ALLOWED_ACE ace;
        memcpy(&ace, at, 8);
        MUST(ace.Mask == (i < 2 ? FILE_ALL_ACCESS : FILE_GENERIC_READ | FILE_GENERIC_WRITE));
        memset(fake.sids[i], 0, sizeof fake.sids[i]);
        memcpy(fake.sids[i], at + 8, ace.AceSize - 8u);
        at += ace.AceSize;
    }
    return STATUS_SUCCESS;
}
