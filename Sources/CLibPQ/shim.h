#ifndef IMPACT_CLIBPQ_H
#define IMPACT_CLIBPQ_H

#include <libpq-fe.h>
/* libpq leaves waiting for its sockets to its user. */
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
/* strdup and free, for the arrays of C strings that libpq takes. */
#include <stdlib.h>
#include <string.h>

#endif
