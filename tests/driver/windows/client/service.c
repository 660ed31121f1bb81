/* Drivers as services, in one load-order group, so that Wine runs them in one process. */
#include <stdio.h>
#include <wchar.h>

#include "client.h"

static SC_HANDLE open(const WCHAR *name)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    SC_HANDLE service = OpenServiceW(manager, name, SERVICE_ALL_ACCESS);
    CloseServiceHandle(manager);
    return service;
}

void service_remove(const WCHAR *name)
{
    SC_HANDLE service = open(name);
    if (service != NULL) {
        DeleteService(service);
        CloseServiceHandle(service);
    }
}

DWORD service_install(const WCHAR *name, const WCHAR *file)
{
    WCHAR path[MAX_PATH];
    swprintf(path, MAX_PATH, L"%ls\\%ls", client_folder, file);
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    SC_HANDLE service = CreateServiceW(manager, name, name, SERVICE_ALL_ACCESS, SERVICE_KERNEL_DRIVER, SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL,
                                       path, L"RegGenTests", NULL, NULL, NULL, NULL);
    DWORD error = service == NULL ? GetLastError() : 0;
    CloseServiceHandle(service);
    CloseServiceHandle(manager);
    return error;
}

/* Until it is there, or ten seconds. */
static DWORD wait_for(SC_HANDLE service, DWORD wanted)
{
    SERVICE_STATUS status = { 0 };
    for (int i = 0; i < 200; i++) {
        QueryServiceStatus(service, &status);
        if (status.dwCurrentState == wanted) {
            return 0;
        }
        Sleep(50);
    }
    return ERROR_TIMEOUT;
}

DWORD service_start(const WCHAR *name)
{
    SC_HANDLE service = open(name);
    DWORD error = StartServiceW(service, 0, NULL) ? wait_for(service, SERVICE_RUNNING) : GetLastError();
    CloseServiceHandle(service);
    return error;
}

DWORD service_stop(const WCHAR *name)
{
    SERVICE_STATUS status;
    SC_HANDLE service = open(name);
    DWORD error = ControlService(service, SERVICE_CONTROL_STOP, &status) ? wait_for(service, SERVICE_STOPPED) : GetLastError();
    CloseServiceHandle(service);
    return error;
}

void service_policy(const void *policy, uint32_t size)
{
    static const WCHAR path[] = L"SYSTEM\\CurrentControlSet\\Services\\reggen\\Parameters";
    HKEY key;
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, path);
    if (policy != NULL) {
        EQUAL(0, RegCreateKeyExW(HKEY_LOCAL_MACHINE, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL));
        EQUAL(0, RegSetValueExW(key, L"Policy", 0, REG_BINARY, policy, size));
        RegCloseKey(key);
    }
}
