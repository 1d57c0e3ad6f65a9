// How fast phrases are found, beside the two engines that look for many patterns at once: RE2::Set and Hyperscan (or
// Vectorscan, which has the same interface). The same phrases, the same posts, one run, one thread.
//
//   botschaft_match_bench [--seconds S] POSTS
//
// POSTS as for botschaft_bench. Phrases of one to three words are made from the posts' own words, so that most begin
// like something that is there; every fiftieth is taken from the posts as it stands. All are matched at word boundaries
// and in any case, by Unicode's letters. What each way gives:
// - "phrases": every occurrence with its place, from the text's bytes (taking it apart into tokens included).
// - "whole check": the same phrases as a guideline, ten to a rule, from the text's bytes to sorted findings with
// messages.
// - RE2::Set: which phrases occur in a post, without places and without how often. The edge of a word is part of its
//   patterns.
// - Hyperscan: every occurrence. Its patterns are the bare phrases; the edges are looked at in the callback, which is
//   faster than having it do so.
// The text is taken apart by Unicode's words, where a dot or an apostrophe may stand inside a word; for the other two a
// word ends there. That is why they may find a few more. "found" counts occurrences, "phrases" the different phrases of
// each post, which is what all of them can be compared by.
#include <fcntl.h>
#include <hs/hs.h>
#include <malloc.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>

#include "base/utf8.h"
#include "bench_posts.h"
#include "check/draft.h"
#include "check/rule_set.h"
#include "match/phrase_index.h"
#include "text/token.h"
#include "text/unicode.h"
#include "wire/session.h"

namespace {

using namespace botschaft;
using bench::Clock;
using bench::fastest;
using bench::seconds_since;

constexpr size_t kSizes[] = {100, 1000, 10'000, 100'000};
// The edges of a word for RE2, by the letters of German and English: all of Unicode's would not compile with as many
// phrases, and its own \b knows ASCII only.
const std::string kEdge[] = {"(?:^|[^0-9A-Za-zÀ-ÖØ-öø-ÿ])", "(?:$|[^0-9A-Za-zÀ-ÖØ-öø-ÿ])"};
// What RE2 may use for its automaton; with less it gives up on fewer phrases.
constexpr int64_t kRe2Memory = int64_t{1} << 30;

bool is_part_of_word(char32_t c) {
  return text::is_letter(c) || text::is_digit(c);
}

// Whether neither end of the match lies inside a word.
bool stands_alone(std::string_view text, size_t begin, size_t end) {
  return (begin == 0 || !is_part_of_word(decode_before(text, begin).value)) &&
         (end == text.size() || !is_part_of_word(decode(text, end).value));
}

std::vector<std::string> make_phrases(const std::vector<std::string>& posts, size_t count) {
  std::vector<std::string> words;
  for (const std::string& post : posts) {
    for (const text::Token& token : text::tokenize(post)) {
      const std::string word(token.span.in(post));
      // Plain words only: what is a token, and what is a word's edge, is then the same for everybody.
      if (token.is_word && word.size() > 2 && word.find_first_of("-'.,:_0123456789") == std::string::npos &&
          word.find("\u2019") == std::string::npos)
        words.push_back(word);
    }
  }
  std::set<std::string> phrases;
  uint64_t state = 42;
  const auto next_word = [&]() -> const std::string& {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return words[(state >> 33) % words.size()];
  };
  std::vector<std::string> out;
  while (out.size() < count) {
    std::string phrase = next_word();
    if (out.size() % 50 != 0) {
      for (size_t more = 1 + out.size() % 2; more > 0; --more) phrase += " " + next_word();
    }
    // No two alike, whatever their case.
    while (!phrases.insert(text::folded_form(phrase)).second) phrase += " " + next_word();
    out.push_back(std::move(phrase));
  }
  return out;
}

struct Found {
  size_t occurrences = 0;  // 0 where they are not told
  size_t phrases = 0;      // different ones per post, summed up
};

struct Row {
  const char* name;
  double compile = 0;  // seconds
  double memory = 0;   // bytes
  double scan = 0;     // seconds for all posts
  Found found;
  const char* failure = nullptr;
};

double bytes_in_use() {
  return static_cast<double>(mallinfo2().uordblks) + static_cast<double>(mallinfo2().hblkhd);
}

// Runs `compile` and notes its time and what it keeps.
template <typename Compile>
auto compiled(Row& row, Compile compile) {
  const double before = bytes_in_use();
  const Clock::time_point start = Clock::now();
  auto made = compile();
  row.compile = seconds_since(start);
  row.memory = bytes_in_use() - before;
  return made;
}

Row by_index(const std::vector<std::string>& posts, const std::vector<std::string>& phrases, double budget) {
  Row row{"phrases"};
  const auto index = compiled(row, [&] {
    auto made = std::make_unique<match::PhraseIndex>();
    for (uint32_t i = 0; i < phrases.size(); ++i) made->add(phrases[i], {}, i);
    return made;
  });
  const auto find = [&](const std::string& post) {
    return index->find(text::TokenizedText(post), {}, text::Language::kUndetermined, check::kMaxHits);
  };
  size_t occurrences = 0;
  row.scan = fastest(budget, [&] {
    for (const std::string& post : posts) occurrences += find(post).size();
  });
  for (const std::string& post : posts) {
    std::set<uint32_t> different;
    for (const match::Hit& hit : find(post)) {
      different.insert(hit.phrase);
      ++row.found.occurrences;
    }
    row.found.phrases += different.size();
  }
  return row;
}

Row by_check(const std::vector<std::string>& posts, const std::vector<std::string>& phrases, double budget) {
  Row row{"whole check"};
  const auto rules = compiled(row, [&] {
    pack::Pack pack;
    for (size_t first = 0; first < phrases.size(); first += 10) {
      pack::Rule rule;
      rule.id = "r" + std::to_string(first);
      rule.message = {"„{match}“ steht auf der Liste.", "“{match}” is on the list."};
      pack::PhrasesCheck check;
      for (size_t i = first; i < std::min(first + 10, phrases.size()); ++i) {
        check.phrases.emplace_back();
        check.phrases.back().text = phrases[i];
      }
      rule.check = std::move(check);
      pack.rules.push_back(std::move(rule));
    }
    std::vector<pack::Pack> packs;
    packs.push_back(std::move(pack));
    return std::make_unique<check::RuleSet>(std::move(packs));
  });
  const check::Context context;
  const auto check = [&](const std::string& post) {
    return rules->check(check::Draft(post, context.language), context).findings.size();
  };
  size_t findings = 0;
  row.scan = fastest(budget, [&] {
    for (const std::string& post : posts) findings += check(post);
  });
  for (const std::string& post : posts) row.found.occurrences += check(post);
  return row;
}

// RE2 writes a line for every pattern that it gives up on. Nothing is written to standard error while this lives.
class Silence {
 public:
  Silence() : kept_(dup(STDERR_FILENO)) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO);
    close(nowhere);
  }
  ~Silence() {
    dup2(kept_, STDERR_FILENO);
    close(kept_);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  int kept_;
};

Row by_re2(const std::vector<std::string>& posts, const std::vector<std::string>& phrases, double budget) {
  Row row{"RE2::Set"};
  RE2::Options options;
  options.set_max_mem(kRe2Memory);
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  const Silence silence;
  const double before = bytes_in_use();
  const auto set = compiled(row, [&] {
    auto made = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const std::string& phrase : phrases) {
      made->Add(kEdge[0] + RE2::QuoteMeta(phrase) + kEdge[1], nullptr);
    }
    if (!made->Compile()) made.reset();
    return made;
  });
  if (!set) {
    row.failure = "does not compile within 1 GB";
    return row;
  }
  std::vector<int> matched;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  bool failed = false;
  const auto match_all = [&](bool count) {
    for (const std::string& post : posts) {
      matched.clear();
      (void)set->Match(post, &matched, &error);
      failed |= error.kind != RE2::Set::kNoError;
      if (count) row.found.phrases += matched.size();
    }
  };
  match_all(true);  // warms up as well: its automaton is built while it runs, and kept
  if (failed) {
    row.failure = "its automaton outgrows 1 GB";
    return row;
  }
  row.scan = fastest(budget, [&] { match_all(false); });
  row.memory = bytes_in_use() - before;
  return row;
}

struct HyperscanPost {
  std::string_view text;
  const std::vector<std::string>* phrases;
  Found* found;
  std::set<unsigned>* different;  // null while time is taken
};

int on_match(unsigned id, unsigned long long, unsigned long long to, unsigned, void* context) {
  auto& post = *static_cast<HyperscanPost*>(context);
  const size_t end = static_cast<size_t>(to);
  const size_t size = (*post.phrases)[id].size();
  if (size > end || !stands_alone(post.text, end - size, end)) return 0;
  ++post.found->occurrences;
  if (post.different != nullptr) post.different->insert(id);
  return 0;
}

Row by_hyperscan(const std::vector<std::string>& posts, const std::vector<std::string>& phrases, double budget) {
  Row row{"Hyperscan"};
  std::vector<std::string> patterns;
  for (const std::string& phrase : phrases) patterns.push_back(RE2::QuoteMeta(phrase));
  std::vector<const char*> expressions;
  for (const std::string& pattern : patterns) expressions.push_back(pattern.c_str());
  const std::vector<unsigned> flags(patterns.size(), HS_FLAG_CASELESS | HS_FLAG_UTF8 | HS_FLAG_UCP);
  std::vector<unsigned> ids(patterns.size());
  for (unsigned i = 0; i < ids.size(); ++i) ids[i] = i;
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;
  hs_compile_error_t* problem = nullptr;
  const Clock::time_point start = Clock::now();
  const hs_error_t outcome =
      hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(ids.size()), HS_MODE_BLOCK,
                       nullptr, &database, &problem);
  row.compile = seconds_since(start);
  if (outcome != HS_SUCCESS || hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
    std::fprintf(stderr, "Hyperscan: %s\n", problem != nullptr ? problem->message : "no scratch space");
    hs_free_compile_error(problem);
    row.failure = "does not compile";
    return row;
  }
  size_t database_size = 0;
  size_t scratch_size = 0;
  hs_database_size(database, &database_size);
  hs_scratch_size(scratch, &scratch_size);
  row.memory = static_cast<double>(database_size + scratch_size);
  Found ignored;
  const auto scan = [&](const std::string& post, Found& found, std::set<unsigned>* different) {
    HyperscanPost context{post, &phrases, &found, different};
    hs_scan(database, post.data(), static_cast<unsigned>(post.size()), 0, scratch, on_match, &context);
  };
  row.scan = fastest(budget, [&] {
    for (const std::string& post : posts) scan(post, ignored, nullptr);
  });
  for (const std::string& post : posts) {
    std::set<unsigned> different;
    scan(post, row.found, &different);
    row.found.phrases += different.size();
  }
  hs_free_scratch(scratch);
  hs_free_database(database);
  return row;
}

void print(const Row& row, size_t size, double bytes, double ours) {
  std::printf("%7zu  %-12s", size, row.name);
  if (row.failure != nullptr) {
    std::printf(" %s\n", row.failure);
    return;
  }
  std::printf(" %10.1f %9.2f %11.1f %10.2f", bytes / row.scan / 1e6, row.scan / ours, row.compile * 1e3,
              row.memory / 1e6);
  if (row.found.occurrences > 0)
    std::printf(" %8zu", row.found.occurrences);
  else
    std::printf(" %8s", "-");
  if (row.found.phrases > 0)
    std::printf(" %8zu\n", row.found.phrases);
  else
    std::printf(" %8s\n", "-");
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> files(arguments + 1, arguments + count);
  const double budget = bench::take_seconds(files);
  if (files.size() != 1) {
    std::fprintf(stderr, "Usage: botschaft_match_bench [--seconds S] POSTS\n");
    return 2;
  }
  const std::optional<bench::Posts> posts = bench::read_posts(files[0]);
  if (!posts) return 1;
  std::printf("%7s  %-12s %10s %9s %11s %10s %8s %8s\n", "phrases", "by", "MB/s", "time, x", "compile ms", "memory MB",
              "found", "phrases");
  for (const size_t size : kSizes) {
    const std::vector<std::string> phrases = make_phrases(posts->texts, size);
    const Row ours = by_index(posts->texts, phrases, budget);
    print(ours, size, posts->bytes, ours.scan);
    for (const auto& by : {by_check, by_re2, by_hyperscan}) {
      print(by(posts->texts, phrases, budget), size, posts->bytes, ours.scan);
    }
  }
  return 0;
}
