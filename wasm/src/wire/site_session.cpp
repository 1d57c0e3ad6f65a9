#include "wire/site_session.h"

#include "site/audit.h"
#include "wire/answers.h"
#include "wire/audit_reader.h"
#include "wire/parsed_request.h"
#include "wire/requests.h"

namespace botschaft::wire {
namespace {

constexpr std::string_view kOps[] = {"audit"};

std::string_view words(std::string_view de, std::string_view en, UiLanguage language) {
  return language == UiLanguage::kGerman ? de : en;
}

std::string_view grade_name(site::Grade grade) {
  constexpr std::string_view kNames[] = {"good", "hint", "warn", "block"};
  return kNames[static_cast<size_t>(grade)];
}

// Structured data for an article, as the page's own tags tell it.
std::string article_block(const site::Extract& page) {
  Json json{{"@context", "https://schema.org"}, {"@type", "Article"}};
  json["headline"] = page.title.value.empty() ? "…" : page.title.value;
  if (!page.image.value.empty()) json["image"] = page.image.value;
  json["url"] = page.url.value;
  std::string text = json.dump();
  for (size_t at = 0; (at = text.find("</", at)) != std::string::npos; at += 3) text.insert(at + 1, 1, '\\');
  return R"(<script type="application/ld+json">)" + text + "</script>";
}

Json finding_to_json(const site::Finding& finding, UiLanguage language) {
  Json json{{"level", grade_name(finding.grade)}, {"message", finding.message.in(language)}};
  if (!finding.tag.empty()) json["tag"] = finding.tag;
  if (finding.to_fill) json["toFill"] = true;
  return json;
}

Json row_to_json(const site::RowResult& result, const site::Audit& audit, UiLanguage language) {
  const site::Row& row = site::row_of(result.id);
  Json json{{"id", row.id}, {"level", grade_name(result.grade)}};
  json["title"] = words(row.title_de, row.title_en, language);
  json["reason"] = words(row.reason_de, row.reason_en, language);
  json["source"] = row.source;
  json["url"] = row.url;
  if (result.findings.empty()) return json;
  Json findings = Json::array();
  for (site::Finding finding : result.findings) {
    if (result.id == site::RowId::kJsonLd && finding.wants_article) finding.tag = article_block(audit.extracted);
    findings.push_back(finding_to_json(finding, language));
  }
  json["findings"] = findings;
  return json;
}

void set_found(Json& json, std::string_view key, const site::Found& found, bool cut = false) {
  if (found.value.empty()) return;
  Json value{{"text", found.value}, {"from", found.from}};
  if (cut) value["cut"] = true;
  json[key] = value;
}

Json card_to_json(const site::Preview& card) {
  constexpr std::string_view kLayouts[] = {"large", "small", "text"};
  Json json{{"network", card.network}, {"layout", kLayouts[static_cast<size_t>(card.layout)]}};
  set_found(json, "title", card.title, card.title_cut);
  set_found(json, "description", card.description, card.description_cut);
  set_found(json, "image", card.image);
  json["site"] = card.site;
  return json;
}

Json audit_answer(const site::Audit& audit, const Problems& notices, UiLanguage language) {
  site::Grade worst = site::Grade::kGood;
  for (const site::RowResult& row : audit.rows) worst = std::max(worst, row.grade);
  // The same words as of a check: whoever stops at a level means this.
  Json json{{"ok", true}, {"verdict", worst == site::Grade::kGood ? "clean" : grade_name(worst)}};
  json["score"] = audit.score;
  Json next = Json::array();
  for (const site::RowId id : audit.next_steps) next.push_back(site::row_of(id).id);
  json["nextSteps"] = next;
  Json rows = Json::array();
  for (const site::RowResult& row : audit.rows) rows.push_back(row_to_json(row, audit, language));
  json["checks"] = rows;
  Json extracted = Json::object();
  set_found(extracted, "title", audit.extracted.title);
  set_found(extracted, "description", audit.extracted.description);
  set_found(extracted, "image", audit.extracted.image);
  set_found(extracted, "url", audit.extracted.url);
  json["extracted"] = extracted;
  Json cards = Json::array();
  for (const site::Preview& card : audit.cards) cards.push_back(card_to_json(card));
  json["cards"] = cards;
  if (!notices.empty()) json["notices"] = problems_to_json(notices, language);
  return json;
}

Json answer(const Value& request, Problems notices) {
  Report report;
  const Node root(&request, report);
  const UiLanguage language = read_ui_language(root);
  const Node op = root.field("op");
  if (!op.present()) {
    root.problem("missing-key", {"„op“ fehlt.", "“op” is missing."},
                 {"\"op\": \"audit\" angeben.", "Give \"op\": \"audit\"."});
  } else {
    (void)op.one_of(kOps);
  }
  if (!report.problems.empty()) return failure(report.problems, language);
  const site::Page page = read_audit_request(root);
  if (!report.problems.empty()) return failure(report.problems, language);
  return audit_answer(site::audit(page), notices, language);
}

}  // namespace

bool is_about_site(std::string_view request) {
  if (request.find("\"audit\"") == std::string_view::npos) return false;
  const ParsedRequest parsed(request);
  if (parsed.problem) return false;
  const Value* op = parsed.json.root().find("op");
  return op != nullptr && op->is_string() && op->string() == kOps[0];
}

Reply call_site(std::string_view request) {
  ParsedRequest parsed(request);
  if (parsed.problem) return parsed.refusal();
  return reply_to(parsed.json.root(), answer(parsed.json.root(), std::move(parsed.notices)));
}

}  // namespace botschaft::wire
