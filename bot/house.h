// Opens the house: playbook, contacts and words, from names or files. Errors are for the operator: file:line:column.
#pragma once
#include <filesystem>
#include <string>

#include "bot/turn.h"

namespace varsel::bot {

// A text by the name of a shipped file or as a file on disk.
struct Source {
  std::string name;  // for findings
  std::string text;
};
[[nodiscard]] Result<Source> read_file(const std::filesystem::path& file);
// "muni" or "path/to/own.toml".
[[nodiscard]] Result<Source> find_playbook(const std::string& name_or_file);
[[nodiscard]] Result<dialog::Playbook> open_playbook(const std::string& name_or_file);
// The file, or when it is empty the demo list shipped with the playbook.
[[nodiscard]] Result<incident::ContactBook> open_contacts(const std::filesystem::path& file,
                                                          const std::string& playbook);

struct HouseOptions {
  std::string playbook = "muni";
  std::filesystem::path contacts;
  std::string organisation;
  std::string public_url = "http://localhost:8080";
  std::string mail_from = "varsel@example.org";
};
[[nodiscard]] Result<House> open_house(const HouseOptions& options);

}  // namespace varsel::bot
