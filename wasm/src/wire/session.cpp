#include "wire/session.h"

#include <algorithm>
#include <array>
#include <optional>

#include "wire/answers.h"
#include "wire/document.h"
#include "wire/holidays_reader.h"
#include "wire/lexicon_reader.h"
#include "wire/library_reader.h"
#include "wire/pack_reader.h"
#include "wire/parsed_request.h"
#include "wire/plan_answer.h"
#include "wire/requests.h"
#include "wire/similar_answer.h"

namespace botschaft::wire {
namespace {

constexpr std::string_view kOps[] = {"loadPacks", "loadLibrary",  "loadLexicon", "validate",
                                     "check",     "similar",      "suggest",     "intent",
                                     "analyze",   "approvalText", "plan",        "loadHolidays"};

// Of all packs together; each pack may have as many.
constexpr size_t kMaxRules = 20'000;

Problem too_many_rules() {
  const std::string most = std::to_string(kMaxRules);
  return {
      "too-many",
      "",
      "/packs",
      {"Zusammen haben die Packs mehr als " + most + " Regeln.",
       "Together the packs have more than " + most + " rules."},
      {"Regeln zusammenfassen: Eine Regel kann viele Ausdrücke haben.", "Join rules: one rule can have many phrases."}};
}

struct PacksRequest {
  std::vector<pack::Pack> packs;
  bool examples_passed = false;
};

// Only loading may skip the examples: validating is there to run them.
Result<PacksRequest> read_packs(const Value& request, bool loading) {
  Report report;
  const Node root(&request, report);
  const bool complete = loading ? root.expect_object({"op", "uiLang", "packs", "examplesPassed"}, {"packs"})
                                : root.expect_object({"op", "uiLang", "packs"}, {"packs"});
  if (!complete) return std::move(report.problems);
  PacksRequest read;
  read.examples_passed = root.field("examplesPassed").boolean().value_or(false);
  const Node list = root.field("packs");
  const std::vector<Node> nodes = list.items({0, 20});
  Problems problems = std::move(report.problems);
  size_t rules = 0;
  for (const Node& node : nodes) {
    const Value* of_pack = node.json().is_object() ? node.json().find("rules") : nullptr;
    if (of_pack != nullptr) rules += of_pack->size();
  }
  if (rules > kMaxRules && nodes.size() > 1) return too_many_rules();
  for (size_t number = 0; number < nodes.size(); ++number) {
    Result<pack::Pack> pack =
        read_pack(nodes[number].json(), number, read.examples_passed ? Examples::kSkip : Examples::kRead);
    if (pack.ok())
      read.packs.push_back(std::move(pack.value()));
    else
      problems.insert(problems.end(), pack.problems().begin(), pack.problems().end());
  }
  if (problems.size() > kMaxProblems) problems.resize(kMaxProblems);
  if (!problems.empty()) return problems;
  return read;
}

Problem unknown_item(const std::string& item) {
  return {"unknown-item",
          "",
          "/item",
          {"Die Bibliothek hat keinen Inhalt „" + item + "“.", "The library has no item “" + item + "”."},
          {"Die Inhalte neu laden.", "Load the content again."}};
}

Json answer_intent(const engine::Engine& engine, const IntentRequest& request, UiLanguage language) {
  const content::Library& library = engine.shelf().library();
  if (request.item.empty()) {
    content::Item page;
    page.url = request.url;
    const bool tagged = request.tagged && !request.url.empty();
    return intent_answer(content::make_intent(
        request.network, request.text, tagged ? content::tagged_url(page, library, request.network) : request.url));
  }
  for (const content::Item& item : library.items) {
    if (item.id != request.item) continue;
    return intent_answer(
        content::make_intent(request.network, request.text, content::tagged_url(item, library, request.network)));
  }
  return failure({unknown_item(request.item)}, language);
}

Json answer_validate(const engine::Engine& engine, const Value& request, UiLanguage language) {
  Result<PacksRequest> read = read_packs(request, false);
  if (!read.ok()) return failure(read.problems(), language);
  const Result<std::vector<engine::PackReport>> reports = engine.validate(read.value().packs);
  if (!reports.ok()) return failure(reports.problems(), language);
  uint32_t rules = 0;
  uint32_t examples = 0;
  for (const engine::PackReport& report : reports.value()) {
    rules += report.rules;
    examples += report.examples;
  }
  Json json{{"ok", true}};
  json["packs"] = pack_summaries(check::RuleSet(std::move(read.value().packs)), reports.value(), language);
  json["rules"] = rules;
  json["examples"] = examples;
  return json;
}

void note_unknown_holidays(const engine::Engine& engine, const check::Context& context, Problems& notices) {
  if (!context.now || engine.knows_holidays_on(timing::day_of(context.now->minute()))) return;
  notices.push_back(
      {"holidays-unknown",
       "",
       "/now",
       {"Für diesen Tag sind keine gesetzlichen Feiertage bekannt.", "No public holidays are known for this day."},
       {"Uhr prüfen oder Botschaft aktualisieren.", "Check the clock, or update Botschaft."}});
}

Json answer_asking(const engine::Engine& engine, std::string_view op, const Value& request, Problems notices,
                   UiLanguage language) {
  if (op == "validate") return answer_validate(engine, request, language);
  Report report;
  const Node root(&request, report);
  Json answer;
  if (op == "check") {
    CheckRequest parsed = read_check_request(root);
    if (report.problems.empty()) {
      notices.insert(notices.end(), parsed.notices.begin(), parsed.notices.end());
      parsed.context.approved = &engine.approved();
      const check::Draft draft(parsed.text, parsed.context.language, parsed.context.network);
      engine.add_content_facts(draft, parsed.context);
      note_unknown_holidays(engine, parsed.context, notices);
      answer = check_answer(engine.rules(), draft, parsed.context, engine.rules().check(draft, parsed.context), notices,
                            parsed.explain_tone);
    }
  } else if (op == "plan") {
    PlanRequest parsed = read_plan_request(root);
    if (report.problems.empty()) {
      notices.insert(notices.end(), parsed.notices.begin(), parsed.notices.end());
      const check::Draft draft(parsed.text, parsed.context.language, parsed.context.network);
      engine.add_content_facts(draft, parsed.context);
      note_unknown_holidays(engine, parsed.context, notices);
      answer = plan_answer(engine.rules(), draft, parsed, notices);
    }
  } else if (op == "similar") {
    const SimilarRequest parsed = read_similar_request(root);
    if (report.problems.empty()) answer = similar_answer(engine, parsed, language);
  } else if (op == "suggest") {
    const SuggestRequest parsed = read_suggest_request(root);
    if (report.problems.empty()) {
      const content::Wish wish = parsed.view();
      answer = suggest_answer(engine.shelf().suggest(wish), parsed.notices, language);
      const pack::Website* website = website_of(engine.rules());
      if (!parsed.page_url.empty())
        answer["page"] =
            page_answer(engine.shelf().page(wish, website != nullptr ? website->internal : std::vector<std::string>{}));
    }
  } else if (op == "intent") {
    const IntentRequest parsed = read_intent_request(root);
    if (report.problems.empty()) answer = answer_intent(engine, parsed, language);
  } else if (op == "approvalText") {
    const std::string text = read_approval_text_request(root);
    if (report.problems.empty()) answer = Json{{"ok", true}, {"text", check::approved_form(text)}};
  } else {
    const AnalyzeRequest parsed = read_analyze_request(root);
    if (report.problems.empty()) answer = analyze_answer(parsed.text, parsed.network);
  }
  return report.problems.empty() ? std::move(answer) : failure(report.problems, language);
}

struct Head {
  std::string_view op;
  UiLanguage language = UiLanguage::kEnglish;
  Problems problems;
};

bool is_loading(std::string_view op) {
  return op.substr(0, 4) == "load";
}

bool brings_untried_packs(std::string_view op, const Value& request) {
  if (op == "validate") return true;
  const Value* passed = request.find("examplesPassed");
  return op == "loadPacks" && (passed == nullptr || !passed->is_boolean() || !passed->boolean());
}

// Keys that come twice are gone from the request's values, so its text names them.
Problems repeated_keys(const ParsedRequest& parsed) {
  return parsed.json.has_repeated_keys() ? find_duplicate_keys(parsed.text, "") : Problems();
}

Head read_head(const ParsedRequest& parsed) {
  const Value& request = parsed.json.root();
  Report report;
  const Node root(&request, report);
  Head head;
  head.language = read_ui_language(root);
  const Node op = root.field("op");
  if (!op.present()) {
    root.problem(
        "missing-key", {"„op“ fehlt.", "“op” is missing."},
        {"Sagen, was zu tun ist, zum Beispiel \"op\": \"check\".", "Say what to do, for example \"op\": \"check\"."});
  } else if (const auto number = op.one_of(kOps)) {
    head.op = kOps[*number];
  }
  head.problems = std::move(report.problems);
  if (head.problems.empty() && brings_untried_packs(head.op, request))
    head.problems = in_packs(repeated_keys(parsed), request);
  return head;
}

// What people who write requests by hand want to know, and programs need not: keys that come twice, and a role that the
// packs do not have, whose rules would be silent.
Problems problems_of_line(const engine::Engine& engine, const ParsedRequest& parsed) {
  Problems problems = repeated_keys(parsed);
  const Value& request = parsed.json.root();
  const Value* role = request.find("role");
  if (role == nullptr || !role->is_string()) return problems;
  std::string known;
  for (const pack::Pack& pack : engine.rules().packs()) {
    for (const pack::Role& named : pack.roles) {
      if (named.id == role->string()) return problems;
      known.append(known.empty() ? "" : ", ").append(named.id);
    }
  }
  if (known.empty()) return problems;
  const std::string name = shortened(role->string());
  problems.push_back(
      {"unknown-role",
       "",
       "/role",
       {"Die Leitlinie kennt keine Rolle „" + name + "“.", "The guideline knows no role “" + name + "”."},
       {"Eine von diesen nehmen: " + known + ".", "Use one of: " + known + "."}});
  return problems;
}

Problem not_now() {
  return {"not-now",
          "",
          "/op",
          {"Hier kann nur gefragt, nichts geladen werden.", "This only answers; it loads nothing."},
          {"Packs und Bibliothek vorher laden.", "Load packs and library before."}};
}

}  // namespace

std::string_view version() {
  return BOTSCHAFT_VERSION;
}

Json Session::answer_loading(std::string_view op, const Value& request, UiLanguage language) {
  if (op == "loadPacks") {
    Result<PacksRequest> read = read_packs(request, true);
    if (!read.ok()) return failure(read.problems(), language);
    const Result<std::vector<engine::PackReport>> reports =
        engine_.load_packs(std::move(read.value().packs), read.value().examples_passed);
    if (!reports.ok()) return failure(reports.problems(), language);
    Json json{{"ok", true}};
    json["packs"] = pack_summaries(engine_.rules(), reports.value(), language);
    json.update(pack_choices(engine_.rules(), language));
    return json;
  }
  Report report;
  const Node root(&request, report);
  if (op == "loadLexicon") {
    (void)root.expect_object({"op", "uiLang", "lexicon"}, {"lexicon"});
    if (!report.problems.empty()) return failure(report.problems, language);
    Result<tone::Lexicon> lexicon = read_lexicon(root.field("lexicon").json());
    if (!lexicon.ok()) return failure(lexicon.problems(), language);
    const size_t words = lexicon.value().size();
    engine_.load_lexicon(std::move(lexicon.value()));
    return Json{{"ok", true}, {"words", words}};
  }
  if (op == "loadHolidays") {
    (void)root.expect_object({"op", "uiLang", "holidays"}, {"holidays"});
    if (!report.problems.empty()) return failure(report.problems, language);
    Result<timing::HolidayTable> table = read_holidays(root.field("holidays").json());
    if (!table.ok()) return failure(table.problems(), language);
    const size_t regions = table.value().regions.size();
    engine_.load_holidays(std::move(table.value()));
    return Json{{"ok", true}, {"regions", regions}};
  }
  (void)root.expect_object({"op", "uiLang", "library"}, {"library"});
  if (!report.problems.empty()) return failure(report.problems, language);
  Result<ReadLibrary> read = read_library(root.field("library").json());
  if (!read.ok()) return failure(read.problems(), language);
  engine_.load_library(std::move(read.value().library));
  return library_answer(engine_.shelf().library(), read.value().left_out, language);
}

Reply Session::call(std::string_view request) {
  ParsedRequest parsed(request);
  if (parsed.problem) return parsed.refusal();
  const Value& root = parsed.json.root();
  Head head = read_head(parsed);
  if (!head.problems.empty()) return reply_to(root, failure(head.problems, head.language));
  if (is_loading(head.op)) return reply_to(root, answer_loading(head.op, root, head.language));
  return reply_to(root, answer_asking(engine_, head.op, root, std::move(parsed.notices), head.language));
}

Reply Session::ask(std::string_view request, const Value* defaults) const {
  ParsedRequest parsed(request);
  if (parsed.problem) return parsed.refusal(defaults);
  if (defaults != nullptr) parsed.json.fill_in(*defaults);
  const Value& root = parsed.json.root();
  Head head = read_head(parsed);
  if (is_loading(head.op)) head.problems.push_back(not_now());
  if (defaults != nullptr && head.problems.empty()) head.problems = problems_of_line(engine_, parsed);
  if (!head.problems.empty()) return reply_to(root, failure(head.problems, head.language));
  return reply_to(root, answer_asking(engine_, head.op, root, std::move(parsed.notices), head.language));
}

}  // namespace botschaft::wire
