#include "bot/cli/lines.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/cli/cli.h"

namespace varsel::bot::cli {

using nlohmann::json;

namespace {

Result<json> answered(const std::string& line, const std::function<Result<json>(const json&)>& answer) {
  const auto asked = json::parse(line, nullptr, false);
  if (!asked.is_object()) return fail(ErrorCode::invalid, "not a JSON object");
  try {
    return answer(asked);
  } catch (const json::exception&) {
    return fail(ErrorCode::invalid, "a member has the wrong type");
  }
}

}  // namespace

int answer_lines(const std::string& command, const std::function<Result<json>(const json&)>& answer) {
  std::ios::sync_with_stdio(false);
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto said = answered(line, answer);
    if (!said)
      return refuse({said.error().code, command + ": line " + std::to_string(number) + ": " + said.error().detail});
    std::cout << said->dump() << '\n';
  }
  return 0;
}

}  // namespace varsel::bot::cli
