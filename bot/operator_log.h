// What the operator's log says. Every line has an id of this catalogue, and the catalogue says what it means and what
// to do; docs/operations.md shows the same (a test compares). Lines hold ids and codes, never what a person wrote.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace varsel::bot {

enum class Urgency { note, act };  // act: a person should do something

struct LogEntry {
  std::string_view id;
  Urgency urgency;
  std::string_view meaning;
  std::string_view what_to_do;
};
[[nodiscard]] std::span<const LogEntry> operator_log();

// One line on standard error: time, urgency, id, detail. "id: detail" may be given as one text. Any thread.
void log_line(const std::string& line);

}  // namespace varsel::bot
