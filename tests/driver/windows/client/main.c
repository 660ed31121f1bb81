/* client.exe FOLDER: installs the companion and the driver from there, goes through the rows, and removes both.
   client.exe hold FIRST: claims a port, says so and waits to be killed.
   client.exe with FOLDER PORT COMMAND: installs both, runs a program, and removes both; PORT is where a QEMU listens for accesses, or 0. */
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "client.h"

static const struct {
    const char *name;
    void (*function)(void);
} rows[] = {
#define ROW(function, title) { #function, function },
#include "rows.def"
#undef ROW
};

const WCHAR *client_path, *client_folder;
static char failure[512];

void check(int holds, const char *what, const char *file, int line)
{
    if (!holds && failure[0] == 0) {
        const char *name = strrchr(file, '/');
        snprintf(failure, sizeof failure, "%s:%d: %s", name != NULL ? name + 1 : file, line, what);
    }
}

void check_equal(uint64_t expected, uint64_t actual, const char *what, const char *file, int line)
{
    char text[256];
    snprintf(text, sizeof text, "%s is %llX instead of %llX", what, (unsigned long long)actual, (unsigned long long)expected);
    check(expected == actual, text, file, line);
}

static void remove_both(void)
{
    service_stop(L"reggen");
    service_stop(L"ports");
    service_remove(L"reggen");
    service_remove(L"ports");
}

/* The ports of the demo, and some where nothing is. */
static void let_in(void)
{
    HANDLE device = device_open();
    policy_begin();
    policy_add(0x2F8, 0x2FF);
    policy_add(0x300, 0x3FF);
    policy_add(0x70, 0x71)->flags = REGGEN_POLICY_SYSTEM;
    EQUAL(REGGEN_OK, policy_send(device));
    CloseHandle(device);
}

static int with(uint16_t port, WCHAR *command)
{
    STARTUPINFOW startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    DWORD code = 1;
    remove_both();
    driver_loads();
    let_in();
    if (port != 0) {
        ports_request(PORTS_FORWARD, &port, sizeof port, NULL, 0);
    }
    if (CreateProcessW(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) {
        WaitForSingleObject(process.hProcess, INFINITE);
        GetExitCodeProcess(process.hProcess, &code);
    }
    remove_both();
    if (failure[0] != 0) {
        fprintf(stderr, "%s\n", failure);
    }
    return failure[0] != 0 ? 1 : (int)code;
}

static int hold(uint16_t port)
{
    HANDLE device = device_open();
    uint32_t status = claim_one(device, range(port, port));
    printf("%u\n", status);
    fflush(stdout);
    Sleep(INFINITE);
    return 0;
}

int wmain(int count, WCHAR **arguments)
{
    static WCHAR path[MAX_PATH];
    GetModuleFileNameW(NULL, path, MAX_PATH);
    client_path = path;
    if (count == 3 && wcscmp(arguments[1], L"hold") == 0) {
        return hold((uint16_t)wcstoul(arguments[2], NULL, 16));
    }
    if (count == 5 && wcscmp(arguments[1], L"with") == 0) {
        client_folder = arguments[2];
        return with((uint16_t)wcstoul(arguments[3], NULL, 10), arguments[4]);
    }
    client_folder = arguments[1];
    const WCHAR *only = count > 2 ? arguments[2] : NULL;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WCHAR name[100];
        swprintf(name, 100, L"%hs", rows[i].name);
        if (only != NULL && i != 0 && wcsstr(only, name) == NULL) {
            continue;
        }
        failure[0] = 0;
        DWORD start = GetTickCount();
        rows[i].function();
        printf("row %s: %s%s (%lu ms)\n", rows[i].name, failure[0] == 0 ? "ok" : "FAILED ", failure, GetTickCount() - start);
        fflush(stdout);
    }
    remove_both();
    printf("end\n");
    return 0;
}
