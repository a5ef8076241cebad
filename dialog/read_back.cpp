#include "dialog/read_back.h"

#include <algorithm>
#include <charconv>

#include "dialog/accept.h"
#include "dialog/intake.h"
#include "dialog/present.h"
#include "dialog/receipt.h"
#include "dialog/repair.h"

namespace varsel::dialog {

using incident::FactId;

namespace {

// Longer messages tell something; they do not choose a line.
constexpr std::size_t kChoosingWords = 3;

// What the system fills in is shown in the log, not read back to the reporter.
bool reads_back(FactId fact) {
  return fact != FactId::notified && fact != FactId::authority_notified;
}

// The only run of digits in the text.
std::optional<std::size_t> lone_number(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  const auto from = text.find_first_of(digits);
  if (from == std::string_view::npos) return std::nullopt;
  const auto to = std::min(text.find_first_not_of(digits, from), text.size());
  if (text.find_first_of(digits, to) != std::string_view::npos) return std::nullopt;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data() + from, text.data() + to, number);
  return error == std::errc{} ? std::optional{number} : std::nullopt;
}

}  // namespace

std::vector<FactId> lines_of(const Turn& turn) {
  std::vector<FactId> lines;
  const auto add = [&](FactId fact) {
    const bool there = turn.record->find(fact) != nullptr && reads_back(fact);
    if (there && std::find(lines.begin(), lines.end(), fact) == lines.end()) lines.push_back(fact);
  };
  add(FactId::what_happened);
  for (const Question& question : turn.world.playbook.questions) add(question.fact);
  for (const auto& [fact, entry] : turn.record->facts) add(fact);
  return lines;
}

void say_lines(Turn& turn) {
  std::int64_t number = 0;
  for (const FactId fact : lines_of(turn))
    turn.reply.paragraphs.push_back(line(turn, ++number, fact, *turn.record->find(fact)));
}

void read_back(Turn& turn) {
  turn.state.phase = Phase::reading_back;
  turn.state.asking.clear();
  turn.say("readback.intro");
  say_lines(turn);
  offer_hand_in(turn);
}

void offer_hand_in(Turn& turn) {
  turn.state.phase = Phase::reading_back;
  turn.say("readback.hand_in");
  turn.offer(option::kHandIn, "option.hand_in");
  turn.offer(option::kChange, "option.change");
}

std::optional<FactId> named_line(const Turn& turn) {
  const std::vector<FactId> lines = lines_of(turn);
  for (const intents::Entity& entity : turn.understanding().entities) {
    const auto* name = std::get_if<std::string>(&entity.value);
    if (entity.kind != intents::Kind::field || name == nullptr) continue;
    const auto fact = incident::fact_from(*name);
    if (fact && std::find(lines.begin(), lines.end(), *fact) != lines.end()) return fact;
  }
  return std::nullopt;
}

std::optional<FactId> chosen_line(const Turn& turn) {
  if (turn.words() > kChoosingWords) return std::nullopt;
  const std::vector<FactId> lines = lines_of(turn);
  const auto number = lone_number(turn.understanding().text);
  if (number) return *number >= 1 && *number <= lines.size() ? std::optional{lines[*number - 1]} : std::nullopt;
  return read(turn, std::nullopt).empty() ? named_line(turn) : std::nullopt;
}

void confirm_hand_in(Turn& turn) {
  hand_in(turn, "reporter");
  say_receipt(turn);
}

}  // namespace varsel::dialog
