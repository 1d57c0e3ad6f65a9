#include "content/intent.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/percent.h"

namespace botschaft::content {
namespace {

struct Replacement {
  std::string_view placeholder;
  std::string_view value;
};

// None where a placeholder in `text` has an empty value.
std::optional<std::string> fill(std::string_view text, std::initializer_list<Replacement> replacements) {
  std::string out(text);
  for (const Replacement& replacement : replacements) {
    for (size_t at = out.find(replacement.placeholder); at != std::string::npos;
         at = out.find(replacement.placeholder, at)) {
      if (replacement.value.empty()) return std::nullopt;
      out.replace(at, replacement.placeholder.size(), replacement.value);
      at += replacement.value.size();
    }
  }
  return out;
}

}  // namespace

std::string tagged_url(const Item& item, const Library& library, Network network) {
  const size_t fragment = std::min(item.url.find('#'), item.url.size());
  std::string out = item.url.substr(0, fragment);
  char separator = out.find('?') == std::string::npos ? '?' : '&';
  for (const auto& [name, value] : library.tags) {
    const auto filled =
        fill(value, {{"{network}", facts_of(network).id}, {"{campaign}", item.campaign}, {"{item}", item.id}});
    if (!filled) continue;
    out += separator;
    out += percent_encode(name) + "=" + percent_encode(*filled);
    separator = '&';
  }
  return out + item.url.substr(fragment);
}

Intent make_intent(Network network, std::string_view text, std::string_view url) {
  const NetworkFacts& facts = facts_of(network);
  Intent intent;
  intent.url = url;
  intent.text = text;
  if (!url.empty()) {
    if (!intent.text.empty()) intent.text += '\n';
    intent.text += url;
  }
  if (facts.intent_url.empty()) return intent;
  intent.prefills = facts.intent_prefills;
  // Taken apart at its parameters, so that one with nothing to carry is left out.
  const std::string_view link = facts.intent_url;
  const size_t parameters = std::min({link.find('?'), link.find('#'), link.size()});
  intent.href = link.substr(0, parameters);
  const std::string encoded_text = percent_encode(text);
  const std::string encoded_url = percent_encode(url);
  const std::string encoded_both = percent_encode(intent.text);
  char separator = parameters < link.size() ? link[parameters] : '?';
  for (size_t begin = parameters + 1; begin < link.size();) {
    const size_t end = std::min(link.find('&', begin), link.size());
    const auto filled = fill(link.substr(begin, end - begin), {{"{textAndUrl}", encoded_both},
                                                               {"{text}", encoded_text},
                                                               {"{url}", encoded_url},
                                                               // What only a website's visitors bring along.
                                                               {"{hashtags}", {}},
                                                               {"{hashtag}", {}},
                                                               {"{via}", {}}});
    if (filled) {
      intent.href += separator;
      intent.href += *filled;
      separator = '&';
    }
    begin = end + 1;
  }
  return intent;
}

}  // namespace botschaft::content
