// The guideline as data: what shared/schema/pack.schema.json describes, read and checked for form, not yet compiled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "base/network.h"
#include "base/result.h"
#include "match/pattern_set.h"
#include "pack/media.h"
#include "pack/people.h"
#include "pack/phrase.h"
#include "pack/where.h"
#include "text/language.h"
#include "timing/schedule.h"
#include "tone/address.h"
#include "tone/dimension.h"
#include "tone/gender.h"

namespace botschaft::pack {

// Which lists a placeholder stands for.
struct Organisation {
  std::vector<std::string> names;        // {company}
  std::vector<std::string> products;     // {product}
  std::vector<std::string> domains;      // {domain}
  std::vector<std::string> handles;      // {handle}
  std::vector<std::string> competitors;  // {competitor}
  std::vector<std::string> intranet;     // hosts whose input fields are checked, when the person agrees

  uint8_t jurisdictions = 0;  // bit per Jurisdiction, whose law the company's posts are under; 0: not said

  // Takes over every list that `other` has.
  void add(const Organisation& other);
  // The list behind "{company}" and so on; null for any other text.
  [[nodiscard]] const std::vector<std::string>* list(std::string_view placeholder) const;
  // Those of these lists that have an entry, as lists_named has them.
  [[nodiscard]] uint8_t lists() const;
};

// The lists that placeholders in the text stand for, a bit for each.
[[nodiscard]] uint8_t lists_named(std::string_view text);

// The organisation that a pack's examples run with where the packs name none.
[[nodiscard]] const Organisation& sample_organisation();

// `text` with every placeholder replaced by the first entry of its list; one without entry is left as it is.
[[nodiscard]] std::string fill_in(std::string_view text, const Organisation& organisation);
// `texts` with the placeholders of each replaced: one that names a list becomes one text per entry, and none where the
// list is empty.
[[nodiscard]] std::vector<std::string> expand(const std::vector<std::string>& texts, const Organisation& organisation);
[[nodiscard]] std::vector<std::string> expand(const std::string& text, const Organisation& organisation);
// A pattern in which each placeholder of a list has become its entries: (?:One|Another). None where a list is empty.
[[nodiscard]] std::optional<std::string> expand_pattern(const std::string& pattern, const Organisation& organisation);

struct PhrasesCheck {
  std::vector<Phrase> phrases;
  std::vector<std::string> except;
  bool negated = true;  // also where the words around turn a phrase into its opposite
  bool quoted = true;   // also in the words of somebody else
};

struct Pattern {
  std::string text;
  match::PatternOptions options;
  std::vector<std::string> replace;  // with $0 to $9 for the match and its groups; an empty string offers to delete
  bool names_list = false;           // its placeholders have become the names of a list
};

struct PatternsCheck {
  std::vector<Pattern> patterns;
  std::vector<std::string> except;  // phrases in which a match is fine
};

struct RequiredCheck {
  std::vector<Phrase> one_of;
  std::vector<Phrase> weak;              // what never counts, also where it is part of an element
  std::vector<std::string> links;        // domains: a link to one of them or below it counts as an element
  std::optional<uint32_t> within_first;  // user-perceived characters
  std::optional<uint32_t> within_last;   // user-perceived characters
  bool first_word = false;               // nothing but signs and emoji may stand before it
  bool before_fold = false;              // not behind the cut of the network's feed
  bool among_hashtags = true;            // also inside a run of three or more hashtags
  bool in_closing_hashtags = true;       // also in the hashtags that the post ends with
  bool negated = true;                   // also where it is negated: "keine Werbung"
  LocalizedText insert;
  bool insert_at_end = false;
};

enum class Countable : uint8_t {
  kCharacters,
  kWords,
  kSentenceWords,
  kParagraphWords,
  kLines,
  kHashtags,
  kMentions,
  kLinks,
  kEmoji,
  kExclamations,
};

struct CountCheck {
  Countable of = Countable::kCharacters;
  std::optional<uint32_t> max;
  std::optional<uint32_t> min;
  bool max_is_network = false;  // characters only: the network's own limit
};

struct LinksCheck {
  std::vector<std::string> allow;
  std::vector<std::string> forbid;
  std::vector<std::string> params_on;
  std::vector<std::pair<std::string, std::string>> params;  // name, value
  bool secure = false;
};

struct ShoutingCheck {
  uint32_t min_letters = 4;
  uint32_t min_words = 2;
  std::vector<std::string> except;
  // Words whose capitals are part of them, in lower case and as they are written, sorted; the rule set gathers them.
  std::vector<std::pair<std::string, std::string>> spelled;
};

struct LookalikesCheck {};

struct PersonalDataCheck {
  uint8_t kinds = 0xFF;            // bit per text::PersonalKind
  std::vector<std::string> allow;  // what may stand there: an address, a number, or a domain for its addresses
};

struct ReadabilityCheck {
  uint32_t min = 0;  // reading ease, 1 to 100
  uint32_t min_words = 40;
};

struct ConsistencyCheck {
  std::vector<std::vector<std::string>> sets;  // spellings of the same thing, at least two each
};

struct AcronymCheck {
  std::vector<std::string> known;  // acronyms that need no explanation
  bool before_use = false;         // the explanation must come with the first use
};

struct RepetitionCheck {
  enum class Of : uint8_t { kInARow, kWords, kEmoji };
  Of of = Of::kInARow;
  uint32_t max = 1;                 // words and emoji: so many times each
  std::vector<std::string> except;  // words or emoji that may be repeated
};

struct CapitalizationCheck {
  enum class FirstLine : uint8_t { kAny, kSentence, kTitle };
  struct Term {
    std::string text;                // as it must be written
    std::string full;                // what it is called at its first mention; empty: the same
    std::vector<std::string> never;  // abbreviations, as written, that stand for it and should not
  };
  std::vector<Term> terms;
  bool in_hashtags = true;
  bool compounds = false;  // also words that begin with a term
  bool hashtags = false;   // several words in a hashtag: each with a capital
  std::vector<std::string> hashtag_words;
  FirstLine first_line = FirstLine::kAny;
};

// Pictures and videos of which something must be known, or said in the draft.
struct MediaCheck {
  MediaNeed need = MediaNeed::kAltText;
  std::vector<Phrase> labels;  // words in the draft that say it instead
  MediaSize size;
};

// Hashtags or links that belong at the end.
struct PlacementCheck {
  bool links = false;  // else hashtags
};

struct SimilarityCheck {
  bool to_posts = false;  // to the last posts; else to approved captions
  uint32_t min_percent = 80;
  Level identical = Level::kBlock;  // of a draft with the very same words
};

struct AddressCheck {
  uint8_t forms = 0;  // bit per tone::Form; none: any, but one in a post (du and ihr go together)
  tone::Form preferred = tone::Form::kNone;  // what fixes write
};

struct GenderCheck {
  std::optional<tone::GenderForm> want;  // what fixes write
  uint8_t allow = 0;                     // bit per tone::GenderForm; without it and `want`: any sign, but one in a post
  bool compounds = false;
  std::vector<std::string> except;  // words as they are written
};

struct VoiceCheck {
  enum class Find : uint8_t { kI, kWe, kPassive, kNobody };  // the first three as tone::VoiceSign
  Find find = Find::kPassive;
  uint32_t max_share = 0;      // percent of the sentences
  uint32_t min_sentences = 1;  // in a shorter post nothing is found
};

// From the pack's "tone", not from its rules: where a dimension of the tone should be, and where it must not be.
struct ToneCheck {
  tone::Dimension dimension = tone::Dimension::kFormality;
  std::optional<uint32_t> min;  // 0 to 100, as all of these; beyond them there is a finding
  std::optional<uint32_t> max;
  std::optional<uint32_t> target_min;  // shown with the profile
  std::optional<uint32_t> target_max;
  uint32_t min_words = 8;  // a shorter text is not judged
};

struct CalendarCheck {
  timing::Calendar calendar;
  bool holidays = false;     // the pack's own, filled in when the packs are put together
  bool content = false;      // the embargo, expiry and campaign of the content item
  bool person_zone = false;  // wall time is the person's, not the pack's
};

struct FrequencyCheck {
  // Which earlier posts count: on the same network, on any of the rule's networks, about a topic of the draft, of the
  // same content item, with a link of the draft.
  enum class Of : uint8_t { kNetwork, kPerson, kTopic, kItem, kLink };
  timing::Frequency frequency;
  Of of = Of::kNetwork;
  std::vector<std::string> topics;  // kTopic: only these; empty: each
  bool gap_in_days = false;         // messages count the gap in days, not in minutes
  bool person_zone = false;
};

// No suggestion to post before the person has rested.
struct RestCheck {
  timing::Frequency frequency;  // its rest_minutes
};

struct QuestionCheck {
  bool expect_yes = true;
  Level otherwise = Level::kWarn;
};

using Check =
    std::variant<PhrasesCheck, RequiredCheck, CountCheck, LinksCheck, ShoutingCheck, LookalikesCheck, PersonalDataCheck,
                 ReadabilityCheck, ConsistencyCheck, AcronymCheck, RepetitionCheck, CapitalizationCheck, MediaCheck,
                 PlacementCheck, SimilarityCheck, AddressCheck, GenderCheck, VoiceCheck, CalendarCheck, FrequencyCheck,
                 QuestionCheck, PatternsCheck, ToneCheck, RestCheck>;
// The name of a check's type in packs and answers.
[[nodiscard]] std::string_view type_name(const Check& check);
// Whether it depends on when the draft is posted.
[[nodiscard]] bool is_about_time(const Check& check);

enum class Media : uint8_t { kNone, kImage, kVideo, kAny };

// Holds when any of its parts is found.
struct Condition {
  std::vector<Phrase> phrases;
  bool any_link = false;
  std::vector<std::string> link_domains;
  Media media = Media::kNone;
};

// What a rule is for. A protected topic silences whole groups.
enum class Group : uint8_t { kNone, kTone, kBrand, kForm, kTiming, kLaw, kConfidentiality };

struct PostedExample {
  timing::LocalMinute at = 0;
  std::optional<Network> network;  // none: the example's own, as its kind is
  std::string item;
  std::vector<std::string> topics;
  std::vector<std::string> links;
};

struct Example {
  std::string text;
  std::optional<Network> network;
  std::optional<Kind> kind;
  text::Language language = text::Language::kUndetermined;  // kUndetermined: to be told from the text
  std::string role;
  std::optional<timing::LocalMinute> at;
  std::vector<PostedExample> posted;
  std::vector<timing::LocalMinute> worked;
  std::optional<timing::LocalMinute> embargo;  // of the content that is shared
  std::optional<timing::LocalMinute> expires;
  std::string item;
  std::vector<std::string> topics;
  uint32_t images = 0;
  uint32_t videos = 0;
  std::vector<MediaFacts> media;
  std::vector<std::string> last_posts;
  std::vector<std::string> captions;  // approved ones
  std::optional<bool> answer_yes;
};

struct Rule {
  std::string id;
  std::string place;  // JSON pointer to it in its pack
  Level level = Level::kHint;
  Group group = Group::kNone;
  LocalizedText title;
  LocalizedText message;
  LocalizedText reason;
  std::string section;
  std::string source;
  std::string url;
  Where where;
  std::vector<Condition> when;
  std::vector<std::string> replaces;
  Check check;
  std::vector<Example> good;
  std::vector<Example> bad;
};

// What a later pack changes about a rule of an earlier one without repeating it.
struct Override {
  // Which keys `apply_to` gives.
  enum Key : uint8_t {
    kNetworks = 1,
    kKinds = 2,
    kLanguages = 4,
    kRoles = 8,
    kExceptRoles = 16,
    kDays = 32,
    kLaw = 64
  };

  std::string rule;
  std::string place;  // JSON pointer to it in its pack
  std::optional<Level> level;
  bool off = false;
  bool everywhere = true;  // no `where`
  Where where;             // which drafts level and off are for
  Where apply_to;          // takes the place of these parts of the rule's own
  uint8_t keys = 0;        // bits of Key
  LocalizedText reason;

  [[nodiscard]] Where applied_to(Where own) const;
};

// What people may speak of whatever a style guide says: pay, working conditions, the union.
struct ProtectedTopic {
  std::string id;
  std::string place;  // JSON pointer to it in its pack
  LocalizedText name;
  std::vector<Phrase> phrases;
  uint8_t silences = 0;                // bit per Group; never kLaw, kConfidentiality or kNone
  std::vector<std::string> about;      // examples of drafts on this topic,
  std::vector<std::string> not_about;  // and of drafts on something else
};

struct Owner {
  std::string name;
  std::string email;
  std::string url;
};

// What employees get on the company's own website.
enum class WebsiteHelp : uint8_t { kInline, kPanel, kOff };
enum class ButtonPosition : uint8_t { kCorner, kStart, kEnd };
struct Website {
  WebsiteHelp help = WebsiteHelp::kInline;
  ButtonPosition position = ButtonPosition::kCorner;
  std::string article;                // CSS selector; empty: the page's article or main
  std::vector<std::string> internal;  // what addresses that nobody outside may see begin with
};

struct Pack {
  std::string id;
  std::string version;
  LocalizedText name;
  Owner owner;
  timing::DayRange valid;
  Organisation organisation;
  uint8_t lists_named = 0;  // lists of the organisation that texts of the pack name, examples too
  std::string time_zone;
  std::vector<timing::QuietPeriod> holidays;  // whole days, those of the regions too once the packs are loaded
  std::vector<std::string> holiday_regions;   // names or ids of regions whose public holidays count
  std::optional<uint32_t> working_minutes;    // a day, on the named sites
  std::vector<Role> roles;
  std::vector<Named> departments;
  std::vector<Topic> topics;
  std::vector<Person> people;
  std::vector<Responsibility> responsibilities;
  std::vector<ApprovalRule> approvals;
  std::vector<Channel> channels;
  std::vector<ProtectedTopic> protected_topics;
  std::vector<LocalizedText> disclaimers;  // the company's own, which no rule objects to
  std::vector<Rule> rules;
  std::vector<Override> overrides;
  std::optional<Website> website;
  bool legal = false;  // its rules are about the law: findings say that they are no legal advice
};

}  // namespace botschaft::pack
