/* Who calls. In Wine it is always the same user, an administrator, and the kernel does not answer what restricts a token: here is what else
   a token could say. */
#include "companion.h"

__declspec(dllimport) BOOL WINAPI GetTokenInformation(HANDLE token, TOKEN_INFORMATION_CLASS what, void *information, ULONG room, ULONG *size);
__declspec(dllimport) ULONG WINAPI GetLastError(void);

static struct ports_token told;
static const uint32_t administrators[] = { 0x00000201, 0x05000000, 32, 544 };
static const uint32_t restricted_code[] = { 0x00000101, 0x05000000, 12 }; /* S-1-5-12 */

static NTSTATUS restricting(TOKEN_GROUPS *groups, ULONG room, ULONG *size)
{
    uint32_t count = told.restricted;
    *size = sizeof *groups + 2 * sizeof groups->Groups[0];
    if (room < *size) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    groups->GroupCount = count;
    groups->Groups[0].Sid = (PSID)restricted_code;
    groups->Groups[1].Sid = (PSID)administrators;
    groups->Groups[0].Attributes = groups->Groups[1].Attributes = 7;
    return STATUS_SUCCESS;
}

static void edit(TOKEN_GROUPS *groups)
{
    for (ULONG i = 0; i < groups->GroupCount; i++) {
        if (RtlEqualSid(groups->Groups[i].Sid, (PSID)administrators)) {
            groups->Groups[i].Attributes = told.administrators;
        }
    }
}

static NTSTATUS NTAPI query(HANDLE token, TOKEN_INFORMATION_CLASS what, void *information, ULONG room, ULONG *size)
{
    if (what == TokenRestrictedSids) {
        return restricting(information, room, size);
    }
    if (!GetTokenInformation(token, what, information, room, size)) {
        return GetLastError() == 122 ? STATUS_BUFFER_TOO_SMALL : STATUS_UNSUCCESSFUL;
    }
    if (what == TokenGroups && told.set != 0) {
        edit(information);
    }
    return STATUS_SUCCESS;
}

void token_begin(void)
{
    replace((void *)ZwQueryInformationToken, (void *)query);
}

void token_tell(const struct ports_token *token)
{
    told = *token;
}
