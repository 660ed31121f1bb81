/* What 32-bit kernels of NT export and no header declares. The prototypes are those by which drivers have called them since NT 3.1.

   The kernel has one map of its own, number 1: a bit for each port, 1 where an access traps. A process is switched to it, or to number 0, which
   traps them all: so switching is for each process, but which ports it is about is the same for all that are switched on. Each answers whether it
   knew the number. Setting copies the map. */
#ifndef REGGEN_KE386_H
#define REGGEN_KE386_H

#include <ntifs.h>

#define KE386_NONE 0u
#define KE386_MAP 1u
#define KE386_MAP_SIZE 8192u /* bytes */

NTKERNELAPI BOOLEAN NTAPI Ke386QueryIoAccessMap(ULONG number, void *map);
NTKERNELAPI BOOLEAN NTAPI Ke386SetIoAccessMap(ULONG number, void *map);
NTKERNELAPI BOOLEAN NTAPI Ke386IoSetAccessProcess(PEPROCESS process, ULONG number);

#endif
