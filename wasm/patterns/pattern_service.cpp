// Answers the core's calls (match/pattern_link.h).
#include <re2/set.h>

#include <algorithm>
#include <deque>

#include "pattern_refusal.h"
#include "pattern_search.h"

namespace botschaft::patterns {
namespace {

using match::ByteReader;
using match::ByteWriter;

// All patterns in force, and one automaton that tells which of them may be in a text.
class PatternSet {
 public:
  explicit PatternSet(ByteReader& reader) : scan_(options_for(true, kBytesPerScan), re2::RE2::UNANCHORED) {
    for (uint32_t left = reader.number(); left > 0 && !reader.at_end(); --left) {
      programs_.emplace_back(read_pattern(reader));
      const PatternSpec& spec = programs_.back().spec();
      const auto number = static_cast<uint32_t>(programs_.size() - 1);
      const std::string pattern = spec.scan_pattern();
      if (!pattern.empty() && scan_.Add(pattern, nullptr) >= 0)
        scanned_.push_back(number);
      else
        always_.push_back(number);
      if (spec.unit == match::PatternUnit::kSentence) needs_sentences_ = true;
    }
    can_scan_ = !scanned_.empty() && scan_.Compile();
  }

  [[nodiscard]] bool needs_sentences() const { return needs_sentences_; }
  [[nodiscard]] const PatternProgram& program(uint32_t number) const { return programs_[number]; }

  // In rising order. All of them where the automaton outgrows its memory.
  [[nodiscard]] std::vector<uint32_t> candidates(std::string_view text) const {
    std::vector<uint32_t> numbers = always_;
    std::vector<int> found;
    re2::RE2::Set::ErrorInfo error;
    const bool any = can_scan_ && scan_.Match({text.data(), text.size()}, &found, &error);
    if (any) {
      for (const int number : found) numbers.push_back(scanned_[static_cast<size_t>(number)]);
    } else if (!scanned_.empty() && (!can_scan_ || error.kind != re2::RE2::Set::kNoError)) {
      numbers.insert(numbers.end(), scanned_.begin(), scanned_.end());
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }

 private:
  std::deque<PatternProgram> programs_;
  re2::RE2::Set scan_;
  bool can_scan_ = false;
  std::vector<uint32_t> scanned_;  // by the automaton's numbers
  std::vector<uint32_t> always_;
  bool needs_sentences_ = false;
};

PatternSet* read_handle(ByteReader& reader) {
  return reinterpret_cast<PatternSet*>(static_cast<uintptr_t>(reader.big_number()));
}

std::vector<Span> read_spans(ByteReader& reader) {
  std::vector<Span> spans;
  for (uint32_t left = reader.number(); left > 0 && !reader.at_end(); --left) {
    const size_t begin = reader.number();
    spans.push_back({begin, reader.number()});
  }
  return spans;
}

void write_span(ByteWriter& out, Span span) {
  out.number(static_cast<uint32_t>(span.begin));
  out.number(static_cast<uint32_t>(span.end));
}

void answer_refuse(ByteReader& reader, ByteWriter& out) {
  const std::optional<Refusal> refusal = refuse(read_pattern(reader));
  if (!refusal) return;
  for (const LocalizedText* text : {&refusal->reason, &refusal->mend}) {
    out.text(text->de);
    out.text(text->en);
  }
}

void answer_find(ByteReader& reader, ByteWriter& out) {
  const PatternSet& set = *read_handle(reader);
  SearchedText text;
  text.text = reader.text();
  ByteReader numbers(reader.text());
  text.words = read_spans(reader);
  text.links = read_spans(reader);
  text.sentences = read_spans(reader);
  PatternSearch search(text);
  while (!numbers.at_end()) {
    const uint32_t number = numbers.number();
    search.find(number, set.program(number));
  }
  out.number(search.gave_up() ? 1 : 0);
  for (const PatternHit& hit : search.hits()) {
    out.number(hit.pattern);
    write_span(out, hit.span);
    out.number(static_cast<uint32_t>(hit.groups.size()));
    for (const Span group : hit.groups) write_span(out, group);
  }
}

}  // namespace
}  // namespace botschaft::patterns

namespace botschaft::match {

bool call_patterns(PatternCall call, std::string_view data, std::string& reply) {
  ByteReader reader(data);
  ByteWriter out;
  switch (call) {
    case PatternCall::kRefuse:
      patterns::answer_refuse(reader, out);
      break;
    case PatternCall::kCompile: {
      const auto* set = new patterns::PatternSet(reader);
      out.big_number(reinterpret_cast<uintptr_t>(set));
      out.number(set->needs_sentences() ? 1 : 0);
      break;
    }
    case PatternCall::kScan: {
      const patterns::PatternSet& set = *patterns::read_handle(reader);
      for (const uint32_t number : set.candidates(reader.text())) out.number(number);
      break;
    }
    case PatternCall::kFind:
      patterns::answer_find(reader, out);
      break;
    case PatternCall::kDrop:
      delete patterns::read_handle(reader);
      break;
  }
  reply = out.take();
  return true;
}

}  // namespace botschaft::match
