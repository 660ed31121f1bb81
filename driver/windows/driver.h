/* What the driver's files have from each other. */
#ifndef REGGEN_DRIVER_WINDOWS_H
#define REGGEN_DRIVER_WINDOWS_H

#include <ntifs.h>

#include "reggen_core.h"

/* One open handle of a program: a file object's FsContext. */
struct handle {
    IO_REMOVE_LOCK users;   /* requests that are under way */
    volatile LONG closing;  /* the last user handle is gone: programs end, nothing new begins */
    struct reggen_handle core;
};

/* entry.c. The one lock is for the core's state and for the policy with its DACL. It leaves the IRQL at PASSIVE_LEVEL, where the Zw functions
   want it, and keeps a thread that holds it from being suspended. */
extern struct reggen_state driver_state;
void driver_lock(void);
void driver_unlock(void);
NTSTATUS driver_complete(IRP *irp, NTSTATUS status, ULONG_PTR information);

/* Pool, all of it 0; NULL if there is none. */
void *pool_take(SIZE_T size);
void pool_give(void *what);

/* device.c */
NTSTATUS device_make(DRIVER_OBJECT *driver);
void device_drop(DRIVER_OBJECT *driver);
DRIVER_DISPATCH device_create, device_cleanup, device_close;

/* control.c */
DRIVER_DISPATCH control;

/* execute.c. room is for the answer, which takes the place of the request. The answer's size; 0 if there is no room or no memory. */
NTSTATUS execute(struct handle *handle, IRP *irp, void *request, uint32_t given, uint32_t room, uint32_t *size);

/* x86/direct.c, x64/direct.c. Access past the driver. REGGEN_FEATURE_DIRECT, or 0 where there is none and the request is unknown. Give is for the
   process that calls, by what the handle has claimed; take, before those ports may be another handle's: both locked. */
uint32_t direct_features(void);
uint32_t direct_give(const struct handle *handle, uint32_t *index);
void direct_take(const struct handle *handle);
void direct_start(void);
void direct_stop(void);

/* registry.c. The policy as it was installed, or the empty one. Locked. */
void registry_load(DRIVER_OBJECT *driver, const UNICODE_STRING *service);

/* firmware.c. Denies what this machine's firmware tells of: before the policy is loaded. Locked. */
void firmware_ask(DRIVER_OBJECT *driver);

/* security.c. The administrators' binary SID. Lets SYSTEM, the administrators and whom the policy names open the device; locked. */
#define ADMINISTRATORS_WORDS 4
extern const uint32_t administrators_sid[ADMINISTRATORS_WORDS];
NTSTATUS security_apply(DEVICE_OBJECT *device, const struct reggen_state *state);

/* token.c. Who calls: a copy, because the core asks while the lock is held. */
struct reggen_caller {
    TOKEN_USER *user;
    TOKEN_GROUPS *groups;
    TOKEN_GROUPS *restricting; /* of a restricted token: the SIDs that must be allowed as well */
};
NTSTATUS caller_take(struct reggen_caller *caller);
void caller_give(struct reggen_caller *caller);
int caller_is_administrator(const struct reggen_caller *caller);

/* clock.c */
void clock_start(void);

/* event.c. Into the system's log. */
void event_write(DRIVER_OBJECT *driver, NTSTATUS message, uint32_t first, uint32_t second);

#endif
