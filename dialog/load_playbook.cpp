#include <algorithm>
#include <array>
#include <set>

#include "base/vocabulary.h"
#include "dialog/fact_codes.h"
#include "dialog/load.h"
#include "dialog/load_toml.h"
#include "dialog/present.h"

namespace varsel::dialog {

std::string to_string(const Finding& finding) {
  return finding.file + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) + ": " +
         finding.message;
}

namespace loading {
namespace {

using incident::FactId;
using Name = std::string_view;

constexpr std::array<Name, 20> kTopKeys{"format",
                                        "name",
                                        "version",
                                        "title",
                                        "locales",
                                        "organisation",
                                        "contacts_template",
                                        "zone",
                                        "regimes",
                                        "contacts_stale_after_days",
                                        "nudge_after_minutes",
                                        "hand_over_after_minutes",
                                        "hours",
                                        "group",
                                        "party",
                                        "contact_rule",
                                        "workflow",
                                        "question",
                                        "filled",
                                        "texts"};
constexpr std::array<Name, 4> kHoursKeys{"holidays", "opens", "closes", "weekdays"};
constexpr std::array<Name, 6> kGroupKeys{
    "coordinator", "attendees", "notice_minutes", "length_minutes", "answer_within_minutes", "status_every_hours"};
constexpr std::array<Name, 4> kRecipientsKeys{"role", "party_role", "scope", "list"};
constexpr std::array<Name, 3> kPartyKeys{"id", "role", "name"};
constexpr std::array<Name, 6> kContactRuleKeys{"id", "order", "when", "whom", "fallback", "message"};
constexpr std::array<Name, 3> kRoutingWhenKeys{"discoverer", "others_affected", "confirmed"};
constexpr std::array<Name, 3> kWorkflowKeys{"id", "discoverer", "step"};
constexpr std::array<Name, 5> kStepKeys{"id", "role", "duty", "contact_rules", "done_when"};
constexpr std::array<Name, 5> kQuestionKeys{"id", "fact", "text", "when", "choices"};
constexpr std::array<Name, 3> kConditionKeys{"fact", "is", "is_not"};
constexpr std::array<Name, 2> kChoiceKeys{"code", "label"};
constexpr std::array<Name, 2> kFilledKeys{"fact", "by"};
constexpr std::array<Name, 4> kLocaleKeys{"da", "nb", "nn", "en"};

constexpr std::array<TableKeys, 14> kPlaybookKeys{{{"", kTopKeys},
                                                   {"hours", kHoursKeys},
                                                   {"group", kGroupKeys},
                                                   {"group.attendees, contact_rule.whom", kRecipientsKeys},
                                                   {"party", kPartyKeys},
                                                   {"contact_rule", kContactRuleKeys},
                                                   {"contact_rule.when", kRoutingWhenKeys},
                                                   {"workflow", kWorkflowKeys},
                                                   {"workflow.step", kStepKeys},
                                                   {"question", kQuestionKeys},
                                                   {"question.when", kConditionKeys},
                                                   {"question.choices", kChoiceKeys},
                                                   {"filled", kFilledKeys},
                                                   {"texts", kLocaleKeys}}};

constexpr std::array<Name, 2> kFilledBy{"system", "adviser"};
constexpr std::array<Name, 3> kHolidays{"DK", "NO", ""};
constexpr std::array<Name, 7> kWeekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<Name, 2> kRegimes{"gdpr", "nis2"};
constexpr std::array<Name, 3> kScopes{"own", "affected", "all"};
constexpr std::array<Name, 4> kLists{"any", "security", "privacy", "by_nature"};
constexpr std::array<Name, 9> kDoneWhen{"contacts_told",  "contained", "measures_recorded",
                                        "cause_recorded", "logged",    "authority_assessed",
                                        "dpo_told",       "filed",     "by_person"};

std::vector<Name> fact_names() {
  std::vector<Name> names;
  for (const auto& fact : incident::kFacts) names.push_back(fact.name);
  return names;
}

intents::Expecting expecting(FactId fact) {
  using intents::Expecting;
  switch (fact) {
    case FactId::occurred:
    case FactId::ended:
    case FactId::detected:
    case FactId::notified:
      return Expecting::time;
    case FactId::affected:
    case FactId::records:
      return Expecting::count;
    case FactId::ongoing:
    case FactId::contained:
    case FactId::encrypted:
    case FactId::others_affected:
    case FactId::authority_notified:
      return Expecting::yes_no;
    case FactId::breach_kind:
      return Expecting::breach_kind;
    case FactId::nature:
      return Expecting::nature;
    case FactId::data_categories:
      return Expecting::data_categories;
    case FactId::data_subjects:
      return Expecting::data_subjects;
    case FactId::recipient:
      return Expecting::recipient;
    case FactId::measures:
      return Expecting::measures;
    case FactId::consequences:
      return Expecting::consequences;
    case FactId::discoverer:
      return Expecting::discoverer;
    case FactId::certainty:
    case FactId::own_party:
    case FactId::affected_parties:
    case FactId::systems:
    case FactId::what_happened:
    case FactId::cause:
    case FactId::department:
    case FactId::reporter_contact:
      return Expecting::free_text;
  }
  return Expecting::free_text;
}

template <class Enum>
Enum nth(Names names, const std::string& name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return static_cast<Enum>(at == names.end() ? 0 : at - names.begin());
}

class PlaybookReader {
 public:
  PlaybookReader(const toml::table& root, Report& report)
      : report_(report), top_(report, root, "a playbook", kTopKeys) {}

  Playbook read() {
    read_top();
    read_parties();  // before everything that names a party or a role
    read_hours();
    read_contact_rules();
    read_workflows();
    read_group();
    read_questions();
    read_filled();
    read_texts();
    return std::move(playbook_);
  }

 private:
  void read_top() {
    if (top_.integer_or("format", 1, 1, 0) == 0 && !top_.has("format"))
      top_.complain("format", "a playbook needs “format = 1”");
    playbook_.name = top_.text("name");
    playbook_.version = top_.text("version");
    playbook_.title = top_.text("title");
    for (const auto& name : top_.texts("locales", kLocaleKeys)) playbook_.locales.push_back(*locale_from_tag(name));
    if (playbook_.locales.empty()) top_.complain("locales", "a playbook needs at least one language in “locales”");
    playbook_.contacts_template = top_.text_or("contacts_template", "");
    if (playbook_.contacts_template.find('/') != std::string::npos)
      top_.complain("contacts_template", "the contact-list template stands beside the playbook: a file name, no path");
    playbook_.nudge_after = std::chrono::minutes{top_.integer_or("nudge_after_minutes", 1, 24 * 60, 10)};
    playbook_.hand_over_after = std::chrono::minutes{top_.integer_or("hand_over_after_minutes", 1, 7 * 24 * 60, 30)};
    if (playbook_.hand_over_after <= playbook_.nudge_after)
      top_.complain("hand_over_after_minutes",
                    "people are nudged before their report is handed over: “hand_over_after_minutes” must be more than "
                    "“nudge_after_minutes”");
    procedure().name = playbook_.name;
    if (const auto zone = Zone::find(top_.text("zone"))) {
      procedure().zone = *zone;
    } else if (top_.has("zone")) {
      top_.complain("zone", "“zone” must be the IANA name of a time zone, as “Europe/Copenhagen”");
    }
    procedure().regimes = top_.texts("regimes", kRegimes);
    procedure().contacts_stale_after =
        std::chrono::hours{24 * top_.integer_or("contacts_stale_after_days", 1, 3650, 180)};
  }

  void read_parties() {
    for (const toml::table* table : top_.tables("party")) {
      Row row{report_, *table, "a party", kPartyKeys};
      incident::Party party{PartyId{row.text("id")}, row.text("role"), row.words("name")};
      unique(row, party_ids_, party.id.str(), "party");
      roles_.insert(party.role);
      need_locales(row, "name", party.name);
      procedure().parties.push_back(std::move(party));
    }
    for (const auto& party : procedure().parties) party_id_names_.push_back(party.id.str());
    for (const auto& role : roles_) role_names_.push_back(role);
    if (procedure().parties.empty()) top_.complain("party", "a playbook needs at least one [[party]]");
    playbook_.organisation = PartyId{top_.one_of("organisation", party_id_names_)};
  }

  void read_hours() {
    const toml::table* table = top_.table("hours");
    if (table == nullptr) return;
    Row row{report_, *table, "hours", kHoursKeys};
    auto& hours = procedure().hours;
    hours.holidays = row.one_of_or("holidays", kHolidays, "");
    hours.opens = row.time_of_day_or("opens", hours.opens);
    hours.closes = row.time_of_day_or("closes", hours.closes);
    if (hours.closes <= hours.opens) row.complain("closes", "“closes” must be later than “opens”");
    if (!row.has("weekdays")) return;
    hours.weekdays = 0;
    for (const auto& day : row.texts("weekdays", kWeekdays)) hours.weekdays |= 1u << nth<unsigned>(kWeekdays, day);
    if (hours.weekdays == 0) row.complain("weekdays", "there must be a working day: " + listed(kWeekdays));
  }

  incident::Recipients read_recipients(Row& owner, std::string_view key) {
    const toml::table* table = owner.table(key);
    if (table == nullptr) {
      if (!owner.has(key)) owner.complain(key, "who is meant must be said: “" + std::string{key} + "” is missing");
      return {};
    }
    Row row{report_, *table, std::string{"“"} + std::string{key} + "”", kRecipientsKeys};
    incident::Recipients whom;
    whom.role = row.text("role");
    whom.party_role = row.one_of_or("party_role", role_names_, "");
    whom.scope = nth<incident::Recipients::Scope>(kScopes, row.one_of_or("scope", kScopes, "all"));
    whom.list = nth<incident::Recipients::List>(kLists, row.one_of_or("list", kLists, "any"));
    return whom;
  }

  void read_contact_rules() {
    for (const toml::table* table : top_.tables("contact_rule")) {
      Row row{report_, *table, "a contact rule", kContactRuleKeys};
      incident::ContactRule rule;
      rule.id = row.text("id");
      unique(row, rule_ids_, rule.id, "contact rule");
      rule.order = static_cast<int>(row.integer_or("order", 0, 1000, 0));
      if (const toml::table* when = row.table("when")) {
        Row conditions{report_, *when, "“when” of a contact rule", kRoutingWhenKeys};
        if (conditions.has("discoverer"))
          rule.when.discoverer = conditions.one_of("discoverer", vocabulary::kDiscoverers);
        if (conditions.has("others_affected"))
          rule.when.others_affected = conditions.boolean_or("others_affected", false);
        if (conditions.has("confirmed")) rule.when.confirmed = conditions.boolean_or("confirmed", false);
      }
      rule.whom = read_recipients(row, "whom");
      rule.fallback = row.text_or("fallback", "");
      rule.message = row.text("message");
      rule_id_names_.push_back(*rule_ids_.insert(rule.id).first);
      procedure().contact_rules.push_back(std::move(rule));
    }
  }

  void read_workflows() {
    std::set<std::string, std::less<>> ids;
    std::set<std::string, std::less<>> discoverers;
    for (const toml::table* table : top_.tables("workflow")) {
      Row row{report_, *table, "a workflow", kWorkflowKeys};
      incident::Workflow workflow;
      workflow.id = row.text("id");
      unique(row, ids, workflow.id, "workflow");
      workflow.discoverer = row.one_of("discoverer", vocabulary::kDiscoverers);
      if (!workflow.discoverer.empty() && !discoverers.insert(workflow.discoverer).second)
        row.complain("discoverer", "another workflow is already chosen by “" + workflow.discoverer + "”");
      std::set<std::string, std::less<>> step_ids;
      for (const toml::table* step_table : row.tables("step")) {
        Row step_row{report_, *step_table, "a step", kStepKeys};
        incident::Step step;
        step.id = step_row.text("id");
        unique(step_row, step_ids, step.id, "step");
        step.role = step_row.one_of("role", role_names_);
        step.duty = step_row.words("duty");
        need_locales(step_row, "duty", step.duty);
        step.contact_rules = step_row.texts("contact_rules", rule_id_names_);
        if (rule_id_names_.empty() && !step.contact_rules.empty())
          step_row.complain("contact_rules", "the playbook has no [[contact_rule]]");
        step.done_when = nth<incident::DoneWhen>(kDoneWhen, step_row.one_of("done_when", kDoneWhen));
        workflow.steps.push_back(std::move(step));
      }
      if (workflow.steps.empty()) row.complain("step", "a workflow needs at least one [[workflow.step]]");
      procedure().workflows.push_back(std::move(workflow));
    }
  }

  void read_group() {
    const toml::table* table = top_.table("group");
    if (table == nullptr) return;
    Row row{report_, *table, "group", kGroupKeys};
    auto& group = procedure().group;
    group.summoned = true;
    group.coordinator = row.one_of("coordinator", role_names_);
    group.attendees = read_recipients(row, "attendees");
    group.notice = std::chrono::minutes{row.integer_or("notice_minutes", 0, 7 * 24 * 60, 60)};
    group.length = std::chrono::minutes{row.integer_or("length_minutes", 5, 8 * 60, 45)};
    group.answer_within = std::chrono::minutes{row.integer_or("answer_within_minutes", 1, 7 * 24 * 60, 30)};
    group.status_every = std::chrono::hours{row.integer_or("status_every_hours", 1, 31 * 24, 24)};
  }

  FactId read_fact(Row& row) {
    const auto name = row.one_of("fact", fact_names());
    return incident::fact_from(name).value_or(FactId{});
  }

  void read_questions() {
    std::set<std::string, std::less<>> ids;
    for (const toml::table* table : top_.tables("question")) {
      Row row{report_, *table, "a question", kQuestionKeys};
      Question question;
      question.fact = read_fact(row);
      if (question.fact == FactId{}) continue;
      const auto& info = incident::info(question.fact);
      question.id = row.text_or("id", std::string{info.name});
      unique(row, ids, question.id, "question");
      question.text = row.text_or("text", "ask." + std::string{info.name});
      question.expecting = expecting(question.fact);
      question.mandatory = info.log_field != 0;
      for (const toml::table* condition : row.tables("when")) question.when.push_back(read_condition(*condition));
      question.choices = read_choices(row, question.fact);
      playbook_.questions.push_back(std::move(question));
    }
    if (playbook_.questions.empty()) top_.complain("question", "a playbook needs at least one [[question]]");
  }

  Condition read_condition(const toml::table& table) {
    Row row{report_, table, "a condition", kConditionKeys};
    Condition condition;
    condition.fact = read_fact(row);
    if (condition.fact == FactId{}) return condition;
    const auto codes = fact_codes(condition.fact, procedure());
    if (codes.empty()) {
      row.complain("fact", "a condition can only look at a fact that holds codes, which “" +
                               std::string{incident::info(condition.fact).name} + "” does not");
      return condition;
    }
    condition.is = row.texts("is", codes);
    condition.is_not = row.texts("is_not", codes);
    return condition;
  }

  // A code alone, or a table with its own label.
  std::vector<Choice> read_choices(Row& row, FactId fact) {
    if (!row.has("choices")) return {};
    const auto codes = fact_codes(fact, {});
    const std::string name{incident::info(fact).name};
    if (codes.empty()) {
      row.complain("choices", "“" + name + "” is answered in words: it has no choices");
      return {};
    }
    const auto label = [&](const std::string& code) { return "code." + std::string{code_list(fact)} + "." + code; };
    std::vector<Choice> choices;
    if (!row.holds_tables("choices")) {
      for (const auto& code : row.texts("choices", codes)) choices.push_back({code, label(code)});
      return choices;
    }
    std::set<std::string, std::less<>> seen;
    for (const toml::table* table : row.tables("choices")) {
      Row choice{report_, *table, "a choice", kChoiceKeys};
      const auto code = choice.one_of("code", codes);
      unique(choice, seen, code, "choice", "code");
      choices.push_back({code, choice.text_or("label", label(code))});
    }
    return choices;
  }

  void read_filled() {
    for (const toml::table* table : top_.tables("filled")) {
      Row row{report_, *table, "“filled”", kFilledKeys};
      FilledField field{read_fact(row), row.one_of("by", kFilledBy)};
      if (field.fact == FactId{}) continue;
      if (incident::info(field.fact).log_field == 0)
        row.complain("fact", "“" + std::string{incident::info(field.fact).name} + "” is no field of the mandatory log");
      playbook_.filled.push_back(std::move(field));
    }
  }

  void read_texts() {
    const toml::table* table = top_.table("texts");
    if (table == nullptr) return;
    Row by_locale{report_, *table, "“texts”", kLocaleKeys};
    for (const Locale locale : kLocales) {
      playbook_.texts[locale] = by_locale.texts_by_key(tag(locale));
      if (playbook_.texts[locale].empty()) playbook_.texts.erase(locale);
    }
  }

  void unique(Row& row, std::set<std::string, std::less<>>& seen, const std::string& id, std::string_view what,
              std::string_view key = "id") {
    if (!id.empty() && !seen.insert(id).second)
      row.complain(key, "there is already a " + std::string{what} + " “" + id + "”");
  }

  void need_locales(Row& row, std::string_view key, const incident::Words& words) {
    if (words.empty()) return;  // said already
    for (const Locale locale : playbook_.locales)
      if (!words.contains(locale))
        row.complain(key, "“" + std::string{key} + "” is not worded in “" + std::string{tag(locale)} + "”");
  }

  incident::Procedure& procedure() { return playbook_.procedure; }

  Report& report_;
  Row top_;
  Playbook playbook_;
  std::set<std::string, std::less<>> party_ids_;
  std::set<std::string, std::less<>> roles_;
  std::set<std::string, std::less<>> rule_ids_;
  std::vector<Name> party_id_names_;
  std::vector<Name> role_names_;
  std::vector<Name> rule_id_names_;
};

}  // namespace

std::span<const TableKeys> playbook_keys() {
  return kPlaybookKeys;
}

}  // namespace loading

Loaded load_playbook(std::string_view toml, const std::string& file_name) {
  loading::Report report{file_name};
  Loaded out;
  if (const auto root = loading::parse(toml, report)) {
    Playbook playbook = loading::PlaybookReader{*root, report}.read();
    out.findings = report.take();
    if (out.findings.empty()) out.playbook = std::move(playbook);
    return out;
  }
  out.findings = report.take();
  return out;
}

}  // namespace varsel::dialog
