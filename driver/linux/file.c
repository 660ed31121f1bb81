// SPDX-License-Identifier: MIT OR GPL-2.0
/* /dev/reggen: who may open it, and how requests come in and answers go out. */
#include <linux/capability.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "device.h"
#include "reggen_shim.h"

/* An administrator gets in to set the policy, and claims nothing that it does not give. */
static int admit(struct reggen_handle *handle)
{
    const struct reggen_caller caller = { 0 };
    int result = 0;
    mutex_lock(&reggen_device.lock);
    if (!reggen_named(&reggen_device.state, &caller) && !capable(CAP_SYS_ADMIN)) {
        result = -EACCES;
    } else if (reggen_open(&reggen_device.state, handle, &caller) != REGGEN_OK) {
        result = -ENFILE;
    }
    mutex_unlock(&reggen_device.lock);
    return result;
}

static int open(struct inode *inode, struct file *file)
{
    struct reggen_handle *handle;
    int result;
    (void)inode;
    if (reggen_locked()) {
        return -EPERM;
    }
    handle = kzalloc(sizeof(*handle), GFP_KERNEL_ACCOUNT);
    if (handle == NULL) {
        return -ENOMEM;
    }
    result = admit(handle);
    if (result != 0) {
        kfree(handle);
        return result;
    }
    file->private_data = handle;
    return 0;
}

/* The last reference is gone, and so is each request that held one. */
static int release(struct inode *inode, struct file *file)
{
    struct reggen_handle *handle = file->private_data;
    (void)inode;
    mutex_lock(&reggen_device.lock);
    reggen_close(&reggen_device.state, handle);
    reggen_give_back();
    mutex_unlock(&reggen_device.lock);
    kfree(handle);
    return 0;
}

static bool known(unsigned int code)
{
    return code == REGGEN_LINUX(REGGEN_QUERY) || code == REGGEN_LINUX(REGGEN_CLAIM) || code == REGGEN_LINUX(REGGEN_RELEASE)
           || code == REGGEN_LINUX(REGGEN_RUN) || code == REGGEN_LINUX(REGGEN_POLICY);
}

/* The size is read once, and holds from then on: should the caller change it meanwhile, what it wrote is a wrong request to the core. */
static long ioctl(struct file *file, unsigned int code, unsigned long argument)
{
    void __user *user = (void __user *)argument;
    struct reggen_header header;
    uint32_t room;
    void *buffer;
    long result;
    if (!known(code)) {
        return -ENOTTY;
    }
    if (copy_from_user(&header, user, sizeof(header)) != 0) {
        return -EFAULT;
    }
    if (header.size < sizeof(header) || header.size > REGGEN_LONGEST_REQUEST) {
        return -EINVAL;
    }
    room = max_t(uint32_t, header.size, sizeof(struct reggen_features));
    buffer = kvzalloc(room, GFP_KERNEL_ACCOUNT);
    if (buffer == NULL) {
        return -ENOMEM;
    }
    if (copy_from_user(buffer, user, header.size) != 0) {
        result = -EFAULT;
    } else if (code == REGGEN_LINUX(REGGEN_RUN)) {
        result = reggen_answer_program(file->private_data, buffer, header.size, room);
    } else {
        result = reggen_answer(file->private_data, code, buffer, header.size);
    }
    if (result > 0) {
        result = copy_to_user(user, buffer, result) != 0 ? -EFAULT : 0;
    }
    kvfree(buffer);
    return result;
}

const struct file_operations reggen_files = {
    .owner = THIS_MODULE,
    .open = open,
    .release = release,
    .unlocked_ioctl = ioctl,
    .compat_ioctl = compat_ptr_ioctl,
    .llseek = noop_llseek,
};
