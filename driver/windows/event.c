/* What an administrator finds in the system's event log; the texts are in messages.mc. Losing one is no reason to do otherwise. */
#include "driver.h"

void event_write(DRIVER_OBJECT *driver, NTSTATUS message, uint32_t first, uint32_t second)
{
    IO_ERROR_LOG_PACKET *packet = IoAllocateErrorLogEntry(driver, (UCHAR)(sizeof *packet + sizeof(ULONG)));
    if (packet == NULL) {
        return;
    }
    RtlZeroMemory(packet, sizeof *packet + sizeof(ULONG));
    packet->ErrorCode = message;
    packet->DumpDataSize = 2 * sizeof(ULONG);
    packet->DumpData[0] = first;
    packet->DumpData[1] = second;
    IoWriteErrorLogEntry(packet);
}
