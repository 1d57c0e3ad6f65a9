// Stands in for RE2's logging, which would bring C++ streams into the module. RE2 reports what goes wrong by its return
// values; a broken invariant ends the process, which the host turns into a problem.
#ifndef BOTSCHAFT_PATTERNS_QUIET_LOGGING_H
#define BOTSCHAFT_PATTERNS_QUIET_LOGGING_H

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "util/util.h"

namespace botschaft_quiet {
struct Nowhere {
  template <typename T>
  const Nowhere& operator<<(const T&) const {
    return *this;
  }
};
}  // namespace botschaft_quiet

#define LOG(severity) ::botschaft_quiet::Nowhere()

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))
#define CHECK(condition) ((condition) ? (void)0 : abort())
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_LT(a, b) CHECK((a) < (b))

#endif
