#include "adapters/http/json.h"

#include <nlohmann/json.hpp>

namespace varsel::adapters::http {
namespace {

// Counts brackets outside strings. It may be wrong about text that is no JSON, which the parser then refuses.
bool deeper_than(std::size_t max_depth, std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > max_depth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

}  // namespace

Result<nlohmann::json> parse_json(std::string_view text, std::size_t max_depth) {
  // Checked first, because a value that is too deep must never exist: copying or writing it recurses.
  if (deeper_than(max_depth, text)) return fail(ErrorCode::invalid, "JSON nested too deeply");
  auto value = nlohmann::json::parse(text, nullptr, false);
  if (value.is_discarded()) return fail(ErrorCode::invalid, "not JSON");
  return value;
}

}  // namespace varsel::adapters::http
