#include "content/suggest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "base/sort.h"
#include "base/utf8.h"
#include "text/entities.h"
#include "text/stem.h"
#include "text/token.h"

namespace botschaft::content {
namespace {

// How much each reason counts. The page itself beats everything; what the person writes or searches beats who they are.
constexpr float kPageItself = 1000;
constexpr float kPageWords = 60;
constexpr float kDraftWords = 80;
constexpr float kSearchWords = 100;
constexpr float kDepartment = 25;
constexpr float kTopic = 30;
constexpr float kPerPriority = 12;
constexpr float kNew = 20;
constexpr float kExpiring = 8;
constexpr float kSharedFactor = 0.3F;
constexpr timing::LocalMinute kNewFor = 14 * timing::kMinutesPerDay;
constexpr timing::LocalMinute kExpiringWithin = 7 * timing::kMinutesPerDay;

template <typename T, typename U>
bool contains(const std::vector<T>& values, const U& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Words that tell nothing about a topic are short ones, by and large; the rest is left to how rare a word is.
constexpr size_t kShortestTopicWord = 4;

std::vector<std::string> topic_stems(std::string_view words) {
  std::vector<std::string> stems;
  const std::vector<text::Token> tokens = text::tokenize(words);
  text::Language language = text::detect_languages(words, tokens).of_text;
  if (language == text::Language::kUndetermined) language = text::Language::kGerman;
  for (const text::Token& token : tokens) {
    if (!token.is_word || count_code_points(token.span.in(words)) < kShortestTopicWord) continue;
    stems.push_back(text::stem(text::folded_form(token.span.in(words)), language, true));
  }
  return stems;
}

std::string folded_words(std::string_view words) {
  std::string out;
  for (const text::Token& token : text::tokenize(words)) {
    if (!token.is_word) continue;
    out += ' ';
    out += text::flat_form(text::folded_form(token.span.in(words)));
  }
  return out;
}

// Scheme, query, fragment and a trailing slash do not make another page.
std::string_view bare_page(std::string_view url) {
  if (const size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, std::min({url.find('?'), url.find('#'), url.size()}));
  while (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return url;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// The page in the form in which internal addresses are compared. Servers take percent-encoded letters for the letters
// and often do not mind doubled slashes and letter case; a page too many that counts as internal does less harm than
// one too few.
std::string guarded_page(std::string_view url) {
  const std::string_view bare = bare_page(url);
  std::string out;
  for (size_t at = 0; at < bare.size(); ++at) {
    char c = bare[at];
    if (c == '%' && bare.size() - at > 2) {
      const auto high = hex_digit(bare[at + 1]);
      const auto low = hex_digit(bare[at + 2]);
      if (high && low) {
        c = static_cast<char>(*high * 16 + *low);
        at += 2;
      }
    }
    if (c == '/' && out.ends_with('/')) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (out.ends_with('/')) out.pop_back();
  return out;
}

// Room for the link behind a text, which X and Mastodon count as 23 (shared/networks).
constexpr uint32_t kLinkLength = 25;

bool fits(std::string_view words, Network network) {
  return text::length_on(network, words, text::find_entities(words, network)) + kLinkLength <=
         limit_of(network, Kind::kPost);
}

// Those made for the network come before those for any.
std::vector<const Caption*> fitting_captions(const Item& item, const Wish& wish) {
  std::vector<const Caption*> captions;
  for (const bool made_for_it : {true, false}) {
    for (const Caption& caption : item.captions) {
      if (wish.language != text::Language::kUndetermined && caption.language != wish.language) continue;
      if (wish.network && caption.network && caption.network != wish.network) continue;
      const bool first = !wish.network || caption.network.has_value();
      if (first == made_for_it) captions.push_back(&caption);
    }
  }
  return captions;
}

bool is_offered(const Item& item, const Wish& wish) {
  if (item.embargo && (!wish.now || *wish.now < *item.embargo)) return false;
  if (item.expires && wish.now && *wish.now >= *item.expires) return false;
  if (!wish.only_topic.empty() && !contains(item.topics, wish.only_topic)) return false;
  return wish.only_department.empty() || contains(item.departments, wish.only_department);
}

}  // namespace

std::string_view because_name(Because because) {
  constexpr std::array<std::string_view, 9> kNames{"page",     "draft", "search",   "department", "topic",
                                                   "priority", "new",   "expiring", "shared"};
  return kNames[static_cast<size_t>(because)];
}

Shelf::Shelf(Library library) : library_(std::move(library)) {
  searchable_.reserve(library_.items.size());
  for (uint32_t number = 0; number < library_.items.size(); ++number) {
    const Item& item = library_.items[number];
    std::map<std::string, float> weights;
    std::string searchable;
    const auto add = [&](std::string_view words, float weight) {
      searchable += folded_words(words);
      for (std::string& stem : topic_stems(words)) {
        searchable += ' ' + stem;
        weights[std::move(stem)] += weight;
      }
    };
    for (const std::string* words : {&item.title.de, &item.title.en}) add(*words, 3);
    for (const std::string* words : {&item.summary.de, &item.summary.en}) add(*words, 2);
    for (const std::string& topic : item.topics) add(topic, 3);
    for (const std::string& department : item.departments) add(department, 1);
    for (const Caption& caption : item.captions) add(caption.text, 1);
    for (auto& [stem, weight] : weights) postings_[stem].push_back({number, weight});
    searchable_.push_back(std::move(searchable));
  }
}

// Per item, 0 to 1: how well it fits the words, by the BM25 idea (rare words count more, repetition counts less and
// less), as a share of the best. The root stands in for BM25's logarithm because it is rounded the same everywhere: the
// command and the module must agree to the last byte.
std::vector<float> Shelf::relevance(std::string_view words) const {
  std::vector<float> scores(library_.items.size(), 0);
  std::vector<std::string> stems = topic_stems(words);
  sort_stably(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  const auto items = static_cast<float>(library_.items.size());
  float best = 0;
  for (const std::string& stem : stems) {
    const auto found = postings_.find(stem);
    if (found == postings_.end()) continue;
    const auto with_word = static_cast<float>(found->second.size());
    const float rarity = std::sqrt((items + 1) / with_word) - 1;
    for (const Posting& posting : found->second) {
      float& score = scores[posting.item];
      score += rarity * posting.weight / (posting.weight + 1.5F);
      best = std::max(best, score);
    }
  }
  // A single common word in common is no fit: the best has to be worth something by itself.
  const float scale = std::max(best, 2.0F);
  for (float& score : scores) score /= scale;
  return scores;
}

Suggestions Shelf::suggest(const Wish& wish) const {
  const std::vector<float> by_draft = relevance(wish.draft);
  const std::vector<float> by_search = relevance(wish.query);
  const std::vector<float> by_page = relevance(std::string(wish.page_title) + " " + std::string(wish.page_description));
  std::vector<std::vector<std::string>> searched;  // per word, the forms of which one must be there
  for (const text::Token& token : text::tokenize(wish.query)) {
    if (!token.is_word) continue;
    const std::string_view word = token.span.in(wish.query);
    searched.push_back(topic_stems(word));
    searched.back().push_back(text::flat_form(text::folded_form(word)));
  }
  // A quotation mark or an emoji stands in no item's words.
  const bool finds_nothing = searched.empty() && !text::tokenize(wish.query).empty();
  const std::string_view page = bare_page(wish.page_url);
  std::vector<Suggestion> fitting;
  for (size_t number = 0; number < library_.items.size(); ++number) {
    const Item& item = library_.items[number];
    if (finds_nothing || !is_offered(item, wish)) continue;
    // A word being typed already finds what begins with it.
    const bool has_all = std::all_of(searched.begin(), searched.end(), [&](const std::vector<std::string>& forms) {
      return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return searchable_[number].find(' ' + form) != std::string::npos;
      });
    });
    if (!has_all) continue;
    std::vector<const Caption*> captions = fitting_captions(item, wish);
    if (captions.empty()) continue;
    std::vector<std::pair<float, Because>> reasons;
    const auto count = [&](float weight, Because because) {
      if (weight >= 1) reasons.emplace_back(weight, because);
    };
    const bool is_page = !page.empty() && bare_page(item.url) == page;
    count(is_page ? kPageItself : by_page[number] * kPageWords, Because::kPage);
    count(by_draft[number] * kDraftWords, Because::kDraft);
    if (!searched.empty()) count(by_search[number] * kSearchWords, Because::kSearch);
    if (!wish.department.empty() && contains(item.departments, wish.department))
      count(kDepartment, Because::kDepartment);
    const bool own_topic = std::any_of(item.topics.begin(), item.topics.end(),
                                       [&](const std::string& topic) { return contains(wish.topics, topic); });
    if (own_topic) count(kTopic, Because::kTopic);
    if (item.priority > 1) count(kPerPriority * static_cast<float>(item.priority - 1), Because::kPriority);
    if (wish.now && item.published && *item.published <= *wish.now && *wish.now - *item.published < kNewFor) {
      count(kNew, Because::kNew);
    }
    if (wish.now && item.expires && *item.expires - *wish.now < kExpiringWithin) count(kExpiring, Because::kExpiring);
    float score = item.priority > 0 ? kPerPriority : 0;
    for (const auto& [weight, because] : reasons) score += weight;
    if (contains(wish.shared, item.id)) {
      score *= kSharedFactor;
      reasons.emplace_back(0.F, Because::kShared);
    }
    sort_stably(reasons, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    Suggestion suggestion{&item, static_cast<uint32_t>(std::lround(score)), {}, std::move(captions)};
    for (const auto& [weight, because] : reasons) suggestion.because.push_back(because);
    fitting.push_back(std::move(suggestion));
  }
  // Where the score says nothing, the newer comes first, then the library's own order.
  sort_stably(fitting, [](const Suggestion& a, const Suggestion& b) {
    if (a.score != b.score) return a.score > b.score;
    const timing::LocalMinute a_published = a.item->published.value_or(0);
    const timing::LocalMinute b_published = b.item->published.value_or(0);
    return a_published != b_published ? a_published > b_published : a.item < b.item;
  });
  Suggestions result{fitting.size(), std::move(fitting)};
  if (result.items.size() > wish.limit)
    result.items.erase(result.items.begin() + static_cast<std::ptrdiff_t>(wish.limit), result.items.end());
  return result;
}

PageAnswer Shelf::page(const Wish& wish, const std::vector<std::string>& internal) const {
  PageAnswer answer;
  const std::string_view page = bare_page(wish.page_url);
  for (const Item& item : library_.items) {
    if (page.empty() || bare_page(item.url) != page) continue;
    answer.item = &item;
    if (item.embargo && (!wish.now || *wish.now < *item.embargo)) {
      answer.state = PageState::kEmbargo;
    } else if (item.expires && wish.now && *wish.now >= *item.expires) {
      answer.state = PageState::kExpired;
    }
  }
  // A slash ends a beginning, so that /in does not stand for /infos.
  const std::string guarded = guarded_page(wish.page_url);
  for (const std::string& begin : internal) {
    const std::string within = guarded_page(begin);
    if (!within.empty() && guarded.starts_with(within) && (guarded + '/')[within.size()] == '/')
      answer.state = PageState::kInternal;
  }
  if (answer.state != PageState::kOpen || wish.page_title.empty()) return answer;
  const Network network = wish.network.value_or(Network::kLinkedin);
  std::string both(wish.page_title);
  if (!wish.page_description.empty()) both.append("\n\n").append(wish.page_description);
  for (const std::string& words : {both, std::string(wish.page_title)}) {
    const bool known = !answer.proposals.empty() && answer.proposals.front() == words;
    if (!known && fits(words, network)) answer.proposals.push_back(words);
  }
  return answer;
}

}  // namespace botschaft::content
