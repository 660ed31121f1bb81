/* module ROW [ARGUMENT]: one row against the loaded module. Only for the guest: on a real machine these ports are something else. */
#include <string.h>

#include "client.h"

int main(int count, char **arguments)
{
    static const struct row *const all[] = { who_rows, claim_rows, program_rows, refusal_rows, firmware_rows, life_rows, hammer_rows };
    for (size_t i = 0; count > 1 && i < sizeof all / sizeof all[0]; i++) {
        for (const struct row *row = all[i]; row->name != NULL; row++) {
            if (strcmp(row->name, arguments[1]) == 0) {
                row->run(count > 2 ? arguments[2] : "");
                printf("1..%d\n", checks);
                return failures != 0;
            }
        }
    }
    return 2;
}
