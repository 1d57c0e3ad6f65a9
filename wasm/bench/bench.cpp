// How much text the engine reads per second, natively, one thread.
//
//   botschaft_bench [--seconds S] POSTS PACK…
//
// POSTS has one check request per line, each PACK is one pack document; tests/bench/bench.ts writes both. Every pack
// gets one line: "engine" is the check alone (taking the text apart included), "with JSON" is the whole conversation,
// from the request's bytes to the answer's. The posts are gone through again and again for S seconds (default 1) per
// figure; the fastest pass counts, because on a busy machine every other one also measures its neighbours.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/draft.h"
#include "check/rule_set.h"
#include "wire/session.h"

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;
using botschaft::wire::Session;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Posts {
  std::vector<std::string> requests;
  std::vector<std::string> texts;
  double bytes = 0;  // of all texts
};

// None when the file cannot be read or is empty.
std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || content.empty()) {
    std::fprintf(stderr, "%s: cannot be read, or is empty.\n", path.c_str());
    return std::nullopt;
  }
  return content;
}

std::optional<Posts> read_posts(const std::string& path) {
  const std::optional<std::string> content = read_file(path);
  if (!content) return std::nullopt;
  Posts posts;
  for (size_t at = 0; at < content->size();) {
    const size_t end = std::min(content->find('\n', at), content->size());
    const std::string line = content->substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    const Json request = Json::parse(line, nullptr, false);
    const auto text = request.find("text");
    if (!request.is_object() || text == request.end() || !text->is_string()) {
      std::fprintf(stderr, "%s: line %zu is no check request.\n", path.c_str(), posts.requests.size() + 1);
      return std::nullopt;
    }
    posts.requests.push_back(line);
    posts.texts.push_back(*text->get_ptr<const Json::string_t*>());
    posts.bytes += static_cast<double>(posts.texts.back().size());
  }
  return posts;
}

// The shortest time that one pass takes, in seconds; passes are repeated for `budget` seconds, at least five times.
template <typename Pass>
double fastest(double budget, Pass pass) {
  double best = 1e9;
  const Clock::time_point start = Clock::now();
  for (int round = 0; round < 5 || seconds_since(start) < budget; ++round) {
    const Clock::time_point begin = Clock::now();
    pass();
    best = std::min(best, seconds_since(begin));
  }
  return best;
}

bool measure(const std::string& path, const Posts& posts, double budget) {
  const std::optional<std::string> pack = read_file(path);
  if (!pack) return false;
  Session session;
  const Clock::time_point start = Clock::now();
  const botschaft::wire::Reply loaded = session.call(R"({"op":"loadPacks","packs":[)" + *pack + "]}");
  const double load = seconds_since(start);
  if (!loaded.ok) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), loaded.json.c_str());
    return false;
  }

  size_t findings = 0;
  const botschaft::check::Context context;
  const double engine = fastest(budget, [&] {
    findings = 0;
    for (const std::string& text : posts.texts) {
      const botschaft::check::Draft draft(text, context.language);
      findings += session.engine().rules().check(draft, context).findings.size();
    }
  });
  size_t answered = 0;
  const double whole = fastest(budget, [&] {
    answered = 0;
    for (const std::string& request : posts.requests) answered += session.call(request).ok ? 1 : 0;
  });
  if (answered != posts.requests.size()) {
    std::fprintf(stderr, "%s: %zu requests were refused.\n", path.c_str(), posts.requests.size() - answered);
    return false;
  }
  const double checks = static_cast<double>(posts.texts.size());
  std::printf("%-24s %9.1f %9zu %12.1f %12.1f %14.1f %14.1f\n", std::filesystem::path(path).stem().c_str(), load * 1e3,
              findings, posts.bytes / engine / 1e6, engine / checks * 1e6, posts.bytes / whole / 1e6,
              whole / checks * 1e6);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> files(arguments + 1, arguments + count);
  double budget = 1;
  if (files.size() > 2 && files[0] == "--seconds") {
    budget = std::strtod(files[1].c_str(), nullptr);
    files.erase(files.begin(), files.begin() + 2);
  }
  if (files.size() < 2) {
    std::fprintf(stderr, "Usage: botschaft_bench [--seconds S] POSTS PACK…\n");
    return 2;
  }
  const std::optional<Posts> posts = read_posts(files[0]);
  if (!posts || posts->texts.empty()) return 1;
  std::printf("%zu posts, %.0f bytes of text in all\n\n", posts->texts.size(), posts->bytes);
  std::printf("%-24s %9s %9s %12s %12s %14s %14s\n", "pack", "load ms", "findings", "engine MB/s", "us per post",
              "with JSON MB/s", "us per post");
  for (size_t number = 1; number < files.size(); ++number) {
    if (!measure(files[number], *posts, budget)) return 1;
  }
  return 0;
}
