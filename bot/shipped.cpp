#include "bot/shipped.h"

#include <algorithm>

namespace varsel::bot {

std::optional<std::string_view> shipped_file(std::string_view name) {
  const auto& files = shipped_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  if (found == files.end()) return std::nullopt;
  return found->text;
}

std::vector<std::string> shipped_playbooks() {
  std::vector<std::string> names;
  for (const auto& file : shipped_files()) {
    const auto stem = file.name.substr(0, file.name.find('.'));
    if (file.name.substr(stem.size()) == ".toml") names.emplace_back(stem);
  }
  return names;
}

}  // namespace varsel::bot
