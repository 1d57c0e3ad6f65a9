#include "bench_posts.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace botschaft::bench {

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
    const nlohmann::json request = nlohmann::json::parse(line, nullptr, false);
    const auto text = request.find("text");
    if (!request.is_object() || text == request.end() || !text->is_string()) {
      std::fprintf(stderr, "%s: line %zu is no check request.\n", path.c_str(), posts.requests.size() + 1);
      return std::nullopt;
    }
    posts.requests.push_back(line);
    posts.texts.push_back(*text->get_ptr<const nlohmann::json::string_t*>());
    posts.bytes += static_cast<double>(posts.texts.back().size());
  }
  if (posts.texts.empty()) std::fprintf(stderr, "%s: there is no post.\n", path.c_str());
  return posts.texts.empty() ? std::nullopt : std::optional(std::move(posts));
}

double take_seconds(std::vector<std::string>& arguments) {
  if (arguments.size() < 2 || arguments[0] != "--seconds") return 1;
  const double seconds = std::strtod(arguments[1].c_str(), nullptr);
  arguments.erase(arguments.begin(), arguments.begin() + 2);
  return seconds;
}

}  // namespace botschaft::bench
