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

#define PORTS_TOKEN 7  /* ports_token: what later callers are */
#define PORTS_HOSTILE 8 /* ports_hostile: begins it like a race, asked after by PORTS_RACED */
#define PORTS_FORWARD 9 /* uint16_t: from now on accesses go to the QEMU that listens there, by its qtest protocol */
#define PORTS_REAL 10   /* from now on accesses go to real ports, where Linux grants them to Wine */

/* Direct access, on 32 bits alone. */
#define PORTS_DIRECT_RESET 16  /* nobody has a port, nothing noted */
#define PORTS_DIRECT_LOG 17    /* answer: ports_direct */
#define PORTS_DIRECT_REFUSE 18 /* uint32_t: the kernel answers no to that call, counted from 1 at the reset; 0 for none */
#define PORTS_DIRECT_OTHER 19  /* uint32_t: another driver gives this port away by the map */
#define PORTS_DIRECT_END 20    /* uint32_t: drivers are told that this process ends */

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

/* What the driver told the kernel about its map. */
#define PORTS_RANGES 8u
#define PORTS_CALLS 32u
struct ports_range {
    uint16_t first, last;
};

struct ports_call {
    uint8_t kind;     /* Q: queries the map; S: sets it; P: switches a process */
    uint8_t number;   /* of the map; 0 is the one that traps all */
    uint8_t answer;
    uint8_t ranges;
    uint32_t process; /* its number, with P */
    uint32_t ports;   /* that the map lets through: all of them; the ranges are the first ones */
    struct ports_range range[PORTS_RANGES];
};

struct ports_direct {
    uint32_t count;   /* all that there were; the first ones are kept */
    uint32_t listens; /* whether the driver would hear of a process's end */
    struct ports_call call[PORTS_CALLS];
};

struct ports_raced {
    uint32_t left;   /* threads that have not ended */
    uint32_t failed; /* line of the first check that did not hold, or 0 */
    uint32_t claims, taken, programs, busy, stopped, closed, hostile, answered;
};

#endif
