#include "dialog/load_toml.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace varsel::dialog::loading {
namespace {

// A playbook with forty parties is 30 KB. The limits keep a hostile file from costing time, memory or stack: dotted
// keys nest one table for every dot, beyond the parser's own limit on nested values.
constexpr std::size_t kMaxBytes = 1 << 20;
constexpr int kMaxDotsInLine = 64;
constexpr std::size_t kMaxFindings = 200;

std::string in_quotes(std::string_view text) {
  return "“" + std::string{prefix(text, 60)} + "”";
}

std::size_t distance(std::string_view a, std::string_view b) {  // Levenshtein
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j)
      diagonal = std::exchange(row[j + 1], std::min({row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)}));
  }
  return row.back();
}

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::none:
      return "nothing";
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a text";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a decimal number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time of day";
    case toml::node_type::date_time:
      return "a date and time";
  }
  return "something else";
}

// The first byte beyond ASCII that stands outside texts and comments, where TOML 1.0 knows none. toml++ 3.3 runs into
// undefined behaviour on some of them (is_non_ascii_horizontal_whitespace), so they never get that far.
std::optional<std::size_t> stray_letter(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::size_t i = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (i < text.size()) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x80) return i;
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == '"' || c == '\'') {
      const bool block = text.substr(i, 3) == std::string(3, c);
      i += block ? 3 : 1;
      while (i < text.size()) {
        if (c == '"' && text[i] == '\\') {
          i += 2;
        } else if (block ? text.substr(i, 3) == std::string(3, c) : text[i] == c || text[i] == '\n') {
          i += block ? 3 : 1;
          while (block && i < text.size() && text[i] == c) ++i;  // up to two quotes may end the text itself
          break;
        } else {
          ++i;
        }
      }
    } else {
      ++i;
    }
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 4> kLocaleNames{"da", "nb", "nn", "en"};

}  // namespace

std::string suggestion(std::string_view wrong, Names names) {
  if (wrong.size() > 60) return "";
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, wrong.size() / 3) + 1;
  for (const std::string_view name : names) {
    if (const std::size_t d = distance(wrong, name); d < least) {
      least = d;
      best = name;
    }
  }
  return best.empty() ? "" : " (did you mean " + in_quotes(best) + "?)";
}

std::string listed(Names names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + in_quotes(names[i]);
  return out;
}

void Report::add(const toml::source_position& at, std::string message) {
  if (findings_.size() < kMaxFindings)
    findings_.push_back({file_, static_cast<int>(at.line), static_cast<int>(at.column), std::move(message)});
}

std::vector<Finding> Report::take() {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return std::pair{a.line, a.column} < std::pair{b.line, b.column};
  });
  return std::move(findings_);
}

std::optional<toml::table> parse(std::string_view text, Report& report) {
  if (text.size() > kMaxBytes) {
    report.add({1, 1}, "the file is larger than 1 MB: this is no playbook and no contact list");
    return std::nullopt;
  }
  toml::source_index line = 1;
  int dots = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      dots = 0;
    } else if (c == '.' && ++dots > kMaxDotsInLine) {
      report.add({line, 1}, "more than 64 full stops in one line: write long texts in several lines, between \"\"\"");
      return std::nullopt;
    }
  }
  if (const auto stray = stray_letter(text)) {
    const auto before = text.substr(0, *stray);
    const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    report.add({static_cast<toml::source_index>(std::count(before.begin(), before.end(), '\n') + 1),
                static_cast<toml::source_index>(*stray - start + 1)},
               "this is not TOML: letters beyond a to z stand between quotes only");
    return std::nullopt;
  }
  if (!is_utf8(text)) {
    // The parser names the place; this finding stands when it has none to name.
    auto parsed = toml::parse(text);
    report.add(parsed ? toml::source_position{1, 1} : parsed.error().source().begin, "the file must be UTF-8");
    return std::nullopt;
  }
  auto parsed = toml::parse(text);
  if (!parsed) {
    report.add(parsed.error().source().begin, "this is not TOML: " + std::string{parsed.error().description()});
    return std::nullopt;
  }
  return std::move(parsed).table();
}

Row::Row(Report& report, const toml::table& table, std::string_view name, Names keys)
    : report_(report), table_(table), name_(name) {
  for (const auto& [key, node] : table) {
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
      report_.add(key.source().begin, in_quotes(key.str()) + " is no key of " + name_ + suggestion(key.str(), keys));
  }
}

void Row::complain(std::string_view key, std::string message) {
  const toml::node* node = find(key);
  report_.add(node != nullptr ? *node : static_cast<const toml::node&>(table_), std::move(message));
}

const toml::node* Row::require(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) report_.add(table_, name_ + " needs " + in_quotes(key));
  return node;
}

void Row::wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) {
  report_.add(node, in_quotes(key) + " must be " + std::string{wanted} + ", not " + std::string{type_name(node)});
}

std::optional<std::string> Row::clean_text_of(const toml::node& node) {
  const auto value = node.value_exact<std::string>();
  if (!value) return std::nullopt;
  if (clean_text(*value) != *value)
    report_.add(node,
                "the text holds characters that are not let through: control or direction marks, or letters that are "
                "not composed (NFC)");
  return value;
}

std::string Row::text(std::string_view key) {
  const toml::node* node = require(key);
  if (node == nullptr) return "";
  const auto value = clean_text_of(*node);
  if (!value) {
    wrong_type(*node, key, "a text");
    return "";
  }
  if (value->empty()) report_.add(*node, in_quotes(key) + " must not be empty");
  return *value;
}

std::string Row::text_or(std::string_view key, std::string fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = clean_text_of(*node);
  if (!value) wrong_type(*node, key, "a text");
  return value.value_or("");
}

std::string Row::one_of(std::string_view key, Names names) {
  return require(key) == nullptr ? "" : one_of_or(key, names, "");
}

std::string Row::one_of_or(std::string_view key, Names names, std::string fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<std::string>();
  if (!value) {
    wrong_type(*node, key, "one of " + listed(names));
    return "";
  }
  if (std::find(names.begin(), names.end(), *value) == names.end()) {
    const std::string near = suggestion(*value, names);
    report_.add(*node, in_quotes(*value) + " is no " + std::string{key} +
                           (near.empty() && names.size() <= 30 ? ": must be " + listed(names) : near));
    return "";
  }
  return *value;
}

std::int64_t Row::integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<std::int64_t>();
  if (!value) {
    wrong_type(*node, key, "a whole number");
    return fallback;
  }
  if (*value < least || *value > most) {
    report_.add(*node, in_quotes(key) + " must be from " + std::to_string(least) + " to " + std::to_string(most));
    return fallback;
  }
  return *value;
}

bool Row::boolean_or(std::string_view key, bool fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<bool>();
  if (!value) wrong_type(*node, key, "true or false");
  return value.value_or(fallback);
}

std::vector<std::string> Row::texts(std::string_view key, Names names) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    wrong_type(*node, key, "an array of texts");
    return {};
  }
  std::vector<std::string> out;
  for (const toml::node& item : *array) {
    const auto value = clean_text_of(item);
    if (!value) {
      wrong_type(item, key, "an array of texts");
    } else if (!names.empty() && std::find(names.begin(), names.end(), *value) == names.end()) {
      const std::string near = suggestion(*value, names);
      report_.add(item, in_quotes(*value) + " is not known here" +
                            (near.empty() && names.size() <= 30 ? ": must be " + listed(names) : near));
    } else if (std::find(out.begin(), out.end(), *value) != out.end()) {
      report_.add(item, in_quotes(*value) + " stands here twice");
    } else {
      out.push_back(*value);
    }
  }
  return out;
}

std::chrono::minutes Row::time_of_day_or(std::string_view key, std::chrono::minutes fallback) {
  const toml::node* node = find(key);
  if (node == nullptr) return fallback;
  const auto value = node->value_exact<toml::time>();
  if (!value) {
    wrong_type(*node, key, "a time of day without quotes, as 08:00:00");
    return fallback;
  }
  return std::chrono::hours{value->hour} + std::chrono::minutes{value->minute};
}

std::optional<CivilDate> Row::date(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->value_exact<toml::date>();
  if (!value) {
    wrong_type(*node, key, "a date without quotes, as 2026-11-21");
    return std::nullopt;
  }
  return CivilDate{std::chrono::year{value->year}, std::chrono::month{value->month}, std::chrono::day{value->day}};
}

incident::Words Row::words(std::string_view key) {
  incident::Words out;
  const toml::node* node = require(key);
  if (node == nullptr) return out;
  if (const auto same = clean_text_of(*node)) {
    if (same->empty()) report_.add(*node, in_quotes(key) + " must not be empty");
    for (const Locale locale : kLocales) out[locale] = *same;
    return out;
  }
  const toml::table* by_locale = node->as_table();
  if (by_locale == nullptr) {
    wrong_type(*node, key, "a text, or a table of texts by language");
    return out;
  }
  Row row{report_, *by_locale, in_quotes(key), kLocaleNames};
  for (const Locale locale : kLocales)
    if (row.has(tag(locale))) out[locale] = row.text(tag(locale));
  if (out.empty()) report_.add(*node, in_quotes(key) + " must not be empty");
  return out;
}

std::map<std::string, std::string> Row::texts_by_key(std::string_view key) {
  std::map<std::string, std::string> out;
  const toml::table* texts = table(key);
  if (texts == nullptr) return out;
  for (const auto& [id, node] : *texts) {
    if (const auto value = clean_text_of(node)) {
      out[std::string{id.str()}] = *value;
    } else {
      wrong_type(node, id.str(), "a text; quote the whole id: \"" + std::string{id.str()} + "...\" = \"...\"");
    }
  }
  return out;
}

bool Row::holds_tables(std::string_view key) const {
  const toml::array* array = table_.get(key) == nullptr ? nullptr : table_.get(key)->as_array();
  return array != nullptr && !array->empty() && array->front().is_table();
}

const toml::table* Row::table(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return nullptr;
  if (node->as_table() == nullptr) wrong_type(*node, key, "a table");
  return node->as_table();
}

std::vector<const toml::table*> Row::tables(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    wrong_type(*node, key, "an array of tables: [[" + std::string{key} + "]]");
    return {};
  }
  std::vector<const toml::table*> out;
  for (const toml::node& item : *array) {
    if (item.as_table() == nullptr) {
      wrong_type(item, key, "an array of tables: [[" + std::string{key} + "]]");
    } else {
      out.push_back(item.as_table());
    }
  }
  return out;
}

}  // namespace varsel::dialog::loading
