// The networks that a draft can be for, and the facts about each that the core needs. The table is generated from
// shared/networks/*.json, where every fact carries its source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace botschaft {

enum class Network : uint8_t { kLinkedin, kX, kFacebook, kXing, kBluesky, kMastodon, kThreads, kInstagram };
inline constexpr size_t kNetworkCount = 8;

enum class Kind : uint8_t { kPost, kComment, kReply };

// How a network counts characters.
enum class LengthUnit : uint8_t {
  kUtf16,       // UTF-16 code units
  kCodePoints,  // Unicode code points
  kGraphemes,   // extended grapheme clusters
  kWeighted,    // X: most Latin text counts 1, other text 2, an emoji 2, a link url_length
};

struct NetworkFacts {
  Network network;
  std::string_view id;    // "linkedin": the file's name
  std::string_view name;  // "LinkedIn"
  LengthUnit unit;
  uint32_t post_limit;          // in `unit`
  uint32_t comment_limit;       // in `unit`; the post's where the network has no other
  uint32_t url_length;          // in `unit`, what any link counts; 0: its own length
  bool mention_local_part;      // of a mention only the part before the host counts
  uint32_t fold_characters;     // user-perceived ones shown before the feed cuts the post; 0: it shows everything
  uint32_t fold_lines;          // lines shown, whichever comes first; 0: any number
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
