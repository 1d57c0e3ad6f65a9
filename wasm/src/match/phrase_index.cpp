#include "match/phrase_index.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "base/sort.h"
#include "base/utf8.h"
#include "text/german_verbs.h"
#include "text/stem.h"

namespace botschaft::match {
namespace {

constexpr uint64_t kSeed = 0xCBF29CE484222325u;
constexpr uint64_t kPrime = 0x100000001B3u;

// FNV-1a's step: it can be taken letter by letter from either end, which the compounds need.
uint64_t step(uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * kPrime;
}

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

constexpr uint32_t bit(Form form) {
  return 1U << static_cast<uint32_t>(form);
}

std::string form_of_folded(Form form, const std::string& folded) {
  switch (form) {
    case Form::kFlat:
      return text::flat_form(folded);
    case Form::kGermanStem:
      return text::stem(folded, text::Language::kGerman, false);
    case Form::kGermanFlatStem:
      return text::stem(folded, text::Language::kGerman, true);
    case Form::kEnglishStem:
      return text::stem(folded, text::Language::kEnglish, false);
    default:
      return folded;
  }
}

bool keeps_case(Form form) {
  return form == Form::kExact || form == Form::kExactFlat;
}

std::string form_of(Form form, std::string_view token) {
  if (form == Form::kExact) return text::exact_form(token);
  if (form == Form::kExactFlat) return text::flat_form(text::exact_form(token));
  return form_of_folded(form, text::folded_form(token));
}

// Tells indexes apart for what is remembered of words.
uint64_t next_serial() {
  static std::atomic<uint64_t> last{0};
  return ++last;
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
  used_ |= bit(form);
  auto node = static_cast<uint32_t>(form);
  for (const std::string& token : forms) node = child(node, hash_forward(token));
  add_end(node, id, initial_case);
}

void PhraseIndex::add_verb(std::string_view word, const PhraseOptions& options, uint32_t id, uint64_t initial_case) {
  const std::string folded = text::folded_form(word);
  if (text::exact_form(word) != folded) return;  // nouns have capitals
  const Form form = options.umlauts ? Form::kGermanFlatStem : Form::kGermanStem;
  const auto keys_of = [&](std::string_view infinitive) {
    std::vector<std::string> keys{form_of_folded(form, std::string(infinitive))};
    if (text::german_verb(infinitive)) return keys;
    for (const std::string& other : text::regular_german_forms(infinitive)) keys.push_back(form_of_folded(form, other));
    sort_stably(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  };
  const std::string own = form_of_folded(form, folded);
  for (const std::string& key : keys_of(folded)) {
    if (key != own) insert(form, {key}, id, initial_case);
  }
  const std::optional<text::SeparableVerb> apart = text::separable_german_verb(folded);
  if (!apart) return;
  has_apart_ = true;
  for (const std::string& key : keys_of(apart->verb)) {
    add_end(child(options.umlauts ? kFlatApart : kApart, hash_forward(key)), id, hash_forward(apart->prefix));
  }
}

void PhraseIndex::add(std::string_view phrase, const PhraseOptions& options, uint32_t id) {
  serial_ = next_serial();
  const std::vector<text::Token> tokens = text::tokenize(phrase);
  if (tokens.empty()) return;
  const auto forms_in = [&](Form form) {
    std::vector<std::string> forms;
    forms.reserve(tokens.size());
    for (const text::Token& token : tokens) {
      forms.push_back(form_of(token.is_word || keeps_case(form) ? form : Form::kFolded, token.span.in(phrase)));
    }
    return forms;
  };
  const uint64_t initial_case =
      options.match_case ? hash_of_first_character(text::exact_form(tokens.front().span.in(phrase))) : 0;
  const bool stemmed = options.inflect && (options.german || options.english);
  if (stemmed) {
    if (options.german) {
      const Form form = options.umlauts ? Form::kGermanFlatStem : Form::kGermanStem;
      insert(form, forms_in(form), id, initial_case);
      if (tokens.size() == 1 && tokens.front().is_word)
        add_verb(tokens.front().span.in(phrase), options, id, initial_case);
    }
    if (options.english) insert(Form::kEnglishStem, forms_in(Form::kEnglishStem), id, initial_case);
  } else {
    const Form form = options.match_case ? (options.umlauts ? Form::kExactFlat : Form::kExact)
                                         : (options.umlauts ? Form::kFlat : Form::kFolded);
    insert(form, forms_in(form), id, 0);
  }
  if (options.joined && tokens.size() > 1) {
    PhraseOptions once = options;
    once.joined = false;
    for (const std::string_view between : {"", "-", "_", "\u2011"}) {
      std::string one;
      for (const text::Token& token : tokens) {
        if (token.is_word) one.append(one.empty() ? "" : between).append(token.span.in(phrase));
      }
      add(one, once, id);
    }
  }
  if (!options.compounds || tokens.size() != 1 || !tokens.front().is_word) return;
  const auto add_part = [&](Root root, uint64_t hash) {
    compound_used_[root] = true;
    has_compounds_ = true;
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

// What is known of one word: stemming costs more than all the rest of a search.
struct PhraseIndex::Word {
  FormSet known = 0;   // forms whose hash and start were computed
  FormSet begins = 0;  // forms in which some phrase begins with the word
  std::array<uint64_t, kFormCount> hashes{};
  std::array<uint32_t, kFormCount> starts{};  // for those in `begins`, the node behind the word
  std::array<uint32_t, 2> apart{};  // nodes of verbs whose prefix would stand apart, by stem and flat; 0: none
  bool compounds_known = false;
  std::vector<uint32_t> compounds;         // nodes of the compound parts it begins or ends with
  std::vector<uint32_t> german_compounds;  // the same by German stems
};

// The words of one vocabulary as one index knows them, by the vocabulary's numbers.
class PhraseIndex::Words {
 public:
  // Those of this thread, so that searching stays free of locks. Two are kept: a draft is asked about its phrases and
  // about the names in it.
  static Words& of(const PhraseIndex& index, const text::Vocabulary& vocabulary) {
    static thread_local std::array<Words, 2> kept;
    static thread_local size_t last = 0;
    if (!kept[last].belongs_to(index, vocabulary)) last = 1 - last;
    Words& words = kept[last];
    if (!words.belongs_to(index, vocabulary)) {
      words.words_.clear();
      words.index_ = index.serial_;
      words.vocabulary_ = vocabulary.serial();
    }
    if (words.words_.size() < vocabulary.size()) words.words_.resize(vocabulary.size());
    return words;
  }

  Word& operator[](uint32_t number) { return words_[number]; }

 private:
  [[nodiscard]] bool belongs_to(const PhraseIndex& index, const text::Vocabulary& vocabulary) const {
    return index_ == index.serial_ && vocabulary_ == vocabulary.serial();
  }

  uint64_t index_ = 0;
  uint64_t vocabulary_ = 0;
  std::vector<Word> words_;
};

// One search.
class PhraseIndex::Finder {
 public:
  Finder(const PhraseIndex& index, const text::TokenizedText& text, const std::vector<bool>& skip,
         text::Language language, size_t max_hits)
      : index_(index),
        text_(text),
        words_(Words::of(index, text.vocabulary())),
        skip_(skip),
        max_hits_(max_hits),
        german_(language != text::Language::kEnglish),
        active_(index.used_) {
    if (!german_) active_ &= ~(bit(Form::kGermanStem) | bit(Form::kGermanFlatStem));
    if (language == text::Language::kGerman) active_ &= ~bit(Form::kEnglishStem);
  }

  std::vector<Hit> run() {
    for (uint32_t token = 0; token < text_.size() && hits_.size() < max_hits_; ++token) {
      if (is_skipped(token)) continue;
      const Word& word = word_at(token);
      const FormSet begins = word.begins & active_;
      // Nearly every word ends here.
      const std::array<uint32_t, 2> apart = german_ ? word.apart : std::array<uint32_t, 2>{};
      if (begins == 0 && word.compounds.empty() && word.german_compounds.empty() && apart[0] == 0 && apart[1] == 0)
        continue;
      for (size_t form = 0; form < kFormCount; ++form) {
        if ((begins >> form & 1) != 0) walk(static_cast<Form>(form), word.starts[form], token);
      }
      for (const uint32_t node : word.compounds) report(node, token, token, true);
      for (size_t i = 0; german_ && i < word.german_compounds.size(); ++i)
        report(word.german_compounds[i], token, token, true);
      for (const uint32_t node : apart) {
        if (node != 0) report_apart(node, token);
      }
    }
    return std::move(hits_);
  }

 private:
  [[nodiscard]] bool is_skipped(uint32_t token) const { return !skip_.empty() && skip_[token]; }

  // What is known of the token's word, after computing what is not.
  Word& word_at(uint32_t token) {
    Word& word = words_[text_.number(token)];
    if ((active_ & ~word.known) != 0) learn_forms(word, token);
    if (index_.has_compounds_ && !word.compounds_known) find_compounds(word, token);
    return word;
  }

  void learn_forms(Word& word, uint32_t token) const {
    for (size_t form = 0; form < kFormCount; ++form) {
      if (((active_ & ~word.known) >> form & 1) == 0) continue;
      word.hashes[form] = hash_of(static_cast<Form>(form), token);
      if (index_.has_apart_ && text_.tokens()[token].is_word) find_apart(static_cast<Form>(form), word);
      const Edge* edge = index_.find_edge(edge_key(static_cast<uint32_t>(form), word.hashes[form]));
      if (edge == nullptr) continue;
      word.starts[form] = edge->target;
      word.begins |= bit(static_cast<Form>(form));
    }
    word.known |= active_;
  }

  [[nodiscard]] uint64_t hash_of(Form form, uint32_t token) const {
    const text::KnownWord& word = text_[token];
    if (keeps_case(form)) return hash_forward(form_of(form, word.written));
    const bool as_folded = form == Form::kFolded || !text_.tokens()[token].is_word;
    return hash_forward(as_folded ? word.folded : form_of_folded(form, word.folded));
  }

  // From the node behind the token `first` on.
  void walk(Form form, uint32_t node, uint32_t first) {
    for (uint32_t token = first;;) {
      report(node, first, token, false);
      if (!index_.nodes_[node].has_children || ++token == text_.size() || is_skipped(token)) return;
      const Edge* edge = index_.find_edge(edge_key(node, word_at(token).hashes[static_cast<size_t>(form)]));
      if (edge == nullptr) return;
      node = edge->target;
    }
  }

  void report(uint32_t node, uint32_t first, uint32_t last, bool compound) {
    for (uint32_t end = index_.nodes_[node].first_end; end != 0; end = index_.ends_[end - 1].next) {
      const End& found = index_.ends_[end - 1];
      if (found.initial_case != 0 &&
          found.initial_case != hash_of_first_character(text::exact_form(text_[first].written))) {
        continue;
      }
      if (hits_.size() < max_hits_) hits_.push_back({found.phrase, first, last, compound});
    }
  }

  void find_apart(Form form, Word& word) const {
    const bool flat = form == Form::kGermanFlatStem;
    if (!flat && form != Form::kGermanStem) return;
    const Edge* edge = index_.find_edge(edge_key(flat ? kFlatApart : kApart, word.hashes[static_cast<size_t>(form)]));
    if (edge != nullptr) word.apart[flat ? 1 : 0] = edge->target;
  }

  // The token as it is compared in lower case.
  [[nodiscard]] const std::string& folded(uint32_t token) const { return text_[token].folded; }

  // The verb's prefix is the last word of its clause. So the clause's end is looked for, not far away.
  void report_apart(uint32_t node, uint32_t verb) {
    constexpr uint32_t kFarthest = 30;
    constexpr std::string_view kClauseBegins[] = {"aber", "als",  "bis",    "da",   "damit", "das",    "dass",    "dem",
                                                  "den",  "denn", "der",    "die",  "du",    "er",     "es",      "ich",
                                                  "ihr",  "ob",   "obwohl", "oder", "sie",   "sodass", "sondern", "um",
                                                  "und",  "was",  "weil",   "wenn", "wer",   "wie",    "wir",     "wo"};
    const std::vector<text::Token>& tokens = text_.tokens();
    const auto begins_clause = [&](uint32_t token) {
      return std::find(std::begin(kClauseBegins), std::end(kClauseBegins), folded(token)) != std::end(kClauseBegins);
    };
    // A noun has a capital letter; so has a verb at the beginning of a sentence.
    if (text::exact_form(text_[verb].written) != folded(verb) && verb > 0 && tokens[verb - 1].is_word) return;
    for (uint32_t last = verb + 1; last < tokens.size() && last <= verb + kFarthest; ++last) {
      const std::string_view written = text_[last].written;
      if (!tokens[last].is_word) {
        if (written != "," && written != "-" && written != "„" && written != "“" && written != "\"") return;
        if (written == "," && last + 1 < tokens.size() && begins_clause(last + 1)) return;
        continue;
      }
      const bool ends_clause = last + 1 == tokens.size() || !tokens[last + 1].is_word || begins_clause(last + 1);
      if (!ends_clause) continue;
      const uint64_t prefix = hash_forward(folded(last));
      for (uint32_t end = index_.nodes_[node].first_end; end != 0; end = index_.ends_[end - 1].next) {
        const End& found = index_.ends_[end - 1];
        if (found.initial_case == prefix && hits_.size() < max_hits_) hits_.push_back({found.phrase, verb, verb, true});
      }
    }
  }

  // Words that are no compounds although they end with another word: bezahlen, Sekunde.
  static size_t longest_ending(const std::string& word, std::string_view written) {
    constexpr std::string_view kVerbPrefixes[] = {"be", "emp", "ent", "er", "ge", "miss", "ver", "zer"};
    size_t front = kShortestCompoundPart;
    const bool is_noun = text::exact_form(written) != text::folded_form(written);
    for (const std::string_view prefix : kVerbPrefixes) {
      if (!is_noun && word.starts_with(prefix)) front = prefix.size() + 1;
    }
    return word.size() - std::min(front, word.size());
  }

  void find_compounds(Word& word, uint32_t token) const {
    word.compounds_known = true;
    if (!text_.tokens()[token].is_word) return;
    const auto& used = index_.compound_used_;
    const std::string& folded = text_[token].folded;
    if (used[kBeginning]) find_beginnings(kBeginning, folded, word.compounds);
    const std::string_view written = text_[token].written;
    if (used[kEnding]) find_endings(kEnding, folded, written, word.compounds);
    if (used[kFlatBeginning] || used[kFlatEnding]) {
      const std::string flat = text::flat_form(folded);
      find_beginnings(kFlatBeginning, flat, word.compounds);
      find_endings(kFlatEnding, flat, written, word.compounds);
    }
    if (used[kStemEnding])
      find_endings(kStemEnding, form_of_folded(Form::kGermanStem, folded), written, word.german_compounds);
    if (used[kFlatStemEnding])
      find_endings(kFlatStemEnding, form_of_folded(Form::kGermanFlatStem, folded), written, word.german_compounds);
  }

  // A part is shorter than the word: the whole word is found by the tries.
  void find_beginnings(Root root, const std::string& word, std::vector<uint32_t>& nodes) const {
    uint64_t hash = kSeed;
    for (size_t size = 1; size < word.size(); ++size) {
      hash = step(hash, word[size - 1]);
      if (size >= kShortestCompoundPart) add_part(root, hash, nodes);
    }
  }

  void find_endings(Root root, const std::string& word, std::string_view written, std::vector<uint32_t>& nodes) const {
    uint64_t hash = kSeed;
    const size_t longest = longest_ending(word, written);
    for (size_t size = 1; size <= longest; ++size) {
      hash = step(hash, word[word.size() - size]);
      if (size >= kShortestCompoundPart) add_part(root, hash, nodes);
    }
  }

  void add_part(Root root, uint64_t hash, std::vector<uint32_t>& nodes) const {
    if (const Edge* edge = index_.find_edge(edge_key(root, hash))) nodes.push_back(edge->target);
  }

  const PhraseIndex& index_;
  const text::TokenizedText& text_;
  Words& words_;
  const std::vector<bool>& skip_;
  size_t max_hits_;
  bool german_;
  FormSet active_;
  std::vector<Hit> hits_;
};

std::vector<Hit> PhraseIndex::find(const text::TokenizedText& text, const std::vector<bool>& skip,
                                   text::Language language, size_t max_hits) const {
  if (edge_count_ == 0) return {};
  return Finder(*this, text, skip, language, max_hits).run();
}

size_t PhraseIndex::memory() const {
  return nodes_.capacity() * sizeof(Node) + ends_.capacity() * sizeof(End) + edges_.capacity() * sizeof(Edge);
}

}  // namespace botschaft::match
