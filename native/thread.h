/* What the library knows of one thread. It stands in stubs.S, because how it is reached differs between C libraries. */
#ifndef REGGEN_THREAD_H
#define REGGEN_THREAD_H

#include <stdint.h>

struct reggen_thread {
    uint64_t seen;  /* The process's generation that the thread's ports are of. stubs.S relies on its being first. */
    int64_t error;  /* 0, or -errno of bringing it there. */
};

#define HIDDEN __attribute__((visibility("hidden")))

/* The process's generation: counts the changes of what it holds. */
extern HIDDEN _Atomic uint64_t reggen_generation;

/* The calling thread's. */
HIDDEN struct reggen_thread *reggen_this_thread(void);

/* Brings a thread, which is the calling one, to what the process holds. Called by the stubs. */
HIDDEN void reggen_heal(struct reggen_thread *self);

#endif
