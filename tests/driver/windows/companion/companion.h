/* What the companion's files have from each other. */
#ifndef COMPANION_H
#define COMPANION_H

#include <ntifs.h>

#include "ports.h"

/* emulate.c: port instructions of drivers in this process, against cells. */
void emulate_begin(void);
void emulate_end(void);
void emulate_reset(void);
void emulate_not(void); /* from now on, for good: real ports */
void emulate_set(const struct ports_cell *cell);
void emulate_log(struct ports_log *log);

/* forward.c: port instructions of drivers in this process, against QEMU's device models. */
NTSTATUS forward_to(uint16_t port);
int forward_is_on(void);
uint32_t forward_access(uint8_t kind, uint16_t port, uint8_t width, uint32_t value);

/* replace.c: what Wine's kernel has no code for. */
void replace(void *function, void *by);
void replace_begin(void);
void replace_reset(void);
void replace_end_after(uint32_t times);
void replace_log(struct ports_log *log);

/* x64/direct.c, x86/direct.c: direct access. */
void direct_begin(void);
NTSTATUS direct_request(uint32_t code, void *buffer, ULONG_PTR *size);

/* token.c: what the driver hears of its caller. */
void token_begin(void);
void token_tell(const struct ports_token *token);

/* race.c: requests from several threads at once, which Wine's own never are. */
NTSTATUS race_begin(const struct ports_race *race);
NTSTATUS hostile_begin(const struct ports_hostile *hostile);
void race_log(struct ports_raced *raced);

#endif
