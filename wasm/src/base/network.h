// The networks that a draft can be for, and the facts about each that the core needs. The table is generated from
// shared/networks/*.json, where every fact carries its source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace botschaft {

enum class Network : uint8_t { kLinkedin, kX, kFacebook, kXing, kBluesky, kMastodon, kThreads, kInstagram, kIntranet };
inline constexpr size_t kNetworkCount = 9;

enum class Kind : uint8_t { kPost, kComment, kReply };

// How a network counts characters.
enum class LengthUnit : uint8_t {
  kUtf16,       // UTF-16 code units
  kCodePoints,  // Unicode code points
  kGraphemes,   // extended grapheme clusters
  kWeighted,    // X: most Latin text counts 1, other text 2, an emoji 2, a link url_length
};

// What a network takes for a hashtag.
enum class HashtagStyle : uint8_t {
  kWord,         // letters, digits and underscores, not digits alone
  kWordOrEmoji,  // also digits alone, and emoji among the rest
  kTwitterText,  // as kWord, with # or ＃, and some signs that hold words of other scripts together
  kMastodon,     // as kWord, with · and ・ inside, not behind / = or )
  kUntilSpace,   // everything up to white space, without the punctuation at its end; only behind white space
};
// What it takes for a mention.
enum class MentionStyle : uint8_t {
  kDisplayName,   // @ with a name as people write it: capitalised words, with accents
  kHandle,        // up to 20 ASCII letters, digits and underscores; a list behind a slash
  kDottedHandle,  // up to 30 ASCII letters, digits, underscores and inner full stops
  kAccount,       // a name, and a host behind another @
  kDomain,        // a domain: @name.example.com
};
// What it takes for a link.
enum class LinkStyle : uint8_t {
  kAny,          // an address with scheme, or a bare domain; as text/links.h
  kTwitterText,  // its domain must end in a top-level domain, with or without scheme
  kMastodon,     // the same, but only with scheme, and nearly any character in the path
  kUntilSpace,   // everything up to white space, without one punctuation mark at its end
};

struct NetworkFacts {
  Network network;
  std::string_view id;    // "linkedin": the file's name
  std::string_view name;  // "LinkedIn"
  LengthUnit unit;
  uint32_t post_limit;       // in `unit`
  uint32_t comment_limit;    // in `unit`; the post's where the network has no other
  uint32_t url_length;       // in `unit`, what any link counts; 0: its own length
  bool mention_local_part;   // of a mention only the part before the host counts
  uint32_t fold_characters;  // user-perceived ones shown before the feed cuts the post; 0: it shows everything
  uint32_t fold_lines;       // lines shown, whichever comes first; 0: any number
  HashtagStyle hashtags;
  MentionStyle mentions;
  LinkStyle links;
  bool cashtags;                // $TICKER is a link
  std::string_view intent_url;  // with {text}, {url}, {textAndUrl}; empty where there is none
  bool intent_prefills;         // whether that link brings the text along
};

// All networks in the order of the enum.
[[nodiscard]] std::span<const NetworkFacts> all_networks();
[[nodiscard]] const NetworkFacts& facts_of(Network network);
[[nodiscard]] std::optional<Network> network_by_id(std::string_view id);
// The most that a draft of this kind may have, in the network's unit.
[[nodiscard]] uint32_t limit_of(Network network, Kind kind);

}  // namespace botschaft
