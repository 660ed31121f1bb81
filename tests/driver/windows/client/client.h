/* What the client's files have from each other. A row is a function that checks; the first check that does not hold is what the row says. */
#ifndef CLIENT_H
#define CLIENT_H

#include <stdint.h>
#include <windows.h>

#include "machine.h"
#include "ports.h"
#include "reggen_driver.h"

#define CHECK(condition) check((condition) != 0, #condition, __FILE__, __LINE__)
#define EQUAL(expected, actual) check_equal((uint64_t)(expected), (uint64_t)(actual), #actual, __FILE__, __LINE__)
void check(int holds, const char *what, const char *file, int line);
void check_equal(uint64_t expected, uint64_t actual, const char *what, const char *file, int line);

/* main.c */
#define ROW(function, title) void function(void);
#include "rows.def"
#include "rows_direct.def"
#include "rows_real.def"
#undef ROW
extern const WCHAR *client_path, *client_folder;

/* holder.c. Another process of this program, that has claimed a port; its answer, and its handle as it calls it. */
extern HANDLE holder_handle;
uint32_t start_holder(const WCHAR *how, PROCESS_INFORMATION *process); /* hold, or direct */
int hold(uint16_t port, int directly);

/* service.c. The drivers as services; a Win32 error. */
void service_remove(const WCHAR *name);
DWORD service_install(const WCHAR *name, const WCHAR *file);
DWORD service_start(const WCHAR *name);
DWORD service_stop(const WCHAR *name);
void service_policy(const void *policy, uint32_t size); /* in the registry; NULL removes it */

/* requests.c */
HANDLE device_open(void);
/* A Win32 error; what was written into out goes to got. */
DWORD request_send(HANDLE device, uint32_t code, const void *request, uint32_t given, void *out, uint32_t room, uint32_t *got);
#define NO_ANSWER 0x1000000u /* with the Win32 error */
/* The answer's status, or NO_ANSWER | error. */
uint32_t request_status(HANDLE device, uint32_t number, const void *request, uint32_t given);
extern uint32_t request_index;
uint32_t request_release(HANDLE device);
struct reggen_range range(uint16_t first, uint16_t last);
uint32_t claim(HANDLE device, const struct reggen_range *ranges, uint32_t count);
uint32_t claim_one(HANDLE device, struct reggen_range range);
struct policy {
    struct reggen_policy head;
    struct reggen_entry entries[REGGEN_MOST_ENTRIES + 1];
};
extern struct policy policy;
void policy_begin(void);
struct reggen_entry *policy_add(uint16_t first, uint16_t last); /* for this program's user */
uint32_t policy_send(HANDLE device);
/* A handle that has claimed these ports alone, by a policy that lets it. */
HANDLE device_with(uint16_t first, uint16_t last);

/* programs.c */
struct program {
    struct reggen_program head;
    struct reggen_operation operations[REGGEN_MOST_OPERATIONS + 1];
    uint8_t data[REGGEN_MOST_DATA]; /* moved behind the operations when it is sent */
};
extern struct program program;
extern struct reggen_outcome outcome;
extern const struct reggen_result *results;
extern const uint8_t *moved;
void program_begin(void);
struct reggen_operation *add(uint8_t kind); /* references: none */
struct reggen_operation *add_port(uint8_t kind, uint16_t port, uint8_t width);
uint32_t program_size(void);
const void *program_bytes(void);
uint32_t run(HANDLE device); /* its status, or NO_ANSWER | error */

/* ports.c */
void ports_reset(void);
void ports_set(uint16_t port, uint8_t value);
void ports_end(uint32_t times);
void ports_token(uint32_t set, uint32_t administrators, uint32_t restricted);
const struct ports_log *ports_log(void);
/* "R1 3F8=60, W2 300=1234": all accesses since the reset. */
void check_said(const char *expected, const char *file, int line);
#define SAID(expected) check_said((expected), __FILE__, __LINE__)
uint32_t ports_request(uint32_t number, const void *in, uint32_t given, void *out, uint32_t room);

#endif
