/* Who should have direct access by now, and with which ports: the fuzzing's own account. */
#ifndef FUZZING_DIRECT_H
#define FUZZING_DIRECT_H

#include "driver.h"

extern unsigned long long direct_given, direct_lost;

void expect_reset(void);
/* Before and after a request for direct access by a handle; failed: whether the kernel has failed meanwhile. */
void expect_ask(const struct handle *handle);
void expect_answer(const struct handle *handle, uint32_t status, uint32_t index, int failed);
/* Its ports are gone, or the process that runs as number which. */
void expect_gone(const struct handle *handle);
void expect_exit(uint32_t which);
/* At any time between requests. */
void expect_check(void);

#endif
