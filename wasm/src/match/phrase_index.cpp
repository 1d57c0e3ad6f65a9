#include "match/phrase_index.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/stem.h"

namespace botschaft::match {
namespace {

constexpr uint64_t kSeed = 0xCBF29CE484222325u;
constexpr uint64_t kPrime = 0x100000001B3u;

// FNV-1a's step: it can be taken letter by letter from either end, which the compounds need.
uint64_t step(uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * kPrime; }

uint64_t hash_forward(std::string_view text) {
  uint64_t hash = kSeed;
  for (const char c : text) hash = step(hash, c);
  return hash;
}

uint64_t hash_backward(std::string_view text) {
  uint64_t hash = kSeed;
  for (size_t i = text.size(); i > 0; --i) hash = step(hash, text[i - 1]);
  return hash;
}

// Spreads FNV's weak high bits before the hash chooses a slot; never 0, which marks a free one.
uint64_t edge_key(uint32_t node, uint64_t hash) {
  uint64_t key = hash ^ (uint64_t{node} + 1) * 0x9E3779B97F4A7C15u;
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93u;
  key ^= key >> 32;
  return key == 0 ? 1 : key;
}

uint64_t hash_of_first_character(std::string_view word) {
  return word.empty() ? 0 : hash_forward(word.substr(0, decode(word, 0).size));
}

// A shorter beginning or ending would make half the dictionary a compound.
constexpr size_t kShortestCompoundPart = 3;

std::string form_of(Form form, std::string_view token) {
  switch (form) {
    case Form::kExact: return text::exact_form(token);
    case Form::kFolded: return text::folded_form(token);
    case Form::kFlat: return text::flat_form(text::folded_form(token));
    case Form::kGermanStem: return text::stem(text::folded_form(token), text::Language::kGerman, false);
    case Form::kGermanFlatStem: return text::stem(text::folded_form(token), text::Language::kGerman, true);
    case Form::kEnglishStem: return text::stem(text::folded_form(token), text::Language::kEnglish, false);
  }
  return {};
}

}  // namespace

const PhraseIndex::Edge* PhraseIndex::find_edge(uint64_t key) const {
  if (edges_.empty()) return nullptr;
  const size_t mask = edges_.size() - 1;
  for (size_t slot = key & mask;; slot = (slot + 1) & mask) {
    if (edges_[slot].key == key) return &edges_[slot];
    if (edges_[slot].key == 0) return nullptr;
  }
}

void PhraseIndex::grow() {
  Edges old = std::move(edges_);
  edges_ = Edges(std::max<size_t>(256, old.size() * 2));
  const size_t mask = edges_.size() - 1;
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    size_t slot = edge.key & mask;
    while (edges_[slot].key != 0) slot = (slot + 1) & mask;
    edges_[slot] = edge;
  }
}

uint32_t PhraseIndex::child(uint32_t node, uint64_t hash) {
  const uint64_t key = edge_key(node, hash);
  if (const Edge* edge = find_edge(key)) return edge->target;
  if ((edge_count_ + 1) * 2 > edges_.size()) grow();
  const auto target = static_cast<uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[node].has_children = true;
  const size_t mask = edges_.size() - 1;
  size_t slot = key & mask;
  while (edges_[slot].key != 0) slot = (slot + 1) & mask;
  edges_[slot] = {key, target};
  ++edge_count_;
  return target;
}

void PhraseIndex::add_end(uint32_t node, uint32_t id, uint64_t initial_case) {
  ends_.push_back({id, nodes_[node].first_end, initial_case});
  nodes_[node].first_end = static_cast<uint32_t>(ends_.size());
}

void PhraseIndex::insert(Form form, const std::vector<std::string>& forms, uint32_t id, uint64_t initial_case) {
  used_[static_cast<size_t>(form)] = true;
  auto node = static_cast<uint32_t>(form);
  for (const std::string& token : forms) node = child(node, hash_forward(token));
  add_end(node, id, initial_case);
}

void PhraseIndex::add(std::string_view phrase, const PhraseOptions& options, uint32_t id) {
  const std::vector<text::Token> tokens = text::tokenize(phrase);
  if (tokens.empty()) return;
  const auto forms_in = [&](Form form) {
    std::vector<std::string> forms;
    forms.reserve(tokens.size());
    for (const text::Token& token : tokens) forms.push_back(form_of(form, token.span.in(phrase)));
    return forms;
  };
  const uint64_t initial_case =
      options.match_case ? hash_of_first_character(text::exact_form(tokens.front().span.in(phrase))) : 0;
  const bool stemmed = options.inflect && (options.german || options.english);
  if (stemmed) {
    if (options.german) {
      const Form form = options.umlauts ? Form::kGermanFlatStem : Form::kGermanStem;
      insert(form, forms_in(form), id, initial_case);
    }
    if (options.english) insert(Form::kEnglishStem, forms_in(Form::kEnglishStem), id, initial_case);
  } else {
    const Form form = options.match_case ? Form::kExact : options.umlauts ? Form::kFlat : Form::kFolded;
    insert(form, forms_in(form), id, 0);
  }
  if (!options.compounds || tokens.size() != 1 || !tokens.front().is_word) return;
  const auto add_part = [&](Root root, uint64_t hash) {
    compound_used_[root] = true;
    add_end(child(root, hash), id, initial_case);
  };
  const std::string whole = form_of(options.umlauts ? Form::kFlat : Form::kFolded, tokens.front().span.in(phrase));
  if (whole.size() < kShortestCompoundPart) return;
  add_part(options.umlauts ? kFlatBeginning : kBeginning, hash_forward(whole));
  if (!stemmed) {
    add_part(options.umlauts ? kFlatEnding : kEnding, hash_backward(whole));
  } else if (options.german) {
    const Form form = options.umlauts ? Form::kGermanFlatStem : Form::kGermanStem;
    const std::string stem = form_of(form, tokens.front().span.in(phrase));
    if (stem.size() >= kShortestCompoundPart) {
      add_part(options.umlauts ? kFlatStemEnding : kStemEnding, hash_backward(stem));
    }
  }
}

// One search: the forms of the text's tokens, computed when first asked for, and the hits so far.
class PhraseIndex::Finder {
 public:
  Finder(const PhraseIndex& index, std::string_view text, const std::vector<text::Token>& tokens,
         const std::vector<bool>& skip, text::Language language, size_t max_hits)
      : index_(index), text_(text), tokens_(tokens), skip_(skip), max_hits_(max_hits) {
    active_ = index.used_;
    const bool german = language != text::Language::kEnglish;
    const bool english = language != text::Language::kGerman;
    active_[static_cast<size_t>(Form::kGermanStem)] &= german;
    active_[static_cast<size_t>(Form::kGermanFlatStem)] &= german;
    active_[static_cast<size_t>(Form::kEnglishStem)] &= english;
    stem_endings_ = german;
    for (size_t form = 0; form < kFormCount; ++form) {
      if (active_[form]) hashes_[form].assign(tokens.size(), 0);
    }
  }

  std::vector<Hit> run() {
    for (uint32_t token = 0; token < tokens_.size() && hits_.size() < max_hits_; ++token) {
      if (is_skipped(token)) continue;
      for (size_t form = 0; form < kFormCount; ++form) {
        if (active_[form]) walk(static_cast<Form>(form), token);
      }
      if (tokens_[token].is_word) find_compounds(token);
    }
    return std::move(hits_);
  }

 private:
  [[nodiscard]] bool is_skipped(uint32_t token) const { return !skip_.empty() && skip_[token]; }

  uint64_t hash_of(Form form, uint32_t token) {
    uint64_t& hash = hashes_[static_cast<size_t>(form)][token];
    if (hash == 0) {
      hash = hash_forward(form_of_token(form, token));
      if (hash == 0) hash = 1;
    }
    return hash;
  }

  // The folded form serves every other form of the same token but the exact one, so the last is kept.
  std::string form_of_token(Form form, uint32_t token) {
    const std::string_view word = tokens_[token].span.in(text_);
    if (form == Form::kExact) return text::exact_form(word);
    if (folded_token_ != token + 1) {
      folded_ = text::folded_form(word);
      folded_token_ = token + 1;
    }
    if (form == Form::kFolded || !tokens_[token].is_word) return folded_;
    switch (form) {
      case Form::kFlat: return text::flat_form(folded_);
      case Form::kGermanStem: return text::stem(folded_, text::Language::kGerman, false);
      case Form::kGermanFlatStem: return text::stem(folded_, text::Language::kGerman, true);
      default: return text::stem(folded_, text::Language::kEnglish, false);
    }
  }

  void walk(Form form, uint32_t first) {
    auto node = static_cast<uint32_t>(form);
    for (uint32_t token = first; token < tokens_.size() && !is_skipped(token); ++token) {
      const Edge* edge = index_.find_edge(edge_key(node, hash_of(form, token)));
      if (edge == nullptr) return;
      node = edge->target;
      report(node, first, token, false);
      if (!index_.nodes_[node].has_children) return;
    }
  }

  void report(uint32_t node, uint32_t first, uint32_t last, bool compound) {
    for (uint32_t end = index_.nodes_[node].first_end; end != 0; end = index_.ends_[end - 1].next) {
      const End& found = index_.ends_[end - 1];
      if (found.initial_case != 0 &&
          found.initial_case != hash_of_first_character(text::exact_form(tokens_[first].span.in(text_)))) {
        continue;
      }
      if (hits_.size() < max_hits_) hits_.push_back({found.phrase, first, last, compound});
    }
  }

  void find_compounds(uint32_t token) {
    const auto& used = index_.compound_used_;
    if (used[kBeginning]) find_beginnings(kBeginning, form_of_token(Form::kFolded, token), token);
    if (used[kFlatBeginning]) find_beginnings(kFlatBeginning, form_of_token(Form::kFlat, token), token);
    if (used[kEnding]) find_endings(kEnding, form_of_token(Form::kFolded, token), token);
    if (used[kFlatEnding]) find_endings(kFlatEnding, form_of_token(Form::kFlat, token), token);
    if (!stem_endings_) return;
    if (used[kStemEnding]) find_endings(kStemEnding, form_of_token(Form::kGermanStem, token), token);
    if (used[kFlatStemEnding]) find_endings(kFlatStemEnding, form_of_token(Form::kGermanFlatStem, token), token);
  }

  // A part is shorter than the word: the whole word is found by the tries.
  void find_beginnings(Root root, const std::string& word, uint32_t token) {
    uint64_t hash = kSeed;
    for (size_t size = 1; size < word.size(); ++size) {
      hash = step(hash, word[size - 1]);
      if (size >= kShortestCompoundPart) report_part(root, hash, token);
    }
  }

  void find_endings(Root root, const std::string& word, uint32_t token) {
    uint64_t hash = kSeed;
    for (size_t size = 1; size < word.size(); ++size) {
      hash = step(hash, word[word.size() - size]);
      if (size >= kShortestCompoundPart) report_part(root, hash, token);
    }
  }

  void report_part(Root root, uint64_t hash, uint32_t token) {
    if (const Edge* edge = index_.find_edge(edge_key(root, hash))) report(edge->target, token, token, true);
  }

  const PhraseIndex& index_;
  std::string_view text_;
  const std::vector<text::Token>& tokens_;
  const std::vector<bool>& skip_;
  size_t max_hits_;
  bool stem_endings_ = true;
  std::array<bool, kFormCount> active_{};
  std::array<std::vector<uint64_t>, kFormCount> hashes_;
  std::string folded_;
  uint32_t folded_token_ = 0;  // plus one; 0: none yet
  std::vector<Hit> hits_;
};

std::vector<Hit> PhraseIndex::find(std::string_view text, const std::vector<text::Token>& tokens,
                                   const std::vector<bool>& skip, text::Language language, size_t max_hits) const {
  if (edge_count_ == 0) return {};
  return Finder(*this, text, tokens, skip, language, max_hits).run();
}

size_t PhraseIndex::memory() const {
  return nodes_.capacity() * sizeof(Node) + ends_.capacity() * sizeof(End) + edges_.capacity() * sizeof(Edge);
}

}  // namespace botschaft::match
