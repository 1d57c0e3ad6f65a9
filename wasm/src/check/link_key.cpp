#include "check/link_key.h"

#include <algorithm>

namespace botschaft::check {

std::string link_key(std::string_view url) {
  if (const size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, std::min(url.find('#'), url.size()));
  const size_t host_end = std::min(url.find_first_of("/?"), url.size());
  std::string key;
  for (const char c : url.substr(0, host_end)) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (key.starts_with("www.")) key.erase(0, 4);
  const size_t query = std::min(url.find('?'), url.size());
  key += url.substr(host_end, query - host_end);
  while (key.ends_with('/')) key.pop_back();
  char sign = '?';
  for (std::string_view rest = url.substr(query); !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view parameter = rest.substr(0, rest.find('&'));
    rest.remove_prefix(parameter.size());
    if (parameter.empty() || parameter.starts_with("utm_")) continue;
    key += sign;
    key += parameter;
    sign = '&';
  }
  return key;
}

}  // namespace botschaft::check
