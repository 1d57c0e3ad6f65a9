// Finds very many phrases in a text at once. The cost depends on the text, hardly on the number of phrases.
//
// A text is a sequence of tokens (text/token.h), and so is a phrase. Each token can be compared in several forms: as it
// is written, in lower case, with umlauts spelled out, or by its stem. For each form in use there is a trie over
// tokens, whose edges all lie in one hash table: an edge is the pair of a node and the hash of a token's form. Finding
// is walking the tries from every token of the text, one look-up per step; almost every walk ends at its first.
//
// German compounds ("Umsatzprognose" under "Umsatz") are found through the hashes of a word's beginnings and endings,
// computed letter by letter, so a word costs its length and not its square.
//
// A German verb whose prefix can stand apart is looked for by the rest of it as well; where that is found, the prefix
// has to stand at the clause's end ("wir nehmen es mit" under "mitnehmen").
//
// What a search learns about a word (its forms, the parts it is made of) is kept for the next one, per thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/language.h"
#include "text/vocabulary.h"

namespace botschaft::match {

// The forms that tokens are compared in.
enum class Form : uint8_t { kExact, kExactFlat, kFolded, kFlat, kGermanStem, kGermanFlatStem, kEnglishStem };
inline constexpr size_t kFormCount = 7;

struct PhraseOptions {
  bool match_case = false;
  bool inflect = false;
  bool umlauts = false;    // ä is also ae, ß is also ss
  bool compounds = false;  // single words only
  bool german = true;      // which languages `inflect` is for
  bool english = true;
  bool joined = false;  // several words also as one: run together, or with a hyphen or underscore between them
};

struct Hit {
  uint32_t phrase;  // as given to add()
  uint32_t first_token;
  uint32_t last_token;  // included
  bool compound;        // only a part of the word agrees; or it is a verb whose prefix stands apart from it
};

class PhraseIndex {
 public:
  // Adds a phrase. `id` comes back in the hits. A phrase without any token (only white space) is never found.
  void add(std::string_view phrase, const PhraseOptions& options, uint32_t id);

  // Every occurrence, ordered by first token; at most `max_hits`. Tokens marked in `skip` (same length as tokens, or
  // empty) match nothing. A text in German is not compared by English stems, nor the other way round.
  [[nodiscard]] std::vector<Hit> find(const text::TokenizedText& text, const std::vector<bool>& skip,
                                      text::Language language, size_t max_hits) const;

  // Bytes of memory in use, roughly.
  [[nodiscard]] size_t memory() const;

 private:
  struct Edge {
    uint64_t key = 0;  // 0: free
    uint32_t target = 0;
  };
  struct Node {
    uint32_t first_end = 0;  // index into ends_ plus one; 0: no phrase ends here
    bool has_children = false;
  };
  struct End {
    uint32_t phrase;
    uint32_t next;          // index into ends_ plus one; 0: none
    uint64_t initial_case;  // 0, or the hash of the first character, which must agree (inflected names); below the
                            // roots of verbs apart the hash of their prefix
  };
  using Edges = std::vector<Edge>;
  using FormSet = uint32_t;  // one bit per form

  void insert(Form form, const std::vector<std::string>& forms, uint32_t id, uint64_t initial_case);
  // The forms that stems do not bring together, of a phrase of one word.
  void add_verb(std::string_view word, const PhraseOptions& options, uint32_t id, uint64_t initial_case);
  void add_end(uint32_t node, uint32_t id, uint64_t initial_case);
  uint32_t child(uint32_t node, uint64_t hash);
  [[nodiscard]] const Edge* find_edge(uint64_t key) const;
  void grow();

  struct Word;
  class Words;
  class Finder;

  std::vector<Node> nodes_ = std::vector<Node>(kRootCount);
  std::vector<End> ends_;
  Edges edges_;
  size_t edge_count_ = 0;
  FormSet used_ = 0;
  // Compounds hang below roots of their own: beginnings and endings, in lower case and flat; endings also by stem.
  enum Root : uint32_t {
    kBeginning = kFormCount,
    kFlatBeginning,
    kEnding,
    kFlatEnding,
    kStemEnding,
    kFlatStemEnding,
    kApart,  // verbs without the prefix, by stem
    kFlatApart,
    kRootCount
  };
  std::array<bool, kRootCount> compound_used_{};
  bool has_compounds_ = false;
  bool has_apart_ = false;
  uint64_t serial_ = 0;  // of these contents; no other index has it, except a copy
};

}  // namespace botschaft::match
