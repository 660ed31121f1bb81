/* Who calls, by the token of the thread if it impersonates somebody and else of its process. Only to be asked in the caller's thread. */
#include "driver.h"

int caller_is(const struct reggen_caller *caller, const struct reggen_entry *entry);

/* A token's list of SIDs has a few dozens. */
#define MOST_INFORMATION 0x10000u

/* As in winnt.h, which mingw's headers for drivers leave out. */
#ifndef SE_GROUP_ENABLED
#define SE_GROUP_ENABLED 0x00000004u
#define SE_GROUP_USE_FOR_DENY_ONLY 0x00000010u
#endif

static NTSTATUS ask(HANDLE token, TOKEN_INFORMATION_CLASS what, void **information)
{
    ULONG size = 0;
    NTSTATUS status = ZwQueryInformationToken(token, what, NULL, 0, &size);
    if (status != STATUS_BUFFER_TOO_SMALL) {
        return NT_SUCCESS(status) ? STATUS_UNSUCCESSFUL : status;
    }
    *information = size <= MOST_INFORMATION ? pool_take(size) : NULL;
    return *information == NULL ? STATUS_INSUFFICIENT_RESOURCES : ZwQueryInformationToken(token, what, *information, size, &size);
}

/* Whom a service merely identifies has not lent it his rights. */
static NTSTATUS check_level(HANDLE token)
{
    SECURITY_IMPERSONATION_LEVEL level;
    ULONG size;
    NTSTATUS status = ZwQueryInformationToken(token, TokenImpersonationLevel, &level, sizeof level, &size);
    return NT_SUCCESS(status) && level < SecurityImpersonation ? STATUS_BAD_IMPERSONATION_LEVEL : status;
}

static NTSTATUS open(HANDLE *token)
{
    NTSTATUS status = ZwOpenThreadTokenEx(ZwCurrentThread(), TOKEN_QUERY, TRUE, OBJ_KERNEL_HANDLE, token);
    if (status == STATUS_NO_TOKEN) {
        return ZwOpenProcessTokenEx(ZwCurrentProcess(), TOKEN_QUERY, OBJ_KERNEL_HANDLE, token);
    }
    if (NT_SUCCESS(status)) {
        status = check_level(*token);
        if (!NT_SUCCESS(status)) {
            ZwClose(*token);
        }
    }
    return status;
}

NTSTATUS caller_take(struct reggen_caller *caller)
{
    HANDLE token;
    RtlZeroMemory(caller, sizeof *caller);
    NTSTATUS status = open(&token);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = ask(token, TokenUser, (void **)&caller->user);
    if (NT_SUCCESS(status)) {
        status = ask(token, TokenGroups, (void **)&caller->groups);
    }
    if (NT_SUCCESS(status)) {
        status = ask(token, TokenRestrictedSids, (void **)&caller->restricting);
    }
    ZwClose(token);
    return status;
}

void caller_give(struct reggen_caller *caller)
{
    pool_give(caller->user);
    pool_give(caller->groups);
    pool_give(caller->restricting);
}

static int same(const void *sid, const void *who, uint32_t size)
{
    return RtlLengthSid((void *)sid) == size && RtlCompareMemory(sid, who, size) == size;
}

static int lists(const TOKEN_GROUPS *list, const void *who, uint32_t size, ULONG having)
{
    for (ULONG i = 0; i < list->GroupCount; i++) {
        ULONG attributes = list->Groups[i].Attributes;
        if ((attributes & (having | SE_GROUP_USE_FOR_DENY_ONLY)) == having && same(list->Groups[i].Sid, who, size)) {
            return 1;
        }
    }
    return 0;
}

/* A group counts while it is enabled; one that can only deny never does, like the administrators' in the token of an administrator who has
   not elevated the program. A user may be such, too: then his SID is among the groups' kind by its attributes. */
static int is(const struct reggen_caller *caller, const void *who, uint32_t size)
{
    const SID_AND_ATTRIBUTES *user = &caller->user->User;
    int found = ((user->Attributes & SE_GROUP_USE_FOR_DENY_ONLY) == 0 && same(user->Sid, who, size))
                || lists(caller->groups, who, size, SE_GROUP_ENABLED);
    return found && (caller->restricting->GroupCount == 0 || lists(caller->restricting, who, size, 0));
}

int caller_is(const struct reggen_caller *caller, const struct reggen_entry *entry)
{
    return entry->who_kind == REGGEN_WHO_SID && is(caller, entry->who, entry->who_size);
}

int caller_is_administrator(const struct reggen_caller *caller)
{
    return is(caller, administrators_sid, sizeof administrators_sid);
}
