/* What holds after a request, whatever it was. */
#include "checks.h"
#include "direct.h"

void check_dacl(void)
{
    uint32_t wanted = 2;
    MUST(memcmp(fake.sids[0], fake_system, 12) == 0 && memcmp(fake.sids[1], fake_administrators, 16) == 0);
    for (uint32_t i = 0; i < driver_state.entry_count; i++) {
        const struct reggen_entry *entry = &driver_state.entries[i];
        int listed = 0, before = 0;
        for (uint32_t j = 2; j < fake.sid_count; j++) {
            listed += memcmp(fake.sids[j], entry->who, sizeof entry->who) == 0;
        }
        for (uint32_t j = 0; j < i; j++) {
            before |= driver_state.entries[j].who_kind == REGGEN_WHO_SID && memcmp(driver_state.entries[j].who, entry->who, sizeof entry->who) == 0;
        }
        MUST(entry->who_kind != REGGEN_WHO_SID || listed == 1);
        wanted += entry->who_kind == REGGEN_WHO_SID && !before;
    }
    MUST(fake.sid_count == wanted);
}

/* Whoever is let in is named. */
void check_claim(const struct handle *handle, uint32_t before, enum who who)
{
    for (uint32_t i = before; i < handle->core.count; i++) {
        for (uint32_t port = handle->core.ranges[i].first; port <= handle->core.ranges[i].last; port++) {
            int named = 0;
            uint8_t needs = firmware_needs(port);
            MUST((needs & REGGEN_NEVER) == 0);
            for (uint32_t j = 0; j < driver_state.entry_count; j++) {
                const struct reggen_entry *entry = &driver_state.entries[j];
                named |= entry->who_kind == REGGEN_WHO_SID && entry->first <= port && port <= entry->last && (entry->flags & needs) == needs
                         && fake_is(who, entry->who, entry->who_size);
            }
            MUST(named);
        }
    }
}

void check_answer(const IRP *irp, const uint8_t *buffer, uint32_t room)
{
    const struct reggen_header *header = (const struct reggen_header *)buffer;
    if (!NT_SUCCESS(irp->IoStatus.Status)) {
        MUST(irp->IoStatus.Information == 0);
        return;
    }
    MUST(irp->IoStatus.Information <= room && irp->IoStatus.Information >= sizeof(struct reggen_answer));
    MUST(header->size == irp->IoStatus.Information && header->version == REGGEN_VERSION && header->reserved == 0);
}

/* On 64 bits the request is unknown, and where the driver could not prepare for it. */
void check_direct(const struct handle *handle, ULONG code, NTSTATUS status, const struct reggen_answer *answer, int kernel_failed)
{
    fake.wanted = NULL;
    if (code == REGGEN_WINDOWS(REGGEN_QUERY) && NT_SUCCESS(status) && answer->header.size == sizeof(struct reggen_features)) {
        MUST(((const struct reggen_features *)answer)->features == (REGGEN_FEATURE_PROGRAMS | (fake.notify != NULL ? REGGEN_FEATURE_DIRECT : 0)));
    }
    if (code == REGGEN_WINDOWS(REGGEN_DIRECT) && fake.notify == NULL) {
        MUST(!NT_SUCCESS(status));
    } else if (code == REGGEN_WINDOWS(REGGEN_DIRECT) && NT_SUCCESS(status) && answer->status != REGGEN_E_REQUEST && answer->status != REGGEN_E_VERSION) {
        expect_answer(handle, answer->status, answer->index, kernel_failed);
    }
    if (code == REGGEN_WINDOWS(REGGEN_RELEASE) && NT_SUCCESS(status) && answer->status == REGGEN_OK) {
        MUST(handle->core.count == 0);
        expect_gone(handle);
    }
    expect_check();
}
