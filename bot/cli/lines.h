// Commands that answer one JSON object a line with one JSON object a line.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"

namespace varsel::bot::cli {

// Reads standard input to its end; blank lines are passed over. The first line that cannot be answered ends it with
// status 2 and "<command>: line N: what is wrong". `answer` may throw json's own exception for a member of the wrong
// type.
int answer_lines(const std::string& command,
                 const std::function<Result<nlohmann::json>(const nlohmann::json&)>& answer);

}  // namespace varsel::bot::cli
