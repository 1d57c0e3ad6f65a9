// The words that move a tone. A lexicon is a document like a pack, so that its words take no room in the module and
// each can be traced to the list it comes from.
//
// Words are looked up by hash, letter by letter, so nothing is stemmed: neither when a lexicon is loaded, which would
// cost a start, nor when a text is read. A word says itself how freely it may end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "text/language.h"
#include "text/token.h"
#include "tone/dimension.h"

namespace botschaft::tone {

// What a group's words do.
enum class Role : uint8_t {
  kMoves,        // they move the group's dimension by its weight
  kNegates,      // they turn round what they stand beside: not, kein
  kNegatesNext,  // the same, but only what follows: without, weder
  kStrengthens,  // they make what follows stronger: very
  kWeakens,      // they make what follows weaker: a little
  kTurns,        // what comes behind counts more than what came before: but
  kNothing,      // longer phrases in which other words of the lexicon mean nothing: not only
};

// A list of words of one kind, from one source.
struct Group {
  std::string id;
  std::string source;  // who made the list, and its licence
  LocalizedText reason;
  Role role = Role::kMoves;
  Dimension dimension = Dimension::kFormality;  // of kMoves
  int32_t weight = 0;                           // of kMoves: -100 to 100
  bool german = true;
  bool english = true;

  [[nodiscard]] bool is_in(text::Language language) const {
    if (language == text::Language::kGerman) return german;
    return language == text::Language::kUndetermined || english;
  }
};

// The tokens of a text in the form that words are compared in: small letters, ä as ae, ß as ss.
class Forms {
 public:
  Forms(std::string_view text, const std::vector<text::Token>& tokens);
  [[nodiscard]] std::string_view of(size_t token) const {
    return std::string_view(all_).substr(ends_[token], ends_[token + 1] - ends_[token]);
  }
  [[nodiscard]] size_t size() const { return ends_.size() - 1; }

 private:
  std::string all_;
  std::vector<uint32_t> ends_;  // of the token before
};

// An entry found in a text.
struct Match {
  uint32_t entry;
  uint32_t last_token;  // included
  uint32_t stem_bytes;  // of the last token's form; what follows is the word's ending
};

class Lexicon {
 public:
  // `words` are separated by "|". A word may consist of several; it ends as written, or with "~" in any ending of
  // inflection (gut~: gute, guter, guten …), or with "*" in any ending at all (innovat*). Behind ">" stands what to
  // write instead, several separated by "/"; an instead that ends with "~" takes over the word's ending.
  void add(Group group, std::string words);

  // Entries that begin at `token` (and end before `end`), and reach furthest; in no particular order.
  void find(const Forms& forms, size_t token, size_t end, std::vector<Match>& matches) const;

  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] size_t size() const { return entries_.size(); }
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
  [[nodiscard]] const Group& group_of(uint32_t entry) const { return groups_[entries_[entry].group]; }
  // The entry as it is written in its list, without what to write instead.
  [[nodiscard]] std::string_view entry_text(uint32_t entry) const;
  // How exactly the entry tells its word: 2 as written, 1 any inflection, 0 any ending.
  [[nodiscard]] int exactness_of(uint32_t entry) const { return 2 - static_cast<int>(entries_[entry].end); }
  // What to write instead of a word, `ending` being what follows the entry's stem in it.
  [[nodiscard]] std::vector<std::string> instead_of(uint32_t entry, std::string_view ending) const;

 private:
  enum class End : uint8_t { kExact, kInflected, kOpen };
  struct Entry {
    uint32_t begin;  // bytes, in its group's words
    uint32_t next;   // another entry with the same key: index plus one; 0 none
    uint16_t size;   // bytes, with the mark of its end
    uint16_t group;
    End end;
  };
  struct Slot {
    uint64_t key = 0;  // 0: free
    uint32_t first = 0;
    uint8_t has = 0;  // bit per End; kContinues
  };
  static constexpr uint8_t kContinues = 8;

  Slot& slot_for(uint64_t key);
  [[nodiscard]] const Slot* find_slot(uint64_t key) const;
  void grow();
  void add_entry(std::string_view word, Entry entry);
  void collect(const Slot& slot, End end, uint32_t token, size_t stem_bytes, std::vector<Match>& matches) const;

  std::vector<Group> groups_;
  std::vector<std::string> words_;  // of each group
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

}  // namespace botschaft::tone
