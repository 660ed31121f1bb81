/* Every size, offset and constant of the ABI as lines in the compiler's assembly, so that a compiler for another system tells them without
   that system: tests/driver/abi/table prints them. */
#include <stddef.h>

#include "reggen_driver.h"

/* Halves, because an operand has 32 bits on x86. */
#define LINE(kind, name, value) \
    __asm__ volatile("\n# @@" kind " " name " %c0 %c1" : : "i"((uint32_t)((unsigned long long)(value) >> 32) & 0xFFFFFFFF), "i"((uint32_t)(value)))

#define SIZE(structure) LINE("size", #structure, sizeof(struct structure))
#define FIELD(structure, field) \
    LINE("offset", #structure "." #field, offsetof(struct structure, field)); \
    LINE("width", #structure "." #field, sizeof(((struct structure *)0)->field))
#define CONSTANT(name) LINE("constant", #name, name)

void table(void);
void table(void)
{
#include "table.def"
}
