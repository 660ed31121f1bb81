/* Ports that denials.def cannot know, because each machine has them elsewhere: what ACPI's fixed table (FADT) tells of them. Where Windows
   does not give the table, nothing is denied. */
#include "driver.h"
#include "messages.h"

/* 'ACPI' and 'PCAF': who has the table, and its signature from behind, as AuxKlibGetSystemFirmwareTable is documented. */
#define PROVIDER 0x41435049u
#define TABLE 0x50434146u
#define MOST_TABLE 0x10000u

/* Offsets of the table's fields by ACPI's specification, and of the parts of a generic address there. */
#define LENGTH 4u
#define SMI_COMMAND 48u
#define PM1A_CONTROL 64u
#define PM1B_CONTROL 68u
#define PM1_CONTROL_LENGTH 89u
#define FLAGS 112u
#define RESET_REGISTER 116u
#define X_PM1A_CONTROL 172u
#define X_PM1B_CONTROL 184u
#define SLEEP_CONTROL 244u
#define SPACE 0u
#define ADDRESS 4u

#define HAS_RESET_REGISTER (1u << 10)
#define SPACE_IO 1u
/* The keyboard controller, which some tables name as what resets: the values that do so are denied there already. */
#define KEYBOARD 0x64u

#define ALL_PORTS 0x10000u

/* ExGetSystemFirmwareTable, which mingw does not declare and older kernels do not have. */
typedef NTSTATUS NTAPI get_table(ULONG provider, ULONG table, void *buffer, ULONG room, ULONG *size);
static UNICODE_STRING get_table_name = RTL_CONSTANT_STRING(L"ExGetSystemFirmwareTable");

struct table {
    UCHAR *bytes;
    ULONG size;
};

/* A number, whose bytes ascend; 0 if not all of it is in the table: each version of ACPI has a longer one. */
static uint64_t field(const struct table *table, ULONG at, ULONG width)
{
    uint64_t value = 0;
    if (width <= table->size && at <= table->size - width) {
        RtlCopyMemory(&value, table->bytes + at, width);
    }
    return value;
}

static uint64_t io_address(const struct table *table, ULONG at)
{
    return field(table, at + SPACE, 1) == SPACE_IO ? field(table, at + ADDRESS, 8) : 0;
}

/* No longer than it says itself, and than was given. */
static void read(struct table *table)
{
    get_table *get = (get_table *)(ULONG_PTR)MmGetSystemRoutineAddress(&get_table_name);
    ULONG room = 0;
    if (get == NULL || get(PROVIDER, TABLE, NULL, 0, &room) != STATUS_BUFFER_TOO_SMALL || room == 0 || room > MOST_TABLE) {
        return;
    }
    table->bytes = pool_take(room);
    ULONG given = 0;
    if (table->bytes != NULL && NT_SUCCESS(get(PROVIDER, TABLE, table->bytes, room, &given))) {
        table->size = given < room ? given : room;
        ULONG length = (ULONG)field(table, LENGTH, 4);
        table->size = length < table->size ? length : table->size;
    }
}

/* A table may say nonsense, and 0 where it has nothing. */
static void deny(DRIVER_OBJECT *driver, uint64_t first, uint32_t count, uint32_t needs)
{
    if (first == 0 || count == 0 || first >= ALL_PORTS) {
        return;
    }
    uint32_t last = (uint32_t)first + count - 1;
    if (reggen_deny(&driver_state, (uint32_t)first, last, needs) == REGGEN_OK) {
        event_write(driver, needs == REGGEN_NEVER ? REGGEN_EVENT_FIRMWARE : REGGEN_EVENT_SLEEP, (uint32_t)first, last);
    }
}

/* By the longer field that later tables have in addition, else by the first one, which is always a port. */
static void deny_control(DRIVER_OBJECT *driver, const struct table *table, ULONG first, ULONG later)
{
    uint64_t at = io_address(table, later);
    deny(driver, at != 0 ? at : field(table, first, 4), (uint32_t)field(table, PM1_CONTROL_LENGTH, 1), REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER);
}

void firmware_ask(DRIVER_OBJECT *driver)
{
    struct table table = { NULL, 0 };
    read(&table);
    deny(driver, field(&table, SMI_COMMAND, 4), 1, REGGEN_NEVER);
    uint64_t reset = io_address(&table, RESET_REGISTER);
    if ((field(&table, FLAGS, 4) & HAS_RESET_REGISTER) != 0 && reset != KEYBOARD) {
        deny(driver, reset, 1, REGGEN_NEVER);
    }
    deny_control(driver, &table, PM1A_CONTROL, X_PM1A_CONTROL);
    deny_control(driver, &table, PM1B_CONTROL, X_PM1B_CONTROL);
    deny(driver, io_address(&table, SLEEP_CONTROL), 1, REGGEN_POLICY_SYSTEM | REGGEN_POLICY_DANGER);
    pool_give(table.bytes);
}
