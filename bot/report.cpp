#include "bot/report.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "incident/deadlines.h"
#include "incident/log.h"

namespace varsel::bot {
namespace {

using incident::Fact;
using incident::FactId;
using incident::FactStatus;
using nlohmann::json;

std::string_view name(FactStatus status) {
  switch (status) {
    case FactStatus::known:
      return "known";
    case FactStatus::not_known_yet:
      return "not_known_yet";
    case FactStatus::refused:
      return "refused";
    case FactStatus::not_applicable:
      return "not_applicable";
  }
  return "";
}

std::string_view name(Precision precision) {
  switch (precision) {
    case Precision::minute:
      return "minute";
    case Precision::hour:
      return "hour";
    case Precision::day:
      return "day";
    case Precision::week:
      return "week";
    case Precision::month:
      return "month";
    case Precision::range:
      return "range";
  }
  return "";
}

std::string_view name(storage::Delivery delivery) {
  switch (delivery) {
    case storage::Delivery::pending:
      return "pending";
    case storage::Delivery::sending:
      return "sending";
    case storage::Delivery::delivered:
      return "delivered";
    case storage::Delivery::failed:
      return "failed";
    case storage::Delivery::may_have_been_delivered:
      return "may_have_been_delivered";
  }
  return "";
}

std::string_view name(incident::State state) {
  switch (state) {
    case incident::State::draft:
      return "draft";
    case incident::State::reported:
      return "reported";
    case incident::State::triage:
      return "triage";
    case incident::State::no_breach:
      return "no_breach";
    case incident::State::breach:
      return "breach";
    case incident::State::assessment:
      return "assessment";
    case incident::State::decided:
      return "decided";
    case incident::State::approved:
      return "approved";
    case incident::State::notified:
      return "notified";
    case incident::State::supplemented:
      return "supplemented";
    case incident::State::closed:
      return "closed";
    case incident::State::evaluated:
      return "evaluated";
    case incident::State::withdrawn:
      return "withdrawn";
  }
  return "";
}

json value_json(const incident::FactValue& value) {
  struct Visitor {
    json operator()(const std::string& code) const { return code; }
    json operator()(const incident::Codes& codes) const {
      json out{{"codes", codes.codes}};
      if (!codes.words.reveal().empty()) out["words"] = codes.words.reveal();
      return out;
    }
    json operator()(const PersonalText& text) const { return text.reveal(); }
    json operator()(const When& when) const {
      return {
          {"from", iso(when.from)}, {"to", iso(when.to)}, {"precision", name(when.precision)}, {"approx", when.approx}};
    }
    json operator()(const Count& count) const {
      return {{"min", count.min ? json(*count.min) : json()},
              {"max", count.max ? json(*count.max) : json()},
              {"approx", count.approx}};
    }
  };
  return std::visit(Visitor{}, value);
}

json fact_json(const Fact& fact) {
  json out{{"status", name(fact.status)}};
  if (fact.status == FactStatus::known) out["value"] = value_json(fact.value);
  if (!fact.reason.empty()) out["reason"] = fact.reason;
  if (fact.ask_again_at) out["ask_again_at"] = iso(*fact.ask_again_at);
  out["source"] = {{"who", fact.source.who.str()},        {"at", iso(fact.source.at)},
                   {"channel", fact.source.channel},      {"turn", fact.source.turn},
                   {"words", fact.source.words.reveal()}, {"rule", fact.source.rule}};
  return out;
}

// The list whose words a Choice or a Codes fact uses; "" for what has none.
std::string list_of(FactId fact) {
  switch (fact) {
    case FactId::data_categories:
      return "data_category";
    case FactId::data_subjects:
      return "data_subject";
    case FactId::consequences:
      return "consequence";
    case FactId::measures:
      return "measure";
    case FactId::affected_parties:
    case FactId::own_party:
      return "party";
    case FactId::breach_kind:
      return "breach_kind";
    case FactId::nature:
      return "nature";
    case FactId::recipient:
      return "recipient";
    case FactId::certainty:
      return "certainty";
    case FactId::discoverer:
      return "discoverer";
    case FactId::ongoing:
    case FactId::contained:
    case FactId::encrypted:
    case FactId::others_affected:
    case FactId::authority_notified:
      return "tri";
    case FactId::occurred:
    case FactId::ended:
    case FactId::detected:
    case FactId::notified:
    case FactId::what_happened:
    case FactId::cause:
    case FactId::affected:
    case FactId::systems:
    case FactId::department:
    case FactId::reporter_contact:
    case FactId::records:
      return "";
  }
  return "";
}

std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of("\",\r\n;") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string in_words(const House& house, const incident::Record& record, FactId fact, Locale locale) {
  const auto* entry = record.find(fact);
  if (entry == nullptr || entry->status != FactStatus::known) return {};
  const auto zone = Zone::find(record.zone).value_or(Zone::utc());
  const auto render = [&](locales::Argument argument) {
    return house.catalog.render({"value.only", {{"value", std::move(argument)}}}, locale, zone).text;
  };
  const auto list = list_of(fact);
  struct Visitor {
    const decltype(render)& show;
    const std::string& list;
    std::string operator()(const std::string& code) const { return show(locales::CodeWord{list, code}); }
    std::string operator()(const incident::Codes& codes) const {
      std::string out = codes.codes.empty() ? "" : show(locales::CodeList{list, codes.codes});
      const auto& words = codes.words.reveal();
      if (!words.empty()) out += (out.empty() ? "" : "; ") + words;
      return out;
    }
    std::string operator()(const PersonalText& text) const { return text.reveal(); }
    std::string operator()(const When& when) const { return show(when); }
    std::string operator()(const Count& count) const { return show(count); }
  };
  return std::visit(Visitor{render, list}, entry->value);
}

json summary_json(const IncidentId& id, const incident::Record& record) {
  json out{{"id", id.str()},
           {"receipt", record.receipt.str()},
           {"state", name(record.state)},
           {"opened_at", iso(record.opened_at)},
           {"changed_at", iso(record.changed_at)},
           {"complete", record.complete},
           {"breach_kind", record.choice(FactId::breach_kind)}};
  json missing = json::array();
  for (const auto fact : incident::missing_log_fields(record, incident::For::closing))
    missing.push_back(incident::info(fact).name);
  out["missing_log_fields"] = std::move(missing);
  return out;
}

json incident_json(const House& house, const IncidentId& id, const incident::Record& record,
                   const std::vector<storage::OutboxRow>& outbox) {
  json out = summary_json(id, record);
  out["playbook"] = record.playbook;
  out["zone"] = record.zone;
  out["locale"] = tag(record.locale);
  out["facts"] = json::object();
  for (const auto& [fact, entry] : record.facts)
    out["facts"][std::string(incident::info(fact).name)] = fact_json(entry);
  if (record.aware_at) {
    out["aware_at"] = iso(*record.aware_at);
    const auto zone = Zone::find(record.zone).value_or(Zone::utc());
    for (const auto& deadline : incident::deadlines(*record.aware_at, zone, house.playbook.procedure.regimes,
                                                    date_of(zone.local(*record.aware_at))))
      out["deadlines"].push_back({{"duty", deadline.duty},
                                  {"due", iso(deadline.due)},
                                  {"due_local", iso(deadline.due, zone)},
                                  {"rule", deadline.rule},
                                  {"source", deadline.source}});
  }
  out["told"] = json::array();
  for (const auto& told : record.told) {
    json row{{"contact", told.contact},
             {"list", told.list},
             {"party", told.party.str()},
             {"rule", told.rule},
             {"at", iso(told.at)}};
    const auto sent = std::find_if(outbox.begin(), outbox.end(),
                                   [&](const auto& each) { return each.message.key == told.message_key; });
    if (sent != outbox.end())
      row["delivery"] = {{"state", name(sent->state)}, {"attempts", sent->attempts}, {"result", sent->last_result}};
    out["told"].push_back(std::move(row));
  }
  out["missing_contacts"] = json::array();
  for (const auto& missing : record.missing)
    out["missing_contacts"].push_back({{"list", missing.list},
                                       {"party", missing.party.str()},
                                       {"rule", missing.rule},
                                       {"fallback", missing.fallback}});
  if (record.group) {
    const auto& group = *record.group;
    out["group"] = {{"start", iso(group.start)},
                    {"end", iso(group.end)},
                    {"uid", group.uid},
                    {"sequence", group.sequence},
                    {"attendees", group.attendees},
                    {"answers", group.answers},
                    {"escalated", group.escalated},
                    {"coordinator_active", group.coordinator_active}};
    if (group.contact_person) out["group"]["contact_person"] = *group.contact_person;
    for (const auto& [party, at] : group.report_handed_to) out["group"]["report_handed_to"][party.str()] = iso(at);
  }
  out["decisions"] = record.decisions;
  return out;
}

std::string short_value(const Fact& fact) {
  if (fact.status != FactStatus::known) return std::string(name(fact.status));
  struct Visitor {
    std::string operator()(const std::string& code) const { return code; }
    std::string operator()(const incident::Codes& codes) const {
      std::string out;
      for (const auto& code : codes.codes) out += (out.empty() ? "" : ", ") + code;
      const auto& words = codes.words.reveal();
      return words.empty() ? out : out + (out.empty() ? "" : "; ") + words;
    }
    std::string operator()(const PersonalText& text) const { return text.reveal(); }
    std::string operator()(const When& when) const {
      auto from = iso(when.from);
      from.resize(when.precision == Precision::minute || when.precision == Precision::hour ? 16 : 10);
      auto out = (when.approx ? "about " : "") + from;
      if (when.precision == Precision::range) out += ".." + iso(when.to);
      return out;
    }
    std::string operator()(const Count& count) const {
      const auto about = std::string(count.approx ? "about " : "");
      if (count.min && count.max && *count.min == *count.max) return about + std::to_string(*count.min);
      return about + (count.min ? std::to_string(*count.min) : "") + ".." +
             (count.max ? std::to_string(*count.max) : "");
    }
  };
  return std::visit(Visitor{}, fact.value);
}

std::string csv_header(const House& house, Locale locale) {
  std::string line = "\xEF\xBB\xBF" + cell(house.catalog.render({"log.receipt", {}}, locale, house.zone()).text);
  for (const auto& row : incident::log_rows({}))
    line +=
        ',' +
        cell(house.catalog.render({"code.fact." + std::string(incident::info(row.fact).name), {}}, locale, house.zone())
                 .text);
  return line + "\r\n";
}

std::string csv_row(const House& house, const incident::Record& record, Locale locale) {
  std::string line = cell(record.receipt.str());
  for (const auto& row : incident::log_rows(record)) line += ',' + cell(in_words(house, record, row.fact, locale));
  return line + "\r\n";
}

}  // namespace varsel::bot
