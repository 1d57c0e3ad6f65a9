#include "match/pattern_set.h"

namespace botschaft::match {
namespace {

void write_pattern(ByteWriter& out, std::string_view pattern, const PatternOptions& options) {
  out.text(pattern);
  out.number(options.flags);
  out.number(static_cast<uint32_t>(options.unit));
  out.number(static_cast<uint32_t>(options.neighbours.size()));
  for (const Neighbour& neighbour : options.neighbours) {
    out.number(static_cast<uint32_t>(neighbour.side));
    out.number(neighbour.is_pattern ? 1 : 0);
    out.text(neighbour.text);
  }
}

}  // namespace

std::optional<PatternRefusal> refuse_pattern(std::string_view pattern, const PatternOptions& options) {
  ByteWriter request;
  write_pattern(request, pattern, options);
  std::string reply;
  if (!call_patterns(PatternCall::kRefuse, request.bytes(), reply) || reply.empty()) return std::nullopt;
  ByteReader reader(reply);
  PatternRefusal refusal;
  for (LocalizedText* text : {&refusal.reason, &refusal.mend}) {
    text->de = reader.text();
    text->en = reader.text();
  }
  return refusal;
}

uint32_t PatternSet::add(std::string_view pattern, const PatternOptions& options) {
  ByteWriter out;
  write_pattern(out, pattern, options);
  patterns_ += out.bytes();
  return count_++;
}

void PatternSet::compile() {
  if (count_ == 0) return;
  ByteWriter request;
  request.number(count_);
  std::string reply;
  if (!call_patterns(PatternCall::kCompile, request.bytes() + patterns_, reply)) return;
  ByteReader reader(reply);
  compiled_ = std::make_shared<const Compiled>(reader.big_number());
  needs_sentences_ = reader.number() != 0;
  patterns_.clear();
}

PatternSet::Compiled::~Compiled() {
  ByteWriter request;
  request.big_number(handle);
  std::string reply;
  (void)call_patterns(PatternCall::kDrop, request.bytes(), reply);
}

bool PatternSet::scan(std::string_view text, ByteWriter& request, PatternHits& found) const {
  found.failed = compiled_ == nullptr;
  if (found.failed) return false;
  request.big_number(compiled_->handle);
  request.text(text);
  std::string candidates;
  found.failed = !call_patterns(PatternCall::kScan, request.bytes(), candidates);
  if (found.failed || candidates.empty()) return false;
  request.text(candidates);
  return true;
}

PatternHits PatternSet::find_candidates(const ByteWriter& request) {
  PatternHits found;
  std::string reply;
  found.failed = !call_patterns(PatternCall::kFind, request.bytes(), reply);
  if (found.failed) return found;
  ByteReader reader(reply);
  found.incomplete = reader.number() != 0;
  while (!reader.at_end()) {
    PatternHit hit;
    hit.pattern = reader.number();
    hit.span.begin = reader.number();
    hit.span.end = reader.number();
    for (uint32_t left = reader.number(); left > 0; --left) {
      const size_t begin = reader.number();
      hit.groups.push_back({begin, reader.number()});
    }
    found.hits.push_back(std::move(hit));
  }
  return found;
}

}  // namespace botschaft::match
