/* The kernel's function that gives ACPI's fixed table, as far as there is one. */
#include "kernel.h"

/* The table may be another one than when its size was asked for. */
static NTSTATUS get_table(ULONG provider, ULONG table, void *buffer, ULONG room, ULONG *size)
{
    MUST(provider == ('A' << 24 | 'C' << 16 | 'P' << 8 | 'I') && table == ('P' << 24 | 'C' << 16 | 'A' << 8 | 'F'));
    MUST((buffer == NULL) == (room == 0) && fake.devices == 0);
    *size = fake.table_size;
    if (fake.table_how == TABLE_NONE || kernel_fails()) {
        *size = 0xA5A5A5A5;
        return STATUS_NOT_FOUND;
    }
    if (buffer != NULL && fake.table_how == TABLE_SHRINKS) {
        *size /= 2;
    }
    if (buffer != NULL && fake.table_how == TABLE_GROWS) {
        *size += 12;
    }
    if (room < *size || buffer == NULL) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    memcpy(buffer, fake.table, *size);
    *size += fake.table_how == TABLE_LIES ? 12 : 0;
    return STATUS_SUCCESS;
}

void *MmGetSystemRoutineAddress(UNICODE_STRING *name)
{
    static const WCHAR known[] = L"ExGetSystemFirmwareTable";
    MUST(name->Length == sizeof known - sizeof(WCHAR) && memcmp(name->Buffer, known, name->Length) == 0);
    return fake.table_how == TABLE_UNKNOWN ? NULL : (void *)(uintptr_t)get_table;
}
