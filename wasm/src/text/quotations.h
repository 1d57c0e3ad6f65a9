// What a text quotes: words of somebody else.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace botschaft::text {

// Everything between quotation marks („…“ „…” “…” "…" »…« «…» ‚…‘ ‘…’ ›…‹ ‹…›), marks included, and lines that begin
// with ">". In order, none inside another; a mark that is not closed in its paragraph quotes nothing. Linear.
[[nodiscard]] std::vector<Span> quotations(std::string_view text);

}  // namespace botschaft::text
