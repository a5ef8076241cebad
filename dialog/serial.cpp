// The state of a conversation on disk: JSON, version 1. Keys and numbers are frozen. Old blobs are read for ever: a
// key that is missing keeps its default, and one that is not known is of a later version, and left alone.
#include <nlohmann/json.hpp>

#include "base/locale.h"
#include "dialog/state.h"

namespace varsel::dialog {

using nlohmann::json;

namespace {

constexpr int kVersion = 1;

template <class Enum>
int number(Enum value) {
  return static_cast<int>(value);
}

// Every reader throws json::exception or std::out_of_range on what is not one of ours; load() catches.
template <class Enum>
Enum enumerator(const json& at, int last) {
  const int value = at.get<int>();
  if (value < 1 || value > last) throw std::out_of_range{"enumerator"};
  return static_cast<Enum>(value);
}

incident::FactId fact_id(const json& at) {
  const auto fact = incident::fact_from(at.get<std::string>());
  if (!fact) throw std::out_of_range{"fact"};
  return *fact;
}
json fact_name(incident::FactId fact) {
  return std::string{incident::info(fact).name};
}

json write(Instant at) {
  return at.time_since_epoch().count();
}
Instant read_instant(const json& at) {
  return Instant{Millis{at.get<std::int64_t>()}};
}

json write(const When& when) {
  return {{"from", when.from.time_since_epoch().count()},
          {"to", when.to.time_since_epoch().count()},
          {"precision", number(when.precision)},
          {"approx", when.approx},
          {"second_passage", when.second_passage}};
}
When read_when(const json& at) {
  When when;
  when.from = LocalTime{std::chrono::seconds{at.at("from").get<std::int64_t>()}};
  when.to = LocalTime{std::chrono::seconds{at.at("to").get<std::int64_t>()}};
  when.precision = enumerator<Precision>(at.at("precision"), number(Precision::range));
  when.approx = at.at("approx").get<bool>();
  when.second_passage = at.at("second_passage").get<bool>();
  return when;
}

json write(const Count& count) {
  json out{{"approx", count.approx}};
  if (count.min) out["min"] = *count.min;
  if (count.max) out["max"] = *count.max;
  return out;
}
Count read_count(const json& at) {
  Count count;
  if (at.contains("min")) count.min = at.at("min").get<std::int64_t>();
  if (at.contains("max")) count.max = at.at("max").get<std::int64_t>();
  count.approx = at.at("approx").get<bool>();
  return count;
}

// One key names the alternative.
json write(const incident::FactValue& value) {
  if (const auto* code = std::get_if<std::string>(&value)) return {{"code", *code}};
  if (const auto* codes = std::get_if<incident::Codes>(&value))
    return {{"codes", codes->codes}, {"words", codes->words.reveal()}};
  if (const auto* text = std::get_if<PersonalText>(&value)) return {{"text", text->reveal()}};
  if (const auto* when = std::get_if<When>(&value)) return {{"when", write(*when)}};
  return {{"count", write(std::get<Count>(value))}};
}
incident::FactValue read_value(const json& at) {
  if (at.contains("code")) return at.at("code").get<std::string>();
  if (at.contains("codes"))
    return incident::Codes{at.at("codes").get<std::vector<std::string>>(),
                           PersonalText{at.at("words").get<std::string>()}};
  if (at.contains("text")) return PersonalText{at.at("text").get<std::string>()};
  if (at.contains("when")) return read_when(at.at("when"));
  return read_count(at.at("count"));
}

json write(const incident::Source& source) {
  return {{"who", source.who.str()}, {"at", write(source.at)},         {"channel", source.channel},
          {"turn", source.turn},     {"words", source.words.reveal()}, {"rule", source.rule}};
}
incident::Source read_source(const json& at) {
  incident::Source source;
  source.who = PersonId{at.at("who").get<std::string>()};
  source.at = read_instant(at.at("at"));
  source.channel = at.at("channel").get<std::string>();
  source.turn = at.at("turn").get<std::uint64_t>();
  source.words = PersonalText{at.at("words").get<std::string>()};
  source.rule = at.at("rule").get<std::string>();
  return source;
}

json write(const incident::Fact& fact) {
  json out{{"status", number(fact.status)}, {"value", write(fact.value)}, {"source", write(fact.source)}};
  if (!fact.reason.empty()) out["reason"] = fact.reason;
  if (fact.ask_again_at) out["ask_again_at"] = write(*fact.ask_again_at);
  return out;
}
incident::Fact read_fact(const json& at) {
  incident::Fact fact;
  fact.status = enumerator<incident::FactStatus>(at.at("status"), number(incident::FactStatus::not_applicable));
  fact.value = read_value(at.at("value"));
  fact.source = read_source(at.at("source"));
  fact.reason = at.value("reason", "");
  if (at.contains("ask_again_at")) fact.ask_again_at = read_instant(at.at("ask_again_at"));
  return fact;
}

json write(const Change& change) {
  json out{{"fact", fact_name(change.fact)}};
  if (change.before) out["before"] = write(*change.before);
  return out;
}
Change read_change(const json& at) {
  Change change{fact_id(at.at("fact")), std::nullopt};
  if (at.contains("before")) change.before = read_fact(at.at("before"));
  return change;
}
json write(const std::vector<Change>& changes) {
  json out = json::array();
  for (const Change& change : changes) out.push_back(write(change));
  return out;
}
std::vector<Change> read_changes(const json& at) {
  std::vector<Change> changes;
  for (const json& change : at) changes.push_back(read_change(change));
  return changes;
}

struct WriteArgument {
  json operator()(const std::string& text) const { return {{"text", text}}; }
  json operator()(std::int64_t value) const { return {{"number", value}}; }
  json operator()(Instant at) const { return {{"instant", write(at)}}; }
  json operator()(const When& when) const { return {{"when", write(when)}}; }
  json operator()(const Count& count) const { return {{"count", write(count)}}; }
  json operator()(const locales::CodeWord& word) const { return {{"list", word.list}, {"code", word.code}}; }
  json operator()(const locales::CodeList& list) const { return {{"list", list.list}, {"codes", list.codes}}; }
};
locales::Argument read_argument(const json& at) {
  if (at.contains("text")) return at.at("text").get<std::string>();
  if (at.contains("number")) return at.at("number").get<std::int64_t>();
  if (at.contains("instant")) return read_instant(at.at("instant"));
  if (at.contains("when")) return read_when(at.at("when"));
  if (at.contains("count")) return read_count(at.at("count"));
  auto list = at.at("list").get<std::string>();
  if (at.contains("code")) return locales::CodeWord{std::move(list), at.at("code").get<std::string>()};
  return locales::CodeList{std::move(list), at.at("codes").get<std::vector<std::string>>()};
}

json write(const OfferedOption& option) {
  json out{{"code", option.code}, {"label", option.label.id}};
  for (const auto& [name, argument] : option.label.arguments)
    out["arguments"].push_back({{"name", name}, {"value", std::visit(WriteArgument{}, argument)}});
  return out;
}
OfferedOption read_option(const json& at) {
  OfferedOption option{at.at("code").get<std::string>(), {at.at("label").get<std::string>(), {}}};
  if (at.contains("arguments"))
    for (const json& argument : at.at("arguments"))
      option.label.arguments.emplace_back(argument.at("name").get<std::string>(), read_argument(argument.at("value")));
  return option;
}

State read_state(const json& at) {
  State state;
  const int last_phase = number(Phase::correcting);
  state.phase = enumerator<Phase>(at.at("phase"), last_phase);
  if (at.contains("before")) state.before = enumerator<Phase>(at.at("before"), last_phase);
  state.locale = enumerator<Locale>(at.at("locale"), number(Locale::en));
  state.locale_chosen = at.value("locale_chosen", false);
  state.role = at.value("role", std::uint8_t{1});
  state.subject = at.value("subject", "");
  if (at.contains("incident")) state.incident = IncidentId{at.at("incident").get<std::string>()};
  state.asking = at.value("asking", "");
  if (at.contains("asked")) state.asked = at.at("asked").get<std::map<std::string, int>>();
  if (at.contains("skipped")) state.skipped = at.at("skipped").get<std::vector<std::string>>();
  if (at.contains("offered"))
    for (const json& option : at.at("offered")) state.offered.push_back(read_option(option));
  if (at.contains("undo"))
    for (const json& step : at.at("undo")) state.undo.push_back(read_changes(step));
  if (at.contains("disputed")) state.disputed = fact_id(at.at("disputed"));
  if (at.contains("disputed_with")) state.disputed_with = read_fact(at.at("disputed_with"));
  if (at.contains("earlier"))
    for (const json& id : at.at("earlier")) state.earlier.emplace_back(id.get<std::string>());
  state.last_turn = at.value("last_turn", std::uint64_t{0});
  state.misunderstood = at.value("misunderstood", 0);
  state.contained_advice_given = at.value("contained_advice_given", false);
  state.nudged = at.value("nudged", false);
  if (at.contains("held")) state.held = read_changes(at.at("held"));
  return state;
}

}  // namespace

std::string save(const State& state) {
  json out{{"v", kVersion},
           {"phase", number(state.phase)},
           {"before", number(state.before)},
           {"locale", number(state.locale)},
           {"locale_chosen", state.locale_chosen},
           {"role", state.role},
           {"subject", state.subject},
           {"asking", state.asking},
           {"asked", state.asked},
           {"skipped", state.skipped},
           {"last_turn", state.last_turn},
           {"misunderstood", state.misunderstood},
           {"contained_advice_given", state.contained_advice_given},
           {"nudged", state.nudged}};
  if (state.incident) out["incident"] = state.incident->str();
  for (const OfferedOption& option : state.offered) out["offered"].push_back(write(option));
  for (const auto& step : state.undo) out["undo"].push_back(write(step));
  if (state.disputed) out["disputed"] = fact_name(*state.disputed);
  if (state.disputed_with) out["disputed_with"] = write(*state.disputed_with);
  for (const IncidentId& id : state.earlier) out["earlier"].push_back(id.str());
  if (!state.held.empty()) out["held"] = write(state.held);
  // What people typed is clean UTF-8 by now; a stray byte is replaced, never thrown about.
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<State> load(const std::string& blob) {
  const json at = json::parse(blob, nullptr, /*allow_exceptions=*/false);
  if (!at.is_object() || !at.contains("v")) return fail(ErrorCode::corrupt, "conversation: not a state");
  try {
    if (at.at("v").get<int>() != kVersion) return fail(ErrorCode::corrupt, "conversation: unknown version");
    return read_state(at);
  } catch (const json::exception&) {
    return fail(ErrorCode::corrupt, "conversation: malformed");
  } catch (const std::out_of_range&) {
    return fail(ErrorCode::corrupt, "conversation: malformed");
  }
}

}  // namespace varsel::dialog
