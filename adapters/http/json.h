// JSON from outside, parsed once and never deeper than our own code wants to walk.
#pragma once
#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "base/result.h"

namespace varsel::adapters::http {

// invalid: no JSON, no valid UTF-8, or nested deeper than `max_depth`. The text of the error holds nothing of the
// input.
Result<nlohmann::json> parse_json(std::string_view text, std::size_t max_depth = 32);

}  // namespace varsel::adapters::http
