/* What the launcher says: one line on standard error, which is unbuffered and so is the same before and after the fork. */
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "launcher.h"

static void say(const char *format, va_list arguments)
{
    char line[1024];
    vsnprintf(line, sizeof line, format, arguments);
    fprintf(stderr, "reggen-launch: %s\n", line);
}

void note(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
}

/* _exit: nothing of the parent's is run or written again by its child. */
void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    _exit(FAILED);
}

void fail_with(int code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    _exit(code);
}
