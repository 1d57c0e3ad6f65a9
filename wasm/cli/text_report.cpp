#include "text_report.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/utf8.h"
#include "duties_report.h"
#include "text/segment.h"

namespace botschaft::cli {
namespace {

struct Words {
  std::string_view clean, why, section, owner, source, instead, remove, insert, whole_post, more, length, good_time,
      bad_time, next, topic, hint, ask, warn, block;
};
constexpr Words kEnglish{"Nothing to object to.",
                         "why",
                         "section",
                         "owner",
                         "source",
                         "instead",
                         "remove it",
                         "insert",
                         "the whole post",
                         "more findings not shown",
                         "characters",
                         "Now is a good time to post.",
                         "Now is not a good time to post.",
                         "next good time",
                         "protected topic, on which rules of style stay silent",
                         "hint",
                         "ask",
                         "warn",
                         "block"};
constexpr Words kGerman{"Nichts zu beanstanden.",
                        "warum",
                        "Abschnitt",
                        "zuständig",
                        "Quelle",
                        "stattdessen",
                        "streichen",
                        "einfügen",
                        "ganzer Beitrag",
                        "weitere Hinweise nicht gezeigt",
                        "Zeichen",
                        "Jetzt ist eine gute Zeit zum Posten.",
                        "Jetzt ist keine gute Zeit zum Posten.",
                        "nächste gute Zeit",
                        "geschütztes Thema, zu dem Stilregeln schweigen",
                        "Hinweis",
                        "Frage",
                        "Warnung",
                        "Stopp"};

// A draft must not command the terminal: control characters are shown as question marks, which are as long.
std::string harmless(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const bool control = (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
    if (control) c = '?';
  }
  return out;
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? harmless(found->get<std::string>()) : "";
}

std::string_view colour_of(const std::string& level) {
  if (level == "block") return "\x1b[1;31m";
  if (level == "warn") return "\x1b[33m";
  if (level == "ask") return "\x1b[35m";
  return "\x1b[36m";
}

// Columns that a terminal gives to a user-perceived character: two to East Asian wide ones and emoji.
size_t columns_of(std::string_view grapheme) {
  const char32_t c = decode(grapheme, 0).value;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
  return wide ? 2 : 1;
}

size_t columns_between(std::string_view text, size_t begin, size_t end) {
  size_t columns = 0;
  for (size_t at = begin; at < end;) {
    const size_t next = std::min(text::next_grapheme(text, at), end);
    columns += columns_of(text.substr(at, next - at));
    at = next;
  }
  return columns;
}

struct Line {
  size_t number;  // from 1
  size_t begin;   // bytes
  size_t end;     // bytes, before the line break
};

class Reporter {
 public:
  Reporter(std::string_view text, std::string_view name, const ReportStyle& style)
      : text_(text), name_(name), style_(style), words_(style.german ? kGerman : kEnglish) {
    for (size_t begin = 0, number = 1;; ++number) {
      size_t end = std::min(text.find('\n', begin), text.size());
      lines_.push_back({number, begin, end > begin && text[end - 1] == '\r' ? end - 1 : end});
      if (end == text.size()) break;
      begin = end + 1;
    }
    // UTF-16 offset of each code point, for the way back from the answer.
    for (size_t at = 0, utf16 = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      bytes_.resize(utf16, at);
      bytes_.push_back(at);
      utf16 += point.value >= 0x10000 ? 2 : 1;
      at += point.size;
      bytes_.resize(utf16, at);
    }
    bytes_.push_back(text.size());
  }

  std::string report(const Json& answer) {
    const Json& findings = answer["findings"];
    for (const Json& finding : findings) add(finding);
    const auto duties = answer.find("duties");
    const bool held = duties != answer.end() && duties->contains("level");
    if (findings.empty() && !held) out_.append(words_.clean).append("\n");
    if (duties != answer.end()) out_.append(harmless(duties_report(*duties, style_.german)));
    if (const auto omitted = answer.find("omitted"); omitted != answer.end()) {
      out_.append("+ ").append(omitted->dump()).append(" ").append(words_.more).append("\n");
    }
    const Json& length = answer["length"];
    out_.append(text_of(length, "network"))
        .append(": ")
        .append(length["used"].dump())
        .append("/")
        .append(length["limit"].dump());
    out_.append(" ").append(words_.length).append("\n");
    if (const auto topics = answer.find("protected"); topics != answer.end()) {
      std::string names;
      for (const Json& topic : *topics) names += (names.empty() ? "" : ", ") + text_of(topic, "name");
      out_.append(words_.topic).append(": ").append(names).append("\n");
    }
    if (const auto timing = answer.find("timing"); timing != answer.end()) {
      const bool good = (*timing)["good"] == true;
      out_.append(good ? words_.good_time : words_.bad_time);
      if (const std::string next = text_of(*timing, "next"); !good && !next.empty()) {
        out_.append(" ").append(words_.next).append(": ").append(next);
      }
      out_ += '\n';
    }
    return std::move(out_);
  }

 private:
  size_t byte_at(const Json& offset) const { return bytes_[std::min(offset.get<size_t>(), bytes_.size() - 1)]; }

  void paint(std::string_view colour, std::string_view words) {
    if (style_.colours)
      out_.append(colour).append(words).append("\x1b[0m");
    else
      out_.append(words);
  }

  std::string_view name_of(const std::string& level) const {
    if (level == "block") return words_.block;
    if (level == "warn") return words_.warn;
    return level == "ask" ? words_.ask : words_.hint;
  }

  void add(const Json& finding) {
    const std::string level = text_of(finding, "level");
    const bool placed = finding.find("start") != finding.end();
    const size_t begin = placed ? byte_at(finding["start"]) : 0;
    const size_t end = placed ? byte_at(finding["end"]) : 0;
    const Line* line = placed ? &line_of(begin) : nullptr;
    out_.append(name_).append(":");
    if (line != nullptr) {
      const size_t column = text::count_graphemes(text_.substr(line->begin, begin - line->begin)) + 1;
      out_.append(std::to_string(line->number)).append(":").append(std::to_string(column)).append(": ");
    } else {
      out_.append(" ").append(words_.whole_post).append(": ");
    }
    paint(colour_of(level), name_of(level));
    out_.append(": ").append(text_of(finding, "message")).append(" [").append(text_of(finding, "rule")).append("]\n");
    if (line != nullptr) underline(*line, begin, end, level);
    const std::string reason = text_of(finding, "reason");
    const std::string section = text_of(finding, "section");
    const std::string owner = text_of(finding, "owner");
    std::string where;
    if (!section.empty()) where.append(words_.section).append(" ").append(section);
    if (!owner.empty()) where.append(where.empty() ? "" : ", ").append(words_.owner).append(": ").append(owner);
    if (!reason.empty() || !where.empty()) {
      out_.append("    ");
      if (!reason.empty()) out_.append(words_.why).append(": ").append(reason);
      if (!where.empty()) out_.append(reason.empty() ? "" : " ").append("(").append(where).append(")");
      out_ += '\n';
    }
    // What a rule of a legal pack rests on, and what it is not.
    if (const std::string note = text_of(finding, "note"); !note.empty()) {
      out_.append("    ").append(words_.source).append(": ").append(text_of(finding, "source"));
      if (const std::string url = text_of(finding, "url"); !url.empty()) out_.append(" ").append(url);
      out_.append(". ").append(note).append("\n");
    }
    if (const auto fixes = finding.find("fixes"); fixes != finding.end()) {
      for (const Json& fix : *fixes) {
        const std::string words = text_of(fix, "text");
        const std::string_view verb = words.empty()                ? words_.remove
                                      : fix["start"] == fix["end"] ? words_.insert
                                                                   : words_.instead;
        out_.append("    → ").append(verb);
        if (!words.empty()) out_.append(": ").append(words);
        out_ += '\n';
      }
    }
    out_ += '\n';
  }

  const Line& line_of(size_t byte) const {
    auto next = std::upper_bound(lines_.begin(), lines_.end(), byte,
                                 [](size_t value, const Line& line) { return value < line.begin; });
    return *(next - 1);
  }

  // A long line is shown around the place only.
  void underline(const Line& line, size_t begin, size_t end, const std::string& level) {
    constexpr size_t kBefore = 60;
    constexpr size_t kBehind = 60;
    constexpr size_t kLongest = 160;  // of what is underlined, in bytes
    size_t stop = std::min(end, line.end);
    const bool cut = stop - begin > kLongest;
    if (cut) {
      stop = begin + kLongest;
      while ((static_cast<unsigned char>(text_[stop]) & 0xC0) == 0x80) --stop;
    }
    size_t from = line.begin;
    while (begin - from > kBefore) from = text::next_grapheme(text_, from);
    size_t to = cut ? stop : std::min(line.end, stop + kBehind);
    while (to < line.end && (static_cast<unsigned char>(text_[to]) & 0xC0) == 0x80) ++to;
    std::string number = std::to_string(line.number);
    out_.append("  ").append(number).append(" | ").append(from > line.begin ? "…" : "");
    out_.append(text_.substr(from, begin - from));
    paint(colour_of(level), text_.substr(begin, stop - begin));
    out_.append(text_.substr(stop, to - stop)).append(to < line.end ? "…" : "").append("\n");
    out_.append(2 + number.size(), ' ')
        .append(" | ")
        .append((from > line.begin ? 1 : 0) + columns_between(text_, from, begin), ' ');
    paint(colour_of(level), std::string(std::max<size_t>(1, columns_between(text_, begin, stop)), '^'));
    out_ += '\n';
  }

  std::string_view text_;
  std::string_view name_;
  ReportStyle style_;
  const Words& words_;
  std::vector<Line> lines_;
  std::vector<size_t> bytes_;
  std::string out_;
};

}  // namespace

bool wants_colours() {
  const char* none = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (none == nullptr || *none == '\0');
}

std::string check_report(const Json& answer, std::string_view text, std::string_view name, const ReportStyle& style) {
  const std::string shown = harmless(text);
  return Reporter(shown, name, style).report(answer);
}

}  // namespace botschaft::cli
