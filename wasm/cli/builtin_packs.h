// The packs that are part of the command, so that it works without any file beside it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json.h"

namespace botschaft::cli {

struct BuiltinPack {
  std::string_view name;  // "starter", or "legal/" and the pack's id
  std::string_view json;
};
[[nodiscard]] std::span<const BuiltinPack> builtin_packs();

// The pack in the file of this name or, where there is none, the one that is part of the command.
[[nodiscard]] Result<Json> read_pack_named(const std::string& name);

}  // namespace botschaft::cli
