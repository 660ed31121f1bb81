/* The parts of reggen-launch. Whatever fails ends the process: no part returns an error, so none can be forgotten. */
#ifndef REGGEN_LAUNCHER_H
#define REGGEN_LAUNCHER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* The most ranges, and the most of each option that may be given more than once. */
#define LIMIT 64

/* Exit codes, as those of env(1) and timeout(1). */
enum { FAILED = 125, NOT_EXECUTABLE = 126, NOT_FOUND = 127 };

/* Ports, both ends included. */
struct range {
    uint16_t first, last;
};

struct words {
    const char *word[LIMIT];
    size_t count;
};

/* What the command line asks for. */
struct request {
    struct range ports[LIMIT];
    size_t port_count;
    const char *user;
    struct words shared, forced, environment;
    char **program;
};

/* Who the program runs as. */
struct target {
    const char *name, *home;
    uid_t uid;
    gid_t gid;
};

/* message.c */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void fail_with(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* arguments.c */
void arguments_read(struct request *request, char **arguments);
int words_have(const struct words *words, const char *word);

/* ports.c */
void ports_read(struct request *request, const char *text);
int ports_meet(const struct request *request, unsigned long first, unsigned long last, struct range *where);
const char *range_text(struct range range);
const char *ports_text(const struct request *request);
void ports_drop(void);
void ports_take(const struct request *request);

/* denied.c */
void denied_check(const struct request *request);

/* owners.c */
void owners_check(const struct request *request);

/* target.c */
void target_find(struct target *target, const char *name);

/* environment.c */
char **environment_make(const struct request *request, const struct target *target);

/* folders.c */
void folder_for_locks(const struct target *target);
void folder_for_program(void);

/* descriptors.c */
void descriptors_occupy(void);
void descriptors_close(void);
void descriptors_let_go(void);

/* privileges.c */
void privileges_check(void);
void privileges_drop(const struct target *target);
void privileges_keep_kill(void);

/* session.c */
pid_t session_fork(void);
void session_leave(void);
void session_end_with(pid_t launcher);
int session_wait(pid_t child);

#endif
