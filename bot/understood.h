// What `varsel understand` answers: understanding as JSON, in the shape of the evaluation data.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"

namespace varsel::bot {

// `only`: "" for the whole message, or the one dimension to read. invalid: now or tz cannot be read.
[[nodiscard]] Result<nlohmann::json> understood(const nlohmann::json& asked, const std::string& only);

// The whole message, and under "explain" the rows that matched, where, and what the classifier went by.
[[nodiscard]] Result<nlohmann::json> explained(const nlohmann::json& asked);

}  // namespace varsel::bot
