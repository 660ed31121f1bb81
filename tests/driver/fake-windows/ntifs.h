/* As much of the kernel's header as driver/windows uses, for tests on any system. Names and numbers are those of the WDK's ntifs.h, wdm.h and
   ntstatus.h; what the functions do is in kernel.c. Build with -fshort-wchar. */
#ifndef FAKE_NTIFS_H
#define FAKE_NTIFS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#define NTAPI
#define FALSE 0
#define TRUE 1
#define MAXUSHORT 0xFFFF
#define UNREFERENCED_PARAMETER(name) ((void)(name))
#define FIELD_OFFSET(type, field) ((LONG)offsetof(type, field))
#define RtlFillMemory(at, size, value) memset((at), (value), (size))
#define RtlZeroMemory(at, size) memset((at), 0, (size))
#define RtlCopyMemory(to, from, size) memcpy((to), (from), (size))

typedef int32_t NTSTATUS, LONG;
typedef int64_t LONGLONG;
typedef uint32_t ULONG, ACCESS_MASK, SECURITY_INFORMATION;
typedef uint16_t USHORT;
typedef uint8_t UCHAR, BOOLEAN, KIRQL;
typedef wchar_t WCHAR;
typedef size_t SIZE_T;
typedef uintptr_t ULONG_PTR;
typedef void *HANDLE, *PETHREAD, *ACCESS_STATE;
typedef union {
    LONGLONG QuadPart;
} LARGE_INTEGER;

#define NT_SUCCESS(status) ((NTSTATUS)(status) >= 0)
#define STATUS_SUCCESS ((NTSTATUS)0)
#define STATUS_BUFFER_OVERFLOW ((NTSTATUS)0x80000005)
#define STATUS_UNSUCCESSFUL ((NTSTATUS)0xC0000001)
#define STATUS_INVALID_HANDLE ((NTSTATUS)0xC0000008)
#define STATUS_INVALID_DEVICE_REQUEST ((NTSTATUS)0xC0000010)
#define STATUS_ACCESS_DENIED ((NTSTATUS)0xC0000022)
#define STATUS_BUFFER_TOO_SMALL ((NTSTATUS)0xC0000023)
#define STATUS_OBJECT_TYPE_MISMATCH ((NTSTATUS)0xC0000024)
#define STATUS_OBJECT_NAME_NOT_FOUND ((NTSTATUS)0xC0000034)
#define STATUS_DELETE_PENDING ((NTSTATUS)0xC0000056)
#define STATUS_NO_TOKEN ((NTSTATUS)0xC000007C)
#define STATUS_ALLOTTED_SPACE_EXCEEDED ((NTSTATUS)0xC0000099)
#define STATUS_INSUFFICIENT_RESOURCES ((NTSTATUS)0xC000009A)
#define STATUS_BAD_IMPERSONATION_LEVEL ((NTSTATUS)0xC00000A5)
#define STATUS_NAME_TOO_LONG ((NTSTATUS)0xC0000106)
#define STATUS_NOT_FOUND ((NTSTATUS)0xC0000225)
#define STATUS_TOO_MANY_OPENED_FILES ((NTSTATUS)0xC000011F)
#define STATUS_FILE_CLOSED ((NTSTATUS)0xC0000128)

typedef struct {
    USHORT Length, MaximumLength;
    WCHAR *Buffer;
} UNICODE_STRING;
#define RTL_CONSTANT_STRING(text) { sizeof(text) - sizeof((text)[0]), sizeof(text), (WCHAR *)(text) }

/* Objects. */
typedef struct DEVICE_OBJECT DEVICE_OBJECT;
typedef struct DRIVER_OBJECT DRIVER_OBJECT;
typedef struct IRP IRP;
typedef NTSTATUS DRIVER_DISPATCH(DEVICE_OBJECT *, IRP *);
typedef NTSTATUS DRIVER_INITIALIZE(DRIVER_OBJECT *, UNICODE_STRING *);
typedef void DRIVER_UNLOAD(DRIVER_OBJECT *);
#define IRP_MJ_CREATE 0x00
#define IRP_MJ_CLOSE 0x02
#define IRP_MJ_DEVICE_CONTROL 0x0E
#define IRP_MJ_CLEANUP 0x12
#define IRP_MJ_MAXIMUM_FUNCTION 0x1B
struct DRIVER_OBJECT {
    DEVICE_OBJECT *DeviceObject;
    DRIVER_UNLOAD *DriverUnload;
    DRIVER_DISPATCH *MajorFunction[IRP_MJ_MAXIMUM_FUNCTION + 1];
};
struct DEVICE_OBJECT {
    DRIVER_OBJECT *DriverObject;
};
typedef struct {
    UNICODE_STRING FileName;
    void *FsContext;
} FILE_OBJECT;
typedef struct {
    FILE_OBJECT *FileObject;
    struct {
        struct {
            ULONG OutputBufferLength, InputBufferLength, IoControlCode;
        } DeviceIoControl;
    } Parameters;
} IO_STACK_LOCATION;
struct IRP {
    struct {
        void *SystemBuffer;
    } AssociatedIrp;
    struct {
        NTSTATUS Status;
        ULONG_PTR Information;
    } IoStatus;
    BOOLEAN Cancel;
    IO_STACK_LOCATION location; /* ours */
    uint32_t completed;
};
#define IO_NO_INCREMENT 0
#define FILE_DEVICE_SECURE_OPEN 0x100
#define IoGetCurrentIrpStackLocation(irp) (&(irp)->location)
void IoCompleteRequest(IRP *irp, int boost);
NTSTATUS IoCreateDevice(DRIVER_OBJECT *driver, ULONG extension, UNICODE_STRING *name, ULONG type, ULONG characteristics, BOOLEAN exclusive,
                        DEVICE_OBJECT **device);
void IoDeleteDevice(DEVICE_OBJECT *device);
NTSTATUS IoCreateSymbolicLink(UNICODE_STRING *link, UNICODE_STRING *name);
NTSTATUS IoDeleteSymbolicLink(UNICODE_STRING *link);

/* Pool, locks, threads, time. */
#define NonPagedPoolNx 512
void *ExAllocatePoolWithTag(int type, SIZE_T size, ULONG tag);
void ExFreePoolWithTag(void *what, ULONG tag);
typedef struct {
    int held;
} FAST_MUTEX;
void ExInitializeFastMutex(FAST_MUTEX *mutex);
void ExAcquireFastMutexUnsafe(FAST_MUTEX *mutex);
void ExReleaseFastMutexUnsafe(FAST_MUTEX *mutex);
void KeEnterCriticalRegion(void);
void KeLeaveCriticalRegion(void);
typedef struct {
    int users, removed;
} IO_REMOVE_LOCK;
void IoInitializeRemoveLock(IO_REMOVE_LOCK *lock, ULONG tag, ULONG minutes, ULONG most);
NTSTATUS IoAcquireRemoveLock(IO_REMOVE_LOCK *lock, void *tag);
void IoReleaseRemoveLock(IO_REMOVE_LOCK *lock, void *tag);
void IoReleaseRemoveLockAndWait(IO_REMOVE_LOCK *lock, void *tag);
static inline LONG InterlockedExchange(volatile LONG *at, LONG value)
{
    LONG before = *at;
    *at = value;
    return before;
}
enum { KernelMode, UserMode };
#define YieldProcessor() fake_spin()
void fake_spin(void);
PETHREAD PsGetCurrentThread(void);
BOOLEAN PsIsThreadTerminating(PETHREAD thread);
ULONG KeQueryTimeIncrement(void);
NTSTATUS KeDelayExecutionThread(int mode, BOOLEAN alertable, LARGE_INTEGER *interval);
LARGE_INTEGER KeQueryPerformanceCounter(LARGE_INTEGER *frequency);

/* Processes. */
#define NTKERNELAPI
typedef struct fake_process *PEPROCESS;
typedef void PROCESS_NOTIFY(HANDLE parent, HANDLE process, BOOLEAN begins);
PEPROCESS IoGetCurrentProcess(void);
HANDLE PsGetProcessId(PEPROCESS process);
void ObReferenceObject(PEPROCESS process);
void ObDereferenceObject(PEPROCESS process);
NTSTATUS PsSetCreateProcessNotifyRoutine(PROCESS_NOTIFY *routine, BOOLEAN remove);

/* The registry. */
typedef struct {
    UNICODE_STRING *name;
    ULONG attributes;
} OBJECT_ATTRIBUTES;
#define OBJ_CASE_INSENSITIVE 0x40
#define OBJ_KERNEL_HANDLE 0x200
#define InitializeObjectAttributes(what, path, flags, root, security) (*(what) = (OBJECT_ATTRIBUTES){ (path), (flags) })
#define KEY_READ 0x20019
#define REG_BINARY 3
typedef struct {
    ULONG TitleIndex, Type, DataLength;
    UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION;
enum { KeyValuePartialInformation = 2 };
NTSTATUS ZwOpenKey(HANDLE *key, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes);
NTSTATUS ZwQueryValueKey(HANDLE key, UNICODE_STRING *name, int what, void *information, ULONG size, ULONG *written);
NTSTATUS ZwClose(HANDLE handle);

/* Security. */
typedef struct {
    UCHAR Revision, SubAuthorityCount, IdentifierAuthority[6];
    ULONG SubAuthority[1];
} SID;
typedef struct {
    void *Sid;
    ULONG Attributes;
} SID_AND_ATTRIBUTES;
typedef struct {
    SID_AND_ATTRIBUTES User;
} TOKEN_USER;
typedef struct {
    ULONG GroupCount;
    SID_AND_ATTRIBUTES Groups[1];
} TOKEN_GROUPS;
typedef enum { TokenUser = 1, TokenGroups = 2, TokenImpersonationLevel = 9, TokenRestrictedSids = 11 } TOKEN_INFORMATION_CLASS;
typedef enum { SecurityAnonymous, SecurityIdentification, SecurityImpersonation, SecurityDelegation } SECURITY_IMPERSONATION_LEVEL;
typedef struct {
    UCHAR AclRevision, Sbz1;
    USHORT AclSize, AceCount, Sbz2;
} ACL;
typedef struct {
    UCHAR AceType, AceFlags;
    USHORT AceSize;
    ACCESS_MASK Mask;
    ULONG SidStart;
} ACCESS_ALLOWED_ACE;
typedef struct {
    ACL *dacl;
} SECURITY_DESCRIPTOR;
#define TOKEN_QUERY 8
#define SECURITY_DESCRIPTOR_REVISION 1
#define ACL_REVISION 2
#define FILE_ALL_ACCESS 0x1F01FF
#define FILE_GENERIC_READ 0x120089
#define FILE_GENERIC_WRITE 0x120116
#define WRITE_DAC 0x40000
#define DACL_SECURITY_INFORMATION 4u
#define PROTECTED_DACL_SECURITY_INFORMATION 0x80000000u
#define ZwCurrentProcess() ((HANDLE)-1)
#define ZwCurrentThread() ((HANDLE)-2)
NTSTATUS ZwOpenThreadTokenEx(HANDLE thread, ACCESS_MASK access, BOOLEAN as_self, ULONG attributes, HANDLE *token);
NTSTATUS ZwOpenProcessTokenEx(HANDLE process, ACCESS_MASK access, ULONG attributes, HANDLE *token);
NTSTATUS ZwQueryInformationToken(HANDLE token, TOKEN_INFORMATION_CLASS what, void *information, ULONG size, ULONG *needed);
ULONG RtlLengthSid(void *sid);
SIZE_T RtlCompareMemory(const void *one, const void *other, SIZE_T size);
NTSTATUS RtlCreateAcl(ACL *acl, ULONG size, ULONG revision);
NTSTATUS RtlAddAccessAllowedAce(ACL *acl, ULONG revision, ACCESS_MASK mask, SID *sid);
NTSTATUS RtlCreateSecurityDescriptor(SECURITY_DESCRIPTOR *descriptor, ULONG revision);
NTSTATUS RtlSetDaclSecurityDescriptor(SECURITY_DESCRIPTOR *descriptor, BOOLEAN present, ACL *acl, BOOLEAN defaulted);
NTSTATUS ObOpenObjectByPointer(void *object, ULONG attributes, ACCESS_STATE *state, ACCESS_MASK access, void *type, int mode, HANDLE *handle);
NTSTATUS ZwSetSecurityObject(HANDLE handle, SECURITY_INFORMATION what, SECURITY_DESCRIPTOR *descriptor);

/* The firmware's tables. */
void *MmGetSystemRoutineAddress(UNICODE_STRING *name);

/* Events. */
typedef struct {
    USHORT DumpDataSize;
    NTSTATUS ErrorCode;
    ULONG DumpData[1];
} IO_ERROR_LOG_PACKET;
void *IoAllocateErrorLogEntry(void *object, UCHAR size);
void IoWriteErrorLogEntry(void *entry);

#endif
