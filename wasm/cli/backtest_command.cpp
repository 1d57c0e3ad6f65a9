// What a guideline would have said about posts that are out already, and what another one says differently.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "base/utf8.h"
#include "commands.h"
#include "files.h"
#include "session_setup.h"

namespace botschaft::cli {
namespace {

struct Post {
  std::string id;  // of the post, or the number of its line
  Json request;
};

struct Sample {
  std::string post;
  std::string words;  // what the rule found; empty where it is about the whole post
};

// What one rule said about all posts.
struct Tally {
  std::string title;
  std::string level;
  size_t findings = 0;
  std::set<size_t> posts;
  std::vector<Sample> samples;  // of different posts
};

// What one guideline said.
struct Outcome {
  std::map<std::string, Tally> rules;
  std::map<std::string, size_t> verdicts;
};

constexpr const char* kVerdicts[] = {"block", "warn", "ask", "hint", "clean"};

Problem bad_line(const std::string& file, size_t line, LocalizedText reason) {
  return {"bad-post",
          file,
          "line " + std::to_string(line),
          std::move(reason),
          {"Je Zeile ein JSON-Objekt mit \"text\" schreiben.", "Write one JSON object with \"text\" in each line."}};
}

// Posts that are half there are told and left out; the others still tell something.
Result<std::vector<Post>> read_posts(const BacktestOptions& options, Problems& notices) {
  Result<std::string> content = read_file(options.posts);
  if (!content.ok()) return content.problems();
  const std::string all = repair(content.value());
  std::vector<Post> posts;
  size_t line = 0;
  for (size_t begin = 0; begin < all.size();) {
    const size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view written = std::string_view(all).substr(begin, end - begin);
    begin = end + 1;
    ++line;
    if (written.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Json request = Json::parse(written, nullptr, false);
    if (!request.is_object()) {
      notices.push_back(bad_line(options.posts, line, {"Das ist kein JSON-Objekt.", "This is no JSON object."}));
      continue;
    }
    const auto text = request.find("text");
    if (text == request.end() || !text->is_string()) {
      notices.push_back(bad_line(options.posts, line, {"„text“ fehlt.", "“text” is missing."}));
      continue;
    }
    Post post;
    const auto id = request.find("id");
    if (id != request.end() && id->is_string())
      post.id = id->get<std::string>();
    else
      post.id = "line " + std::to_string(line);
    request["op"] = "check";
    request["uiLang"] = options.ui_language;
    request.erase("id");
    if (request.find("network") == request.end()) request["network"] = options.network;
    post.request = std::move(request);
    posts.push_back(std::move(post));
  }
  if (posts.empty()) {
    Problems problems = std::move(notices);
    problems.push_back(
        {"no-posts",
         options.posts,
         "",
         {"Hier steht kein Beitrag.", "There is no post in here."},
         {"Je Zeile ein JSON-Objekt mit \"text\" schreiben.", "Write one JSON object with \"text\" in each line."}});
    return problems;
  }
  return posts;
}

// `start` and `end` in UTF-16 units.
std::string slice(const std::string& text, size_t start, size_t end) {
  std::string out;
  size_t utf16 = 0;
  for (size_t at = 0; at < text.size() && utf16 < end;) {
    const CodePoint point = decode(text, at);
    if (utf16 >= start) append_utf8(out, point.value == '\n' || point.value == '\r' ? U' ' : point.value);
    utf16 += point.value >= 0x10000 ? 2 : 1;
    at += point.size;
  }
  return out;
}

std::string shortened(const std::string& words) {
  constexpr size_t kLongest = 60;  // code points
  std::string out;
  size_t count = 0;
  for (size_t at = 0; at < words.size(); ++count) {
    if (count == kLongest) return out + "…";
    const CodePoint point = decode(words, at);
    out += words.substr(at, point.size);
    at += point.size;
  }
  return out;
}

Result<Outcome> outcome_of(const std::vector<std::string>& packs, const std::vector<Post>& posts,
                           const BacktestOptions& options, std::vector<bool>& refused, Problems& notices) {
  wire::Session session;
  if (!load_packs(session, packs, options.ui_language)) return Problems{};
  Outcome outcome;
  for (size_t number = 0; number < posts.size(); ++number) {
    if (refused[number]) continue;
    const wire::Reply reply = session.ask(posts[number].request.dump());
    const Json answer = Json::parse(reply.json);
    if (!reply.ok) {
      refused[number] = true;
      for (const Json& problem : answer["problems"]) {
        const auto text = [&](const char* key) {
          const auto found = problem.find(key);
          return found != problem.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        notices.push_back({text("code"),
                           options.posts + " " + posts[number].id,
                           text("place"),
                           {text("reason"), text("reason")},
                           {text("mend"), text("mend")}});
      }
      continue;
    }
    ++outcome.verdicts[reply.verdict];
    const std::string text = posts[number].request["text"].get<std::string>();
    for (const Json& finding : answer["findings"]) {
      Tally& tally = outcome.rules[finding["rule"].get<std::string>()];
      tally.title = finding["title"].get<std::string>();
      tally.level = finding["level"].get<std::string>();
      ++tally.findings;
      if (!tally.posts.insert(number).second || tally.samples.size() >= options.examples) continue;
      const auto start = finding.find("start");
      tally.samples.push_back(
          {posts[number].id,
           start == finding.end() ? "" : shortened(slice(text, start->get<size_t>(), finding["end"].get<size_t>()))});
    }
  }
  return outcome;
}

// Rules by how many posts they speak up in, busiest first.
Json to_json(const Outcome& outcome, const std::optional<Outcome>& against, const std::vector<Post>& posts,
             size_t examples) {
  Json json{{"ok", true}};
  size_t total = 0;
  json["verdicts"] = Json::object();
  for (const char* verdict : kVerdicts) {
    const auto of = [&](const Outcome& from) {
      const auto found = from.verdicts.find(verdict);
      return found == from.verdicts.end() ? size_t{0} : found->second;
    };
    total += of(outcome);
    json["verdicts"][verdict] = Json{{"posts", of(outcome)}};
    if (against) json["verdicts"][verdict]["before"] = of(*against);
  }
  json["posts"] = total;
  std::set<std::string> names;
  for (const auto& [rule, tally] : outcome.rules) names.insert(rule);
  if (against) {
    for (const auto& [rule, tally] : against->rules) names.insert(rule);
  }
  std::vector<Json> rules;
  const Tally silent;
  for (const std::string& name : names) {
    const auto found = outcome.rules.find(name);
    const Tally& now = found == outcome.rules.end() ? silent : found->second;
    Json rule{{"rule", name}};
    const Tally* described = &now;
    std::vector<size_t> gained;
    std::vector<size_t> lost;
    if (against) {
      const auto earlier = against->rules.find(name);
      const Tally& before = earlier == against->rules.end() ? silent : earlier->second;
      if (now.posts.empty()) described = &before;
      std::set_difference(now.posts.begin(), now.posts.end(), before.posts.begin(), before.posts.end(),
                          std::back_inserter(gained));
      std::set_difference(before.posts.begin(), before.posts.end(), now.posts.begin(), now.posts.end(),
                          std::back_inserter(lost));
    }
    rule["title"] = described->title;
    rule["level"] = described->level;
    rule["posts"] = now.posts.size();
    rule["findings"] = now.findings;
    if (against) {
      const auto named = [&](const std::vector<size_t>& numbers) {
        Json list = Json::array();
        for (size_t i = 0; i < numbers.size() && i < examples; ++i) list.push_back(posts[numbers[i]].id);
        return Json{{"posts", numbers.size()}, {"examples", std::move(list)}};
      };
      rule["gained"] = named(gained);
      rule["lost"] = named(lost);
    }
    rule["examples"] = Json::array();
    for (const Sample& sample : now.samples) {
      Json example{{"post", sample.post}};
      if (!sample.words.empty()) example["words"] = sample.words;
      rule["examples"].push_back(std::move(example));
    }
    rules.push_back(std::move(rule));
  }
  std::stable_sort(rules.begin(), rules.end(), [](const Json& a, const Json& b) { return a["posts"] > b["posts"]; });
  json["rules"] = rules;
  return json;
}

std::string change_text(const Json& change, const char* sign) {
  std::string out = std::string("    ") + sign + change["posts"].dump() + ":";
  for (const Json& post : change["examples"]) out += " " + post.get<std::string>();
  return out + (change["posts"] > change["examples"].size() ? " …\n" : "\n");
}

std::string to_text(const Json& answer) {
  std::string out = answer["posts"].dump() + " posts:";
  const char* separator = " ";
  for (const auto& verdict : answer["verdicts"].items()) {
    out += separator + verdict.key() + " " + verdict.value()["posts"].dump();
    if (const auto before = verdict.value().find("before"); before != verdict.value().end())
      out += " (before " + before->dump() + ")";
    separator = ", ";
  }
  out += "\n";
  for (const Json& rule : answer["rules"]) {
    out += "\n" + rule["rule"].get<std::string>() + " (" + rule["level"].get<std::string>() + ", " +
           rule["title"].get<std::string>() + "): in " + rule["posts"].dump() + " of " + answer["posts"].dump() +
           " posts, " + rule["findings"].dump() + " findings\n";
    for (const Json& example : rule["examples"]) {
      const auto words = example.find("words");
      out += "    " + example["post"].get<std::string>();
      if (words != example.end()) out += ": " + words->get<std::string>();
      out += "\n";
    }
    if (const auto gained = rule.find("gained"); gained != rule.end()) {
      if ((*gained)["posts"] != 0) out += change_text(*gained, "+");
      if (rule["lost"]["posts"] != 0) out += change_text(rule["lost"], "-");
    }
  }
  return out;
}

}  // namespace

int run_backtest(const BacktestOptions& options) {
  Problems notices;
  const Result<std::vector<Post>> posts = read_posts(options, notices);
  if (!posts.ok()) {
    print_problems(posts.problems(), options.ui_language);
    return kExitBadInput;
  }
  std::vector<bool> refused(posts.value().size(), false);
  std::optional<Outcome> before;
  if (!options.against.empty()) {
    Result<Outcome> outcome = outcome_of(options.against, posts.value(), options, refused, notices);
    if (!outcome.ok()) return kExitBadInput;
    before = std::move(outcome.value());
  }
  const Result<Outcome> outcome = outcome_of(options.packs, posts.value(), options, refused, notices);
  if (!outcome.ok()) return kExitBadInput;
  const Json answer = to_json(outcome.value(), before, posts.value(), options.examples);
  if (options.format == "json")
    std::printf("%s\n", answer.dump().c_str());
  else
    std::fputs(to_text(answer).c_str(), stdout);
  print_problems(notices, options.ui_language);
  return notices.empty() ? kExitClean : kExitBadInput;
}

}  // namespace botschaft::cli
