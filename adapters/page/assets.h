// The files of web/, compiled in by embed.py.
#pragma once
#include <string_view>
#include <vector>

namespace varsel::adapters::page {

struct Asset {
  std::string_view name;  // "chat.js"
  std::string_view content_type;
  std::string_view bytes;
};
[[nodiscard]] const std::vector<Asset>& assets();

// Changes whenever a byte of any file does. It stands in the path of every file, so that a browser may keep them for
// ever, and the modules of one version never load those of another.
[[nodiscard]] std::string_view assets_version();

}  // namespace varsel::adapters::page
