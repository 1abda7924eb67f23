#ifndef IMPACT_CPGQUERY_H
#define IMPACT_CPGQUERY_H

#include <pg_query.h>

#endif
