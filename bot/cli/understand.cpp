#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/cli/cli.h"
#include "bot/understood.h"

namespace varsel::bot::cli {
namespace {

using nlohmann::json;

int understand(const std::string& only) {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto asked = json::parse(line, nullptr, false);
    const auto answer =
        asked.is_object() ? understood(asked, only) : Result<json>(fail(ErrorCode::invalid, "not a JSON object"));
    if (!answer) return refuse({answer.error().code, "varsel understand: " + answer.error().detail});
    std::cout << answer->dump() << '\n';
  }
  return 0;
}

}  // namespace

void add_understand(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand(
      "understand", "Reads {\"id\",\"text\",\"locale\",\"now\",\"tz\"} lines and writes what is understood");
  auto only = std::make_shared<std::string>();
  command->add_option("--only", *only, "Read the whole text as one value of this dimension")
      ->check(CLI::IsMember({"time", "relative-time", "duration", "numeral", "ordinal", "count"}));
  command->callback([&action, only] { action = [only] { return understand(*only); }; });
}

}  // namespace varsel::bot::cli
