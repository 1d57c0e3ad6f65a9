// How much text the engine reads per second, natively, one thread.
//
//   botschaft_bench [--seconds S] POSTS PACK…
//
// POSTS has one check request per line, each PACK is one pack document; tests/bench/bench.ts writes both. Every pack
// gets one line: "engine" is the check alone (taking the text apart included), "with JSON" is the whole conversation,
// from the request's bytes to the answer's. The posts are gone through again and again for S seconds (default 1) per
// figure; the fastest pass counts, because on a busy machine every other one also measures its neighbours.
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench_posts.h"
#include "check/draft.h"
#include "check/rule_set.h"
#include "wire/session.h"

namespace {

using botschaft::bench::Clock;
using botschaft::bench::fastest;
using botschaft::bench::Posts;
using botschaft::bench::read_file;
using botschaft::bench::seconds_since;
using botschaft::wire::Session;

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
  const double budget = botschaft::bench::take_seconds(files);
  if (files.size() < 2) {
    std::fprintf(stderr, "Usage: botschaft_bench [--seconds S] POSTS PACK…\n");
    return 2;
  }
  const std::optional<Posts> posts = botschaft::bench::read_posts(files[0]);
  if (!posts) return 1;
  std::printf("%zu posts, %.0f bytes of text in all\n\n", posts->texts.size(), posts->bytes);
  std::printf("%-24s %9s %9s %12s %12s %14s %14s\n", "pack", "load ms", "findings", "engine MB/s", "us per post",
              "with JSON MB/s", "us per post");
  for (size_t number = 1; number < files.size(); ++number) {
    if (!measure(files[number], *posts, budget)) return 1;
  }
  return 0;
}
