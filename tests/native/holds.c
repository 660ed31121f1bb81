/* holds PORT: whether this process was born with the right to a port. */
#include <stdio.h>
#include <stdlib.h>

#include "reggen.h"

int main(int argc, char **argv)
{
    if (argc != 2) {
        return 2;
    }
    printf("holds %d\n", reggen_holds((uint16_t)strtoul(argv[1], NULL, 0), 1));
    return 0;
}
