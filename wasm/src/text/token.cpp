#include "text/token.h"

#include "base/utf8.h"
#include "text/normalize.h"
#include "text/properties.h"
#include "text/segment.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// What a stretch of text holds, as far as tokens care.
struct Contents {
  bool word = false;     // a letter or digit; the others are not told then
  bool visible = false;  // anything that is no white space, control, or ignorable character
  bool space = false;
};

Contents contents_of(std::string_view text) {
  Contents contents;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const Properties& properties = properties_of(c.value);
    if (properties.has(kLetter | kDigit) && !properties.has(kIgnorable)) return {.word = true};
    if (properties.has(kWhiteSpace)) {
      contents.space = true;
    } else if (!properties.has(kIgnorable) && !is_control(c.value)) {
      contents.visible = true;
    }
    at += c.size;
  }
  return contents;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 4); }

  std::vector<Token> run() {
    for (size_t at = 0; at < text_.size();) {
      const size_t end = next_word_boundary(text_, at);
      add({at, end});
      at = end;
    }
    return std::move(tokens_);
  }

 private:
  void add(Span segment) {
    const char first = text_[segment.begin];
    const bool plain_word = is_ascii_alnum(first);
    const bool plain_space = first == ' ' && segment.size() == 1;
    const Contents contents = plain_word    ? Contents{.word = true}
                              : plain_space ? Contents{.space = true}
                                            : contents_of(segment.in(text_));
    if (contents.word) {
      add_word(segment);
    } else if (contents.visible) {
      add_graphemes(segment);
    } else if (contents.space) {
      space_ = true;
      hidden_from_ = kNowhere;
    } else if (hidden_from_ == kNowhere && !tokens_.empty() && tokens_.back().span.end == segment.begin) {
      hidden_from_ = segment.begin;
    }
  }

  void add_word(Span segment) {
    // "_so_" is the word "so" between signs of emphasis.
    while (text_[segment.begin] == '_') {
      push({segment.begin, segment.begin + 1}, false);
      segment.begin++;
    }
    size_t end = segment.end;
    while (text_[end - 1] == '_') end--;
    const bool goes_on = hidden_from_ != kNowhere && tokens_.back().is_word && tokens_.back().span.end == hidden_from_;
    if (goes_on) {
      tokens_.back().span.end = end;
      hidden_from_ = kNowhere;
    } else {
      push({segment.begin, end}, true);
    }
    for (; end < segment.end; end++) push({end, end + 1}, false);
  }

  void add_graphemes(Span segment) {
    for (size_t at = segment.begin; at < segment.end;) {
      const size_t end = next_grapheme(text_.substr(0, segment.end), at);
      const Contents contents = contents_of(text_.substr(at, end - at));
      if (contents.visible) {
        push({at, end}, false);
      } else if (contents.space) {
        space_ = true;
      }
      at = end;
    }
  }

  void push(Span span, bool is_word) {
    tokens_.push_back({span, is_word, space_});
    space_ = false;
    hidden_from_ = kNowhere;
  }

  static constexpr size_t kNowhere = static_cast<size_t>(-1);
  std::string_view text_;
  std::vector<Token> tokens_;
  bool space_ = true;
  // Where ignorable characters right behind the last token begin.
  size_t hidden_from_ = kNowhere;
};

std::string without_ignorable(std::string_view token) {
  std::string out;
  out.reserve(token.size());
  for (size_t at = 0; at < token.size();) {
    const CodePoint c = decode(token, at);
    if (c.value == 0x2019) {
      out.push_back('\'');
    } else if (!is_ignorable(c.value)) {
      out.append(token.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  return Tokenizer(text).run();
}

std::string exact_form(std::string_view token) {
  if (is_ascii(token)) return std::string(token);
  std::string visible = without_ignorable(token);
  return may_normalize(visible) ? normalized(visible) : visible;
}

void append_folded_form(std::string& out, std::string_view token) {
  const size_t before = out.size();
  if (is_ascii(token)) {
    out.append(token);
    for (size_t at = before; at < out.size(); ++at) out[at] = to_ascii_lower(out[at]);
    return;
  }
  const std::string exact = exact_form(token);
  std::string folded;
  folded.reserve(exact.size());
  for (size_t at = 0; at < exact.size();) {
    const CodePoint c = decode(exact, at);
    append_utf8(folded, to_lower(c.value));
    at += c.size;
  }
  // A small letter and its mark can be one character where the capital and the mark are two (T̈, ẗ).
  out += may_normalize(folded) ? normalized(folded) : folded;
}

std::string folded_form(std::string_view token) {
  std::string out;
  append_folded_form(out, token);
  return out;
}

std::string flat_form(std::string_view form) {
  std::string out;
  out.reserve(form.size() + 4);
  for (size_t at = 0; at < form.size();) {
    const CodePoint c = decode(form, at);
    switch (c.value) {
      case U'ä':
        out += "ae";
        break;
      case U'Ä':
        out += "Ae";
        break;
      case U'Ö':
        out += "Oe";
        break;
      case U'Ü':
        out += "Ue";
        break;
      case U'ö':
        out += "oe";
        break;
      case U'ü':
        out += "ue";
        break;
      case U'ß':
        out += "ss";
        break;
      default:
        out.append(form.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

}  // namespace botschaft::text
