#include "text/wording.h"

#include "text/quotations.h"

namespace botschaft::text {

Wording::Wording(std::string_view text, const std::vector<Token>& tokens, const std::vector<bool>& skip)
    : text_(text), tokens_(tokens), quotations_(text::quotations(text)) {
  folded_.reserve(text.size());
  ends_.reserve(tokens.size() + 1);
  ends_.push_back(0);
  marks_.reserve(tokens.size());
  size_t quotation = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Span span = tokens[i].span;
    append_folded_form(folded_, span.in(text));
    ends_.push_back(static_cast<uint32_t>(folded_.size()));
    while (quotation < quotations_.size() && quotations_[quotation].end <= span.begin) ++quotation;
    uint8_t mark = 0;
    if (quotation < quotations_.size() && quotations_[quotation].overlaps(span)) mark |= kQuoted;
    if (!skip.empty() && skip[i]) mark |= kSkipped;
    marks_.push_back(mark);
  }
}

}  // namespace botschaft::text
