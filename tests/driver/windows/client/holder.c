/* A process of its own that holds a port until it is killed. */
#include <stdio.h>
#include <wchar.h>

#include "client.h"

HANDLE holder_handle;

int hold(uint16_t port, int directly)
{
    HANDLE device = device_open();
    uint32_t status = claim_one(device, range(port, port));
    if (directly && status == REGGEN_OK) {
        struct reggen_header header = { sizeof header, REGGEN_VERSION, 0 };
        status = request_status(device, REGGEN_DIRECT, &header, sizeof header);
    }
    printf("%u %llu\n", status, (unsigned long long)(uintptr_t)device);
    fflush(stdout);
    Sleep(INFINITE);
    return 0;
}

uint32_t start_holder(const WCHAR *how, PROCESS_INFORMATION *process)
{
    WCHAR line[MAX_PATH + 20];
    HANDLE read, write;
    SECURITY_ATTRIBUTES inherited = { sizeof inherited, NULL, TRUE };
    STARTUPINFOW start = { .cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES };
    char said[40] = "";
    DWORD size = 0;
    CreatePipe(&read, &write, &inherited, 0);
    start.hStdOutput = write;
    swprintf(line, MAX_PATH + 20, L"\"%ls\" %ls 300", client_path, how);
    CHECK(CreateProcessW(client_path, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, process));
    CloseHandle(write);
    CHECK(ReadFile(read, said, sizeof said - 1, &size, NULL));
    CloseHandle(read);
    uint32_t status = 99;
    unsigned long long handle = 0;
    sscanf(said, "%u %llu", &status, &handle);
    holder_handle = (HANDLE)(uintptr_t)handle;
    return status;
}
