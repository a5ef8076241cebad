#include <nlohmann/json.hpp>

#include "bot/cli/cli.h"
#include "bot/cli/lines.h"
#include "bot/understood.h"

namespace varsel::bot::cli {
namespace {

using nlohmann::json;

int understand(const std::string& only, bool explain) {
  if (explain) return answer_lines("varsel understand", explained);
  return answer_lines("varsel understand", [&](const json& asked) { return understood(asked, only); });
}

}  // namespace

void add_understand(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand(
      "understand", "Reads {\"id\",\"text\",\"locale\",\"now\",\"tz\"} lines and writes what is understood");
  auto only = std::make_shared<std::string>();
  command->add_option("--only", *only, "Read the whole text as one value of this dimension")
      ->check(CLI::IsMember({"time", "relative-time", "duration", "numeral", "ordinal", "count"}));
  auto explain = std::make_shared<bool>(false);
  command->add_flag("--explain", *explain, "Say which rules matched where, and what the classifier went by")
      ->excludes(command->get_option("--only"));
  command->callback([&action, only, explain] { action = [only, explain] { return understand(*only, *explain); }; });
}

}  // namespace varsel::bot::cli
