// What the native benchmarks share: the posts, and how time is taken.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace botschaft::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Posts {
  std::vector<std::string> requests;
  std::vector<std::string> texts;
  double bytes = 0;  // of all texts
};

// None when the file cannot be read or is empty; says so.
std::optional<std::string> read_file(const std::string& path);

// Posts of a file with one check request per line, at least one. None, and a message, where it is anything else.
std::optional<Posts> read_posts(const std::string& path);

// Takes "--seconds S" off the front of the arguments; 1 where it is not there.
double take_seconds(std::vector<std::string>& arguments);

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

}  // namespace botschaft::bench
