/* What operations take from the results of earlier ones. */
#include "internal.h"

uint64_t reggen_result_of(const struct reggen_run *run, uint32_t index)
{
    return index == REGGEN_NONE ? 0 : run->results[index].value;
}

static uint64_t taken(const struct reggen_run *run, const struct reggen_operation *operation)
{
    uint64_t result = reggen_result_of(run, operation->from);
    return (operation->shift < 0 ? result << -operation->shift : result >> operation->shift) & operation->keep;
}

uint64_t reggen_word(const struct reggen_run *run, const struct reggen_operation *operation)
{
    return operation->value | taken(run, operation) | reggen_result_of(run, operation->beside);
}

/* Whether a branch or a repeat goes to its target. */
int reggen_goes(const struct reggen_run *run, const struct reggen_operation *operation)
{
    int equal = taken(run, operation) == (operation->beside == REGGEN_NONE ? operation->value : reggen_result_of(run, operation->beside));
    return equal != ((operation->flags & REGGEN_FLAG_UNLESS) != 0);
}
