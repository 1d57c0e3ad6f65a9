#include "site/audit.h"

#include <algorithm>

#include "base/sort.h"
#include "base/utf8.h"
#include "site/rows.h"
#include "site/words.h"

namespace botschaft::site {
namespace {

// What is left of a row's points, in tenths.
uint32_t tenths_of(Grade grade) {
  constexpr uint32_t kTenths[] = {10, 7, 3, 0};
  return kTenths[static_cast<size_t>(grade)];
}

uint32_t lost(const RowResult& row) {
  return row_of(row.id).weight * (10 - tenths_of(row.grade));
}

constexpr size_t kNextSteps = 3;

}  // namespace

void Rows::add(RowId id, Grade grade, LocalizedText message, std::string tag, bool to_fill, bool wants_article) {
  look_at(id);
  RowResult& result = results_[static_cast<size_t>(id)];
  result.grade = std::max(result.grade, grade);
  result.findings.push_back({grade, std::move(message), std::move(tag), to_fill, wants_article});
}

std::vector<RowResult> Rows::take() {
  std::vector<RowResult> rows;
  for (size_t i = 0; i < kRowCount; ++i) {
    if (!seen_[i]) continue;
    results_[i].id = static_cast<RowId>(i);
    rows.push_back(std::move(results_[i]));
  }
  return rows;
}

std::string meta_tag(std::string_view key, std::string_view value) {
  std::string tag =
      key.find(':') != std::string_view::npos && !key.starts_with("twitter:") ? "<meta property=\"" : "<meta name=\"";
  return tag.append(key).append("\" content=\"").append(escaped(value)).append("\">");
}

std::string link_tag(std::string_view rel, std::string_view href, std::string_view hreflang) {
  std::string tag = "<link rel=\"";
  tag.append(rel);
  if (!hreflang.empty()) tag.append("\" hreflang=\"").append(escaped(hreflang));
  return tag.append("\" href=\"").append(escaped(href)).append("\">");
}

std::string quoted(std::string_view value, UiLanguage language) {
  const std::string text = cut_to(value, 80).text;
  return language == UiLanguage::kGerman ? "„" + text + "“" : "“" + text + "”";
}

Audit audit(const Page& page) {
  Rows rows;
  check_share_tags(page, rows);
  check_image(page, rows);
  check_search_tags(page, rows);
  check_delivery(page, rows);
  Audit result;
  result.rows = rows.take();
  uint32_t most = 0;
  uint32_t earned = 0;
  std::vector<const RowResult*> costly;
  for (const RowResult& row : result.rows) {
    most += row_of(row.id).weight * 10;
    earned += row_of(row.id).weight * tenths_of(row.grade);
    if (lost(row) > 0) costly.push_back(&row);
  }
  // Rounded down: only a page without a finding has 100.
  result.score = earned * 100 / most;
  sort_stably(costly, [](const RowResult* a, const RowResult* b) { return lost(*a) > lost(*b); });
  for (const RowResult* row : costly) {
    if (result.next_steps.size() < kNextSteps) result.next_steps.push_back(row->id);
  }
  result.extracted = extract(page);
  result.cards = previews(page);
  return result;
}

}  // namespace botschaft::site
