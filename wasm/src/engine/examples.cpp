// A rule's examples are tests: the rule must report every bad one and none of the good.
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "check/link_key.h"
#include "engine/effort.h"
#include "engine/engine.h"

namespace botschaft::engine {
namespace {

Network first_network(const pack::Where& where) {
  for (const NetworkFacts& facts : all_networks()) {
    if ((where.networks >> static_cast<int>(facts.network) & 1) != 0) return facts.network;
  }
  return Network::kLinkedin;
}

Kind first_kind(const pack::Where& where) {
  for (const Kind kind : {Kind::kPost, Kind::kComment, Kind::kReply}) {
    if ((where.kinds >> static_cast<int>(kind) & 1) != 0) return kind;
  }
  return Kind::kPost;
}

timing::Moment moment_of(timing::LocalMinute minute) {
  return {minute * 60, minute * 60};
}

// What the example leaves open is chosen so that the rule applies.
check::Context context_of(const pack::Example& example, const pack::Rule& rule) {
  check::Context context;
  context.network = example.network.value_or(first_network(rule.where));
  context.kind = example.kind.value_or(first_kind(rule.where));
  context.language = example.language;
  if (context.language == text::Language::kUndetermined && rule.where.one_language()) {
    context.language = rule.where.german ? text::Language::kGerman : text::Language::kEnglish;
  }
  context.role = example.role;
  if (context.role.empty() && !rule.where.roles.empty()) context.role = rule.where.roles.front();
  if (example.at) context.now = moment_of(*example.at);
  for (const pack::PostedExample& posted : example.posted) {
    check::EarlierPost post{
        posted.network.value_or(context.network), context.kind, moment_of(posted.at), {}, posted.topics, {}};
    if (!posted.item.empty()) post.items.push_back(posted.item);
    for (const std::string& link : posted.links) post.links.push_back(check::link_key(link));
    context.history.push_back(std::move(post));
  }
  for (const timing::LocalMinute worked : example.worked) context.worked.push_back(moment_of(worked));
  timing::add_release(context.release, example.embargo, example.expires);
  if (!example.item.empty()) context.items.push_back(example.item);
  context.topics = example.topics;
  if (example.answer_yes) context.answers.emplace(rule.id, *example.answer_yes);
  context.images = example.images;
  context.videos = example.videos;
  context.media = example.media;
  for (const pack::MediaFacts& item : example.media) {
    ++(item.type == pack::MediaType::kImage ? context.images : context.videos);
  }
  for (const std::string& post : example.last_posts) context.last_posts.push_back({post, false, ""});
  return context;
}

constexpr size_t kQuoteLength = 60;  // user-perceived enough of an example to recognise it, in code points

std::string quote(std::string_view text) {
  size_t end = 0;
  for (size_t i = 0; i < kQuoteLength && end < text.size(); ++i) end += decode(text, end).size;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

Problem missed(const pack::Rule& rule, const std::string& pack, std::string place, const std::string& text,
               bool untimed) {
  Problem problem{"example-failed", pack, std::move(place), {}, {}};
  problem.reason.en = "Rule “" + rule.id + "” does not report its bad example “" + quote(text) + "”.";
  problem.reason.de = "Die Regel „" + rule.id + "“ meldet ihr schlechtes Beispiel „" + quote(text) + "“ nicht.";
  if (untimed) {
    problem.mend.en = "The rule is about time: say when the example is posted, with \"at\".";
    problem.mend.de = "Die Regel hängt von der Zeit ab: Mit \"at\" angeben, wann das Beispiel gepostet wird.";
  } else {
    problem.mend.en =
        "Change the rule so that it finds this, or move the example to \"good\". Conditions in \"where\" and \"when\" "
        "must fit too.";
    problem.mend.de =
        "Die Regel so ändern, dass sie das findet, oder das Beispiel nach \"good\" verschieben. Auch \"where\" und "
        "\"when\" müssen zutreffen.";
  }
  return problem;
}

Problem false_alarm(const pack::Rule& rule, const std::string& pack, std::string place, const std::string& text,
                    const Finding& finding) {
  const std::string found = finding.span ? std::string(finding.span->in(text)) : std::string();
  Problem problem{"example-failed", pack, std::move(place), {}, {}};
  problem.reason.en = "Rule “" + rule.id + "” reports " + (found.empty() ? "" : "“" + quote(found) + "” in ") +
                      "its good example “" + quote(text) + "”.";
  problem.reason.de = "Die Regel „" + rule.id + "“ meldet " + (found.empty() ? "" : "„" + quote(found) + "“ in ") +
                      "ihrem guten Beispiel „" + quote(text) + "“.";
  problem.mend.en = "Add an exception (\"except\"), narrow the rule, or move the example to \"bad\".";
  problem.mend.de =
      "Eine Ausnahme (\"except\") ergänzen, die Regel enger fassen oder das Beispiel nach \"bad\" verschieben.";
  return problem;
}

// Far more than the examples of any guideline: 10,000 rules with six each.
constexpr size_t kMostEffort = 8'000'000;

Problem too_much(const std::string& pack, std::string place) {
  Problem problem{"too-many", pack, std::move(place), {}, {}};
  problem.reason.en = "From here on the examples are too many or too long to try them all.";
  problem.reason.de = "Ab hier sind die Beispiele zu viele oder zu lang, um sie alle zu prüfen.";
  problem.mend.en = "Keep a few short examples for each rule, and name no phrase more than once.";
  problem.mend.de = "Je Regel wenige kurze Beispiele behalten und keinen Ausdruck mehrfach nennen.";
  return problem;
}

// The examples of a topic: drafts that are about it, and drafts that are not. `kind`: what it is called.
struct TopicTrial {
  const std::string& pack;
  const std::string& place;
  const std::string& id;
  LocalizedText kind;
};

template <typename Topic, typename IsAbout>
void run_topic_examples(const check::RuleSet& rules, const Topic& topic, const TopicTrial& trial,
                        const IsAbout& is_about, uint32_t& examples_run, Problems& problems) {
  const auto run = [&](const std::vector<std::string>& examples, bool about) {
    for (size_t number = 0; number < examples.size() && problems.size() < kMaxProblems; ++number) {
      const std::string text = pack::fill_in(examples[number], rules.organisation());
      ++examples_run;
      if (is_about(check::Draft(text, text::Language::kUndetermined)) == about) continue;
      Problem problem{"example-failed", trial.pack, trial.place, {}, {}};
      problem.place += std::string("/examples/") + (about ? "about/" : "notAbout/") + std::to_string(number);
      problem.reason.en = trial.kind.en + " “" + trial.id + "” is " + (about ? "not " : "") + "found in its example “" +
                          quote(text) + "”.";
      problem.reason.de = trial.kind.de + " „" + trial.id + "“ wird in seinem Beispiel „" + quote(text) + "“ " +
                          (about ? "nicht " : "") + "gefunden.";
      problem.mend = {
          "Ausdrücke oder Ausnahmen (\"except\") ändern, oder das Beispiel in die andere Liste verschieben.",
          "Change phrases or exceptions (\"except\"), or move the example to the other list."};
      problems.push_back(std::move(problem));
    }
  };
  run(topic.about, true);
  run(topic.not_about, false);
}

bool contains(const std::vector<uint32_t>& list, uint32_t number) {
  return std::find(list.begin(), list.end(), number) != list.end();
}

// Of topics, those in force: a later pack's takes the place of an earlier one's.
void run_all_topic_examples(const check::RuleSet& rules, std::vector<uint32_t>& examples_run, Problems& problems) {
  for (uint32_t index = 0; index < rules.protected_topics().size(); ++index) {
    const check::CompiledTopic& compiled = rules.protected_topics()[index];
    const pack::ProtectedTopic& topic = compiled.topic;
    run_topic_examples(
        rules, topic,
        {rules.packs()[compiled.pack].id, topic.place, topic.id, {"Das geschützte Thema", "The protected topic"}},
        [&](const check::Draft& draft) { return contains(rules.topics_in(draft), index); }, examples_run[compiled.pack],
        problems);
  }
  const std::vector<pack::Topic>& topics = rules.people().topics;
  for (uint32_t index = 0; index < topics.size(); ++index) {
    const pack::Topic& topic = topics[index];
    uint32_t pack = 0;
    for (uint32_t number = 0; number < rules.packs().size(); ++number) {
      const std::vector<pack::Topic>& own = rules.packs()[number].topics;
      if (std::any_of(own.begin(), own.end(), [&](const pack::Topic& other) { return other.id == topic.id; }))
        pack = number;
    }
    run_topic_examples(
        rules, topic, {rules.packs()[pack].id, topic.place, topic.id, {"Das Thema", "The topic"}},
        [&](const check::Draft& draft) { return contains(rules.subjects_in(draft), index); }, examples_run[pack],
        problems);
  }
}

}  // namespace

Problems run_examples(const check::RuleSet& rules, std::vector<uint32_t>& examples_run) {
  Problems problems;
  Effort effort(kMostEffort);
  for (uint32_t index = 0; index < rules.rules().size(); ++index) {
    const check::CompiledRule& compiled = rules.rules()[index];
    const pack::Rule& rule = compiled.rule;
    const std::string& pack = rules.packs()[compiled.pack].id;
    const auto run = [&](const std::vector<pack::Example>& examples, bool good) {
      for (size_t number = 0; number < examples.size() && problems.size() < kMaxProblems && !effort.is_spent();
           ++number) {
        const pack::Example& example = examples[number];
        const std::string text = pack::fill_in(example.text, rules.organisation());
        check::Context context = context_of(example, rule);
        check::ApprovedTexts approved;
        for (const std::string& caption : example.captions) {
          approved.add_item({});
          approved.add_caption(caption);
        }
        approved.finish();
        context.approved = &approved;
        const check::CheckResult result =
            rules.check_by(index, check::Draft(text, context.language, context.network), context);
        if (result.patterns_failed) continue;  // nothing can be said about a rule of patterns without their engine
        ++examples_run[compiled.pack];
        effort.spend(text.size(), result.occurrences, 1);
        std::string place = rule.place + "/examples/" + (good ? "good/" : "bad/") + std::to_string(number);
        if (good && !result.findings.empty()) {
          problems.push_back(false_alarm(rule, pack, std::move(place), text, result.findings.front()));
        } else if (!good && result.findings.empty()) {
          problems.push_back(
              missed(rule, pack, std::move(place), text, pack::is_about_time(rule.check) && !example.at));
        }
      }
    };
    run(rule.good, true);
    run(rule.bad, false);
    if (!effort.is_spent() || problems.size() >= kMaxProblems) continue;
    problems.push_back(too_much(pack, rule.place + "/examples"));
    break;
  }
  run_all_topic_examples(rules, examples_run, problems);
  return problems;
}

}  // namespace botschaft::engine
