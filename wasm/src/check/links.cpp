// Which links are fine: domains, campaign tags, https.
#include <algorithm>

#include "base/percent.h"
#include "check/kinds.h"

namespace botschaft::check {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool ends_with_folded(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), text.rbegin(), [](char a, char b) { return lower(a) == lower(b); });
}

// Whether the address has a query parameter of this name.
bool has_parameter(std::string_view url, std::string_view name) {
  url = url.substr(0, url.find('#'));
  const size_t query = url.find('?');
  if (query == std::string_view::npos) return false;
  std::string_view rest = url.substr(query + 1);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view parameter = rest.substr(0, end);
    if (parameter.substr(0, std::min(parameter.find('='), parameter.size())) == name) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

std::string with_parameter(std::string_view url, std::string_view name, std::string_view value) {
  const size_t fragment = std::min(url.find('#'), url.size());
  std::string out(url.substr(0, fragment));
  const bool bare = out.find('?') == std::string::npos;
  if (bare)
    out += '?';
  else if (out.back() != '?' && out.back() != '&')
    out += '&';
  out.append(name).append("=").append(value).append(url.substr(fragment));
  return out;
}

void check_parameters(const RuleRun& run, const pack::LinksCheck& check, const text::Link& link) {
  const std::string_view url = link.span.in(run.draft.text());
  std::string fixed(url);
  std::string missing;
  for (const auto& [name, value] : check.params) {
    const std::string encoded = percent_encode(name);
    if (has_parameter(url, encoded)) continue;
    missing += (missing.empty() ? "" : ", ") + name;
    const std::string filled = fill_values(value, {{"network", std::string(facts_of(run.context.network).id)}});
    fixed = with_parameter(fixed, encoded, percent_encode(filled));
  }
  if (!missing.empty()) run.report(link.span, {{"match", missing}}, {{link.span, fixed}});
}

}  // namespace

bool host_is_one_of(std::string_view host, const std::vector<std::string>& domains) {
  return std::any_of(domains.begin(), domains.end(), [&](const std::string& domain) {
    if (!ends_with_folded(host, domain)) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
  });
}

void check_links(const RuleRun& run, const pack::LinksCheck& check) {
  for (const text::Link& link : run.draft.entities().links) {
    const std::string host(link.host.in(run.draft.text()));
    if (!check.allow.empty()) {
      if (!host_is_one_of(host, check.allow)) run.report(link.span, {{"match", host}});
    } else if (!check.forbid.empty()) {
      if (host_is_one_of(host, check.forbid)) run.report(link.span, {{"match", host}});
    } else if (check.secure) {
      if (link.has_scheme && !link.secure) {
        const Span scheme{link.span.begin, link.span.begin + 4};  // "http"
        run.report(link.span, {{"match", host}}, {{scheme, "https"}});
      }
    } else if (host_is_one_of(host, check.params_on)) {
      check_parameters(run, check, link);
    }
  }
}

}  // namespace botschaft::check
