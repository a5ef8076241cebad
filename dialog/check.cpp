#include "dialog/check.h"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "dialog/fact_codes.h"
#include "dialog/next_question.h"
#include "incident/routing.h"

namespace varsel::dialog {
namespace {

using incident::Codes;
using incident::Fact;
using incident::FactId;
using incident::FactStatus;
using incident::FactType;
using incident::Record;

using Path = std::vector<std::string>;

// Far above what any readable procedure needs; a playbook beyond it is refused rather than trusted.
constexpr std::size_t kMaxStates = 200'000;
constexpr std::size_t kMaxStarts = 5'000;

std::string in_quotes(std::string_view text) {
  return "“" + std::string{text} + "”";
}
std::string name_of(FactId fact) {
  return std::string{incident::info(fact).name};
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : std::string{between}) + part;
  return out;
}

Fact entry_of(FactId fact, const std::vector<std::string>& codes) {
  Fact entry;
  if (incident::info(fact).type == FactType::Codes) {
    entry.value = Codes{codes, {}};
  } else {
    entry.value = codes.empty() ? std::string{} : codes.front();
  }
  return entry;
}

// One class of answer to a question: any two answers of a class lead to the same questions afterwards.
struct Answer {
  std::string shown;  // "ongoing = yes"
  Fact entry;
};

class Checker {
 public:
  Checker(const Playbook& playbook, const incident::ContactBook* contacts, const locales::Catalog& catalog)
      : playbook_(playbook), procedure_(playbook.procedure), contacts_(contacts), catalog_(catalog) {}

  std::vector<CheckFinding> run() {
    check_conditions();
    check_waiting();
    explore();
    check_words();
    check_discoverers();
    check_steps();
    check_rules();
    check_deputies();
    return std::move(findings_);
  }

 private:
  void add(std::string rule, std::string where, std::string message, Path path = {}) {
    findings_.push_back({std::move(rule), std::move(where), std::move(message), std::move(path)});
  }

  // ---- the dialog ----

  const Question* question_about(FactId fact) const {
    const auto found = std::find_if(playbook_.questions.begin(), playbook_.questions.end(),
                                    [&](const Question& question) { return question.fact == fact; });
    return found == playbook_.questions.end() ? nullptr : &*found;
  }

  // What the fact can hold here: a Choice only what its question offers.
  std::vector<std::string> codes_here(FactId fact) const {
    std::vector<std::string> codes;
    const Question* question = question_about(fact);
    if (question != nullptr && incident::info(fact).type == FactType::Choice && !question->choices.empty()) {
      for (const Choice& choice : question->choices) codes.push_back(choice.code);
    } else {
      for (const auto code : fact_codes(fact, procedure_)) codes.emplace_back(code);
    }
    return codes;
  }

  // The smallest set of codes for every combination of outcomes that these conditions can have together.
  std::vector<std::vector<std::string>> classes(FactId fact, const std::vector<const Condition*>& conditions) const {
    const auto outcome = [&](const std::vector<std::string>& codes) {
      Record record;
      record.facts[fact] = entry_of(fact, codes);
      std::vector<bool> holding;
      for (const Condition* condition : conditions) holding.push_back(holds(*condition, record));
      return holding;
    };
    const bool many = incident::info(fact).type == FactType::Codes;
    const auto all = codes_here(fact);
    std::map<std::vector<bool>, std::vector<std::string>> seen;
    std::deque<std::vector<std::string>> open;
    const auto visit = [&](std::vector<std::string> codes) {
      if (seen.emplace(outcome(codes), codes).second) open.push_back(std::move(codes));
    };
    for (const auto& code : all) visit({code});
    while (many && !open.empty()) {
      const auto codes = open.front();
      open.pop_front();
      for (const auto& code : all) {
        if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
        auto more = codes;
        more.push_back(code);
        visit(std::move(more));
      }
    }
    std::vector<std::vector<std::string>> out;
    for (auto& [holding, codes] : seen) out.push_back(codes);
    return out;
  }

  std::vector<const Condition*> conditions_on(FactId fact) const {
    std::vector<const Condition*> found;
    for (const Question& question : playbook_.questions)
      for (const Condition& condition : question.when)
        if (condition.fact == fact) found.push_back(&condition);
    return found;
  }

  // Known, class by class, and not known: "not known yet", "refused" and "not applicable" are one class, since every
  // condition is false for each of them.
  std::vector<Answer> answers(FactId fact) const {
    std::vector<Answer> out;
    const auto conditions = conditions_on(fact);
    if (!conditions.empty()) {
      for (const auto& codes : classes(fact, conditions))
        out.push_back({name_of(fact) + " = " + joined(codes, " + "), entry_of(fact, codes)});
    }
    Fact unknown;
    unknown.status = FactStatus::not_known_yet;
    out.push_back({name_of(fact) + " = not known", unknown});
    return out;
  }

  void check_conditions() {
    for (const Question& question : playbook_.questions) {
      const std::string where = "question " + question.id;
      std::set<FactId> facts;
      for (const Condition& condition : question.when) facts.insert(condition.fact);
      for (const FactId fact : facts) {
        if (fact == question.fact) {
          add("question_waits_for_itself", where, "the question is asked only when its own answer is known already");
          continue;
        }
        std::vector<const Condition*> own;
        for (const Condition& condition : question.when)
          if (condition.fact == fact) own.push_back(&condition);
        bool possible = false;
        for (const auto& codes : classes(fact, own)) {
          Record record;
          record.facts[fact] = entry_of(fact, codes);
          possible = possible ||
                     std::all_of(own.begin(), own.end(), [&](const Condition* one) { return holds(*one, record); });
        }
        if (!possible)
          add("contradictory_conditions", where,
              "no value of " + in_quotes(name_of(fact)) + " meets every condition on it");
        for (const Condition* condition : own) {
          const auto offered = codes_here(fact);
          for (const auto& code : condition->is)
            if (std::find(offered.begin(), offered.end(), code) == offered.end())
              add("choice_not_offered", where,
                  "waits for " + in_quotes(name_of(fact) + " = " + code) +
                      ", which the question about it does not offer");
        }
      }
    }
  }

  // Questions that wait for each other in a circle are asked only of those who volunteer an answer.
  void check_waiting() {
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::string>> waits_for;
    for (const Question& question : playbook_.questions) {
      names.push_back(question.id);
      for (const Condition& condition : question.when)
        if (const Question* other = question_about(condition.fact); other != nullptr && other != &question)
          waits_for[question.id].push_back(other->id);
    }
    for (const auto& circle : circles(names, waits_for))
      add("questions_wait_for_each_other", "question " + circle.front(),
          "these questions wait for each other: " + joined(circle, " → "), circle);
  }

  // Each circle once, closed: {"a", "b", "a"}.
  static std::vector<std::vector<std::string>> circles(const std::vector<std::string>& names,
                                                       const std::map<std::string, std::vector<std::string>>& next) {
    std::vector<std::vector<std::string>> found;
    std::set<std::string> done;
    for (const auto& start : names) {
      std::map<std::string, std::string> from;
      std::deque<std::string> open{start};
      while (!open.empty() && !done.contains(start)) {
        const auto at = open.front();
        open.pop_front();
        const auto targets = next.find(at);
        if (targets == next.end()) continue;
        for (const auto& target : targets->second) {
          if (target == start) {
            std::vector<std::string> circle{start};
            for (std::string back = at; back != start; back = from[back]) circle.insert(circle.begin() + 1, back);
            circle.push_back(start);
            done.insert(circle.begin(), circle.end());
            found.push_back(std::move(circle));
            open.clear();
            break;
          }
          if (!done.contains(target) && from.emplace(target, at).second) open.push_back(target);
        }
      }
    }
    return found;
  }

  struct State {
    Record record;
    std::vector<std::string> skipped;
    Path path;
  };

  std::string key(const State& state) const {
    std::string out;
    for (const auto& [fact, entry] : state.record.facts) {
      out += std::to_string(static_cast<int>(fact));
      if (entry.status == FactStatus::known) {
        if (const auto* code = std::get_if<std::string>(&entry.value)) out += "=" + *code;
        if (const auto* codes = std::get_if<Codes>(&entry.value)) out += "=" + joined(codes->codes, "+");
      }
      out += ';';
    }
    return out + '/' + joined(state.skipped, ",");
  }

  // Whatever the first message says at once: every combination of what conditions look at. What no condition looks at
  // changes nothing but that it is not asked.
  std::vector<State> starts() {
    std::set<FactId> looked_at;
    for (const Question& question : playbook_.questions)
      for (const Condition& condition : question.when) looked_at.insert(condition.fact);
    std::vector<State> out{State{}};
    for (const FactId fact : looked_at) {
      const auto possible = answers(fact);
      const std::size_t before = out.size();
      for (std::size_t i = 0; i < before && out.size() < kMaxStarts; ++i) {
        for (const Answer& answer : possible) {
          State more = out[i];
          more.record.facts[fact] = answer.entry;
          more.path.push_back(answer.shown + " (volunteered)");
          out.push_back(std::move(more));
        }
      }
    }
    if (out.size() >= kMaxStarts)
      add("too_many_paths", "questions", "the conditions look at too many facts to be proved: use fewer conditions");
    std::stable_sort(out.begin(), out.end(),
                     [](const State& a, const State& b) { return a.path.size() < b.path.size(); });
    return out;
  }

  void explore() {
    std::set<std::string> visited;
    std::set<std::string> reached;
    std::set<FactId> not_asked;
    for (State& start : starts()) {
      // Skipping only puts a question off. One skipped question is tried from a first message that says nothing.
      const bool try_skipping = start.path.empty();
      std::deque<State> open;
      const auto visit = [&](State state) {
        if (visited.insert(key(state)).second) open.push_back(std::move(state));
      };
      visit(std::move(start));
      while (!open.empty()) {
        if (visited.size() > kMaxStates) {
          add("too_many_paths", "questions", "there are too many paths to be proved: use fewer conditions");
          return;
        }
        const State state = std::move(open.front());
        open.pop_front();
        const Question* question = next_question(playbook_, state.record, state.skipped);
        if (question == nullptr) {
          check_end(state, not_asked);
          continue;
        }
        // Who skips the one that comes first is asked the other: that alone is no reason to have two.
        if (state.skipped.empty()) reached.insert(question->id);
        for (const Answer& answer : answers(question->fact)) {
          State next = state;
          next.record.facts[question->fact] = answer.entry;
          next.path.push_back(answer.shown);
          visit(std::move(next));
        }
        if (try_skipping && state.skipped.empty()) {
          State next = state;
          next.skipped.push_back(question->id);
          next.path.push_back(question->id + " skipped");
          visit(std::move(next));
        }
      }
    }
    for (const Question& question : playbook_.questions)
      if (!reached.contains(question.id))
        add("unreachable_question", "question " + question.id,
            "no answers lead to this question: another one asks for " + in_quotes(name_of(question.fact)) +
                " first, or its conditions never hold together");
  }

  // The end of a conversation: the incident is registered since its first message, and now each field of the mandatory
  // log must have been asked for, or be somebody's to fill.
  void check_end(const State& state, std::set<FactId>& not_asked) {
    for (const auto& fact : incident::kFacts) {
      if (fact.log_field == 0 || state.record.find(fact.id) != nullptr) continue;
      const bool filled = std::any_of(playbook_.filled.begin(), playbook_.filled.end(),
                                      [&](const FilledField& field) { return field.fact == fact.id; });
      if (!filled && not_asked.insert(fact.id).second)
        add("log_field_not_asked", "fact " + name_of(fact.id),
            "a conversation can end without the mandatory log field " + std::to_string(fact.log_field) +
                ": add a question about it without conditions, or say in [[filled]] who fills it",
            state.path);
    }
  }

  // ---- the words ----

  void need_text(const std::string& id, const std::string& where) {
    for (const Locale locale : playbook_.locales)
      if (!catalog_.has(id, locale))
        add("missing_wording", where,
            in_quotes(id) + " is not worded in " + in_quotes(tag(locale)) + ": add it to [texts." +
                std::string{tag(locale)} + "]");
  }

  void check_words() {
    need_text(playbook_.title, "playbook " + playbook_.name);
    for (const Question& question : playbook_.questions) {
      const std::string where = "question " + question.id;
      for (const std::string_view variant : {"", ".again", ".last", ".why"})
        need_text(question.text + std::string{variant}, where);
      for (const Choice& choice : question.choices) need_text(choice.label, where + " choice " + choice.code);
    }
    for (const auto& rule : procedure_.contact_rules)
      for (const std::string_view part : {".subject", ".body"})
        need_text(rule.message + std::string{part}, "contact rule " + rule.id);
    std::set<std::string> own;
    for (const auto& [locale, texts] : playbook_.texts)
      for (const auto& [id, pattern] : texts) own.insert(id);
    for (const auto& id : own) check_own_text(id);
  }

  void check_own_text(const std::string& id) {
    need_text(id, "text " + id);
    const auto wanted = catalog_.arguments(id, playbook_.locales.front());
    for (const Locale locale : playbook_.locales) {
      if (!catalog_.has(id, locale)) continue;
      if (catalog_.arguments(id, locale) != wanted)
        add("arguments_differ", "text " + id,
            "the text in " + in_quotes(tag(locale)) + " has other arguments than in " +
                in_quotes(tag(playbook_.locales.front())));
      if (!wanted.empty()) continue;
      if (const auto rendered = catalog_.render({id, {}}, locale, procedure_.zone); rendered.problem)
        add("bad_pattern", "text " + id,
            "the text in " + in_quotes(tag(locale)) + " cannot be shown: " + *rendered.problem);
    }
  }

  // ---- workflows and recipients ----

  // Every code that incident::discoverer() can come to: what people answer, and what follows from their party.
  std::map<std::string, std::vector<PartyId>> discoverers() const {
    std::map<std::string, std::vector<PartyId>> out;
    for (const auto& party : procedure_.parties) {
      Record record;
      record.organisation = party.id;
      if (party.role != procedure_.group.coordinator || party.id == playbook_.organisation || is_discoverer(party.role))
        out[std::string{incident::discoverer(record, procedure_)}].push_back(party.id);
    }
    if (const Question* question = question_about(FactId::discoverer); question != nullptr) {
      for (const Choice& choice : question->choices)
        if (!out.contains(choice.code)) out[choice.code] = {playbook_.organisation};
    }
    return out;
  }

  static bool is_discoverer(const std::string& role) {
    const auto codes = fact_codes(FactId::discoverer, {});
    return std::find(codes.begin(), codes.end(), role) != codes.end();
  }

  void check_discoverers() {
    const auto possible = discoverers();
    const auto chosen_by = [&](const std::string& code) {
      return std::any_of(procedure_.workflows.begin(), procedure_.workflows.end(),
                         [&](const incident::Workflow& workflow) { return workflow.discoverer == code; });
    };
    for (const auto& [code, parties] : possible)
      if (!chosen_by(code))
        add("discoverer_without_workflow", "discoverer " + code,
            "no [[workflow]] is followed when the breach was established by " + in_quotes(code),
            {"discoverer = " + code});
    for (const auto& workflow : procedure_.workflows)
      if (!possible.contains(workflow.discoverer))
        add("unused_workflow", "workflow " + workflow.id,
            "nobody can be " + in_quotes(workflow.discoverer) + ": no party has that role and no question offers it");
  }

  const incident::ContactRule* rule(const std::string& id) const {
    const auto found = std::find_if(procedure_.contact_rules.begin(), procedure_.contact_rules.end(),
                                    [&](const incident::ContactRule& one) { return one.id == id; });
    return found == procedure_.contact_rules.end() ? nullptr : &*found;
  }

  void check_steps() {
    for (const auto& workflow : procedure_.workflows) {
      for (const auto& step : workflow.steps) {
        const std::string where = "step " + workflow.id + "/" + step.id;
        if (step.done_when == incident::DoneWhen::contacts_told && step.contact_rules.empty())
          add("step_without_recipients", where, "the step informs somebody: name who in “contact_rules”");
        for (const auto& id : step.contact_rules) {
          const auto* used = rule(id);
          if (used != nullptr && used->when.discoverer && *used->when.discoverer != workflow.discoverer)
            add("rule_never_holds", where,
                "the contact rule " + in_quotes(id) + " holds when " + in_quotes(*used->when.discoverer) +
                    " established the breach, this workflow is followed when " + in_quotes(workflow.discoverer) +
                    " did",
                {"discoverer = " + workflow.discoverer});
        }
      }
    }
  }

  bool reaches(const std::string& contact) const {
    const auto* found = contacts_->find(contact);
    return found != nullptr && incident::reachable(*found);
  }

  void check_rules() {
    for (const auto& one : procedure_.contact_rules) {
      const std::string where = "contact rule " + one.id;
      const bool used =
          std::any_of(procedure_.workflows.begin(), procedure_.workflows.end(), [&](const auto& workflow) {
            return std::any_of(workflow.steps.begin(), workflow.steps.end(), [&](const incident::Step& step) {
              return std::find(step.contact_rules.begin(), step.contact_rules.end(), one.id) !=
                     step.contact_rules.end();
            });
          });
      if (!used)
        add("unused_rule", where, "no step uses this rule: name it in the “contact_rules” of one, or remove it");
      if (one.fallback.empty()) {
        add("rule_without_fallback", where, "say in “fallback” which contact is told when nobody else can be");
      } else if (contacts_ != nullptr && contacts_->find(one.fallback) == nullptr) {
        add("unknown_fallback", where, in_quotes(one.fallback) + " is not on the contact list");
      }
      if (contacts_ != nullptr) check_reach(one, where);
    }
    if (contacts_ == nullptr || !procedure_.group.summoned) return;
    const auto found = incident::find_recipients(
        {.role = "any", .party_role = procedure_.group.coordinator, .scope = incident::Recipients::Scope::all}, {},
        procedure_, *contacts_);
    if (found.contacts.empty())
      add("group_without_coordinator", "group",
          "nobody of " + in_quotes(procedure_.group.coordinator) + " can be reached");
  }

  // Whoever established the breach, whatever its nature, whichever party is affected.
  void check_reach(const incident::ContactRule& one, const std::string& where) {
    if (!one.fallback.empty() && reaches(one.fallback)) return;
    for (const auto& [code, parties] : discoverers()) {
      if (one.when.discoverer && *one.when.discoverer != code) continue;
      for (const auto nature : fact_codes(FactId::nature, procedure_)) {
        for (const PartyId& own : parties) {
          for (const auto& affected : affected_by(one)) {
            Record record;
            record.organisation = own;
            record.facts[FactId::discoverer] = entry_of(FactId::discoverer, {code});
            record.facts[FactId::nature] = entry_of(FactId::nature, {std::string{nature}});
            Path path{"own_party = " + own.str(), "discoverer = " + code, "nature = " + std::string{nature}};
            if (affected) {
              record.facts[FactId::affected_parties] = entry_of(FactId::affected_parties, {*affected});
              path.push_back("affected_parties = " + *affected);
            }
            if (!incident::applies(one.when, record, procedure_)) continue;
            const auto found = incident::find_recipients(one.whom, record, procedure_, *contacts_);
            if (!found.contacts.empty()) continue;
            add("rule_reaches_nobody", where,
                "nobody can be reached, and neither can the fallback " + in_quotes(one.fallback) +
                    ": add an entry to the contact list",
                path);
            return;
          }
        }
      }
    }
  }

  std::vector<std::optional<std::string>> affected_by(const incident::ContactRule& one) const {
    if (one.whom.scope != incident::Recipients::Scope::affected) return {std::nullopt};
    std::vector<std::optional<std::string>> out{std::nullopt};  // nobody has named one
    for (const auto& party : procedure_.parties)
      if (one.whom.party_role.empty() || party.role == one.whom.party_role) out.push_back(party.id.str());
    return out;
  }

  void check_deputies() {
    if (contacts_ == nullptr) return;
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::string>> stands_in;
    for (const auto& contact : contacts_->contacts) {
      names.push_back(contact.id);
      if (!contact.deputy.empty()) stands_in[contact.id].push_back(contact.deputy);
    }
    for (const auto& circle : circles(names, stands_in))
      add("deputies_in_a_circle", "contact " + circle.front(),
          "these contacts stand in for each other: " + joined(circle, " → ") + "; end with somebody who has no deputy",
          circle);
  }

  const Playbook& playbook_;
  const incident::Procedure& procedure_;
  const incident::ContactBook* contacts_;
  const locales::Catalog& catalog_;
  std::vector<CheckFinding> findings_;
};

}  // namespace

std::string to_string(const CheckFinding& finding) {
  std::string out = finding.where + ": " + finding.message + " [" + finding.rule + "]";
  if (!finding.path.empty()) out += "\n  shown by: " + joined(finding.path, ", ");
  return out;
}

std::vector<CheckFinding> check(const Playbook& playbook, const incident::ContactBook* contacts,
                                const locales::Catalog& catalog) {
  return Checker{playbook, contacts, catalog}.run();
}

}  // namespace varsel::dialog
