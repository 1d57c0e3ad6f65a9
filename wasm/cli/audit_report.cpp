#include "audit_report.h"

namespace botschaft::cli {
namespace {

std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// A sign that is told apart without colours.
std::string sign_of(const std::string& level, bool colours) {
  const char* sign = level == "good" ? "ok   " : level == "hint" ? "hint " : level == "warn" ? "warn " : "block";
  if (!colours) return sign;
  const char* colour = level == "good"   ? "\x1b[32m"
                       : level == "hint" ? "\x1b[36m"
                       : level == "warn" ? "\x1b[33m"
                                         : "\x1b[31m";
  return std::string(colour) + sign + "\x1b[0m";
}

std::string indented(const std::string& lines, const std::string& by) {
  std::string out = by;
  for (const char c : lines) {
    out += c;
    if (c == '\n') out += by;
  }
  return out;
}

}  // namespace

std::string audit_report(const Json& answer, const std::string& name, const ReportStyle& style) {
  const bool german = style.german;
  std::string out = name + ": " + answer["score"].dump() + (german ? " von 100" : " of 100") + "\n";
  if (!answer["nextSteps"].empty()) {
    out += german ? "Am meisten bringt: " : "What helps most: ";
    std::string steps;
    for (const Json& id : answer["nextSteps"]) {
      for (const Json& row : answer["checks"]) {
        if (row["id"] == id) steps += (steps.empty() ? "" : "; ") + text(row, "title");
      }
    }
    out += steps + "\n";
  }
  out += "\n";
  for (const Json& row : answer["checks"]) {
    out += sign_of(text(row, "level"), style.colours) + "  " + text(row, "title") + "\n";
    const auto findings = row.find("findings");
    if (findings == row.end()) continue;
    for (const Json& finding : *findings) {
      out += indented(text(finding, "message"), "       ") + "\n";
      if (const std::string tag = text(finding, "tag"); !tag.empty()) out += indented(tag, "         ") + "\n";
    }
    out += "       " + text(row, "reason") + " (" + text(row, "source") + ", " + text(row, "url") + ")\n";
  }
  out += german ? "\nSo sehen die Karten aus:\n" : "\nWhat the cards look like:\n";
  for (const Json& card : answer["cards"]) {
    out += "  " + text(card, "network") + ", " + text(card, "layout") + ", " + text(card, "site") + "\n";
    for (const char* part : {"title", "description", "image"}) {
      const auto found = card.find(part);
      if (found != card.end()) out += "    " + text(*found, "text") + "  [" + text(*found, "from") + "]\n";
    }
  }
  return out;
}

}  // namespace botschaft::cli
