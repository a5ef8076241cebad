// Reading typed values out of TOML, with a finding for everything that is not as it should be. Only the loaders
// (load_*.cpp) include this: toml++ stops there.
#pragma once
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/playbook.h"

namespace varsel::dialog::loading {

using Names = std::span<const std::string_view>;

// " (did you mean “occurred”?)" when one of the names is near enough, else "".
[[nodiscard]] std::string suggestion(std::string_view wrong, Names names);

// Collects the findings of one file.
class Report {
 public:
  explicit Report(std::string file) : file_(std::move(file)) {}
  void add(const toml::source_position& at, std::string message);
  void add(const toml::node& node, std::string message) { add(node.source().begin, std::move(message)); }
  [[nodiscard]] std::vector<Finding> take();  // in the order of the file

 private:
  std::string file_;
  std::vector<Finding> findings_;
};

// Refuses what is too large, too deep or no UTF-8 before and while parsing. Nothing: the report says why.
[[nodiscard]] std::optional<toml::table> parse(std::string_view text, Report& report);

// One table of a file. Keys that are not in `keys` are findings; so are values of another type. A value that is wrong
// reads as empty: the finding keeps the file from being used, and reading goes on to find the rest.
class Row {
 public:
  Row(Report& report, const toml::table& table, std::string_view name, Names keys);

  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
  [[nodiscard]] std::string text(std::string_view key);  // required, not empty
  [[nodiscard]] std::string text_or(std::string_view key, std::string fallback);
  [[nodiscard]] std::string one_of(std::string_view key, Names names);  // required
  [[nodiscard]] std::string one_of_or(std::string_view key, Names names, std::string fallback);
  [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t least, std::int64_t most,
                                        std::int64_t fallback);
  [[nodiscard]] bool boolean_or(std::string_view key, bool fallback);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key, Names names);  // names empty: any text
  [[nodiscard]] std::chrono::minutes time_of_day_or(std::string_view key, std::chrono::minutes fallback);
  [[nodiscard]] std::optional<CivilDate> date(std::string_view key);
  [[nodiscard]] incident::Words words(std::string_view key);  // one text for every language, or a table by language
  [[nodiscard]] std::map<std::string, std::string> texts_by_key(std::string_view key);  // a table with any keys
  [[nodiscard]] bool holds_tables(std::string_view key) const;  // an array, the first item of which is a table
  [[nodiscard]] const toml::table* table(std::string_view key);
  [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key);

  // At the value of the key, or at the table when the key is absent.
  void complain(std::string_view key, std::string message);

 private:
  const toml::node* find(std::string_view key) { return table_.get(key); }
  const toml::node* require(std::string_view key);
  std::optional<std::string> clean_text_of(const toml::node& node);
  void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted);

  Report& report_;
  const toml::table& table_;
  std::string name_;
};

// "a", "b" or "c"
[[nodiscard]] std::string listed(Names names);

}  // namespace varsel::dialog::loading
