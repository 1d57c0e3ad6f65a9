// The requests of shared/schema/protocol.schema.json, read and checked.
#pragma once

#include <string>
#include <vector>

#include "check/draft.h"
#include "content/suggest.h"
#include "timing/calendar_file.h"
#include "timing/plan.h"
#include "wire/document.h"

namespace botschaft::wire {

// The longest draft, in bytes of UTF-8. Ten times the longest post that any network takes.
inline constexpr size_t kMaxTextBytes = 1 << 20;

// The most earlier posts that a draft is compared with.
inline constexpr size_t kMaxLastPosts = 200;

struct CheckRequest {
  std::string text;
  check::Context context;
  bool explain_tone = false;
  Problems notices;  // input that was set aside
};

struct PlanRequest {
  std::string text;
  check::Context context;
  timing::PlanWish wish;
  bool as_calendar = false;         // the answer has a calendar file, too
  timing::Appointment appointment;  // what each slot is called there
  int32_t alarm_minutes = -1;
  Problems notices;
};

struct SuggestRequest {
  std::string text;
  std::string page_url;
  std::string page_title;
  std::string page_description;
  std::string query;
  std::string department;
  std::vector<std::string> topics;
  std::string only_topic;
  std::string only_department;
  std::vector<std::string> shared;
  content::Wish wish;  // its views point into this object: see view()
  Problems notices;

  // The wish with its views set.
  [[nodiscard]] content::Wish view() const;
};

struct SimilarRequest {
  std::string text;
  std::vector<check::LastPost> last_posts;
  uint32_t min_percent = 80;
  size_t limit = 10;
};

struct IntentRequest {
  Network network = Network::kLinkedin;
  std::string item;
  bool tagged = false;  // the library's link tags go on the address
  std::string url;
  std::string text;
};

struct AnalyzeRequest {
  std::string text;
  Network network = Network::kLinkedin;
};

// Each reports what is wrong to the node's report.
[[nodiscard]] CheckRequest read_check_request(const Node& node);
[[nodiscard]] PlanRequest read_plan_request(const Node& node);
[[nodiscard]] SimilarRequest read_similar_request(const Node& node);
[[nodiscard]] SuggestRequest read_suggest_request(const Node& node);
[[nodiscard]] IntentRequest read_intent_request(const Node& node);
[[nodiscard]] AnalyzeRequest read_analyze_request(const Node& node);
[[nodiscard]] std::string read_approval_text_request(const Node& node);
[[nodiscard]] UiLanguage read_ui_language(const Node& root);

}  // namespace botschaft::wire
