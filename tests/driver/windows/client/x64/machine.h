/* What differs with the machine. */
#ifndef MACHINE_H
#define MACHINE_H

#define MACHINE_FEATURES REGGEN_FEATURE_PROGRAMS
#define MACHINE_LAST REGGEN_POLICY /* of the requests that the driver knows */

#endif
