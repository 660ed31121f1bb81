/* Results in the Test Anything Protocol. */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdio.h>

static int tap_count, tap_failures;

__attribute__((format(printf, 2, 3))) static void ok(int passed, const char *what, ...)
{
    va_list arguments;
    va_start(arguments, what);
    tap_count++;
    tap_failures += !passed;
    printf("%sok %d - ", passed ? "" : "not ", tap_count);
    vprintf(what, arguments);
    printf("\n");
    va_end(arguments);
}

static int tap_done(void)
{
    printf("1..%d\n", tap_count);
    return tap_failures != 0;
}

#endif
