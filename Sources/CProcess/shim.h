#ifndef IMPACT_CPROCESS_H
#define IMPACT_CPROCESS_H

#include <sys/prctl.h>

/* prctl takes any number of arguments, which Swift does not call. */
static inline int process_set_dumpable(int is_dumpable) { return prctl(PR_SET_DUMPABLE, is_dumpable, 0, 0, 0); }

#endif
