/* SPDX-License-Identifier: MIT OR GPL-2.0 */
/* What the module's files have from each other. */
#ifndef REGGEN_DEVICE_H
#define REGGEN_DEVICE_H

#include <linux/bitmap.h>
#include <linux/fs.h>
#include <linux/list.h>
#include <linux/mutex.h>

#include "reggen_core.h"

#define REGGEN_ALL_PORTS 0x10000

/* The longest request there is: the longest program. */
#define REGGEN_LONGEST_REQUEST \
    (sizeof(struct reggen_program) + REGGEN_MOST_OPERATIONS * sizeof(struct reggen_operation) + REGGEN_MOST_DATA)

/* All that is shared. The lock is held for everything in it, but never while a program runs, nor while the caller's memory is touched. */
struct reggen_device {
    struct mutex lock;
    struct reggen_state state;
    struct list_head regions;
    DECLARE_BITMAP(requested, REGGEN_ALL_PORTS); /* ports of the regions */
    DECLARE_BITMAP(used, REGGEN_ALL_PORTS);      /* of the handles; for reggen_give_back alone */
};

extern struct reggen_device reggen_device;
extern const struct file_operations reggen_files;

/* module.c */
bool reggen_locked(void);

/* firmware.c. Before the device is there. */
void reggen_ask_firmware(void);

/* requests.c. The buffer holds the request, and then the answer, for which it has at least sizeof(struct reggen_features). Returns the
   answer's size, or an error of Linux. */
long reggen_answer(struct reggen_handle *handle, unsigned int code, void *buffer, uint32_t size);

/* programs.c: the same for REGGEN_RUN. room is what the buffer holds. */
long reggen_answer_program(struct reggen_handle *handle, void *buffer, uint32_t size, uint32_t room);

/* regions.c. The handle has taken ranges from number first on: asks the kernel for the ports, or lets go of the ranges again. Returns
   REGGEN_OK, REGGEN_E_OWNED with the range's index among the new ones, or an error of Linux. */
int reggen_request_regions(struct reggen_handle *handle, uint32_t first, uint32_t *index);

/* Gives those ports back that no handle has any more. */
void reggen_give_back(void);

#endif
