#include <stdlib.h>

#include "fake.h"
#include "world.h"

struct slot slots[SLOTS];
uint32_t world_named;
bool world_trusts;
unsigned long long calls, claims_taken, programs_begun;

static bool is_named(void)
{
    return fake.group < 32 && (world_named >> fake.group & 1) != 0;
}

void slot_open(struct slot *slot, bool locked)
{
    uint32_t failed = fake.failed;
    int result = fake.files->open(NULL, &slot->file);
    if (fake.failed != failed) {
        MUST(result == -ENOMEM || (locked && result == -EPERM));
    } else {
        MUST(result == (locked ? -EPERM : fake.administrator || is_named() ? 0 : -EACCES));
    }
    slot->open = result == 0;
    slot->count = 0;
}

void slot_close(struct slot *slot)
{
    MUST(fake.files->release(NULL, &slot->file) == 0);
    slot->open = false;
    slot->count = 0;
}

void slot_took(struct slot *slot, const struct reggen_range *ranges, uint32_t count)
{
    MUST(slot->count + count <= REGGEN_MOST_RANGES);
    memcpy(slot->ranges + slot->count, ranges, count * sizeof *ranges);
    slot->count += count;
    claims_taken++;
}

bool world_owned(const struct reggen_range *range)
{
    return memchr(fake.owners + range->first, KERNELS, range->last - range->first + 1u) != NULL;
}

static bool known(uint32_t code)
{
    return code >= 0xC000E701 && code <= 0xC000E705; /* as a kernel would count them: read and write, size 0, type E7 */
}

/* What may come of it beside an answer. */
static void check_error(long error, uint32_t code, size_t room, uint32_t size, uint32_t failed)
{
    if (!known(code)) {
        MUST(error == -ENOTTY);
    } else if (room < 8) {
        MUST(error == -EFAULT);
    } else if (size < 8 || size > WORLD_LONGEST) {
        MUST(error == -EINVAL);
    } else {
        MUST((error == -EFAULT && room < (size < 40 ? 40 : size)) || (error == -ENOMEM && fake.failed != failed)
             || (error == -EPERM && code == REGGEN_LINUX(REGGEN_POLICY) && !fake.administrator));
    }
    MUST(fake.written == 0 || error == -EFAULT);
}

uint8_t *call(struct slot *slot, uint32_t code, const void *request, uint32_t size, size_t room, uint8_t flip)
{
    uint32_t failed = fake.failed, told = 0;
    uint8_t *user = malloc(room);
    bool administrator = fake.administrator;
    memset(user, 0x5A, room);
    memcpy(user, request, room < size ? room : size);
    if (room >= 8) {
        memcpy(&told, user, 4);
    }
    fake.user = user;
    fake.user_size = room;
    fake.written = 0;
    fake.flip = flip;
    calls++;
    long result = (calls & 1 ? fake.files->unlocked_ioctl : fake.files->compat_ioctl)(&slot->file, code, (unsigned long)(uintptr_t)user);
    fake.flip = 0;
    if (result != 0) {
        check_error(result, code, room, told, failed);
        free(user);
        return NULL;
    }
    struct reggen_answer *answer = (struct reggen_answer *)user;
    MUST(known(code) && told >= 8 && told <= WORLD_LONGEST && told <= room && (administrator || code != REGGEN_LINUX(REGGEN_POLICY)));
    MUST(fake.written >= sizeof *answer && fake.written == answer->header.size && answer->header.version == REGGEN_VERSION && answer->header.reserved == 0);
    return user;
}

static void set_policy(const struct reggen_entry *entries, uint32_t count)
{
    struct {
        struct reggen_policy head;
        struct reggen_entry entries[4];
    } made = { .head = { { (uint32_t)(sizeof made.head + count * sizeof *entries), REGGEN_VERSION, 0 }, count, 0 } };
    memcpy(made.entries, entries, count * sizeof *entries);
    uint8_t *answer = call(&slots[0], REGGEN_LINUX(REGGEN_POLICY), &made, made.head.header.size, 40 + made.head.header.size, 0);
    MUST(answer != NULL && ((struct reggen_answer *)answer)->status == REGGEN_OK);
    free(answer);
}

void world_begin(bool usual)
{
    static const struct reggen_entry entries[] = {
        { .first = 0x300, .last = 0x30F, .access = 3, .who_kind = REGGEN_WHO_GID, .who_size = 4, .who = { 1 } },
        { .first = 0x5C, .last = 0x6B, .access = 3, .flags = REGGEN_POLICY_SYSTEM, .who_kind = REGGEN_WHO_GID, .who_size = 4, .who = { 1 } },
        { .first = 0xFFF0, .last = 0xFFFF, .access = 3, .who_kind = REGGEN_WHO_GID, .who_size = 4, .who = { 1 } },
    };
    static const struct {
        struct reggen_claim head;
        struct reggen_range ranges[3];
    } wanted = { { { sizeof wanted, REGGEN_VERSION, 0 }, 3, 0 }, { { 0x300, 0x307, 7, 3, 0, 0 }, { 0x308, 0x30B, 1, 3, 1, 0 }, { 0xFFFC, 0xFFFF, 6, 1, 0, 0 } } };
    for (uint32_t i = 0; i < 3; i++) {
        usual = usual && firmware_marks(entries[i].first, entries[i].last) == 0;
    }
    fake.group = 1;
    world_named = 0;
    world_trusts = false;
    slot_open(&slots[0], false);
    set_policy(entries, usual ? 3 : 0);
    if (usual) {
        world_named = 2;
        uint8_t *answer = call(&slots[0], REGGEN_LINUX(REGGEN_CLAIM), &wanted, sizeof wanted, sizeof wanted, 0);
        MUST(answer != NULL && ((struct reggen_answer *)answer)->status == REGGEN_OK);
        slot_took(&slots[0], wanted.ranges, 3);
        free(answer);
    }
}

/* From number count on, until there are no more. */
static uint32_t open_more(struct file *files, uint32_t count)
{
    int result;
    while ((result = fake.files->open(NULL, &files[count])) == 0) {
        count++;
    }
    MUST(result == -ENFILE);
    return count;
}

/* There are 256 handles, the last 16 for administrators. */
void world_open_all(void)
{
    static struct file files[256 + 1];
    uint32_t others = 0;
    bool administrator = fake.administrator;
    if (!administrator && !is_named()) {
        return;
    }
    for (uint32_t i = 0; i < SLOTS; i++) {
        others += slots[i].open;
    }
    uint32_t count = open_more(files, 0);
    MUST(count + others == (administrator ? 256 : 240));
    fake.administrator = true;
    count = open_more(files, count);
    MUST(count + others == 256);
    fake.administrator = administrator;
    while (count > 0) {
        fake.files->release(NULL, &files[--count]);
    }
}

/* What handles have is the module's; a region of which no handle has a port any more is not. */
void world_check(void)
{
    MUST(!fake_held());
    for (uint32_t i = 0; i < SLOTS; i++) {
        for (uint32_t k = 0; slots[i].open && k < slots[i].count; k++) {
            const struct reggen_range *range = &slots[i].ranges[k];
            for (uint32_t port = range->first; port <= range->last; port++) {
                MUST(fake.owners[port] == MODULES);
            }
        }
    }
    for (uint32_t region = 0; region < fake.regions; region++) {
        bool used = false;
        for (uint32_t i = 0; i < SLOTS; i++) {
            for (uint32_t k = 0; slots[i].open && k < slots[i].count; k++) {
                used |= fake_region_has(region, slots[i].ranges[k].first, slots[i].ranges[k].last);
            }
        }
        MUST(used);
    }
}

void world_end(void)
{
    for (uint32_t i = 0; i < SLOTS; i++) {
        if (slots[i].open) {
            slot_close(&slots[i]);
        }
    }
    world_check();
}
