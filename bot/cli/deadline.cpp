#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/cli/cli.h"
#include "bot/cli/lines.h"
#include "incident/deadlines.h"

namespace varsel::bot::cli {
namespace {

using nlohmann::json;

Result<json> answer(const json& asked) {
  VARSEL_TRY(const auto aware, parse_instant(asked.value("aware", "")));
  VARSEL_TRY(const auto zone, Zone::find(asked.value("tz", "UTC")));
  const auto regimes = asked.value("regimes", std::vector<std::string>{"gdpr"});
  json out{{"id", asked.value("id", json())}, {"deadlines", json::array()}};
  for (const auto& deadline : incident::deadlines(aware, zone, regimes, date_of(zone.local(aware))))
    out["deadlines"].push_back({{"duty", deadline.duty},
                                {"due", iso(deadline.due)},
                                {"due_local", iso(deadline.due, zone)},
                                {"rule", deadline.rule},
                                {"source", deadline.source}});
  return out;
}

int deadline() {
  return answer_lines("varsel deadline", answer);
}

}  // namespace

void add_deadline(CLI::App& app, Action& action) {
  auto* command =
      app.add_subcommand("deadline", "Reads {\"id\",\"aware\",\"tz\",\"regimes\"} lines and writes the deadlines");
  command->callback([&action] { action = deadline; });
}

}  // namespace varsel::bot::cli
