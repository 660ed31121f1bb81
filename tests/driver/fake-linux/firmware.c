/* A machine with its ACPI table, and what follows from it: a second opinion. */
#include "fake.h"
#include "reggen_core.h"
#include "world.h"

/* Ports that nobody may have, and those that need both flags. */
static uint8_t marks[0x10000];

static struct acpi_generic_address place(struct input *input)
{
    uint8_t how = byte(input);
    struct acpi_generic_address at = { .space_id = how < 0x20 ? 0 : 1, .bit_width = 8, .address = how < 0xB0 ? 0 : port(input) };
    at.address = how % 16 == 5 ? 0x64 : at.address;
    at.address |= how >= 0xF8 ? 0x100000000u : 0;
    return at;
}

static void mark(const struct acpi_generic_address *at, uint32_t count, uint8_t how)
{
    for (uint32_t i = 0; at->space_id == 1 && at->address > 0 && at->address + count <= sizeof marks && i < count; i++) {
        marks[at->address + i] |= how;
    }
}

void firmware_make(struct input *all)
{
    size_t size = all->size > 0 && all->data[all->size - 1] >= 0xA0 ? (all->size < 20 ? all->size : 20) : 0;
    struct input tail = { all->data + all->size - size, size }, *input = &tail;
    uint8_t how = byte(input);
    all->size -= size;
    struct acpi_table_fadt *table = &acpi_gbl_FADT;
    memset(marks, 0, sizeof marks);
    memset(table, 0, sizeof *table);
    if (size == 0) {
        return;
    }
    table->pm1_control_length = how >> 2 & 3;
    table->flags = (how & 0x10) != 0 ? 1u << 10 : ~(1u << 10);
    table->smi_command = (how & 0x20) != 0 ? (uint32_t)place(input).address : 0xB2;
    table->reset_register = place(input);
    table->xpm1a_control_block = place(input);
    table->xpm1b_control_block = place(input);
    table->sleep_control = place(input);
    mark(&(struct acpi_generic_address){ .space_id = 1, .address = table->smi_command }, 1, FOR_NOBODY);
    if ((how & 0x10) != 0 && table->reset_register.address != 0x64) {
        mark(&table->reset_register, 1, FOR_NOBODY);
    }
    mark(&table->xpm1a_control_block, table->pm1_control_length, NEEDS_BOTH);
    mark(&table->xpm1b_control_block, table->pm1_control_length, NEEDS_BOTH);
    mark(&table->sleep_control, 1, NEEDS_BOTH);
}

/* 7E and 7F, 92, B2 and B3, CF8 to CFF, 5658 and 5659 are nobody's on every machine. */
bool firmware_forbids(uint32_t first, uint32_t last)
{
    return (firmware_marks(first, last) & FOR_NOBODY) != 0 || (first <= 0x7F && last >= 0x7E) || (first <= 0x92 && last >= 0x92)
           || (first <= 0xB3 && last >= 0xB2) || (first <= 0xCFF && last >= 0xCF8) || (first <= 0x5659 && last >= 0x5658);
}

void firmware_check(void)
{
    for (uint32_t each = 0; each < sizeof marks; each++) {
        MUST(fake_denied[each] == ((marks[each] & FOR_NOBODY) != 0 ? REGGEN_NEVER : 0) + ((marks[each] & NEEDS_BOTH) != 0 ? 3 : 0));
    }
}

uint8_t firmware_marks(uint32_t first, uint32_t last)
{
    uint8_t all = 0;
    for (uint32_t each = first; each <= last; each++) {
        all |= marks[each];
    }
    return all;
}
