// What the playbook loader accepts, for the documentation and its test.
#pragma once
#include <span>
#include <string_view>

namespace varsel::dialog::loading {

struct TableKeys {
  std::string_view table;  // "question"; "" is the top of the file
  std::span<const std::string_view> keys;
};
[[nodiscard]] std::span<const TableKeys> playbook_keys();
[[nodiscard]] std::span<const TableKeys> contacts_keys();

}  // namespace varsel::dialog::loading
