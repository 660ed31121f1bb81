/* The kernel as a place to run in: locks, memory, callers, time. */
#include "fake.h"

#include <stdio.h>
#include <stdlib.h>

struct fake fake;
char fake_module;
struct acpi_table_fadt acpi_gbl_FADT;
struct user_namespace {
    int unused;
} init_user_ns;

void broken(const char *what, const char *file, int line)
{
    fprintf(stderr, "%s:%d: %s does not hold\n", file, line, what);
    abort();
}

void fake_reset(void)
{
    fake = (struct fake){ .files = fake.files, .lock = fake.lock, .administrator = true, .tick = 300 };
    memset(fake.owners + 0x60, KERNELS, 5);
    memset(fake.owners + 0x30C, KERNELS, 2);
}

int misc_register(struct miscdevice *misc)
{
    MUST(misc->minor == MISC_DYNAMIC_MINOR && misc->mode == 0666 && misc->fops->owner == THIS_MODULE);
    fake.files = misc->fops;
    return 0;
}

void misc_deregister(struct miscdevice *misc)
{
    MUST(misc->fops == fake.files);
    fake.files = NULL;
}

long compat_ptr_ioctl(struct file *file, unsigned int code, unsigned long argument)
{
    return fake.files->unlocked_ioctl(file, code, argument);
}

long long noop_llseek(struct file *file, long long offset, int whence)
{
    (void)file;
    (void)whence;
    return offset;
}

/* There is one lock. Whoever waits for it here waits for ever. */
void mutex_lock(struct mutex *mutex)
{
    MUST(!mutex->held);
    mutex->held = 1;
    fake.lock = mutex;
}

void mutex_unlock(struct mutex *mutex)
{
    MUST(mutex->held);
    mutex->held = 0;
}

void lockdep_assert_held(const struct mutex *mutex)
{
    MUST(mutex->held);
}

bool fake_held(void)
{
    return fake.lock != NULL && fake.lock->held;
}

void *kvmalloc(size_t size, gfp_t flags)
{
    MUST(flags == GFP_KERNEL_ACCOUNT && size > 0 && size < 0x20000);
    if (fake.fail_after != 0 && --fake.fail_after == 0) {
        fake.failed++;
        return NULL;
    }
    fake.allocations++;
    return memset(malloc(size), 0xA5, size);
}

void *kmalloc(size_t size, gfp_t flags)
{
    MUST(size <= 0x8000); /* more in a piece is hard to find */
    return kvmalloc(size, flags);
}

void *kvzalloc(size_t size, gfp_t flags)
{
    void *memory = kvmalloc(size, flags);
    return memory == NULL ? NULL : memset(memory, 0, size);
}

void *kzalloc(size_t size, gfp_t flags)
{
    void *memory = kmalloc(size, flags);
    return memory == NULL ? NULL : memset(memory, 0, size);
}

void kvfree(const void *memory)
{
    fake.allocations -= memory != NULL;
    free((void *)(uintptr_t)memory);
}

void kfree(const void *memory)
{
    kvfree(memory);
}

/* How much of the caller's memory does not exist. The lock is never held meanwhile: who answers for that memory may take its time. */
static size_t missing(const uint8_t *at, size_t size)
{
    MUST(!fake_held());
    size_t offset = (size_t)(at - fake.user);
    size_t there = offset <= fake.user_size ? fake.user_size - offset : 0;
    return size > there ? size - there : 0;
}

unsigned long copy_from_user(void *to, const void *from, unsigned long size)
{
    size_t lost = missing(from, size);
    memcpy(to, from, size - lost);
    memset((uint8_t *)to + size - lost, 0, lost);
    if (fake.flip >= 0xC0 && fake.user_size >= 9) {
        fake.user[0] += 8; /* a claim of one more range, as good as the other */
        fake.user[8]++;
    } else if (fake.flip != 0 && fake.user_size >= 8) {
        fake.user[fake.flip & 7] ^= fake.flip >> 3;
    }
    return lost;
}

unsigned long copy_to_user(void *to, const void *from, unsigned long size)
{
    size_t lost = missing(to, size);
    MUST(to == fake.user);
    memcpy(to, from, size - lost);
    fake.written = size - lost;
    return lost;
}

bool capable(int capability)
{
    MUST(capability == CAP_SYS_ADMIN);
    return fake.administrator;
}

kgid_t make_kgid(struct user_namespace *namespace, uint32_t group)
{
    MUST(namespace == &init_user_ns);
    return (kgid_t){ group };
}

bool gid_valid(kgid_t group)
{
    return group.value != UINT32_MAX;
}

int in_egroup_p(kgid_t group)
{
    MUST(gid_valid(group));
    return group.value == fake.group;
}

int security_locked_down(int what)
{
    MUST(what == LOCKDOWN_IOPORT);
    return fake.locked_down ? -EPERM : 0;
}

uint64_t ktime_get_ns(void)
{
    return fake.now += fake.tick;
}

ktime_t ns_to_ktime(uint64_t ns)
{
    return (ktime_t)ns;
}

void set_current_state(int state)
{
    fake.state = state;
}

/* One that does not sleep in a state to be woken from runs on at once, round and round. */
int schedule_hrtimeout_range(ktime_t *when, uint64_t slack, int mode)
{
    MUST(!fake_held() && fake.state == TASK_KILLABLE && mode == HRTIMER_MODE_ABS && slack < 1000000);
    fake.state = 0;
    if (!fake.dies && fake.now < (uint64_t)*when) {
        MUST((uint64_t)*when - fake.now <= 100000000); /* no program is that long */
        fake.now = (uint64_t)*when;
    }
    fake.meanwhile();
    return 0;
}

void cpu_relax(void)
{
}

void cond_resched(void)
{
    MUST(!fake_held());
    fake.meanwhile();
    fake.yielded = true;
}

bool fatal_signal_pending(void *task)
{
    MUST(task == current);
    fake.dying |= fake.dies;
    return fake.dies;
}
