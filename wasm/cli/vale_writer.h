// Writes rules of a pack for one rule of Vale, and keeps what could not be written.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/pattern_set.h"
#include "vale_rules.h"

namespace botschaft::cli {

// Of a pattern as the schema allows it, with room for what is put around it, in bytes.
inline constexpr size_t kLongestPattern = 900;
// Of a phrase, or of what is offered instead, as the schema allows them, in code points.
inline constexpr size_t kLongestPhrase = 300;
inline constexpr size_t kMostReplacements = 10;

[[nodiscard]] std::string replaced(std::string text, const std::string& from, const std::string& to);

class ValeWriter {
 public:
  ValeWriter(const ValeRule& rule, std::string id, const ValeOptions& options)
      : rule_(rule), id_(std::move(id)), options_(options) {}

  [[nodiscard]] const ValeRule& rule() const { return rule_; }
  // The stretch that a match must lie in, as a pack names it; empty: the text.
  [[nodiscard]] const std::string& within() const { return within_; }
  void set_within(std::string within) { within_ = std::move(within); }
  // Exceptions are part of what is written already.
  void exceptions_are_written() { exceptions_written_ = true; }
  [[nodiscard]] ValeOutcome take();

  // Notes why something could not be written; beyond kMaxProblems notes are counted only.
  void leave_out(std::string de, std::string en);
  // False, with a note, where these words are longer than a pack allows.
  [[nodiscard]] bool fits(const std::string& words);
  // False, with a note, where a post has not got the rule's scope. Call first.
  bool read_scope();
  // Writes a rule with this check, or a note where a pack cannot have it. `first` stands for the message's first %s,
  // {match} for all others.
  void add(Json check, const std::string& first = "{match}");
  // Checks with the rule's letter case, scope and exceptions.
  [[nodiscard]] Json phrases_check(Json phrases);
  [[nodiscard]] Json patterns_check(Json patterns);
  // Writes the rule's exceptions as phrases in which a match is fine.
  void add_exceptions(Json& check);
  // Puts `pattern` among `patterns` where it can be used; else notes why `token` cannot.
  void add_pattern(Json& patterns, const std::string& pattern, const std::vector<match::Neighbour>& sides,
                   const std::vector<std::string>& replace, const std::string& token);
  // A token between the edges of words, as Vale puts it there.
  [[nodiscard]] std::string at_edges(const std::string& token) const;

 private:
  // `message` with Vale's %s: the first stands for `first`, all others for the match.
  [[nodiscard]] std::string message(const std::string& first) const;
  // Vale's exceptions are patterns that a match must not have in it.
  [[nodiscard]] std::string any_exception();

  const ValeRule& rule_;
  std::string id_;
  const ValeOptions& options_;
  std::string within_;
  bool exceptions_written_ = false;
  size_t further_notes_ = 0;
  ValeOutcome outcome_;
};

}  // namespace botschaft::cli
