#include "text/wording.h"

#include "text/quotations.h"

namespace botschaft::text {

Wording::Wording(const TokenizedText& text, const std::vector<bool>& skip)
    : text_(text), quotations_(text::quotations(text.text())) {
  marks_.reserve(text.size());
  size_t quotation = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const Span span = text.tokens()[i].span;
    while (quotation < quotations_.size() && quotations_[quotation].end <= span.begin) ++quotation;
    uint8_t mark = 0;
    if (quotation < quotations_.size() && quotations_[quotation].overlaps(span)) mark |= kQuoted;
    if (!skip.empty() && skip[i]) mark |= kSkipped;
    marks_.push_back(mark);
  }
}

}  // namespace botschaft::text
