// A draft as the checks see it: its text taken apart once, and the circumstances it is to be posted in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/network.h"
#include "base/result.h"
#include "check/given_approval.h"
#include "check/similarity.h"
#include "pack/media.h"
#include "text/entities.h"
#include "text/language.h"
#include "text/personal_data.h"
#include "text/readability.h"
#include "text/token.h"
#include "text/wording.h"
#include "timing/schedule.h"
#include "tone/address.h"
#include "tone/profile.h"
#include "tone/voice.h"

namespace botschaft::check {

// A post of the person's own, as frequency rules count it.
struct EarlierPost {
  Network network = Network::kLinkedin;
  Kind kind = Kind::kPost;
  timing::Moment at;
  std::vector<std::string> items;   // the content items that were shared
  std::vector<std::string> topics;  // what it was about, as far as it is known
  std::vector<std::string> links;   // as link_key gives them
};

// Who posts what where and when.
struct Context {
  Network network = Network::kLinkedin;
  Kind kind = Kind::kPost;
  text::Language language = text::Language::kUndetermined;  // kUndetermined: to be told from the text
  UiLanguage ui_language = UiLanguage::kEnglish;            // of messages
  std::string role;                                         // empty: not known
  std::optional<timing::Moment> now;                        // none: nothing is said about time
  timing::Zone zone;
  timing::Zone person_zone;  // not known: that of the pack
  std::vector<EarlierPost> history;
  std::vector<timing::Moment> worked;                // when the person was at work, as far as it is known
  std::vector<std::string> items;                    // the content items that are shared
  std::vector<std::string> topics;                   // what the draft is about, as far as it is known
  std::vector<std::string> links;                    // beside those in the text, as link_key gives them
  timing::Calendar release;                          // the item's embargo, expiry and campaign
  std::map<std::string, bool, std::less<>> answers;  // rule id to "yes"
  uint8_t jurisdictions = 0;                         // bit per pack::Jurisdiction; 0: as the organisation says
  uint32_t images = 0;
  uint32_t videos = 0;
  std::vector<pack::MediaFacts> media;  // of some or all of them
  std::vector<LastPost> last_posts;
  std::vector<std::string> before;          // of a thread's part: the texts of the earlier parts, in their order
  const ApprovedTexts* approved = nullptr;  // none: there is no library
  bool tone = false;                        // whether the profile is wanted
  std::string text_hash;                    // of this draft's approved form, as those of the approvals
  std::vector<GivenApproval> approvals;
  uint32_t limit = 0;         // the most this very site takes, in the network's unit; 0: as the network
  uint32_t also_counted = 0;  // what the network counts besides the text, in its unit: a content warning

  [[nodiscard]] uint32_t length_limit() const { return limit != 0 ? limit : limit_of(network, kind); }
};

class Draft {
 public:
  // `text` is well-formed UTF-8 and must outlive the draft. `language` as in Context.
  // The network settles what is a hashtag, mention or cashtag.
  Draft(std::string_view text, text::Language language, Network network = Network::kLinkedin);

  [[nodiscard]] std::string_view text() const { return words_.text(); }
  // Of the text as a whole.
  [[nodiscard]] text::Language language() const { return languages_.of_text; }
  // Some sentence is in another language than the text.
  [[nodiscard]] bool is_mixed() const { return !languages_.stretches.empty(); }
  // Of the sentence that the token stands in.
  [[nodiscard]] text::Language language_at(uint32_t token) const;
  // Of the sentence that the place begins in.
  [[nodiscard]] text::Language language_of(Span place) const;
  // Whether some sentence is, or may be, in this language.
  [[nodiscard]] bool may_speak(text::Language language) const;
  [[nodiscard]] const std::vector<text::Token>& tokens() const { return words_.tokens(); }
  [[nodiscard]] const text::TokenizedText& words() const { return words_; }
  [[nodiscard]] const text::Entities& entities() const { return entities_; }
  // Tokens inside links: an address is not wording.
  [[nodiscard]] const std::vector<bool>& in_link() const { return in_link_; }
  // Computed when first asked for.
  [[nodiscard]] const std::vector<Span>& sentences() const;
  [[nodiscard]] const std::vector<text::PersonalDatum>& personal_data() const;
  // Computed when first asked for.
  [[nodiscard]] const text::Wording& wording() const;
  // For comparing with other texts. Computed when first asked for.
  [[nodiscard]] const match::ComparableText& comparable() const;
  // How it addresses its readers, for German and for what may be German. Computed when first asked for.
  [[nodiscard]] const tone::Address& address() const;
  // Who speaks in it; nothing for an undetermined language. Computed when first asked for.
  [[nodiscard]] const std::vector<tone::VoiceUse>& voice() const;
  // Whether the place is quoted from somebody else.
  [[nodiscard]] bool is_quoted(Span place) const;
  // For each sentence, in the draft's language (which is known); links, hashtags and other languages are left out.
  [[nodiscard]] std::vector<text::ReadingCounts> reading_counts() const;

  // For judging the tone; `names` must outlive what is returned, as the draft must.
  [[nodiscard]] tone::Passage passage(const std::vector<Span>& names) const {
    return {&words_, language(), &in_link_, &sentences(), &entities_, &names, &address()};
  }

  [[nodiscard]] Span span_of(uint32_t first_token, uint32_t last_token) const {
    return {tokens()[first_token].span.begin, tokens()[last_token].span.end};
  }

 private:
  // Tokens inside links, hashtags and mentions; empty for none.
  [[nodiscard]] std::vector<bool> not_wording() const;

  text::TokenizedText words_;
  text::Entities entities_;
  std::vector<bool> in_link_;
  text::Languages languages_;
  mutable std::optional<std::vector<Span>> sentences_;
  mutable std::optional<std::vector<text::PersonalDatum>> personal_data_;
  mutable std::optional<tone::Address> address_;
  mutable std::optional<std::vector<tone::VoiceUse>> voice_;
  mutable std::optional<text::Wording> wording_;
  mutable std::optional<match::ComparableText> comparable_;
};

}  // namespace botschaft::check
