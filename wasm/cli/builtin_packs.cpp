#include "builtin_packs.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/nearest.h"
#include "files.h"

namespace botschaft::cli {
namespace {

bool looks_like_a_file(const std::string& name) {
  std::error_code ignored;
  return name == "-" || name.find(".json") != std::string::npos || std::filesystem::exists(name, ignored);
}

}  // namespace

Result<Json> read_pack_named(const std::string& name) {
  if (looks_like_a_file(name)) return read_json_file(name);
  std::vector<std::string_view> names;
  for (const BuiltinPack& pack : builtin_packs()) {
    if (pack.name == name) return Json::parse(pack.json);
    names.push_back(pack.name);
  }
  std::string known;
  for (const std::string_view each : names) known.append(known.empty() ? "" : ", ").append(each);
  LocalizedText mend{"Einen Pfad nennen oder eines von: " + known + ".", "Give a path, or one of: " + known + "."};
  if (const auto near = nearest(name, names)) {
    mend = {"Gemeint ist wohl „" + std::string(*near) + "“.", "Did you mean “" + std::string(*near) + "”?"};
  }
  return Problem{
      "unknown-pack",
      name,
      "",
      {"Es gibt keine solche Datei und kein Pack dieses Namens.", "There is no such file, and no pack of this name."},
      std::move(mend)};
}

}  // namespace botschaft::cli
