// The files of playbooks/, compiled in: "muni.toml", "muni.contacts.demo.toml" ...
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace varsel::bot {

struct ShippedFile {
  std::string_view name;
  std::string_view text;
};
[[nodiscard]] const std::vector<ShippedFile>& shipped_files();
[[nodiscard]] std::optional<std::string_view> shipped_file(std::string_view name);
// The names of the shipped playbooks: "muni", "dsop".
[[nodiscard]] std::vector<std::string> shipped_playbooks();

}  // namespace varsel::bot
