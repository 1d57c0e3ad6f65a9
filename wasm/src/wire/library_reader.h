// Reads libraries of approved content, as shared/schema/library.schema.json describes them.
#pragma once

#include "content/library.h"
#include "wire/document.h"

namespace botschaft::wire {

struct ReadLibrary {
  content::Library library;
  Problems left_out;  // one or more for each item that was left out
};

// Fails only where the library as a whole cannot be used; a broken item is left out and named.
[[nodiscard]] Result<ReadLibrary> read_library(const Value& json);

}  // namespace botschaft::wire
