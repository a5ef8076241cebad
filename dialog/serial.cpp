// The state of a conversation on disk: JSON, version 1. Keys and numbers are frozen. Old blobs are read for ever: a
// key that is missing keeps its default, and one that is not known is of a later version, and left alone.
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
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
std::string_view fact_name(incident::FactId fact) {
  return incident::info(fact).name;
}

void write(JsonWriter& out, Instant at) {
  out.value(at.time_since_epoch().count());
}
Instant read_instant(const json& at) {
  return Instant{Millis{at.get<std::int64_t>()}};
}

void write(JsonWriter& out, const When& when) {
  out.begin_object();
  out.member("from", when.from.time_since_epoch().count());
  out.member("to", when.to.time_since_epoch().count());
  out.member("precision", number(when.precision));
  out.member("approx", when.approx);
  out.member("second_passage", when.second_passage);
  out.end_object();
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

void write(JsonWriter& out, const Count& count) {
  out.begin_object();
  out.member("approx", count.approx);
  if (count.min) out.member("min", *count.min);
  if (count.max) out.member("max", *count.max);
  out.end_object();
}
Count read_count(const json& at) {
  Count count;
  if (at.contains("min")) count.min = at.at("min").get<std::int64_t>();
  if (at.contains("max")) count.max = at.at("max").get<std::int64_t>();
  count.approx = at.at("approx").get<bool>();
  return count;
}

void write(JsonWriter& out, const std::vector<std::string>& texts) {
  out.begin_array();
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

// One key names the alternative.
struct WriteValue {
  JsonWriter& out;
  void operator()(const std::string& code) const { out.member("code", code); }
  void operator()(const incident::Codes& codes) const {
    out.key("codes");
    write(out, codes.codes);
    out.member("words", codes.words.reveal());
  }
  void operator()(const PersonalText& text) const { out.member("text", text.reveal()); }
  void operator()(const When& when) const {
    out.key("when");
    write(out, when);
  }
  void operator()(const Count& count) const {
    out.key("count");
    write(out, count);
  }
};
void write(JsonWriter& out, const incident::FactValue& value) {
  out.begin_object();
  std::visit(WriteValue{out}, value);
  out.end_object();
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

void write(JsonWriter& out, const incident::Source& source) {
  out.begin_object();
  out.member("who", source.who.str());
  out.key("at");
  write(out, source.at);
  out.member("channel", source.channel);
  out.member("turn", source.turn);
  out.member("words", source.words.reveal());
  out.member("rule", source.rule);
  out.end_object();
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

void write(JsonWriter& out, const incident::Fact& fact) {
  out.begin_object();
  out.member("status", number(fact.status));
  out.key("value");
  write(out, fact.value);
  out.key("source");
  write(out, fact.source);
  if (!fact.reason.empty()) out.member("reason", fact.reason);
  if (fact.ask_again_at) {
    out.key("ask_again_at");
    write(out, *fact.ask_again_at);
  }
  out.end_object();
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

void write(JsonWriter& out, const Change& change) {
  out.begin_object();
  out.member("fact", fact_name(change.fact));
  if (change.before) {
    out.key("before");
    write(out, *change.before);
  }
  out.end_object();
}
Change read_change(const json& at) {
  Change change{fact_id(at.at("fact")), std::nullopt};
  if (at.contains("before")) change.before = read_fact(at.at("before"));
  return change;
}
void write(JsonWriter& out, const std::vector<Change>& changes) {
  out.begin_array();
  for (const Change& change : changes) write(out, change);
  out.end_array();
}
std::vector<Change> read_changes(const json& at) {
  std::vector<Change> changes;
  for (const json& change : at) changes.push_back(read_change(change));
  return changes;
}

struct WriteArgument {
  JsonWriter& out;
  void operator()(const std::string& text) const { out.member("text", text); }
  void operator()(std::int64_t value) const { out.member("number", value); }
  void operator()(Instant at) const {
    out.key("instant");
    write(out, at);
  }
  void operator()(const When& when) const {
    out.key("when");
    write(out, when);
  }
  void operator()(const Count& count) const {
    out.key("count");
    write(out, count);
  }
  void operator()(const locales::CodeWord& word) const {
    out.member("list", word.list);
    out.member("code", word.code);
  }
  void operator()(const locales::CodeList& list) const {
    out.member("list", list.list);
    out.key("codes");
    write(out, list.codes);
  }
};
void write(JsonWriter& out, const locales::Argument& argument) {
  out.begin_object();
  std::visit(WriteArgument{out}, argument);
  out.end_object();
}
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

void write(JsonWriter& out, const OfferedOption& option) {
  out.begin_object();
  out.member("code", option.code);
  out.member("label", option.label.id);
  if (!option.label.arguments.empty()) {
    out.key("arguments");
    out.begin_array();
    for (const auto& [name, argument] : option.label.arguments) {
      out.begin_object();
      out.member("name", name);
      out.key("value");
      write(out, argument);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
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
  JsonWriter out;
  out.begin_object();
  out.member("v", kVersion);
  out.member("phase", number(state.phase));
  out.member("before", number(state.before));
  out.member("locale", number(state.locale));
  out.member("locale_chosen", state.locale_chosen);
  out.member("role", state.role);
  out.member("subject", state.subject);
  if (state.incident) out.member("incident", state.incident->str());
  out.member("asking", state.asking);
  out.key("asked");
  out.begin_object();
  for (const auto& [question, times] : state.asked) out.member(question, times);
  out.end_object();
  out.key("skipped");
  write(out, state.skipped);
  out.key("offered");
  out.begin_array();
  for (const OfferedOption& option : state.offered) write(out, option);
  out.end_array();
  out.key("undo");
  out.begin_array();
  for (const auto& step : state.undo) write(out, step);
  out.end_array();
  if (state.disputed) out.member("disputed", fact_name(*state.disputed));
  if (state.disputed_with) {
    out.key("disputed_with");
    write(out, *state.disputed_with);
  }
  out.key("earlier");
  out.begin_array();
  for (const IncidentId& id : state.earlier) out.value(id.str());
  out.end_array();
  out.member("last_turn", state.last_turn);
  out.member("misunderstood", state.misunderstood);
  out.member("contained_advice_given", state.contained_advice_given);
  out.member("nudged", state.nudged);
  out.key("held");
  write(out, state.held);
  out.end_object();
  return out.take();
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
