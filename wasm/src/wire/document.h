// Reading JSON documents that people write: every value knows where it stands, and everything that does not fit becomes
// a problem with its place, the reason and how to mend it. Reading goes on after a problem, so that one run names them
// all.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/nearest.h"
#include "base/result.h"
#include "wire/value.h"

namespace botschaft::wire {

// Where problems with one document are collected.
struct Report {
  std::string document;  // named in each problem
  Problems problems;

  void add(std::string_view code, std::string place, LocalizedText reason, LocalizedText mend);
  // Whether further problems would be dropped.
  [[nodiscard]] bool full() const { return problems.size() >= kMaxProblems; }
};

// Keys that an object of this JSON text has twice, at their places. Where the text is no JSON, anything or nothing.
[[nodiscard]] Problems find_duplicate_keys(std::string_view json, const std::string& document);

// The beginning of a long text, for quoting it.
[[nodiscard]] std::string shortened(std::string_view text);

// Of a count or a size, both included.
struct Limits {
  size_t min = 0;
  size_t max = SIZE_MAX;
};

// A value in a document. Cheap to pass: its place is written out only when a problem needs it. A node must not outlive
// the node it was taken from.
class Node {
 public:
  Node(const Value* value, Report& report) : value_(value), report_(&report) {}

  [[nodiscard]] bool present() const { return value_ != nullptr; }
  [[nodiscard]] const Value& json() const { return *value_; }
  [[nodiscard]] std::string place() const;
  // The same value, with its problems (and those of what is inside) going to `other`.
  [[nodiscard]] Node reporting_to(Report& other) const {
    Node node = *this;
    node.report_ = &other;
    return node;
  }

  // Says that this is no object, or which keys are unknown or missing. False where the fields cannot be read.
  [[nodiscard]] bool expect_object(std::initializer_list<std::string_view> known,
                                   std::initializer_list<std::string_view> required = {}) const;
  // A field of an object; absent where there is none.
  [[nodiscard]] Node field(std::string_view key) const;

  // Each of these reports a value of another type or outside its limits, and then gives nothing; an absent value gives
  // nothing and is no problem.
  // Lengths of texts are in code points, as in JSON Schema.
  [[nodiscard]] std::optional<std::string> text(Limits length = {0, 100'000}) const;
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<int64_t> integer(int64_t min, int64_t max) const;
  [[nodiscard]] std::vector<Node> items(Limits count = {}) const;
  // The number of the text in `known`, which it must be one of.
  [[nodiscard]] std::optional<size_t> one_of(std::span<const std::string_view> known) const;
  [[nodiscard]] std::vector<std::string> texts(Limits count, Limits length) const;
  [[nodiscard]] LocalizedText localized() const;
  [[nodiscard]] std::string id() const;  // lower-case words joined by hyphens; empty after a problem

  void wrong_type(std::string_view expected_en, std::string_view expected_de) const;
  void problem(std::string_view code, LocalizedText reason, LocalizedText mend) const;

 private:
  Node(const Value* value, const Node* parent, std::string_view key, size_t index)
      : value_(value), report_(parent->report_), parent_(parent), key_(key), index_(index) {}

  const Value* value_;
  Report* report_;
  const Node* parent_ = nullptr;
  std::string_view key_;
  size_t index_ = 0;
};

}  // namespace botschaft::wire
