/* Port accesses as questions to QEMU's device models, by its qtest protocol over a loopback socket: one line asks, one line answers. Winsock
   is found at run time, since a driver's imports are the kernel's. */
#include "companion.h"

__declspec(dllimport) void *WINAPI LoadLibraryA(const char *name);
__declspec(dllimport) void *WINAPI GetProcAddress(void *library, const char *name);

struct address {
    uint16_t family;
    uint8_t port[2]; /* the high byte first */
    uint8_t host[4];
    uint8_t zero[8];
};

static int(WINAPI *send_bytes)(uintptr_t, const char *, int, int);
static int(WINAPI *receive_bytes)(uintptr_t, char *, int, int);
static uintptr_t socket_open = ~(uintptr_t)0;
static char line[128];

int forward_is_on(void)
{
    return socket_open != ~(uintptr_t)0;
}

NTSTATUS forward_to(uint16_t port)
{
    void *winsock = LoadLibraryA("ws2_32.dll");
    if (winsock == NULL) {
        return STATUS_NOT_FOUND;
    }
    int(WINAPI *start)(uint16_t, void *) = (int(WINAPI *)(uint16_t, void *))GetProcAddress(winsock, "WSAStartup");
    uintptr_t(WINAPI *make)(int, int, int) = (uintptr_t(WINAPI *)(int, int, int))GetProcAddress(winsock, "socket");
    int(WINAPI *join)(uintptr_t, const void *, int) = (int(WINAPI *)(uintptr_t, const void *, int))GetProcAddress(winsock, "connect");
    send_bytes = (int(WINAPI *)(uintptr_t, const char *, int, int))GetProcAddress(winsock, "send");
    receive_bytes = (int(WINAPI *)(uintptr_t, char *, int, int))GetProcAddress(winsock, "recv");
    static uint8_t data[512];
    struct address address = { .family = 2, .port = { (uint8_t)(port >> 8), (uint8_t)port }, .host = { 127, 0, 0, 1 } };
    start(0x0202, data);
    uintptr_t made = make(2, 1, 0);
    if (join(made, &address, sizeof address) != 0) {
        return STATUS_CONNECTION_REFUSED;
    }
    socket_open = made;
    return STATUS_SUCCESS;
}

static char *put_hex(char *at, uint32_t value)
{
    *at++ = '0';
    *at++ = 'x';
    for (int shift = 28; shift >= 0; shift -= 4) {
        *at++ = "0123456789abcdef"[value >> shift & 15];
    }
    return at;
}

static uint32_t get_hex(const char *text)
{
    uint32_t value = 0;
    for (; (*text >= '0' && *text <= '9') || (*text >= 'a' && *text <= 'f'); text++) {
        value = value << 4 | (uint32_t)(*text <= '9' ? *text - '0' : *text - 'a' + 10);
    }
    return value;
}

/* "OK 0x12" or "OK"; interrupt lines have nothing to do with us. */
static uint32_t answer(void)
{
    for (;;) {
        int length = 0;
        while (length < (int)sizeof line - 1 && receive_bytes(socket_open, line + length, 1, 0) == 1 && line[length] != '\n') {
            length++;
        }
        line[length] = 0;
        if (length == 0 || line[0] == 'O') {
            return length > 5 ? get_hex(line + 5) : 0;
        }
    }
}

uint32_t forward_access(uint8_t kind, uint16_t port, uint8_t width, uint32_t value)
{
    char *at = line;
    for (const char *word = kind == 'R' ? "in" : "out"; *word != 0; word++) {
        *at++ = *word;
    }
    *at++ = width == 1 ? 'b' : width == 2 ? 'w' : 'l';
    *at++ = ' ';
    at = put_hex(at, port);
    if (kind == 'W') {
        *at++ = ' ';
        at = put_hex(at, value);
    }
    *at++ = '\n';
    send_bytes(socket_open, line, (int)(at - line), 0);
    uint32_t read = answer();
    return kind == 'R' ? read : value;
}
