// What stands in quotation marks: somebody else's words.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/token.h"

namespace botschaft::text {

// Quotations with their marks, in the order of the text, none inside another: „…“ “…” »…« «…» "…" and lines that begin
// with >. A mark that nothing closes within its paragraph opens none.
[[nodiscard]] std::vector<Span> quotations(std::string_view text, const std::vector<Token>& tokens);

}  // namespace botschaft::text
