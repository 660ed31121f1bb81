/* What passes between a program and the driver, on Windows and on Linux, 64 bits and 32: fixed widths, no pointer, little-endian.

   A request is one buffer that begins with reggen_header. The driver copies it once and answers in a buffer of its own, which takes the
   place of the request on Linux: there a buffer has at least 40 bytes, however short the request in it, and so has room for each answer.
   Reserved fields are 0 in both directions; a request in which one is not is refused, so that they may get a meaning later. So is a request
   of another version: REGGEN_QUERY alone is answered whatever the version, and tells the driver's. */
#ifndef REGGEN_DRIVER_H
#define REGGEN_DRIVER_H

#ifdef __KERNEL__
#include <linux/types.h>
#else
#include <stdint.h>
#endif

/* Changes whenever something here changes its meaning. What is only added is a feature. */
#define REGGEN_VERSION 1

/* The requests, and what the two systems call request N. */
#define REGGEN_QUERY 1   /* reggen_header;                 answer: reggen_features */
#define REGGEN_CLAIM 2   /* reggen_claim, its ranges;      answer: reggen_answer. All of them or none. */
#define REGGEN_RELEASE 3 /* reggen_header;                 answer: reggen_answer. All that the handle has claimed. */
#define REGGEN_RUN 4     /* reggen_program, operations, data; answer: reggen_outcome, results, data */
#define REGGEN_POLICY 5  /* reggen_policy, its entries;    answer: reggen_answer. Administrators only; takes the place of the whole policy. */
#define REGGEN_DIRECT 6  /* reggen_header;                 answer: reggen_answer. The process touches what the handle has claimed by itself. */

#define REGGEN_WINDOWS(n) (0x9EE60000u | 3u << 14 | (0x800u + (n)) << 2) /* read and write access asked for, buffered */
#define REGGEN_LINUX(n) (3u << 30 | 0xE7u << 8 | (n))                    /* the size is in the header instead of here */

/* The limits of this version. A driver may tell lower ones of its own (reggen_features). */
#define REGGEN_MOST_OPERATIONS 256u   /* in a program */
#define REGGEN_MOST_DATA 0x10000u     /* bytes that a program's blocks move */
#define REGGEN_MOST_RANGES 64u        /* of a handle */
#define REGGEN_MOST_HANDLES 256u      /* at a time */
#define REGGEN_KEPT_HANDLES 16u       /* of them, for administrators alone */
#define REGGEN_MOST_ENTRIES 128u      /* of the policy */
#define REGGEN_USUAL_DEADLINE 1000000u     /* ns; of a program that names none */
#define REGGEN_LONGEST_DEADLINE 100000000u /* ns */

/* reggen_features.features */
#define REGGEN_FEATURE_PROGRAMS 1u /* REGGEN_RUN */
#define REGGEN_FEATURE_DIRECT 2u   /* REGGEN_DIRECT: Windows on 32 bits alone */

/* reggen_range.access, reggen_entry.access */
#define REGGEN_ACCESS_READ 1u
#define REGGEN_ACCESS_WRITE 2u

/* reggen_range.sharing */
#define REGGEN_SHARING_NONE 0u   /* no other handle has a port of the range meanwhile */
#define REGGEN_SHARING_SHARED 1u /* other handles may, if they share it too */

/* reggen_entry.flags: without them an entry does not cover the ports that core/denials.def marks so. Either is full trust. */
#define REGGEN_POLICY_SYSTEM 1u /* ports that the operating system works with */
#define REGGEN_POLICY_DANGER 2u /* ports that lead to memory, to other ports or to the machine's power */

/* reggen_entry.who_kind */
#define REGGEN_WHO_SID 1u /* binary SID */
#define REGGEN_WHO_GID 2u /* 32 bits */

/* Why something was refused or has stopped: status. */
#define REGGEN_OK 0u
#define REGGEN_E_VERSION 1u   /* another version than the driver's */
#define REGGEN_E_REQUEST 2u   /* too short, too long, or a reserved field is not 0 */
#define REGGEN_E_COUNT 3u     /* nothing, or more than the limit */
#define REGGEN_E_ROOM 4u      /* the answer would not fit */
#define REGGEN_E_BUSY 5u      /* a program of this handle is running */
#define REGGEN_E_FULL 6u      /* no more handles, or no more ranges for this one */
#define REGGEN_E_RANGE 7u     /* ports past FFFF or the wrong way round, or no such width, access or sharing */
#define REGGEN_E_POLICY 8u    /* no entry of the policy lets this user claim them */
#define REGGEN_E_FLAG 9u      /* an entry would, had it the flag that core/denials.def, or the firmware's table, asks for */
#define REGGEN_E_DENIED 10u   /* a port that nobody may touch */
#define REGGEN_E_TAKEN 11u    /* another handle has claimed one of them */
#define REGGEN_E_CLAIM 12u    /* the handle has not claimed each byte of the access, for its width and direction */
#define REGGEN_E_OPERATION 13u /* no such operation, or a field that it does not have is not 0 */
#define REGGEN_E_REFERENCE 14u /* a result that comes later, or a target on the wrong side */
#define REGGEN_E_TIME 15u     /* longer than the deadline, or not bounded */
#define REGGEN_E_DATA 16u     /* a block outside the data, before the end of the one before, or not a multiple of its width */
#define REGGEN_E_VALUE 17u    /* a value that nobody may write to this port */
#define REGGEN_E_LATE 18u     /* a poll's time is up */
#define REGGEN_E_DEADLINE 19u /* the program's time is up */
#define REGGEN_E_STOPPED 20u  /* the caller's thread is to end */
#define REGGEN_E_ENTRY 21u    /* a policy entry for nobody, or one that could never hold */
#define REGGEN_E_LOCKED 22u   /* the kernel is locked down */
#define REGGEN_E_OWNED 23u    /* a driver of the system has one of them */
#define REGGEN_E_DIRECT 24u   /* what is claimed cannot be given whole, or another process has direct access */

/* Begins every request and every answer. 8 bytes. */
struct reggen_header {
    uint32_t size;     /* of the whole buffer that was written, this and all that follows: bytes */
    uint16_t version;  /* REGGEN_VERSION */
    uint16_t reserved;
};

/* Answer to REGGEN_QUERY. 40 bytes. */
struct reggen_features {
    struct reggen_header header;
    uint32_t features;         /* REGGEN_FEATURE_* */
    uint32_t operations;       /* bit N: the driver knows operation N */
    uint32_t most_operations;  /* limits, as above */
    uint32_t most_data;
    uint32_t most_ranges;
    uint32_t most_entries;
    uint32_t usual_deadline;   /* ns */
    uint32_t longest_deadline; /* ns */
};

/* Ports that a handle claims. 8 bytes. */
struct reggen_range {
    uint16_t first;
    uint16_t last;    /* not below first */
    uint8_t widths;   /* sum of the widths that are used, in bytes: 1, 2, 4 */
    uint8_t access;   /* REGGEN_ACCESS_*, at least one */
    uint8_t sharing;  /* REGGEN_SHARING_* */
    uint8_t reserved;
};

/* REGGEN_CLAIM; the ranges follow. 16 bytes. */
struct reggen_claim {
    struct reggen_header header;
    uint32_t count;    /* ranges: 1 to REGGEN_MOST_RANGES */
    uint32_t reserved;
};

/* What became of a request that has no other answer. 16 bytes. */
struct reggen_answer {
    struct reggen_header header;
    uint32_t status; /* REGGEN_OK or REGGEN_E_* */
    uint32_t index;  /* of the range or entry that was refused, else 0 */
};

/* Who may claim which ports. Entries add up. 80 bytes. */
struct reggen_entry {
    uint16_t first;
    uint16_t last;     /* not below first */
    uint8_t access;    /* REGGEN_ACCESS_*, at least one */
    uint8_t flags;     /* REGGEN_POLICY_* */
    uint8_t who_kind;  /* REGGEN_WHO_* */
    uint8_t who_size;  /* bytes of who: 4 for a gid, 8 + 4 * its authorities for a SID */
    uint8_t who[68];   /* the rest is 0 */
    uint32_t reserved;
};

/* REGGEN_POLICY; the entries follow. 16 bytes. */
struct reggen_policy {
    struct reggen_header header;
    uint32_t count;    /* entries: 0 to REGGEN_MOST_ENTRIES */
    uint32_t reserved;
};

/* REGGEN_RUN; the operations follow, then the data. 32 bytes. */
struct reggen_program {
    struct reggen_header header;
    uint32_t count;     /* operations: 1 to REGGEN_MOST_OPERATIONS */
    uint32_t data;      /* bytes, to REGGEN_MOST_DATA */
    uint32_t deadline;  /* ns, to REGGEN_LONGEST_DEADLINE; 0 for the usual one */
    uint32_t reserved;
    uint64_t reserved2;
};

/* Operations. Each has a result of 64 bits that later ones may take bits from; it is 0 until the operation has run.
   "taken" is (result of from, shifted) & keep; "word" is value | taken | result of beside, each where it is given. Which fields an operation
   has is in core/fields.c; the others are 0, or REGGEN_NONE in from, beside and target. */
#define REGGEN_OP_IN 1u      /* reads the port; the result is what was read */
#define REGGEN_OP_OUT 2u     /* writes the word, cut to the width; the result is what was written */
#define REGGEN_OP_MODIFY 3u  /* reads, then writes (what was read & keep) | value | result of beside; the result is what was read */
#define REGGEN_OP_POLL 4u    /* reads until (what was read & keep) == value, for as long as time; the result is what was read last */
#define REGGEN_OP_STALL 5u   /* waits time; the result is 0 */
#define REGGEN_OP_INS 6u     /* reads the port count times into the data at offset; the result is count */
#define REGGEN_OP_OUTS 7u    /* writes the data at offset to the port, count times; the result is count */
#define REGGEN_OP_COMBINE 8u /* the result is the word */
#define REGGEN_OP_BRANCH 9u  /* forwards to target if taken == value, or == the result of beside if that is given; the result is 0 */
#define REGGEN_OP_REPEAT 10u /* the same backwards, count times or for as long as time, and once more; then goes on with the result 1 */

/* reggen_operation.flags */
#define REGGEN_FLAG_UNLESS 1u  /* the condition is that they differ */
#define REGGEN_FLAG_GOES_ON 2u /* a poll that is late is no error: its result has REGGEN_LATE */

#define REGGEN_NONE 0xFFFFu /* no operation */
#define REGGEN_END 0xFFFFu  /* a target: leaves the program */
#define REGGEN_LATE (1ull << 63)

/* 40 bytes. */
struct reggen_operation {
    uint8_t kind;    /* REGGEN_OP_* */
    uint8_t width;   /* of the access, in bytes: 1, 2, 4 */
    uint8_t flags;   /* REGGEN_FLAG_* */
    int8_t shift;    /* how far the result of from is shifted right, -63 to 63; negative means left */
    uint16_t port;   /* the access touches port to port + width - 1, none past FFFF */
    uint16_t from;   /* an earlier operation, or REGGEN_NONE: then keep and shift are 0 */
    uint16_t beside; /* an earlier operation, or REGGEN_NONE; in a condition value is 0 if it is given */
    uint16_t target; /* branch: a later operation, or REGGEN_END; repeat: an earlier one, or itself */
    uint32_t time;   /* ns, not longer than the deadline */
    uint32_t count;  /* ins, outs: values, at least 1; repeat: how often, or 0 for a bound of time */
    uint32_t offset; /* ins, outs: bytes from the start of the data, a multiple of width; blocks lie in the order of the operations, apart */
    uint64_t keep;   /* bits that are taken; of a poll and a modify, which are all of the port, those of what was read */
    uint64_t value;  /* bits that are set, or compared with */
};

/* What became of one operation. 16 bytes. */
struct reggen_result {
    uint64_t value;
    uint32_t ran;      /* 1 if it has run, else 0 and value too */
    uint32_t reserved;
};

/* Answer to REGGEN_RUN. The results follow, one for each operation, then the data, in which all is 0 that no block moved;
   neither follows if the program was refused before it began. 32 bytes. */
struct reggen_outcome {
    struct reggen_header header;
    uint32_t status;  /* REGGEN_OK or REGGEN_E_* */
    uint32_t index;   /* of the operation that was refused or did not run to its end, else 0 */
    uint32_t steps;   /* operations, turns of polls and values of blocks that ran */
    uint32_t reserved;
    uint64_t elapsed; /* ns */
};

#endif
