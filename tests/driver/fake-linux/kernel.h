/* As much of Linux as the module uses, for each of the kernel's headers that it includes. It behaves as the kernel promises, at its worst:
   allocations fail, ports are taken, callers change their requests, others come in between wherever the module sleeps. fake.c says MUST
   where the kernel would oops, or lock up. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <asm/errno.h>

typedef int64_t ktime_t;
typedef unsigned int gfp_t;

#define CONFIG_X86 1
#define CONFIG_ACPI 1
#define __user
#define __init
#define __exit
#define KBUILD_MODNAME "reggen"
#define THIS_MODULE ((void *)&fake_module)
#define NSEC_PER_USEC 1000ul
#define max_t(type, one, other) ((type)(one) > (type)(other) ? (type)(one) : (type)(other))
#define NOTHING _Static_assert(1, "")
extern char fake_module;

/* module.h, miscdevice.h, fs.h */
#define MODULE_LICENSE(text) NOTHING
#define MODULE_DESCRIPTION(text) NOTHING
#define MODULE_VERSION(text) NOTHING
#define MODULE_PARM_DESC(name, text) NOTHING
#define module_param(name, type, mode) \
    extern type *const fake_##name;    \
    type *const fake_##name = &name
#define module_init(function) \
    int fake_init(void);      \
    int fake_init(void)       \
    {                         \
        return function();    \
    }                         \
    NOTHING
#define module_exit(function) \
    void fake_exit(void);     \
    void fake_exit(void)      \
    {                         \
        function();           \
    }                         \
    NOTHING
#define pr_info(...) ((void)sizeof(fake_print(__VA_ARGS__)))
__attribute__((format(printf, 1, 2))) int fake_print(const char *format, ...);

struct inode;
struct file {
    void *private_data;
};
struct file_operations {
    void *owner;
    int (*open)(struct inode *inode, struct file *file);
    int (*release)(struct inode *inode, struct file *file);
    long (*unlocked_ioctl)(struct file *file, unsigned int code, unsigned long argument);
    long (*compat_ioctl)(struct file *file, unsigned int code, unsigned long argument);
    long long (*llseek)(struct file *file, long long offset, int whence);
};
long compat_ptr_ioctl(struct file *file, unsigned int code, unsigned long argument);
long long noop_llseek(struct file *file, long long offset, int whence);

#define MISC_DYNAMIC_MINOR 255
struct miscdevice {
    int minor;
    const char *name;
    const struct file_operations *fops;
    unsigned short mode;
};
int misc_register(struct miscdevice *misc);
void misc_deregister(struct miscdevice *misc);

/* acpi.h. The kernel has copied the old addresses of 32 bits into the new ones. */
#define ACPI_ADR_SPACE_SYSTEM_IO 1
#define ACPI_FADT_RESET_REGISTER (1u << 10)
struct acpi_generic_address {
    uint8_t space_id, bit_width, bit_offset, access_width;
    uint64_t address;
};
extern struct acpi_table_fadt {
    uint32_t smi_command;
    uint8_t pm1_control_length;
    uint32_t flags;
    struct acpi_generic_address reset_register, xpm1a_control_block, xpm1b_control_block, sleep_control;
} acpi_gbl_FADT;

/* mutex.h */
struct mutex {
    int held;
};
#define __MUTEX_INITIALIZER(name) { 0 }
void mutex_lock(struct mutex *mutex);
void mutex_unlock(struct mutex *mutex);
void lockdep_assert_held(const struct mutex *mutex);

/* slab.h, mm.h */
#define GFP_KERNEL_ACCOUNT 0x400CC0u
void *kmalloc(size_t size, gfp_t flags);
void *kzalloc(size_t size, gfp_t flags);
void kfree(const void *memory);
void *kvmalloc(size_t size, gfp_t flags);
void *kvzalloc(size_t size, gfp_t flags);
void kvfree(const void *memory);

/* uaccess.h */
unsigned long copy_from_user(void *to, const void *from, unsigned long size);
unsigned long copy_to_user(void *to, const void *from, unsigned long size);

/* capability.h, cred.h, uidgid.h, security.h */
#define CAP_SYS_ADMIN 21
#define LOCKDOWN_IOPORT 9
typedef struct {
    uint32_t value;
} kgid_t;
struct user_namespace;
extern struct user_namespace init_user_ns;
bool capable(int capability);
kgid_t make_kgid(struct user_namespace *namespace, uint32_t group);
bool gid_valid(kgid_t group);
int in_egroup_p(kgid_t group);
int security_locked_down(int what);

/* ktime.h, hrtimer.h, sched.h */
#define TASK_KILLABLE 0x102
#define HRTIMER_MODE_ABS 0
#define current ((void *)&fake_module)
uint64_t ktime_get_ns(void);
ktime_t ns_to_ktime(uint64_t ns);
void set_current_state(int state);
int schedule_hrtimeout_range(ktime_t *when, uint64_t slack, int mode);
void cpu_relax(void);
void cond_resched(void);
bool fatal_signal_pending(void *task);

/* io.h, ioport.h */
uint8_t inb(uint16_t port);
uint16_t inw(uint16_t port);
uint32_t inl(uint16_t port);
void outb(uint8_t value, uint16_t port);
void outw(uint16_t value, uint16_t port);
void outl(uint32_t value, uint16_t port);
void *request_region(uint32_t first, uint32_t count, const char *name);
void release_region(uint32_t first, uint32_t count);

/* bitmap.h */
#define BITS 64ul
#define DECLARE_BITMAP(name, bits) unsigned long name[((bits) + BITS - 1) / BITS]
void bitmap_zero(unsigned long *map, unsigned long bits);
void bitmap_set(unsigned long *map, unsigned long first, unsigned long count);
void bitmap_clear(unsigned long *map, unsigned long first, unsigned long count);
unsigned long find_next_bit(const unsigned long *map, unsigned long end, unsigned long from);
unsigned long find_next_zero_bit(const unsigned long *map, unsigned long end, unsigned long from);

/* list.h */
struct list_head {
    struct list_head *next, *prev;
};
#define LIST_HEAD_INIT(name) { &(name), &(name) }
static inline void list_add(struct list_head *added, struct list_head *head)
{
    *added = (struct list_head){ head->next, head };
    head->next->prev = added;
    head->next = added;
}
static inline void list_del(struct list_head *entry)
{
    entry->prev->next = entry->next;
    entry->next->prev = entry->prev;
    *entry = (struct list_head){ NULL, NULL };
}
#define list_entry(link, type, member) ((type *)((char *)(link)-offsetof(type, member)))
#define list_for_each_entry_safe(at, after, head, member)                                                       \
    for (at = list_entry((head)->next, __typeof__(*at), member), after = list_entry(at->member.next, __typeof__(*at), member); \
         &at->member != (head); at = after, after = list_entry(after->member.next, __typeof__(*after), member))

#endif
