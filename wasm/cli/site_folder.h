// A website as a folder of files, as its generator writes it: which file an address is served from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json.h"

namespace botschaft::cli {

// The file of an address below `root`, the folder of the site whose addresses begin with `base`: PATH, PATH.html or
// PATH/index.html. Nothing where the address is on another host or outside the folder, or there is no such file.
[[nodiscard]] std::optional<std::string> file_of(std::string_view address, std::string_view base,
                                                 const std::string& root);

// Whether a file of the site, whose addresses begin with `base`, should be at the address: not where it has a query,
// which says that something is made when it is asked for.
[[nodiscard]] bool should_have_file(std::string_view address, std::string_view base);

// The folder of the site that `file` belongs to, where the end of its path is that of its address: of
// "out/blog/a.html" at "https://h/blog/a.html" it is "out". Empty where they do not fit.
[[nodiscard]] std::string root_of(const std::string& file, std::string_view address);

// What an audit request takes under "image", from a file.
[[nodiscard]] Result<Json> card_image(const std::string& path);

}  // namespace botschaft::cli
