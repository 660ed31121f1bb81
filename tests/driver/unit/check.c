/* Counts what held and says what did not. */
#include <stdio.h>
#include <string.h>

#include "check.h"

static unsigned checks, failures;

void check(int holds, const char *what, const char *file, int line)
{
    checks++;
    if (!holds) {
        failures++;
        printf("%s:%d: %s does not hold\n", file, line, what);
    }
}

void check_equal(uint64_t expected, uint64_t actual, const char *what, const char *file, int line)
{
    checks++;
    if (expected != actual) {
        failures++;
        printf("%s:%d: %s is %llX, not %llX\n", file, line, what, (unsigned long long)actual, (unsigned long long)expected);
    }
}

void check_said(const char *expected, const char *file, int line)
{
    checks++;
    if (strcmp(expected, ports_said()) != 0) {
        failures++;
        printf("%s:%d: accessed \"%s\", not \"%s\"\n", file, line, ports_said(), expected);
    }
}

int main(void)
{
    unsigned tests = 0;
#define TEST(name) \
    do { \
        extern void name(void); \
        ports_reset(); \
        driver_reset(); \
        program_reset(); \
        unsigned before = failures; \
        name(); \
        tests++; \
        if (failures != before) { \
            printf("failed: %s\n", #name); \
        } \
    } while (0);
#include "tests.def"
    printf("%u tests, %u checks, %u failures\n", tests, checks, failures);
    return failures == 0 ? 0 : 1;
}
