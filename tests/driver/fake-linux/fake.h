/* The world around the module, for fuzz.c to turn and to look at. */
#ifndef FAKE_H
#define FAKE_H

#include "kernel.h"

#define MUST(condition) ((condition) ? (void)0 : broken(#condition, __FILE__, __LINE__))
void broken(const char *what, const char *file, int line);

#define NOBODYS 0
#define KERNELS 1
#define MODULES 2

extern struct fake {
    bool administrator, locked_down, dies;
    uint32_t group;
    uint32_t fail_after; /* so many allocations from now on one fails; 0 for none */
    uint32_t failed;     /* allocations and regions */
    uint64_t now, tick;
    int state;
    uint8_t owners[0x10000];
    /* The caller's memory, and how much was written of it. What is to change in its header once it was read. */
    uint8_t *user;
    size_t user_size;
    size_t written;
    uint8_t flip;
    uint8_t widths;       /* of the accesses */
    bool yielded;         /* since the last step */
    bool dying, stopped;  /* the module was told that the caller dies, and told the core */
    uint32_t allocations, regions;
    const struct file_operations *files;
    const struct mutex *lock;
    /* What others do wherever the module may sleep without the lock. */
    void (*meanwhile)(void);
} fake;

void fake_reset(void);
void fake_load(void); /* wraps.c: what a module has is 0 when it is loaded */
extern uint8_t fake_denied[0x10000]; /* what it has told the core since */
bool fake_held(void);
bool fake_region_has(uint32_t region, uint32_t first, uint32_t last);
extern unsigned long long fake_accesses;

#endif
