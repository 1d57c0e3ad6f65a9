// What an image file says about itself: the facts that a check request takes under "media".
#pragma once

#include <string>

#include "base/result.h"
#include "json.h"

namespace botschaft::cli {

// Reads JPEG and PNG headers (size in pixels), EXIF in JPEG (place, time), and the IPTC mark of generated media, which
// XMP and content credentials of any format carry. A file of another format gives name and size in bytes.
[[nodiscard]] Result<Json> image_facts(const std::string& path);

}  // namespace botschaft::cli
