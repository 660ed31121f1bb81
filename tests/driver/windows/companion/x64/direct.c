/* On 64 bits there is no map of ports. */
#include "companion.h"

void direct_begin(void)
{
}

NTSTATUS direct_request(uint32_t code, void *buffer, ULONG_PTR *size)
{
    UNREFERENCED_PARAMETER(code);
    UNREFERENCED_PARAMETER(buffer);
    UNREFERENCED_PARAMETER(size);
    return STATUS_INVALID_DEVICE_REQUEST;
}
