/* client.exe FOLDER: installs the companion and the driver from there, goes through the rows, and removes both.
   client.exe real FOLDER: the same with the rows for real ports.
   client.exe hold PORT, direct PORT: claims a port, the second one for direct access, says so and waits to be killed.
   client.exe with FOLDER PORTS COMMAND: installs both, runs a program, and removes both; PORTS is where a QEMU listens for accesses, 0 for cells,
   or "real". */
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "client.h"

struct row {
    const char *name;
    void (*function)(void);
};

#define ROW(function, title) { #function, function },
static const struct row rows[] = {
#include "rows.def"
#include "rows_direct.def"
};
static const struct row real_rows[] = {
#include "rows_real.def"
};
#undef ROW

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

/* Which ports the driver's instructions reach from now on. */
static void choose(const WCHAR *ports)
{
    uint16_t port = (uint16_t)wcstoul(ports, NULL, 10);
    if (wcscmp(ports, L"real") == 0) {
        ports_request(PORTS_REAL, NULL, 0, NULL, 0);
    } else if (port != 0) {
        ports_request(PORTS_FORWARD, &port, sizeof port, NULL, 0);
    }
}

void real_loads(void)
{
    driver_loads();
    choose(L"real");
}

static int with(const WCHAR *ports, WCHAR *command)
{
    STARTUPINFOW startup = { .cb = sizeof startup };
    PROCESS_INFORMATION process;
    DWORD code = 1;
    remove_both();
    driver_loads();
    let_in();
    choose(ports);
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

static void run_rows(const struct row *rows, size_t count, const WCHAR *only)
{
    for (size_t i = 0; i < count; i++) {
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
}

int wmain(int count, WCHAR **arguments)
{
    static WCHAR path[MAX_PATH];
    GetModuleFileNameW(NULL, path, MAX_PATH);
    client_path = path;
    if (count == 3 && wcscmp(arguments[1], L"hold") == 0) {
        return hold((uint16_t)wcstoul(arguments[2], NULL, 16), 0);
    }
    if (count == 3 && wcscmp(arguments[1], L"direct") == 0) {
        return hold((uint16_t)wcstoul(arguments[2], NULL, 16), 1);
    }
    if (count == 3 && wcscmp(arguments[1], L"real") == 0) {
        client_folder = arguments[2];
        run_rows(real_rows, sizeof real_rows / sizeof real_rows[0], NULL);
        return 0;
    }
    if (count == 5 && wcscmp(arguments[1], L"with") == 0) {
        client_folder = arguments[2];
        return with(arguments[3], arguments[4]);
    }
    client_folder = arguments[1];
    run_rows(rows, sizeof rows / sizeof rows[0], count > 2 ? arguments[2] : NULL);
    return 0;
}
