/* What the rig's client asks of the companion driver. Tests only: whoever opens it may do all of this. */
#ifndef PORTS_H
#define PORTS_H

#include <stdint.h>

#define PORTS_CODE(n) (0x9EE70000u | 3u << 14 | (0x800u + (n)) << 2)

#define PORTS_RESET 1  /* all cells FF, an empty log, nothing noted, no thread terminates */
#define PORTS_SET 2    /* ports_cell */
#define PORTS_LOG 3    /* answer: ports_log */
#define PORTS_END 4    /* uint32_t: after so many times that a driver asks, its thread terminates; 0 for never */
#define PORTS_RACE 5   /* ports_race: begins it in threads of its own */
#define PORTS_RACED 6  /* answer: ports_raced */

#define PORTS_FORWARD 9 /* uint16_t: from now on accesses go to the QEMU that listens there, by its qtest protocol */
#define PORTS_HOSTILE 8 /* ports_hostile: begins it like a race, asked after by PORTS_RACED */
#define PORTS_TOKEN 7  /* ports_token: what later callers are */

struct ports_token {
    uint32_t set;            /* whether the next field counts; else they are who they are */
    uint32_t administrators; /* attributes of that group */
    uint32_t restricted;     /* SIDs that must be allowed as well: none; S-1-5-12; that one and the administrators */
};

struct ports_cell {
    uint16_t port;
    uint8_t value;
    uint8_t reserved;
};

/* A port that counts its reads: from the value that is set, one more each time. */
#define PORTS_COUNTER 0x350u

struct ports_access {
    uint8_t kind; /* R, W */
    uint8_t width;
    uint16_t port;
    uint32_t value;
};

#define PORTS_MOST 1024u
#define PORTS_EVENTS 8u

struct ports_event {
    uint32_t code;
    uint32_t data[2];
};

struct ports_log {
    uint32_t count;  /* all that there were; the first ones are kept */
    uint32_t asked;  /* how often a driver asked whether its thread terminates */
    uint32_t events; /* that were written into the system's log */
    uint32_t denied; /* accesses of ports that nobody may touch */
    struct ports_event event[PORTS_EVENTS];
    struct ports_access access[PORTS_MOST];
};

struct ports_race {
    uint32_t threads;
    uint32_t rounds;
};

/* Requests that are right, to be spoiled: sent to a device of four handles by four threads. */
#define PORTS_SEEDS 48u
#define PORTS_SEED_BYTES 1000u
struct ports_hostile {
    uint32_t count; /* of requests in all */
    uint32_t reserved;
    struct {
        uint32_t number;
        uint32_t size;
        uint8_t bytes[PORTS_SEED_BYTES];
    } seeds[PORTS_SEEDS];
};

struct ports_raced {
    uint32_t left;   /* threads that have not ended */
    uint32_t failed; /* line of the first check that did not hold, or 0 */
    uint32_t claims, taken, programs, busy, stopped, closed, hostile, answered;
};

#endif
