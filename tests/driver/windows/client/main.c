/* client.exe FOLDER: installs the companion and the driver from there, goes through the rows, and removes both.
   client.exe hold FIRST: claims a port, says so and waits to be killed. */
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
    service_stop(L"reggen");
    service_stop(L"ports");
    service_remove(L"reggen");
    service_remove(L"ports");
    printf("end\n");
    return 0;
}
