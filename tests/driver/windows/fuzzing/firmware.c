/* A machine with ACPI's fixed table, or a damaged one, and what follows from it: a second opinion. */
#include "checks.h"

#pragma pack(push, 1)
struct address {
    uint8_t space, bits, offset, size;
    uint64_t at;
};

/* As ACPI 6.5 has it in table 5.9. */
static struct {
    uint8_t signature[4];
    uint32_t length;
    uint8_t revision, checksum, oem[6], oem_table[8];
    uint32_t oem_revision, creator, creator_revision, facs, dsdt;
    uint8_t model, profile;
    uint16_t sci;
    uint32_t smi_command;
    uint8_t acpi_enable, acpi_disable, s4bios, pstate;
    uint32_t pm1a_event, pm1b_event, pm1a_control, pm1b_control, pm2_control, pm_timer, gpe0, gpe1;
    uint8_t pm1_event_length, pm1_control_length, pm2_control_length, pm_timer_length, gpe0_length, gpe1_length, gpe1_base, cst_control;
    uint16_t c2_latency, c3_latency, flush_size, flush_stride;
    uint8_t duty_offset, duty_width, day, month, century;
    uint16_t boot;
    uint8_t reserved;
    uint32_t flags;
    struct address reset_register;
    uint8_t reset_value;
    uint16_t arm_boot;
    uint8_t minor;
    uint64_t x_facs, x_dsdt;
    struct address x_pm1a_event, x_pm1b_event, x_pm1a_control, x_pm1b_control, x_pm2_control, x_pm_timer, x_gpe0, x_gpe1, sleep_control, sleep_status;
    uint64_t hypervisor;
    uint8_t behind[44];
} table;
#pragma pack(pop)
_Static_assert(offsetof(__typeof__(table), behind) == 276, "as long as the specification says");

static uint8_t marks[0x10000];
static int usual;
unsigned long long firmware_found;

/* Not among the ports that a usual sequence begins with. */
static uint64_t place(struct input *input, uint8_t how)
{
    uint64_t at = how < 0x50 ? 0 : port(input);
    at = how % 16 == 5 ? 0x64 : at;
    return at == 0 ? 0 : (usual ? at | 0x1000 : at) | (how >= 0xF8 ? 0x100000000u : 0);
}

static struct address somewhere(struct input *input)
{
    uint8_t how = byte(input);
    return (struct address){ .space = how % 8 == 7 ? 0 : how % 8 == 6 ? 3 : 1, .bits = 8, .size = 1, .at = place(input, how) };
}

static uint32_t length(struct input *input)
{
    static const uint16_t ends[] = { 276, 268, 256, 255, 244, 196, 195, 184, 183, 132, 128, 127, 116, 115, 90, 89, 72, 71, 68, 52, 51, 36, 8, 7, 0 };
    uint8_t how = byte(input);
    return how < 0x60 ? 276 : how < 0xE0 ? ends[how % (sizeof ends / sizeof ends[0])] : number(input, 2) % sizeof table;
}

static int is_whole(uint32_t whole, const void *field, size_t size)
{
    return (size_t)((const uint8_t *)field - (const uint8_t *)&table) + size <= whole;
}

static void mark(uint64_t at, uint32_t count, uint8_t needs)
{
    for (uint32_t i = 0; at > 0 && at + count <= sizeof marks && i < count; i++) {
        marks[at + i] |= needs;
    }
}

/* 0 if it is no port. */
static uint64_t port_of(uint32_t whole, const struct address *field)
{
    return is_whole(whole, field, sizeof *field) && field->space == 1 ? field->at : 0;
}

static void mark_control(uint32_t whole, const uint32_t *first, const struct address *later)
{
    uint64_t old = is_whole(whole, first, 4) ? *first : 0, at = port_of(whole, later);
    mark(at != 0 ? at : old, is_whole(whole, &table.pm1_control_length, 1) ? table.pm1_control_length : 0, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER);
}

static void expect(uint32_t whole)
{
    mark(is_whole(whole, &table.smi_command, 4) ? table.smi_command : 0, 1, REGGEN_NEVER);
    if (is_whole(whole, &table.flags, 4) && (table.flags & 0x400) != 0 && table.reset_register.at != 0x64) {
        mark(port_of(whole, &table.reset_register), 1, REGGEN_NEVER);
    }
    mark_control(whole, &table.pm1a_control, &table.x_pm1a_control);
    mark_control(whole, &table.pm1b_control, &table.x_pm1b_control);
    mark(port_of(whole, &table.sleep_control), 1, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER);
}

void firmware_make(struct input *all, int as_usual)
{
    size_t size = all->size > 0 && all->data[all->size - 1] >= 0xA0 ? (all->size < 96 ? all->size / 2 : 48) : 0;
    struct input tail = { all->data + all->size - size, size }, *input = &tail;
    all->size -= size;
    usual = as_usual;
    memset(marks, 0, sizeof marks);
    memset(&table, 0xFF, sizeof table);
    fake.table = (const uint8_t *)&table;
    fake.table_how = TABLE_UNKNOWN;
    if (size == 0) {
        return;
    }
    uint8_t how = byte(input);
    fake.table_how = how % 16 < TABLE_END ? how % 16 : TABLE_GIVEN;
    fake.table_size = length(input);
    table.length = (how & 0xC0) != 0 ? fake.table_size : how == 0x3F ? 0xFFFFFFFF : length(input);
    table.pm1_control_length = byte(input) % 4;
    table.flags = (how & 0x20) != 0 ? 1u << 10 : ~(1u << 10);
    table.smi_command = (uint32_t)place(input, byte(input));
    table.pm1a_control = (uint32_t)place(input, byte(input));
    table.pm1b_control = (uint32_t)place(input, byte(input));
    table.reset_register = somewhere(input);
    table.x_pm1a_control = somewhere(input);
    table.x_pm1b_control = somewhere(input);
    table.sleep_control = somewhere(input);
    static const uint8_t parts[TABLE_END] = { [TABLE_GIVEN] = 2, [TABLE_SHRINKS] = 1, [TABLE_LIES] = 2 };
    uint32_t given = fake.table_size * parts[fake.table_how] / 2;
    expect(given < 8 ? 0 : given < table.length ? given : table.length);
}

/* What the driver has told the core: nothing instead, if the kernel failed. */
void firmware_check(void)
{
    static uint8_t told[sizeof marks];
    if (driver_state.found_count == 0 && fake.failed > 0) {
        memset(marks, 0, sizeof marks);
    }
    memset(told, 0, sizeof told);
    for (uint32_t i = 0; i < driver_state.found_count; i++) {
        for (uint32_t each = driver_state.found[i].first; each <= driver_state.found[i].last; each++) {
            told[each] |= (uint8_t)driver_state.found[i].needs;
        }
    }
    MUST(memcmp(told, marks, sizeof told) == 0);
    firmware_found += driver_state.found_count;
    firmware_check_policy();
}

uint8_t firmware_needs(uint32_t port)
{
    return marks[port];
}

void firmware_check_policy(void)
{
    for (uint32_t i = 0; i < driver_state.entry_count; i++) {
        for (uint32_t each = driver_state.entries[i].first; each <= driver_state.entries[i].last; each++) {
            MUST((marks[each] & REGGEN_NEVER) == 0);
        }
    }
}
