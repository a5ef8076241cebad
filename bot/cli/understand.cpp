#include <nlohmann/json.hpp>

#include "bot/cli/cli.h"
#include "bot/cli/lines.h"
#include "bot/understood.h"

namespace varsel::bot::cli {
namespace {

using nlohmann::json;

int understand(const std::string& only) {
  return answer_lines("varsel understand", [&](const json& asked) { return understood(asked, only); });
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
