// How long a draft is for a network. The text is walked in pieces that stand or fall together (a grapheme, or a link
// that counts a fixed length), so that the length and the place where the limit is crossed cannot disagree.
#include <optional>

#include "base/utf8.h"
#include "text/entities.h"
#include "text/normalize.h"
#include "text/segment.h"

namespace botschaft::text {
namespace {

// X's configuration, version 3 (in twitter-text): these ranges weigh 1, everything else 2, in units of the limit.
uint32_t weight_on_x(char32_t c) {
  const bool light = c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223) || (c >= 8242 && c <= 8247);
  return light ? 1 : 2;
}

uint32_t weights_on_x(std::string_view grapheme) {
  uint32_t sum = 0;
  for (size_t at = 0; at < grapheme.size();) {
    const CodePoint c = decode(grapheme, at);
    sum += weight_on_x(c.value);
    at += c.size;
  }
  return sum;
}

uint32_t utf16_units(std::string_view text) {
  uint32_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

struct Piece {
  size_t end;     // byte behind it
  uint32_t cost;  // in the network's unit
};

class Pieces {
 public:
  Pieces(Network network, std::string_view text, const Entities& entities)
      : facts_(facts_of(network)), text_(text), entities_(entities) {
    if (facts_.url_length != 0) links_ = links_on(network, text, entities);
  }

  [[nodiscard]] std::optional<Piece> next() {
    if (at_ == text_.size()) return std::nullopt;
    const Piece piece = counted_link().value_or(Piece{next_grapheme(text_, at_), 0});
    const Piece counted = piece.cost > 0 ? piece : Piece{piece.end, cost_of(piece.end)};
    at_ = counted.end;
    return counted;
  }

 private:
  // The link that begins here, where the network counts links with a fixed length.
  std::optional<Piece> counted_link() {
    while (link_ < links_.size() && links_[link_].begin < at_) link_++;
    if (link_ == links_.size() || links_[link_].begin != at_) return std::nullopt;
    return Piece{links_[link_].end, facts_.url_length};
  }

  uint32_t cost_of(size_t end) {
    const std::string_view grapheme = text_.substr(at_, end - at_);
    switch (facts_.unit) {
      case LengthUnit::kUtf16:
        return utf16_units(grapheme);
      case LengthUnit::kCodePoints:
        return static_cast<uint32_t>(count_code_points(grapheme));
      case LengthUnit::kGraphemes:
        return is_in_mention_host() ? 0 : 1;
      case LengthUnit::kWeighted:
        return weighted(grapheme);
    }
    return 0;
  }

  uint32_t weighted(std::string_view grapheme) {
    if (grapheme.size() == 1) return 1;
    while (emoji_ < entities_.emoji.size() && entities_.emoji[emoji_].begin < at_) emoji_++;
    if (emoji_ < entities_.emoji.size() && entities_.emoji[emoji_].begin == at_) return 2;
    return may_normalize(grapheme) ? weights_on_x(normalized(grapheme)) : weights_on_x(grapheme);
  }

  // Of @name@host.tld the second @ and the host.
  bool is_in_mention_host() {
    if (!facts_.mention_local_part) return false;
    const auto& mentions = entities_.mentions;
    while (mention_ < mentions.size() && mentions[mention_].end <= at_) {
      mention_++;
      mention_host_ = kUnknown;
    }
    if (mention_ == mentions.size() || at_ < mentions[mention_].begin) return false;
    if (mention_host_ == kUnknown) {
      const Span mention = mentions[mention_];
      const size_t sign = text_.substr(0, mention.end).find('@', mention.begin + 1);
      mention_host_ = sign == std::string_view::npos ? mention.end : sign;
    }
    return at_ >= mention_host_;
  }

  static constexpr size_t kUnknown = static_cast<size_t>(-1);
  const NetworkFacts& facts_;
  std::string_view text_;
  const Entities& entities_;
  std::vector<Span> links_;  // those that count a fixed length
  size_t at_ = 0;
  size_t link_ = 0;
  size_t emoji_ = 0;
  size_t mention_ = 0;
  size_t mention_host_ = kUnknown;
};

}  // namespace

uint32_t length_on(Network network, std::string_view text, const Entities& entities) {
  // Without counted links the plain units are sums over bytes.
  const NetworkFacts& facts = facts_of(network);
  if (facts.url_length == 0 && facts.unit == LengthUnit::kUtf16) return utf16_units(text);
  if (facts.url_length == 0 && facts.unit == LengthUnit::kCodePoints)
    return static_cast<uint32_t>(count_code_points(text));
  uint32_t length = 0;
  Pieces pieces(network, text, entities);
  while (const std::optional<Piece> piece = pieces.next()) length += piece->cost;
  return length;
}

size_t end_of_fitting(Network network, std::string_view text, const Entities& entities, uint32_t limit) {
  uint32_t length = 0;
  size_t end = 0;
  Pieces pieces(network, text, entities);
  while (const std::optional<Piece> piece = pieces.next()) {
    length += piece->cost;
    if (length > limit) return end;
    end = piece->end;
  }
  return text.size();
}

}  // namespace botschaft::text
