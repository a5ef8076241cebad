#include "bot/understood.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "intents/explain.h"
#include "intents/understand.h"

namespace varsel::bot {
namespace {

using intents::Entity;
using intents::Kind;
using nlohmann::json;

std::string cut(std::string text, std::size_t length) {
  text.resize(std::min(text.size(), length));
  return text;
}

// "2025-11-17T10:30", "2025-11-17T10", "2025-11-17", "2025-W46", "2025-10"
std::string value_of(LocalTime at, Precision precision) {
  switch (precision) {
    case Precision::minute:
      return cut(iso(at), 16);
    case Precision::hour:
      return cut(iso(at), 13);
    case Precision::range:
      return cut(iso(at), at == std::chrono::floor<std::chrono::hours>(at) ? 13 : 16);
    case Precision::day:
      return cut(iso(at), 10);
    case Precision::month:
      return cut(iso(at), 7);
    case Precision::week:
      break;
  }
  using namespace std::chrono;
  // ISO 8601: the week belongs to the year of its Thursday.
  const auto day = floor<days>(at);
  const auto thursday = day + days(4) - days(weekday(day).iso_encoding());
  const auto year = year_month_day(thursday).year();
  const auto week = (thursday - local_days(year / January / 1)).count() / 7 + 1;
  return std::to_string(static_cast<int>(year)) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

// The evaluation data has one label for some that the conversation tells apart.
std::string_view label(intents::Intent intent) {
  switch (intent) {
    case intents::Intent::back:
      return to_string(intents::Intent::undo);
    case intents::Intent::start_over:
      return to_string(intents::Intent::cancel);
    case intents::Intent::why:
    case intents::Intent::repeat:
      return to_string(intents::Intent::ask_help);
    default:
      return to_string(intent);
  }
}

// The data has no kind for somebody who got into a system: it counts under what fits none of the others.
json kind_label(json kind) {
  return kind == "intrusion" ? json("other") : kind;
}

json when_json(const When& when) {
  json out{{"value", value_of(when.from, when.precision)}, {"approx", when.approx}};
  static constexpr std::array<std::string_view, 7> kNames{"", "minute", "hour", "day", "week", "month", "range"};
  out["precision"] = kNames[static_cast<std::size_t>(when.precision)];
  if (when.precision == Precision::range) out["end"] = value_of(when.to, when.precision);
  return out;
}

json count_json(const Count& count) {
  return {{"min", count.min ? json(*count.min) : json()},
          {"max", count.max ? json(*count.max) : json()},
          {"approx", count.approx}};
}

json value_json(const intents::EntityValue& value) {
  if (const auto* code = std::get_if<std::string>(&value)) return *code;
  if (const auto* when = std::get_if<When>(&value)) return when_json(*when);
  return count_json(std::get<Count>(value));
}

class Facts {
 public:
  explicit Facts(const std::vector<Entity>& entities) : entities_(entities) {}

  [[nodiscard]] json first(Kind kind) const {
    for (const auto& entity : entities_)
      if (entity.kind == kind) return value_json(entity.value);
    return nullptr;
  }
  [[nodiscard]] json all(Kind kind) const {
    json out = json::array();
    for (const auto& entity : entities_)
      if (entity.kind == kind && std::find(out.begin(), out.end(), value_json(entity.value)) == out.end())
        out.push_back(value_json(entity.value));
    return out;
  }
  [[nodiscard]] bool any(Kind kind) const {
    return std::any_of(entities_.begin(), entities_.end(), [&](const Entity& entity) { return entity.kind == kind; });
  }

 private:
  const std::vector<Entity>& entities_;
};

constexpr std::size_t kWallClock = std::string_view("2026-11-21T09:02:03").size();

Result<intents::Context> context_of(const json& asked, bool alone) {
  intents::Context context;
  if (asked.contains("locale") && asked["locale"].is_string()) {
    if (const auto tongue = intents::tongue_from_tag(asked["locale"].get<std::string>())) {
      if (const auto locale = intents::locale_of(*tongue)) {
        context.locale = *locale;
        context.locale_fixed = true;
      } else {
        context.tongue = tongue;  // no conversation is held in it: it can only be told
      }
    }
  }
  VARSEL_TRY(context.zone, Zone::find(asked.value("tz", "UTC")));
  const auto now = asked.value("now", "");
  // A phrase alone is read by the clock that its writer saw, whatever zone that is in; a report by the organisation's.
  const auto wall = parse_local(now.substr(0, alone ? kWallClock : std::string::npos));
  if (wall) {
    context.now = context.zone.earliest(*wall);
  } else {
    VARSEL_TRY(context.now, parse_instant(now));
  }
  return context;
}

json span_json(const std::optional<intents::TimeSpan>& span, const char* name) {
  if (!span) return nullptr;
  json parts = json::object();
  for (std::size_t i = 0; i < intents::kTimeUnits; ++i)
    if (span->parts[i]) parts[std::string(to_string(static_cast<intents::TimeUnit>(i)))] = *span->parts[i];
  return {{name, parts}};
}

json one_dimension(const std::string& text, const intents::Context& context, const std::string& only) {
  const intents::Tongue tongue = context.tongue.value_or(intents::tongue_of(context.locale));
  if (only == "time") {
    const auto read = intents::read_time(text, context);
    if (!read) return nullptr;
    // Both readings: what a report means by it (value, precision), and the same on a calendar (kind, start, end).
    using CalendarKind = intents::CalendarTime::Kind;
    static constexpr std::array<std::string_view, 4> kKinds{"instant", "interval", "open_before", "open_after"};
    json out = when_json(read->reported);
    out["kind"] = kKinds[static_cast<std::size_t>(read->calendar.kind)];
    out["start"] = iso(read->calendar.start);
    out["grain"] = read->calendar.grain;
    if (read->calendar.kind == CalendarKind::interval) out["end"] = iso(read->calendar.end);
    return out;
  }
  if (only == "count") {
    const auto count = intents::read_count(text, tongue);
    if (!count) return nullptr;
    return std::holds_alternative<Count>(*count) ? value_json(*count) : json{{"unknown", true}};
  }
  if (only == "duration") return span_json(intents::read_duration(text, tongue), "parts");
  if (only == "relative-time") return span_json(intents::read_offset(text, tongue), "offset");
  const auto number = only == "numeral"   ? intents::read_numeral(text, tongue)
                      : only == "ordinal" ? intents::read_ordinal(text, tongue)
                                          : std::nullopt;
  return number ? json{{"value", *number}} : json();
}

json whole_message(const std::string& text, const intents::Context& context) {
  const auto said = intents::understand(text, context);
  const Facts facts(said.entities);
  json out{{"locale", tag(said.tongue)},
           {"intent", label(said.intent())},
           {"confidence", said.intents.front().confidence},
           {"masked_text", said.masked}};
  for (const auto& intent : said.intents) out["intents"].push_back(label(intent.intent));
  out["kind"] = kind_label(facts.first(Kind::breach_kind));
  out["breach_start"] = facts.first(Kind::occurred);
  out["breach_end"] = facts.first(Kind::ended);
  out["discovered_at"] = facts.first(Kind::discovered);
  out["data_categories"] = facts.all(Kind::data_category);
  out["data_categories_negated"] = facts.all(Kind::data_category_not);
  out["data_subjects"] = facts.all(Kind::data_subject);
  out["count_affected"] =
      facts.any(Kind::count_unknown) && !facts.any(Kind::count) ? json{{"unknown", true}} : facts.first(Kind::count);
  out["recipient"] = facts.first(Kind::recipient);
  out["contained"] = nullptr;
  if (facts.any(Kind::contained) || facts.any(Kind::measure))
    out["contained"] = {{"state", facts.any(Kind::contained) ? facts.first(Kind::contained) : json("unknown")},
                        {"measures", facts.all(Kind::measure)}};
  out["encrypted"] = facts.first(Kind::encrypted);
  out["certainty"] = facts.first(Kind::certainty);
  out["systems"] = facts.all(Kind::system);
  out["emails"] = facts.all(Kind::email);
  out["phones"] = facts.all(Kind::phone);
  out["entities"] = json::array();
  for (const auto& entity : said.entities) {
    // What is masked is not shown here either.
    const bool secret =
        entity.kind == Kind::national_id || entity.kind == Kind::card_or_account || entity.kind == Kind::secret;
    out["entities"].push_back({{"kind", to_string(entity.kind)},
                               {"text", secret ? "" : said.text.substr(entity.start, entity.end - entity.start)},
                               {"start", entity.start},
                               {"end", entity.end},
                               {"value", secret ? json() : value_json(entity.value)},
                               {"rule", entity.rule},
                               {"confidence", entity.confidence}});
  }
  return out;
}

}  // namespace

Result<json> understood(const json& asked, const std::string& only) {
  VARSEL_TRY(const auto context, context_of(asked, !only.empty()));
  const auto text = asked.value("text", "");
  json out = only.empty() ? whole_message(text, context) : json{{"expected", one_dimension(text, context, only)}};
  out["id"] = asked.value("id", json());
  return out;
}

Result<json> explained(const json& asked) {
  VARSEL_TRY(json out, understood(asked, ""));
  VARSEL_TRY(const auto context, context_of(asked, false));
  const auto why = intents::explain(asked.value("text", ""), context);
  out["explain"] = {{"rules", why.rules}, {"learned", why.learned}};
  return out;
}

}  // namespace varsel::bot
