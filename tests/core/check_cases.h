// Tables of drafts and what a guideline finds in each.
#pragma once

#include <initializer_list>

#include "catch.h"
#include "wire_client.h"

namespace botschaft::test {

struct CheckCase {
  const char* text;
  const char* findings;   // as findings_in tells them
  const char* more = "";  // further members of the request, beginning with a comma
};

// `more` is for those that have none of their own.
inline void expect(Client& client, std::initializer_list<CheckCase> cases, const char* more = "") {
  for (const CheckCase& c : cases) {
    CAPTURE(c.text, c.more);
    CHECK(client.check(c.text, *c.more == '\0' ? more : c.more) == c.findings);
  }
}

}  // namespace botschaft::test
