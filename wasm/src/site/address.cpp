#include "site/address.h"

#include <algorithm>

#include "site/words.h"

namespace botschaft::site {
namespace {

bool is_scheme(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; });
}

// 5.2.4, on a path that begins with a slash or is empty.
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, end);
    const bool last = end == path.size();
    path.remove_prefix(end);
    if (segment == "/.") {
      if (last) out += '/';
    } else if (segment == "/..") {
      out.erase(std::min(out.rfind('/'), out.size()));
      if (last) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

std::string joined_path(const Address& base, std::string_view path) {
  if (!path.empty() && path.front() == '/') return std::string(path);
  if (base.path.empty()) return "/" + std::string(path);
  return std::string(base.path.substr(0, base.path.rfind('/') + 1)) + std::string(path);
}

std::string put_together(const Address& parts, std::string_view path) {
  std::string out = lower(parts.scheme);
  out += ':';
  if (parts.has_authority) out.append("//").append(parts.authority);
  out += path;
  if (parts.has_query) out.append("?").append(parts.query);
  return out;
}

}  // namespace

Address split(std::string_view address) {
  Address parts;
  const size_t hash = std::min(address.find('#'), address.size());
  if (hash < address.size()) parts.fragment = address.substr(hash + 1);
  address = address.substr(0, hash);
  const size_t question = std::min(address.find('?'), address.size());
  parts.has_query = question < address.size();
  if (parts.has_query) parts.query = address.substr(question + 1);
  address = address.substr(0, question);
  const size_t colon = address.find(':');
  if (colon != std::string_view::npos && is_scheme(address.substr(0, colon))) {
    parts.scheme = address.substr(0, colon);
    address.remove_prefix(colon + 1);
  }
  if (address.starts_with("//")) {
    parts.has_authority = true;
    const size_t end = std::min(address.find('/', 2), address.size());
    parts.authority = address.substr(2, end - 2);
    address.remove_prefix(end);
  }
  parts.path = address;
  return parts;
}

bool is_web_address(std::string_view address) {
  const std::string scheme = lower(split(address).scheme);
  return (scheme == "https" || scheme == "http") && !host_of(address).empty();
}

std::string host_of(std::string_view address) {
  std::string_view authority = split(address).authority;
  const size_t at = authority.rfind('@');
  if (at != std::string_view::npos) authority.remove_prefix(at + 1);
  const size_t port = authority.rfind(':');
  if (port != std::string_view::npos && authority.find(']', port) == std::string_view::npos)
    authority = authority.substr(0, port);
  return lower(authority);
}

bool is_within(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

std::string resolve(std::string_view base, std::string_view reference) {
  std::string whole;
  for (const char c : trimmed(reference)) {
    if (c == '\n' || c == '\r' || c == '\t') continue;
    if (c == ' ') {
      whole += "%20";
    } else {
      whole += c;
    }
  }
  const Address own = split(whole);
  const Address from = split(base);
  Address parts = own;
  std::string path;
  if (!own.scheme.empty()) {
    path = own.has_authority ? without_dots(own.path) : std::string(own.path);
  } else {
    parts.scheme = from.scheme;
    if (own.has_authority) {
      path = without_dots(own.path);
    } else {
      parts.has_authority = from.has_authority;
      parts.authority = from.authority;
      if (own.path.empty()) {
        path = from.path;
        if (!own.has_query) {
          parts.has_query = from.has_query;
          parts.query = from.query;
        }
      } else {
        path = without_dots(joined_path(from, own.path));
      }
    }
  }
  std::string out = put_together(parts, path);
  if (whole.find('#') != std::string::npos) out.append("#").append(own.fragment);
  return out;
}

std::string comparable(std::string_view address) {
  Address parts = split(address);
  const std::string scheme = lower(parts.scheme);
  std::string authority = lower(parts.authority);
  const std::string_view port = scheme == "http" ? ":80" : ":443";
  if (authority.ends_with(port)) authority.erase(authority.size() - port.size());
  parts.authority = authority;
  return put_together(parts, parts.path.empty() ? "/" : parts.path);
}

}  // namespace botschaft::site
