#include "site_folder.h"

#include <filesystem>

#include "files.h"
#include "image_facts.h"
#include "site/address.h"

namespace botschaft::cli {
namespace {

namespace fs = std::filesystem;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool whole = text[at] == '%' && at + 2 < text.size();
    if (whole && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// By what the file begins with: a name can say anything.
const char* image_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("GIF8")) return "image/gif";
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "image/webp";
  if (bytes.substr(4, 8) == "ftypavif") return "image/avif";
  if (bytes.substr(0, 1000).find("<svg") != std::string_view::npos) return "image/svg+xml";
  return "";
}

// Where below the site's folder the file of an address is. Nothing where it is on another host or outside the folder.
std::optional<fs::path> place_of(std::string_view address, std::string_view base) {
  if (!site::is_web_address(address) || site::host_of(address) != site::host_of(base)) return std::nullopt;
  std::string path = percent_decoded(site::split(site::resolve(base, address)).path);
  std::string below(site::split(base).path);
  below.erase(below.rfind('/') + 1);
  if (below.empty()) below = "/";
  if (path.rfind(below, 0) != 0) return std::nullopt;
  path.erase(0, below.size());
  const fs::path inside = fs::path(path).lexically_normal();
  if (inside.is_absolute() || (!inside.empty() && *inside.begin() == "..") || path.find('\0') != std::string::npos)
    return std::nullopt;
  return inside;
}

}  // namespace

std::optional<std::string> file_of(std::string_view address, std::string_view base, const std::string& root) {
  const std::optional<fs::path> inside = place_of(address, base);
  if (root.empty() || !inside) return std::nullopt;
  const fs::path whole = fs::path(root) / *inside;
  for (const fs::path& candidate : {whole, fs::path(whole.string() + ".html"), whole / "index.html"}) {
    if (is_file(candidate)) return candidate.string();
  }
  return std::nullopt;
}

bool should_have_file(std::string_view address, std::string_view base) {
  return place_of(address, base).has_value() && !site::split(address).has_query;
}

std::string root_of(const std::string& file, std::string_view address) {
  std::error_code error;
  const std::string whole = fs::absolute(file, error).lexically_normal().string();
  if (error) return "";
  const std::string path = percent_decoded(site::split(address).path);
  const std::string trimmed = path.substr(0, path.find_last_not_of('/') + 1);
  for (const std::string& end : {path, trimmed + ".html", trimmed + "/index.html"}) {
    if (end.size() <= 1 || end.size() >= whole.size() || !whole.ends_with(end)) continue;
    return whole.substr(0, whole.size() - end.size());
  }
  return "";
}

Result<Json> card_image(const std::string& path) {
  const Result<std::string> file = read_file(path);
  if (!file.ok()) return file.problems();
  const std::string& bytes = file.value();
  Json facts{{"loaded", !bytes.empty()}, {"bytes", bytes.size()}};
  if (const std::string type = image_type(std::string_view(bytes).substr(0, 4096)); !type.empty()) {
    facts["type"] = type;
  } else {
    facts["loaded"] = false;  // whatever it is, it is no picture
  }
  if (bytes.empty()) return facts;
  const Result<Json> known = image_facts(path);
  if (!known.ok()) return known.problems();
  for (const char* key : {"width", "height"}) {
    if (known.value().contains(key)) facts[key] = known.value()[key];
  }
  return facts;
}

}  // namespace botschaft::cli
