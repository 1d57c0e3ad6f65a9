// `botschaft tone`: the profile of a draft, as bars and words.
#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"
#include "commands.h"
#include "files.h"
#include "json.h"
#include "line_answers.h"
#include "session_setup.h"
#include "text/segment.h"
#include "text_report.h"

namespace botschaft::cli {
namespace {

struct Name {
  std::string_view id, german, english;
};
constexpr std::array<Name, 10> kNames{{{"formality", "Förmlichkeit", "Formality"},
                                       {"friendliness", "Freundlichkeit", "Friendliness"},
                                       {"certainty", "Gewissheit", "Certainty"},
                                       {"hype", "Werbeton", "Hype"},
                                       {"aggression", "Schärfe", "Aggression"},
                                       {"jargon", "Fachjargon", "Jargon"},
                                       {"plainness", "Verständlichkeit", "Plainness"},
                                       {"inclusiveness", "Einbeziehung", "Inclusiveness"},
                                       {"energy", "Energie", "Energy"},
                                       {"address", "Anrede", "Address"}}};
constexpr size_t kNameColumns = 17;
constexpr size_t kBarColumns = 20;
constexpr size_t kWordsShown = 8;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

class Printer {
 public:
  Printer(std::string_view text, bool german, bool explain) : german_(german), explain_(explain) {
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode(text, at);
      units_.push_back(at);
      if (c.value > 0xFFFF) units_.push_back(at);
      at += c.size;
    }
    units_.push_back(text.size());
    text_ = text;
  }

  std::string print(const Json& tone) {
    for (const Json& one : tone) add(one);
    if (tone.empty()) out_ = german_ ? "Hier ist nichts zu beurteilen.\n" : "There is nothing to judge.\n";
    return std::move(out_);
  }

 private:
  void add(const Json& one) {
    const std::string id = text_of(one, "dimension");
    std::string name = id;
    for (const Name& known : kNames) {
      if (known.id == id) name = german_ ? known.german : known.english;
    }
    const int score = one["score"].get<int>();
    const auto filled = static_cast<size_t>(score) * kBarColumns / 100;
    out_.append(name).append(kNameColumns - std::min(kNameColumns, text::count_graphemes(name)), ' ');
    std::string number = std::to_string(score);
    out_.append(3 - std::min<size_t>(3, number.size()), ' ').append(number).append("  ");
    for (size_t i = 0; i < kBarColumns; ++i) out_ += i < filled ? "█" : "·";
    if (const auto target = one.find("target"); target != one.end()) {
      out_.append(german_ ? "  Ziel " : "  target ")
          .append((*target)["min"].dump())
          .append("–")
          .append((*target)["max"].dump());
    }
    out_ += '\n';
    std::vector<const Json*> words;
    for (const Json& word : one["words"]) words.push_back(&word);
    std::stable_sort(words.begin(), words.end(), [](const Json* a, const Json* b) {
      return std::abs((*a)["share"].get<int>()) > std::abs((*b)["share"].get<int>());
    });
    if (explain_) {
      for (const Json* word : words) out_.append("    ").append(described(*word)).append(traced(*word)).append("\n");
      return;
    }
    std::string line;
    for (size_t i = 0; i < words.size() && i < kWordsShown; ++i)
      line.append(i > 0 ? ", " : "").append(described(*words[i]));
    if (words.size() > kWordsShown) line += ", …";
    if (!line.empty()) out_.append("    ").append(line).append("\n");
  }

  // »garantiert« +80 %, → what to write instead
  std::string described(const Json& word) const {
    const int share = word["share"].get<int>();
    std::string out = german_ ? "„" : "“";
    out.append(shown(word["start"].get<size_t>(), word["end"].get<size_t>())).append(german_ ? "“ " : "” ");
    if (word.contains("negated")) out += german_ ? "(verneint) " : "(negated) ";
    out.append(share > 0   ? "+"
               : share < 0 ? "−"
                           : "")
        .append(std::to_string(std::abs(share)))
        .append(german_ ? " %" : "%");
    if (const auto instead = word.find("instead"); instead != word.end()) {
      std::string all;
      for (const Json& text : *instead) all.append(all.empty() ? "" : " / ").append(text.get<std::string>());
      out.append(" → ").append(all);
    }
    return out;
  }

  std::string traced(const Json& word) const {
    if (const std::string sign = text_of(word, "sign"); !sign.empty()) return "  [" + sign + "]";
    std::string out =
        "  [" + text_of(word, "list") + ": " + text_of(word, "entry") + "; " + text_of(word, "source") + "]";
    if (const std::string reason = text_of(word, "reason"); !reason.empty()) out += " " + reason;
    return out;
  }

  // On one line, and without what would command the terminal.
  std::string shown(size_t start, size_t end) const {
    std::string out(text_.substr(units_[start], units_[end] - units_[start]));
    for (char& c : out) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return out;
  }

  bool german_;
  bool explain_;
  std::string_view text_;
  std::vector<size_t> units_;  // byte of each UTF-16 unit
  std::string out_;
};

}  // namespace

int run_tone(const ToneOptions& options) {
  wire::Session session;
  if (!load_packs(session, options.packs, options.ui_language)) return kExitBadInput;
  load_lexicon(session);
  Json request{{"op", "check"},
               {"network", options.network},
               {"kind", options.kind},
               {"lang", options.language},
               {"uiLang", options.ui_language},
               {"tone", options.explain ? "explain" : "profile"}};
  if (!options.role.empty()) request["role"] = options.role;
  if (options.format == "jsonl") {
    const auto never = [](const std::string&, const std::string&) { return false; };
    const Result<LineTotals> totals = answer_lines(session, options.file, request, never, "");
    if (!totals.ok()) print_problems(totals.problems(), options.ui_language);
    return totals.ok() && totals.value().failed == 0 ? kExitClean : kExitBadInput;
  }
  const Result<std::string> content = read_draft(options.file, options.ui_language);
  if (!content.ok()) {
    print_problems(content.problems(), options.ui_language);
    return kExitBadInput;
  }
  request["text"] = content.value();
  const wire::Reply reply = session.ask(request.dump());
  const Json answer = Json::parse(reply.json);
  if (!reply.ok) {
    print_problems(answer);
    return kExitBadInput;
  }
  if (options.format == "json") {
    std::printf("%s\n", Json{{"ok", true}, {"lang", answer["lang"]}, {"tone", answer["tone"]}}.dump().c_str());
  } else {
    Printer printer(content.value(), options.ui_language == "de", options.explain);
    std::fputs(printer.print(answer["tone"]).c_str(), stdout);
  }
  return kExitClean;
}

}  // namespace botschaft::cli
