#include "wire/requests.h"

#include <algorithm>
#include <iterator>

#include "check/link_key.h"
#include "wire/media_reader.h"
#include "wire/pack_reader.h"

namespace botschaft::wire {
namespace {

constexpr Limits kId{0, 80};
constexpr Limits kUrl{0, 4000};
constexpr Limits kHash{0, 100};

// A draft may be of any length up to the limit, which is in bytes: it bounds memory, not style.
std::string read_draft(const Node& node) {
  std::string text = node.text(Limits{}).value_or("");
  if (text.size() <= kMaxTextBytes) return text;
  node.problem("too-long", {"Der Entwurf ist größer als 1 MiB.", "The draft is larger than 1 MiB."},
               {"Den Text kürzen.", "Shorten the text."});
  return "";
}

timing::Zone read_zone(const Node& list) {
  std::vector<timing::ZoneTransition> transitions;
  for (const Node& node : list.items({1, 200})) {
    if (!node.expect_object({"at", "offsetMinutes"}, {"at", "offsetMinutes"})) continue;
    const auto at = node.field("at").integer(-4'000'000'000, 40'000'000'000);
    const auto offset = node.field("offsetMinutes").integer(-1080, 1080);
    if (at && offset) transitions.push_back({*at, static_cast<int32_t>(*offset)});
  }
  return timing::Zone(std::move(transitions));
}

std::optional<timing::Moment> read_moment(const Node& node, const timing::Zone& zone) {
  const auto text = node.text(Limits{0, 40});
  if (!text) return std::nullopt;
  const auto moment = timing::parse_moment(*text, zone);
  if (!moment) {
    node.problem("bad-time", {"„" + *text + "“ ist kein Zeitpunkt.", "“" + *text + "” is no point in time."},
                 {"Als JJJJ-MM-TTThh:mm schreiben, mit oder ohne Z oder ±hh:mm am Ende.",
                  "Write it as YYYY-MM-DDThh:mm, with or without Z or ±hh:mm at the end."});
  }
  return moment;
}

// Entries that are broken or in the future are no history: each is set aside with a notice, and the rest counts.
std::vector<check::EarlierPost> read_history(const Node& list, const timing::Zone& zone,
                                             const std::optional<timing::Moment>& now, Report& notices) {
  std::vector<check::EarlierPost> history;
  for (const Node& item : list.items({0, 10'000})) {
    const Node node = item.reporting_to(notices);
    if (!node.expect_object({"network", "at", "kind", "item", "topics", "links"}, {"network", "at"})) continue;
    const auto network = read_network(node.field("network"));
    const auto at = read_moment(node.field("at"), zone);
    const auto kind = node.field("kind").one_of(kKindIds);
    std::string id = node.field("item").text(kId).value_or("");
    if (!network || !at) continue;
    if (now && at->utc > now->utc) {
      node.problem("future-history",
                   {"Dieser frühere Beitrag liegt in der Zukunft und zählt nicht.",
                    "This earlier post lies in the future and does not count."},
                   {"Uhr und Zeitzone prüfen.", "Check the clock and the time zone."});
      continue;
    }
    check::EarlierPost post{*network, static_cast<Kind>(kind.value_or(0)), *at, {}, {}, {}};
    if (!id.empty()) post.items.push_back(std::move(id));
    post.topics = node.field("topics").texts({0, 50}, kId);
    for (const std::string& link : node.field("links").texts({0, 50}, kUrl))
      post.links.push_back(check::link_key(link));
    history.push_back(std::move(post));
  }
  return history;
}

// The texts of earlier posts, which nothing keeps.
std::vector<check::LastPost> read_last_posts(const Node& list) {
  constexpr std::string_view kBy[] = {"self", "colleague"};
  std::vector<check::LastPost> posts;
  for (const Node& node : list.items({0, kMaxLastPosts})) {
    if (!node.expect_object({"text", "by", "id"}, {"text"})) continue;
    posts.push_back({node.field("text").text(Limits{0, 20'000}).value_or(""), node.field("by").one_of(kBy) == 1,
                     node.field("id").text(Limits{0, 200}).value_or("")});
  }
  return posts;
}

std::vector<check::GivenApproval> read_approvals(const Node& list) {
  constexpr int64_t kLatest = 40'000'000'000;
  std::vector<check::GivenApproval> approvals;
  for (const Node& node : list.items({0, 100})) {
    if (!node.expect_object({"by", "textHash", "network", "decision", "from", "until"},
                            {"by", "textHash", "network", "decision", "from", "until"}))
      continue;
    check::GivenApproval given;
    given.by = node.field("by").text(kId).value_or("");
    given.text_hash = node.field("textHash").text(kHash).value_or("");
    given.network = read_network(node.field("network")).value_or(Network::kLinkedin);
    given.decision = static_cast<check::Decision>(node.field("decision").one_of(check::kDecisionIds).value_or(0));
    given.from = node.field("from").integer(0, kLatest).value_or(0);
    given.until = node.field("until").integer(0, kLatest).value_or(0);
    approvals.push_back(std::move(given));
  }
  return approvals;
}

// Read but not looked at further: the caller's own name for the request.
void accept_id(const Node& node) {
  const Node id = node.field("id");
  if (!id.present() || !id.json().is_integer() || id.json().integer() == INT64_MAX) (void)id.text(Limits{0, 200});
}

std::string read_web_address(const Node& node) {
  std::string url = node.text(kUrl).value_or("");
  const bool web = url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0;
  if (!url.empty() && (!web || url.find_first_of(" \t\r\n") != std::string::npos)) {
    node.problem("bad-url", {"Das ist keine Web-Adresse.", "This is no web address."},
                 {"Eine vollständige Adresse angeben, die mit https:// beginnt.",
                  "Give a whole address that begins with https://."});
  }
  return url;
}

// What the requests about a draft have in common; gives the draft.
std::string read_circumstances(const Node& node, check::Context& context, Problems& set_aside) {
  accept_id(node);
  context.network = read_network(node.field("network")).value_or(Network::kLinkedin);
  context.kind = static_cast<Kind>(node.field("kind").one_of(kKindIds).value_or(0));
  constexpr std::string_view kLanguages[] = {"auto", "de", "en"};
  context.language = static_cast<text::Language>(node.field("lang").one_of(kLanguages).value_or(0));
  context.ui_language = read_ui_language(node);
  context.role = node.field("role").text(kId).value_or("");
  context.jurisdictions = read_bits(node.field("jurisdictions"), pack::kJurisdictionIds, 0);
  if (auto item = node.field("item").text(kId); item && !item->empty()) context.items.push_back(std::move(*item));
  context.topics = node.field("topics").texts({0, 50}, kId);
  context.zone = read_zone(node.field("zone"));
  context.person_zone = read_zone(node.field("personZone"));
  context.now = read_moment(node.field("now"), context.zone);
  Report notices;
  context.history = read_history(node.field("history"), context.zone, context.now, notices);
  set_aside = std::move(notices.problems);
  const Node worked = node.field("worked");
  for (const Node& work : worked.items({0, 1000})) {
    if (const auto at = read_moment(work, context.zone)) context.worked.push_back(*at);
  }
  return read_draft(node.field("text"));
}

}  // namespace

UiLanguage read_ui_language(const Node& root) {
  return root.field("uiLang").one_of(kLanguageIds) == 0 ? UiLanguage::kGerman : UiLanguage::kEnglish;
}

CheckRequest read_check_request(const Node& node) {
  CheckRequest request;
  if (!node.expect_object({"op",     "id",       "text",      "network", "kind",        "lang",          "uiLang",
                           "role",   "item",     "topics",    "now",     "zone",        "personZone",    "history",
                           "worked", "answers",  "images",    "videos",  "media",       "jurisdictions", "lastPosts",
                           "tone",   "textHash", "approvals", "limit",   "alsoCounted", "before"},
                          {"text"})) {
    return request;
  }
  check::Context& context = request.context;
  request.text = read_circumstances(node, context, request.notices);
  if (const Node answers = node.field("answers"); answers.present()) {
    if (!answers.json().is_object()) {
      answers.wrong_type("an object", "ein Objekt");
    } else {
      for (const Value& entry : answers.json()) {
        constexpr std::string_view kAnswers[] = {"yes", "no"};
        if (const auto answer = answers.field(entry.key()).one_of(kAnswers))
          context.answers.emplace(entry.key(), *answer == 0);
      }
    }
  }
  context.images = static_cast<uint32_t>(node.field("images").integer(0, 100).value_or(0));
  context.videos = static_cast<uint32_t>(node.field("videos").integer(0, 100).value_or(0));
  context.limit = static_cast<uint32_t>(node.field("limit").integer(1, 1'000'000).value_or(0));
  context.also_counted = static_cast<uint32_t>(node.field("alsoCounted").integer(0, 1'000'000).value_or(0));
  constexpr std::string_view kTone[] = {"profile", "explain"};
  const auto tone = node.field("tone").one_of(kTone);
  context.tone = tone.has_value();
  request.explain_tone = tone == 1;
  context.text_hash = node.field("textHash").text(kHash).value_or("");
  context.approvals = read_approvals(node.field("approvals"));
  context.media = read_media(node.field("media"));
  uint32_t told[2] = {};
  for (const pack::MediaFacts& item : context.media) ++told[static_cast<size_t>(item.type)];
  context.images = std::max(context.images, told[0]);
  context.videos = std::max(context.videos, told[1]);
  context.last_posts = read_last_posts(node.field("lastPosts"));
  context.before = node.field("before").texts({0, 100}, {0, 20'000});
  return request;
}

PlanRequest read_plan_request(const Node& node) {
  PlanRequest request;
  if (!node.expect_object({"op",   "id",     "text",   "network", "kind",       "lang",    "uiLang", "role",
                           "item", "topics", "now",    "zone",    "personZone", "history", "worked", "jurisdictions",
                           "days", "count",  "spread", "person",  "ics"},
                          {"now"})) {
    return request;
  }
  check::Context& context = request.context;
  request.text = read_circumstances(node, context, request.notices);
  // A plan is about instants: where no zone is given, the offset of now holds on.
  if (context.now && !context.zone.known())
    context.zone = timing::Zone({{0, static_cast<int32_t>((context.now->local - context.now->utc) / 60)}});
  request.wish.days = static_cast<int32_t>(node.field("days").integer(1, timing::kPlanningDays).value_or(14));
  request.wish.count = static_cast<size_t>(node.field("count").integer(1, 50).value_or(5));
  request.wish.spread = node.field("spread").boolean().value_or(false);
  const std::string person = node.field("person").text(Limits{0, 200}).value_or("");
  const std::string item = context.items.empty() ? "" : context.items.front();
  if (!person.empty()) request.wish.seed = timing::seed_of({person, item, facts_of(context.network).id});
  const Node ics = node.field("ics");
  if (!ics.present() || !ics.expect_object({"summary", "description", "url", "minutes", "alarmMinutes"}, {"summary"}))
    return request;
  request.as_calendar = true;
  request.appointment.summary = ics.field("summary").text(Limits{1, 300}).value_or("");
  request.appointment.description = ics.field("description").text(Limits{0, 5000}).value_or("");
  request.appointment.url = read_web_address(ics.field("url"));
  request.appointment.minutes = static_cast<int32_t>(ics.field("minutes").integer(1, 1440).value_or(15));
  request.alarm_minutes = static_cast<int32_t>(ics.field("alarmMinutes").integer(0, 10'080).value_or(-1));
  return request;
}

SimilarRequest read_similar_request(const Node& node) {
  SimilarRequest request;
  if (!node.expect_object({"op", "id", "uiLang", "text", "lastPosts", "min", "limit"}, {"text"})) return request;
  accept_id(node);
  request.text = read_draft(node.field("text"));
  request.last_posts = read_last_posts(node.field("lastPosts"));
  request.min_percent = static_cast<uint32_t>(node.field("min").integer(60, 100).value_or(80));
  request.limit = static_cast<size_t>(node.field("limit").integer(1, 100).value_or(10));
  return request;
}

SuggestRequest read_suggest_request(const Node& node) {
  SuggestRequest request;
  if (!node.expect_object({"op", "id", "uiLang", "text", "page", "query", "network", "lang", "department", "topics",
                           "filter", "now", "zone", "history", "limit"})) {
    return request;
  }
  accept_id(node);
  request.text = read_draft(node.field("text"));
  if (const Node page = node.field("page"); page.present() && page.expect_object({"url", "title", "description"})) {
    request.page_url = page.field("url").text(kUrl).value_or("");
    request.page_title = page.field("title").text(Limits{0, 2000}).value_or("");
    request.page_description = page.field("description").text(kUrl).value_or("");
  }
  request.query = node.field("query").text(Limits{0, 300}).value_or("");
  request.wish.network = read_network(node.field("network"));
  if (const auto language = node.field("lang").one_of(kLanguageIds)) {
    request.wish.language = *language == 0 ? text::Language::kGerman : text::Language::kEnglish;
  }
  request.department = node.field("department").text(kId).value_or("");
  request.topics = node.field("topics").texts({0, 50}, kId);
  if (const Node filter = node.field("filter"); filter.present() && filter.expect_object({"topic", "department"})) {
    request.only_topic = filter.field("topic").text(kId).value_or("");
    request.only_department = filter.field("department").text(kId).value_or("");
  }
  const timing::Zone zone = read_zone(node.field("zone"));
  const auto now = read_moment(node.field("now"), zone);
  if (now) request.wish.now = now->minute();
  Report notices;
  for (check::EarlierPost& entry : read_history(node.field("history"), zone, now, notices)) {
    std::move(entry.items.begin(), entry.items.end(), std::back_inserter(request.shared));
  }
  request.notices = std::move(notices.problems);
  request.wish.limit = static_cast<size_t>(node.field("limit").integer(1, 100).value_or(10));
  return request;
}

content::Wish SuggestRequest::view() const {
  content::Wish view = wish;
  view.draft = text;
  view.page_url = page_url;
  view.page_title = page_title;
  view.page_description = page_description;
  view.query = query;
  view.department = department;
  view.topics.assign(topics.begin(), topics.end());
  view.only_topic = only_topic;
  view.only_department = only_department;
  view.shared.assign(shared.begin(), shared.end());
  return view;
}

IntentRequest read_intent_request(const Node& node) {
  IntentRequest request;
  if (!node.expect_object({"op", "id", "network", "item", "url", "text", "tagged", "uiLang"}, {"network"}))
    return request;
  accept_id(node);
  request.network = read_network(node.field("network")).value_or(Network::kLinkedin);
  request.item = node.field("item").text(kId).value_or("");
  request.tagged = node.field("tagged").boolean().value_or(false);
  request.text = read_draft(node.field("text"));
  request.url = read_web_address(node.field("url"));
  return request;
}

std::string read_approval_text_request(const Node& node) {
  if (!node.expect_object({"op", "id", "text", "uiLang"}, {"text"})) return "";
  accept_id(node);
  return read_draft(node.field("text"));
}

AnalyzeRequest read_analyze_request(const Node& node) {
  AnalyzeRequest request;
  if (!node.expect_object({"op", "id", "text", "network", "uiLang"}, {"text"})) return request;
  accept_id(node);
  request.text = read_draft(node.field("text"));
  request.network = read_network(node.field("network")).value_or(Network::kLinkedin);
  return request;
}

}  // namespace botschaft::wire
