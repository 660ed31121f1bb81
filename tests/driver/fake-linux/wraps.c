/* The linker sends the module's calls of the core through here: all but a program's steps are made with the lock held, and
   others come in between its steps. */
#include "fake.h"
#include "reggen_core.h"

#define WRAP(type, name, parameters, arguments)       \
    type __real_reggen_##name parameters;             \
    type __wrap_reggen_##name parameters;             \
    type __wrap_reggen_##name parameters              \
    {                                                 \
        MUST(fake_held());                            \
        return __real_reggen_##name arguments;        \
    }

WRAP(uint32_t, set_policy, (struct reggen_state *state, const void *request, uint32_t given, uint32_t *index), (state, request, given, index))
WRAP(int, named, (const struct reggen_state *state, const struct reggen_caller *caller), (state, caller))
WRAP(uint32_t, open, (struct reggen_state *state, struct reggen_handle *handle, const struct reggen_caller *caller), (state, handle, caller))
WRAP(void, close, (struct reggen_state *state, struct reggen_handle *handle), (state, handle))
WRAP(uint32_t, take,
     (struct reggen_state *state, struct reggen_handle *handle, const struct reggen_caller *caller, const void *request, uint32_t given, uint32_t *index),
     (state, handle, caller, request, given, index))
WRAP(uint32_t, release, (struct reggen_handle *handle), (handle))
WRAP(uint32_t, begin, (struct reggen_run *run, struct reggen_handle *handle, void *request, uint32_t given, uint32_t room), (run, handle, request, given, room))
WRAP(uint32_t, end, (struct reggen_run *run, void *answer, uint32_t room), (run, answer, room))

enum reggen_progress __real_reggen_step(struct reggen_run *run);
enum reggen_progress __wrap_reggen_step(struct reggen_run *run);
enum reggen_progress __wrap_reggen_step(struct reggen_run *run)
{
    MUST(!fake_held() && (run->steps == 0 || fake.yielded));
    fake.yielded = false;
    return __real_reggen_step(run);
}

void __real_reggen_stop(struct reggen_run *run);
void __wrap_reggen_stop(struct reggen_run *run);
void __wrap_reggen_stop(struct reggen_run *run)
{
    MUST(!fake_held());
    fake.stopped = true;
    __real_reggen_stop(run);
}

static struct reggen_state *loaded;
uint8_t fake_denied[0x10000];

void fake_load(void)
{
    memset(fake_denied, 0, sizeof fake_denied);
    if (loaded != NULL) {
        *loaded = (struct reggen_state){ 0 };
    }
}

/* Before the device is there, so that nobody has opened it. */
uint32_t __real_reggen_deny(struct reggen_state *state, uint32_t first, uint32_t last, uint32_t needs);
uint32_t __wrap_reggen_deny(struct reggen_state *state, uint32_t first, uint32_t last, uint32_t needs);
uint32_t __wrap_reggen_deny(struct reggen_state *state, uint32_t first, uint32_t last, uint32_t needs)
{
    MUST(fake.files == NULL);
    loaded = state;
    for (uint32_t port = first; port <= last && last < sizeof fake_denied; port++) {
        fake_denied[port] |= (uint8_t)needs;
    }
    return __real_reggen_deny(state, first, last, needs);
}
