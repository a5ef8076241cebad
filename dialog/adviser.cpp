#include "dialog/adviser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "dialog/accept.h"
#include "dialog/case_view.h"
#include "dialog/listen.h"
#include "dialog/present.h"
#include "dialog/receipt.h"
#include "dialog/repair.h"
#include "incident/group.h"
#include "incident/state.h"
#include "incident/workflow.h"
#include "intents/tokens.h"

namespace varsel::dialog {
namespace {

using incident::Fact;
using incident::FactId;
using incident::FactType;
using intents::Tokens;

namespace event = incident::event;

constexpr std::string_view kPrefix = "case:";  // of the codes of this phase's buttons

// ---- small helpers ----

bool is_adviser(const Turn& turn) {
  return role_of(turn.state) == Role::adviser;
}

const incident::Contact* subject(const Turn& turn) {
  return turn.world.contacts.find(turn.state.subject);
}

bool is_coordinator(const Turn& turn) {
  const auto* contact = subject(turn);
  const auto* party =
      contact == nullptr ? nullptr : incident::find_party(turn.world.playbook.procedure, contact->party);
  return party != nullptr && party->role == turn.world.playbook.procedure.group.coordinator;
}

void offer_command(Turn& turn, std::string_view command) {
  turn.offer(std::string{kPrefix} + std::string{command}, "case.button." + std::string{command});
}

// A name as its own label: the pattern is only the name.
void offer_name(Turn& turn, std::string_view command, const std::string& value, const std::string& name) {
  turn.offer(std::string{kPrefix} + std::string{command} + ":" + value, Message{"case.button.name", {{"name", name}}});
}

// Words that begin the text, folded: how many of them match, or nothing. "årsag" matches "ÅRSAG:" and "aarsag".
std::optional<std::size_t> begins_with(const Tokens& tokens, std::size_t from, std::string_view words) {
  const Tokens wanted{words};
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (tokens.key(from + i) != wanted[i].key) return std::nullopt;
  return wanted.size();
}

// The longest of the alternatives ("a|b c") that the text begins with.
std::size_t longest(const Tokens& tokens, std::size_t from, std::string_view alternatives) {
  std::size_t best = 0;
  while (!alternatives.empty()) {
    const auto end = std::min(alternatives.find('|'), alternatives.size());
    if (const auto matched = begins_with(tokens, from, alternatives.substr(0, end))) best = std::max(best, *matched);
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
  }
  return best;
}

// What stands after the first words of the text, without the punctuation between.
std::string rest_after(const Tokens& tokens, std::size_t words) {
  if (words == 0) return trim(tokens.text());
  auto rest = tokens.text().substr(tokens[words - 1].end);
  while (!rest.empty() && (rest.front() == ':' || rest.front() == ',' || rest.front() == '=' || rest.front() == '.' ||
                           rest.front() == ' '))
    rest.remove_prefix(1);
  return trim(rest);
}

struct Word {
  std::string_view code;
  std::string_view words;
};

template <std::size_t N>
std::optional<std::pair<std::string_view, std::size_t>> code_at(const Tokens& tokens, std::size_t from,
                                                                const std::array<Word, N>& table) {
  std::optional<std::pair<std::string_view, std::size_t>> best;
  for (const Word& row : table)
    if (const auto matched = longest(tokens, from, row.words); matched > 0 && (!best || matched > best->second))
      best = {row.code, matched};
  return best;
}

constexpr std::array<Word, 4> kTri{{{"yes", "yes|ja"},
                                    {"no", "no|nej|nei|not|ikke|ikkje"},
                                    {"unknown", "unknown|ved ikke|vet ikke|veit ikkje|ukendt|ukjent"},
                                    {"undecided", "undecided|ikke afgjort|ikke avgjort|ikkje avgjort"}}};

// What can be set by name, and how it is called in the four languages.
constexpr std::array<Word, 17> kFactWords{
    {{"cause", "cause|årsag|årsagen|årsak|årsaken|årsaka"},
     {"measures", "measures|foranstaltninger|foranstaltning|tiltag|tiltak|tiltaka"},
     {"consequences", "consequences|konsekvenser|konsekvensar"},
     {"contained", "contained|stopped|standset|stanset|stansa"},
     {"systems", "systems|system|systemer"},
     {"ended", "ended|slut|sluttede|sluttet|slutta"},
     {"occurred", "occurred|tidspunkt|skete|skjedde|hendte"},
     {"detected", "detected|opdaget|oppdaget|oppdaga"},
     {"affected", "affected|antal berørte|antall berørte|talet på råka|berørte|råka"},
     {"affected_parties", "affected parties|berørte parter|råka partar|berørte kommuner|råka kommunar"},
     {"data_categories",
      "data categories|data types|typer af oplysninger|oplysninger|opplysninger|opplysningar|personoplysninger|"
      "personopplysninger|personopplysningar"},
     {"data_subjects", "data subjects|registrerede|registrerte"},
     {"breach_kind", "breach kind|kind|type brud|slags brud|type brudd|slag brot"},
     {"nature", "nature|karakter|art"},
     {"recipient", "recipient|modtager|mottaker|mottakar"},
     {"what_happened", "what happened|hvad skete der|hva skjedde|kva skjedde|hændelsen|hendelsen|hendinga"},
     {"authority_notified",
      "authority notified|authority|tilsynet|datatilsynet|anmeldt|meldt|tilsyn|tilsynsmyndigheden"}}};

// What a party without the whole case may state: what it alone knows about its own systems (M3: the supplier documents
// the cause and carries out the measures).
constexpr std::array kContactFacts{FactId::cause, FactId::measures, FactId::contained, FactId::systems, FactId::ended};

// ---- moving the case ----

// Why the case may not go there, as far as more than the first reason is known: which fields, which parties.
void say_reasons(Turn& turn, incident::State to, const std::string& guard) {
  turn.say("case.refused.state");
  turn.say(guard);
  if (to != incident::State::closed) return;
  std::vector<std::string> open;
  for (const FactId fact : incident::missing_log_fields(*turn.record, incident::For::closing))
    open.emplace_back(incident::info(fact).name);
  if (!open.empty()) turn.say("case.open", {{"facts", locales::CodeList{"fact", open}}});
  if (const auto owed = incident::report_owed_to(*turn.record); !owed.empty())
    turn.say("case.group.report_owed", {{"parties", party_names(turn, owed)}});
}

bool move_to(Turn& turn, incident::State to, std::string reason) {
  if (const auto allowed = incident::may_enter(*turn.record, to); !allowed) {
    say_reasons(turn, to, allowed.error().detail);
    return false;
  }
  turn.append(event::StateChanged{to, std::move(reason)});
  return true;
}

void move_and_say(Turn& turn, incident::State to, std::string said) {
  if (move_to(turn, to, "adviser")) turn.say(std::move(said));
}

// ---- the commands ----

void do_status(Turn& turn, const std::string&) {
  show_status(turn);
  if (turn.record->group) {
    const auto& group = *turn.record->group;
    const auto& subject_id = turn.state.subject;
    if (std::find(group.attendees.begin(), group.attendees.end(), subject_id) != group.attendees.end() &&
        !group.answers.contains(subject_id))
      for (const auto* command : {"accept", "tentative", "decline"}) offer_command(turn, command);
    if (!group.contact_person) offer_command(turn, "choose");
    if (!incident::report_owed_to(*turn.record).empty()) offer_command(turn, "handed");
  }
  if (is_adviser(turn)) {
    if (turn.record->state == incident::State::reported) offer_command(turn, "take");
    offer_command(turn, "log");
  }
  offer_command(turn, "contacts");
  offer_command(turn, "help");
}

void do_contacts(Turn& turn, const std::string&) {
  turn.effects.emplace_back(effect::Reading{"contacts"});
  show_contacts(turn);
}
void do_log(Turn& turn, const std::string&) {
  show_log(turn);
}
void do_help(Turn& turn, const std::string&);  // reads the table below

void answer_invitation(Turn& turn, const std::string& answer, std::string said) {
  if (!turn.record->group) return turn.say("case.refused.no_group");
  const auto& attendees = turn.record->group->attendees;
  if (std::find(attendees.begin(), attendees.end(), turn.state.subject) == attendees.end())
    return turn.say("case.refused.not_invited");
  turn.append(event::AttendeeAnswered{turn.state.subject, answer});
  turn.say(std::move(said), {{"start", turn.record->group->start}});
}
void do_accept(Turn& turn, const std::string&) {
  answer_invitation(turn, "accepted", "case.answered.accepted");
}
void do_decline(Turn& turn, const std::string&) {
  answer_invitation(turn, "declined", "case.answered.declined");
}
void do_tentative(Turn& turn, const std::string&) {
  answer_invitation(turn, "tentative", "case.answered.tentative");
}

// A member of the group by id, by the name of its party, or by its function.
std::vector<std::string> members_named(const Turn& turn, const std::string& name) {
  const auto& attendees = turn.record->group->attendees;
  if (std::find(attendees.begin(), attendees.end(), name) != attendees.end()) return {name};
  std::vector<std::string> found;
  const auto parties = parties_in(name, turn.world.playbook.procedure);
  const Tokens text{name};
  for (const auto& id : attendees) {
    const auto* contact = turn.world.contacts.find(id);
    if (contact == nullptr) continue;
    const bool by_party = std::find(parties.begin(), parties.end(), contact->party.str()) != parties.end();
    const bool by_title = !contact->title.empty() && begins_with(text, 0, contact->title);
    if (by_party || by_title) found.push_back(id);
  }
  return found;
}

// D8
void do_choose(Turn& turn, const std::string& name) {
  if (!turn.record->group) return turn.say("case.refused.no_group");
  const auto named = name.empty() ? turn.record->group->attendees : members_named(turn, name);
  if (!name.empty() && named.size() == 1) {
    turn.append(event::ContactPersonChosen{named.front()});
    turn.say("case.chosen", {{"name", contact_name(turn, named.front())}});
    if (is_coordinator(turn)) offer_command(turn, "step_back");
    return;
  }
  turn.say(named.empty() ? "case.choose.unknown" : "case.choose.which");
  for (const auto& id : named.empty() ? turn.record->group->attendees : named)
    offer_name(turn, "choose", id, contact_name(turn, id));
}

// D9
void do_step_back(Turn& turn, const std::string&) {
  if (!turn.record->group) return turn.say("case.refused.no_group");
  if (!is_adviser(turn) && !is_coordinator(turn)) return turn.say("case.refused.not_coordinator");
  if (!turn.record->group->contact_person) {
    turn.say("case.step_back.choose_first");
    offer_command(turn, "choose");
    return;
  }
  turn.append(event::CoordinatorSteppedBack{});
  turn.say("case.stepped_back", {{"name", contact_name(turn, *turn.record->group->contact_person)}});
}

// D9
void do_report_status(Turn& turn, const std::string& text) {
  if (!turn.record->group) return turn.say("case.refused.no_group");
  if (text.empty()) return turn.say("case.report_status.how");
  turn.append(event::StatusReported{PersonalText{text}});
  turn.say("case.status_reported");
}

// D10
void do_handed(Turn& turn, const std::string& whom) {
  const auto owed = incident::report_owed_to(*turn.record);
  auto parties = parties_in(whom, turn.world.playbook.procedure);
  if (incident::find_party(turn.world.playbook.procedure, PartyId{whom}) != nullptr) parties = {whom};
  if (parties.empty()) {
    if (owed.empty()) return turn.say("case.handed.nothing_owed");
    turn.say("case.handed.which");
    for (const auto& party : owed) offer_name(turn, "handed", party.str(), party_name(turn, party));
    return;
  }
  if (!turn.record->group) return turn.say("case.refused.no_group");
  std::vector<PartyId> handed;
  for (const auto& party : parties) {
    handed.emplace_back(party);
    turn.append(event::ReportHandedOver{PartyId{party}, "said in the chat"});
  }
  turn.say("case.handed", {{"parties", party_names(turn, handed)}});
  const auto left = incident::report_owed_to(*turn.record);
  if (left.empty()) return turn.say("case.handed.all");
  turn.say("case.group.report_owed", {{"parties", party_names(turn, left)}});
  for (const auto& party : left) offer_name(turn, "handed", party.str(), party_name(turn, party));
}

// M2
void settle(Turn& turn, bool confirmed, const std::string& reason, incident::State to, std::string said) {
  incident::Record settled = *turn.record;
  const event::SuspicionSettled body{confirmed, PersonalText{reason}};
  incident::apply(settled, {turn.world.now, turn.said->person, body});
  if (const auto allowed = incident::may_enter(settled, to); !allowed && settled.state != to)
    return say_reasons(turn, to, allowed.error().detail);
  turn.append(body);
  if (settled.state != to) turn.append(event::StateChanged{to, confirmed ? "confirmed" : "dismissed"});
  turn.say(std::move(said));
}
void do_confirm(Turn& turn, const std::string& reason) {
  const auto before = turn.effects.size();
  settle(turn, true, reason, incident::State::breach, "case.confirmed");
  if (turn.effects.size() != before) tell_contacts(turn, /*at_once=*/true);
}
void do_dismiss(Turn& turn, const std::string& reason) {
  if (reason.empty()) return turn.say("case.dismiss.how");
  const auto before = turn.effects.size();
  settle(turn, false, reason, incident::State::no_breach, "case.dismissed");
  if (turn.effects.size() != before && turn.record->group) turn.effects.emplace_back(effect::CancelGroup{});
}

void do_take(Turn& turn, const std::string&) {
  if (!move_to(turn, incident::State::triage, "adviser")) return;
  turn.append(event::CaseTaken{turn.state.subject});
  turn.say("case.taken");
}
void do_assess(Turn& turn, const std::string&) {
  move_and_say(turn, incident::State::assessment, "case.assessing");
}
void do_approve(Turn& turn, const std::string&) {
  move_and_say(turn, incident::State::approved, "case.approved");
}
void do_notified(Turn& turn, const std::string&) {
  move_and_say(turn, incident::State::notified, "case.notified");
}
void do_supplement(Turn& turn, const std::string&) {
  move_and_say(turn, incident::State::supplemented, "case.supplemented");
}
void do_close(Turn& turn, const std::string&) {
  move_and_say(turn, incident::State::closed, "case.closed");
}
void do_evaluate(Turn& turn, const std::string& text) {
  if (text.empty()) return turn.say("case.evaluate.how");
  if (!move_to(turn, incident::State::evaluated, "adviser")) return;
  turn.append(event::NoteAdded{PersonalText{text}});
  turn.say("case.evaluated");
}
void do_reopen(Turn& turn, const std::string&) {
  const bool dismissed = turn.record->state == incident::State::no_breach;
  if (dismissed) return turn.say("case.reopen.confirm");
  move_and_say(turn, incident::State::assessment, "case.reopened");
}

// J9, J11: people decide, with a reason.
void do_decide(Turn& turn, const std::string& text) {
  static constexpr std::array<Word, 2> kDuties{
      {{"authority", "authority|tilsynet|datatilsynet|myndigheden|myndigheten|myndigheita"},
       {"subjects",
        "data subjects|subjects|registrerede|de registrerede|registrerte|de registrerte|dei registrerte|"
        "berørte|de berørte|råka|dei råka"}}};
  const Tokens tokens{text};
  const auto duty = code_at(tokens, 0, kDuties);
  const auto answer = duty ? code_at(tokens, duty->second, kTri) : std::nullopt;
  if (!answer || (answer->first != "yes" && answer->first != "no")) return turn.say("case.decide.how");
  const auto reason = rest_after(tokens, duty->second + answer->second);
  if (reason.empty()) return turn.say("guard.decision_without_reason");
  const bool authority = duty->first == incident::decision::authority;
  const std::string_view outcome = answer->first == "no" ? incident::decision::no
                                   : authority           ? incident::decision::notify
                                                         : incident::decision::inform;
  turn.append(event::DecisionTaken{std::string{duty->first}, std::string{outcome}, PersonalText{reason}});
  turn.say(authority ? (answer->first == "yes" ? "case.decided.authority_yes" : "case.decided.authority_no")
                     : (answer->first == "yes" ? "case.decided.subjects_yes" : "case.decided.subjects_no"));
  if (turn.record->state == incident::State::assessment && incident::may_enter(*turn.record, incident::State::decided))
    turn.append(event::StateChanged{incident::State::decided, "both decisions taken"});
}

// A step by its number in the workflow, or by its id.
void do_done(Turn& turn, const std::string& text) {
  const auto progress =
      incident::progress(*turn.record, turn.world.playbook.procedure, turn.world.contacts, turn.world.now);
  if (progress.workflow == nullptr) return turn.say("case.done.no_workflow");
  const auto* contact = subject(turn);
  const Tokens tokens{text};
  const auto mine = [&](const incident::StepProgress& step) {
    return is_adviser(turn) ||
           (contact != nullptr && std::find(step.whose.begin(), step.whose.end(), contact->party) != step.whose.end());
  };
  for (std::size_t i = 0; i < progress.steps.size(); ++i) {
    const auto& step = progress.steps[i];
    const bool named =
        !tokens.empty() && (tokens[0].number ? tokens[0].value == static_cast<std::int64_t>(i) + 1
                                             : text == step.step->id || text.starts_with(step.step->id + " "));
    if (!named) continue;
    if (!mine(step)) return turn.say("case.done.not_yours");
    turn.append(event::StepDone{progress.workflow->id, step.step->id, rest_after(tokens, 1)});
    return turn.say("case.done", {{"duty", in_language(step.step->duty, turn.state.locale)}});
  }
  turn.say("case.done.which");
  for (std::size_t i = 0; i < progress.steps.size(); ++i) {
    const auto& step = progress.steps[i];
    if (step.done || !mine(step)) continue;
    turn.say("case.done.line",
             {{"number", static_cast<std::int64_t>(i) + 1}, {"duty", in_language(step.step->duty, turn.state.locale)}});
    offer_name(turn, "done", step.step->id, std::to_string(i + 1));
  }
}

// The value of a fact as the text after its name says it; nothing when it does not.
std::optional<Fact> value_of(Turn& turn, FactId fact, const Tokens& tokens, std::size_t from, const std::string& text) {
  Fact entry;
  entry.source = turn.source("case.set");
  const auto& info = incident::info(fact);
  if (info.type == FactType::Text) {
    if (text.empty()) return std::nullopt;
    entry.value = PersonalText{text};
    return entry;
  }
  if (code_list(fact) == "tri") {
    const auto code = code_at(tokens, from, kTri);
    if (!code) return std::nullopt;
    entry.value = std::string{code->first};
    return entry;
  }
  if (fact == FactId::affected_parties) {
    auto parties = parties_in(text, turn.world.playbook.procedure);
    if (parties.empty()) return std::nullopt;
    std::sort(parties.begin(), parties.end());
    entry.value = incident::Codes{parties, {}};
    return entry;
  }
  for (const Candidate& candidate : read(turn, question_for(turn.world.playbook, fact))) {
    if (candidate.fact != fact || candidate.denies || candidate.status != incident::FactStatus::known) continue;
    entry.value = candidate.value;
    return entry;
  }
  if (info.type != FactType::Codes || text.empty()) return std::nullopt;
  entry.value = incident::Codes{{}, PersonalText{text}};  // in the adviser's own words: the lists are open
  return entry;
}

void do_set(Turn& turn, const std::string& text) {
  const Tokens tokens{text};
  const auto name = code_at(tokens, 0, kFactWords);
  if (!name) return turn.say("case.set.how");
  const FactId fact = *incident::fact_from(name->first);
  if (!is_adviser(turn) && std::find(kContactFacts.begin(), kContactFacts.end(), fact) == kContactFacts.end())
    return turn.say("case.refused.adviser_only");
  auto entry = value_of(turn, fact, tokens, name->second, rest_after(tokens, name->second));
  if (!entry) return turn.say("case.set.not_understood", {{"fact", fact_word(fact)}});
  const auto value = value_word(turn, fact, entry->value);
  turn.append(event::FactStated{fact, std::move(*entry)});
  turn.say("case.set", {{"fact", fact_word(fact)}, {"value", value}});
  tell_contacts(turn, /*at_once=*/true);  // one more affected party is told at once (D2)
}

// ---- the table ----

enum class Takes { nothing, text };

struct Row {
  CaseCommand info;
  std::string_view words;  // alternatives in da, nb, nn, en; any of them in any language
  Takes takes;
  void (*run)(Turn&, const std::string& argument);
};

constexpr std::array kRows{
    Row{{"status", true, true, ""},
        "status|hvor står sagen|hvor står saken|kvar står saka|where does it stand",
        Takes::nothing,
        do_status},
    Row{{"log", true, true, ""},
        "log|show the log|show log|vis loggen|vis log|vis logg|logg|fortegnelse|oversikt",
        Takes::nothing,
        do_log},
    Row{{"contacts", true, true, ""},
        "contacts|show contacts|kontakter|kontaktar|vis kontakter|vis kontaktar",
        Takes::nothing,
        do_contacts},
    Row{{"accept", true, true, ""},
        "accept|i accept|accepter|accepterer|jeg deltager|deltager|godta|jeg deltar|deltar|"
        "eg deltek|deltek|jeg kommer|eg kjem",
        Takes::nothing,
        do_accept},
    Row{{"decline", true, true, ""},
        "decline|i decline|afslå|jeg deltager ikke|deltager ikke|avslå|jeg deltar ikke|"
        "deltar ikke|eg deltek ikkje|deltek ikkje|jeg kan ikke|eg kan ikkje",
        Takes::nothing,
        do_decline},
    Row{{"tentative", true, true, ""}, "tentative|maybe|måske|kanskje", Takes::nothing, do_tentative},
    Row{{"choose", true, true, "NAME"}, "choose|contact person|vælg|kontaktperson|velg|vel", Takes::text, do_choose},
    Row{{"step_back", true, true, ""},
        "step back|træd tilbage|jeg træder tilbage|tre tilbake|jeg trer tilbake|"
        "trå tilbake|eg trår tilbake",
        Takes::nothing,
        do_step_back},
    Row{{"report_status", true, true, "TEXT"},
        "report status|statusrapport|rapportér status|rapporter status|"
        "meld status",
        Takes::text,
        do_report_status},
    Row{{"handed", true, true, "PARTY"},
        "handed|handed to|report handed to|report handed|handed over to|overdraget til|rapporten er overdraget "
        "til|overdraget|"
        "overlevert til|rapporten er overlevert til|overlevert|rapport overlevert",
        Takes::text,
        do_handed},
    Row{{"take", false, true, ""},
        "take|take the case|tag sagen|jeg tager sagen|ta saken|jeg tar saken|ta saka|"
        "eg tek saka",
        Takes::nothing,
        do_take},
    Row{{"confirm", false, true, "REASON"},
        "confirm|confirm suspicion|bekræft|bekræft mistanken|bekreft|"
        "bekreft mistanken|stadfest|stadfest mistanken",
        Takes::text,
        do_confirm},
    Row{{"dismiss", false, true, "REASON"},
        "dismiss|dismiss suspicion|afvis|afvis mistanken|avvis|avvis mistanken",
        Takes::text,
        do_dismiss},
    Row{{"assess", false, true, ""},
        "assess|start assessment|vurder|vurdér|start vurdering|start vurderingen|"
        "start vurderinga",
        Takes::nothing,
        do_assess},
    Row{{"decide", false, true, "authority|subjects yes|no REASON"},
        "decide|beslut|avgjør|avgjer|beslutt",
        Takes::text,
        do_decide},
    Row{{"approve", false, true, ""}, "approve|godkend|godkjenn", Takes::nothing, do_approve},
    Row{{"notified", false, true, ""},
        "notified|notification sent|anmeldelse sendt|melding sendt|er anmeldt|er meldt",
        Takes::nothing,
        do_notified},
    Row{{"supplement", false, true, ""}, "supplement|supplemented|suppleret|supplert", Takes::nothing, do_supplement},
    Row{{"set", true, true, "FACT VALUE"}, "set|sæt|sett|set op|registrer|registrér", Takes::text, do_set},
    Row{{"done", true, true, "STEP"},
        "done|step done|udført|trin udført|gjort|steg gjort|utført",
        Takes::text,
        do_done},
    Row{{"close", false, true, ""},
        "close|close the case|luk|luk sagen|lukk saken|lukk|lukk saka|avslutt saken",
        Takes::nothing,
        do_close},
    Row{{"evaluate", false, true, "TEXT"}, "evaluate|evaluation|evaluer|evaluering", Takes::text, do_evaluate},
    Row{{"reopen", false, true, ""},
        "reopen|genåbn|genåbn sagen|gjenåpne|gjenåpne saken|opne att|opne saka att",
        Takes::nothing,
        do_reopen},
    Row{{"help", true, true, ""}, "help|hjælp|hjelp", Takes::nothing, do_help},
};

constexpr auto kCommands = [] {
  std::array<CaseCommand, kRows.size()> commands{};
  for (std::size_t i = 0; i < kRows.size(); ++i) commands[i] = kRows[i].info;
  return commands;
}();

bool allowed(const Turn& turn, const Row& row) {
  switch (role_of(turn.state)) {
    case Role::contact:
      return row.info.for_contact;
    case Role::adviser:
      return row.info.for_adviser;
    case Role::reporter:
      return false;
  }
  return false;
}

void do_help(Turn& turn, const std::string&) {
  turn.say("case.help");
  for (const Row& row : kRows)
    if (allowed(turn, row)) turn.say("case.help." + std::string{row.info.id});
  turn.say("case.help.note");
}

struct Given {
  const Row* row = nullptr;
  std::string argument;
};

Given by_choice(std::string_view code) {
  if (!code.starts_with(kPrefix)) return {};
  code.remove_prefix(kPrefix.size());
  const auto colon = code.find(':');
  const auto id = code.substr(0, colon);
  for (const Row& row : kRows)
    if (row.info.id == id)
      return {&row, colon == std::string_view::npos ? std::string{} : std::string{code.substr(colon + 1)}};
  return {};
}

Given by_words(const std::string& text) {
  if (text.starts_with('/')) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    for (const Row& row : kRows)
      if (row.info.id == std::string_view{text}.substr(1, end - 1)) return {&row, trim(text.substr(end))};
    return {};
  }
  const Tokens tokens{text};
  Given best;
  std::size_t most = 0;
  for (const Row& row : kRows) {
    const auto matched = longest(tokens, 0, row.words);
    // A command without argument is the whole message: "log files show ..." is a note.
    if (matched <= most || (row.takes == Takes::nothing && matched != tokens.size())) continue;
    most = matched;
    best = {&row, rest_after(tokens, matched)};
  }
  return best;
}

void keep_attachments(Turn& turn) {
  for (const auto& key : turn.said->attachments) turn.append(event::AttachmentAdded{key, Personal<std::string>{}});
  if (!turn.said->attachments.empty()) turn.say("case.attachment_kept");
}

void take_note(Turn& turn, const std::string& text) {
  using intents::Intent;
  const Intent intent = turn.intent();
  if (intent == Intent::status) return do_status(turn, "");
  if (intent == Intent::change_language) return change_language(turn);
  if (intent == Intent::ask_help || intent == Intent::smalltalk || text.empty()) return do_help(turn, "");
  turn.append(event::NoteAdded{PersonalText{text}});
  turn.say("case.noted");
  offer_command(turn, "status");
  offer_command(turn, "help");
}

}  // namespace

Decision case_step(const State& state, const input::Said& said, const World& world) {
  Turn turn{state, world, &said};
  follow_language(turn);
  if (!turn.record) {
    turn.say("case.refused.no_case");
    return std::move(turn).finish();
  }
  keep_attachments(turn);
  const std::string text = trim(said.understanding.masked);
  const auto language = said.choice ? language_pressed(*said.choice) : std::nullopt;
  const Given given = said.choice ? by_choice(*said.choice) : by_words(text);
  if (language) {
    switch_language(turn, *language);
  } else if (given.row == nullptr) {
    if (!text.empty() || said.attachments.empty()) take_note(turn, text);
  } else if (!allowed(turn, *given.row)) {
    turn.say("case.refused.role");
  } else {
    given.row->run(turn, given.argument);
  }
  return std::move(turn).finish();
}

Decision case_greeting(const State& state, const World& world) {
  Turn turn{state, world, nullptr};
  if (!turn.record) {
    turn.say("case.refused.no_case");
    return std::move(turn).finish();
  }
  turn.say(is_adviser(turn) ? "case.greet.adviser" : "case.greet.contact", {{"receipt", turn.record->receipt.str()}});
  do_status(turn, "");
  return std::move(turn).finish();
}

std::span<const CaseCommand> case_commands() {
  return kCommands;
}

}  // namespace varsel::dialog
