#include "incident/routing.h"

#include <algorithm>

#include "base/vocabulary.h"

namespace varsel::incident {

namespace {

const std::vector<std::string>& affected_parties(const Record& record) {
  static const std::vector<std::string> none;
  const auto* const stated = record.known<Codes>(FactId::affected_parties);
  return stated == nullptr ? none : stated->codes;
}

// D2: must other parties act too? Who names one besides the own party says yes, whatever else was said.
Tri others_must_act(const Record& record) {
  const PartyId own = own_party(record);
  const auto& named = affected_parties(record);
  if (std::ranges::any_of(named, [&](const std::string& party) { return party != own.str(); })) return Tri::yes;
  const std::string_view stated = record.choice(FactId::others_affected);
  return stated == "yes" ? Tri::yes : stated == "no" ? Tri::no : Tri::unknown;
}

Tri confirmed(const Record& record) {
  if (record.suspicion_confirmed) return *record.suspicion_confirmed ? Tri::yes : Tri::no;
  const std::string_view stated = record.choice(FactId::certainty);
  return stated == "confirmed" ? Tri::yes : stated == "suspected" ? Tri::no : Tri::unknown;
}

bool fits(Tri fact, bool wanted) {
  return fact == Tri::unknown || (fact == Tri::yes) == wanted;
}

enum class Nature { security, privacy, both, in_doubt };

Nature nature(const Record& record) {
  const std::string_view stated = record.choice(FactId::nature);
  if (stated == "security") return Nature::security;
  if (stated == "privacy") return Nature::privacy;
  return stated == "both" ? Nature::both : Nature::in_doubt;
}

// The lists on which each party needs an entry; "" stands for any list.
std::vector<std::string_view> lists_of(Recipients::List rule, Nature kind) {
  switch (rule) {
    case Recipients::List::any:
      return {""};
    case Recipients::List::security:
      return {"security"};
    case Recipients::List::privacy:
      return {"privacy"};
    case Recipients::List::by_nature:
      break;
  }
  switch (kind) {
    case Nature::security:
      return {"security"};
    case Nature::privacy:
      return {"privacy"};
    case Nature::both:
    case Nature::in_doubt:
      break;
  }
  return {"security", "privacy"};
}

struct Parties {
  std::vector<PartyId> ids;
  bool nobody_named = false;  // others are affected, or may be, and nobody said which
};

Parties parties_of(const Recipients& whom, const Record& record, const Procedure& procedure) {
  using Scope = Recipients::Scope;
  const auto has_role = [&](const Party* party) {
    return whom.party_role.empty() || (party != nullptr && party->role == whom.party_role);
  };
  Parties found;
  switch (whom.scope) {
    case Scope::own: {
      const PartyId own = own_party(record);
      if (!own.empty() && has_role(find_party(procedure, own))) found.ids.push_back(own);
      break;
    }
    case Scope::affected: {
      const auto& named = affected_parties(record);
      for (const Party& party : procedure.parties)
        if (std::ranges::find(named, party.id.str()) != named.end() && has_role(&party)) found.ids.push_back(party.id);
      // A party that the procedure does not know is nobody's role; it must not be forgotten.
      for (const std::string& name : named)
        if (const PartyId id{name}; find_party(procedure, id) == nullptr) found.ids.push_back(id);
      found.nobody_named = named.empty() && others_must_act(record) != Tri::no;
      break;
    }
    case Scope::all:
      for (const Party& party : procedure.parties)
        if (has_role(&party)) found.ids.push_back(party.id);
      break;
  }
  return found;
}

// Deputies stand in; they are told in the first place only where nobody else can be.
std::vector<const Contact*> entries(const ContactBook& book, const PartyId& party, std::string_view list,
                                    std::string_view role) {
  const bool any = role.empty() || role == "any";
  std::vector<const Contact*> first;
  std::vector<const Contact*> deputies;
  for (const Contact& contact : book.contacts) {
    if (contact.party != party || !on_list(contact, list) || !reachable(contact)) continue;
    if (!any && contact.role != role) continue;
    (any && contact.role == "deputy" ? deputies : first).push_back(&contact);
  }
  return first.empty() ? deputies : first;
}

std::string_view reason(const ContactRule& rule, const Record& record) {
  if (rule.when.others_affected == true && others_must_act(record) == Tri::unknown) return "routing.inform_in_doubt";
  switch (rule.whom.list) {
    case Recipients::List::by_nature:
      switch (nature(record)) {
        case Nature::security:
          return "routing.security_list";
        case Nature::privacy:
          return "routing.privacy_list";
        case Nature::both:
          return "routing.both_lists";
        case Nature::in_doubt:
          return "routing.nature_in_doubt";
      }
      break;
    case Recipients::List::security:
      return "routing.security_list";
    case Recipients::List::privacy:
      return "routing.privacy_list";
    case Recipients::List::any:
      break;
  }
  switch (rule.whom.scope) {
    case Recipients::Scope::own:
      return "routing.own_party";
    case Recipients::Scope::affected:
      return "routing.affected_party";
    case Recipients::Scope::all:
      break;
  }
  return "routing.every_party";
}

// Under this rule, or under another one that sends the same message: twice the same mail says nothing new.
bool was_told(const Record& record, const Procedure& procedure, const std::string& contact, const ContactRule& rule) {
  const auto same_message = [&](const std::string& id) {
    const auto found = std::ranges::find(procedure.contact_rules, id, &ContactRule::id);
    return found != procedure.contact_rules.end() && found->message == rule.message;
  };
  return std::ranges::any_of(record.told, [&](const Told& told) {
    return told.contact == contact && (told.rule == rule.id || same_message(told.rule));
  });
}

bool was_missed(const Record& record, const MissingContact& missing) {
  return std::ranges::any_of(record.missing, [&](const Missing& known) {
    return known.rule == missing.rule && known.party == missing.party && known.list == missing.list;
  });
}

bool nobody_concerned(const Record& record) {
  return record.state == State::withdrawn || record.state == State::no_breach || record.suspicion_confirmed == false;
}

enum class History { counts, ignored };

Routing collect(const Record& record, const Procedure& procedure, const ContactBook& book, Instant now,
                History history) {
  Routing routing;
  if (nobody_concerned(record)) return routing;

  std::vector<const ContactRule*> rules;
  for (const ContactRule& rule : procedure.contact_rules)
    if (applies(rule.when, record, procedure)) rules.push_back(&rule);
  std::ranges::stable_sort(rules, {}, &ContactRule::order);

  const CivilDate today = date_of(procedure.zone.local(now));
  const auto tell = [&](const Contact& contact, const ContactRule& rule, bool fallback) {
    if (history == History::counts && was_told(record, procedure, contact.id, rule)) return;
    const auto known = std::ranges::find(routing.tell, contact.id, &Summons::contact);
    if (known == routing.tell.end())
      routing.tell.push_back({.contact = contact.id,
                              .list = contact.list,
                              .party = contact.party,
                              .rule = rule.id,
                              .rules = {rule.id},
                              .order = rule.order,
                              .why = fallback ? "routing.fallback" : reason(rule, record),
                              .message = rule.message,
                              .fallback = fallback,
                              .stale = overdue(contact, procedure, today)});
    else if (std::ranges::find(known->rules, rule.id) == known->rules.end())
      known->rules.push_back(rule.id);
  };

  for (const ContactRule* rule : rules) {
    const Found found = find_recipients(rule->whom, record, procedure, book);
    for (const Contact* contact : found.contacts) tell(*contact, *rule, false);
    if (found.missing.empty()) continue;
    const Contact* const fallback = book.find(rule->fallback);
    const bool helps = fallback != nullptr && reachable(*fallback);
    if (helps) tell(*fallback, *rule, true);
    for (MissingContact missing : found.missing) {
      missing.rule = rule->id;
      missing.fallback = helps ? fallback->id : "";
      if (history == History::ignored || !was_missed(record, missing)) routing.missing.push_back(std::move(missing));
    }
  }
  return routing;
}

}  // namespace

Routing route(const Record& record, const Procedure& procedure, const ContactBook& book, Instant now) {
  return collect(record, procedure, book, now, History::counts);
}

Routing everyone_concerned(const Record& record, const Procedure& procedure, const ContactBook& book, Instant now) {
  return collect(record, procedure, book, now, History::ignored);
}

bool applies(const RoutingWhen& when, const Record& record, const Procedure& procedure) {
  const std::string by = discoverer(record, procedure);
  if (when.discoverer && !by.empty() && *when.discoverer != by) return false;
  if (when.others_affected && !fits(others_must_act(record), *when.others_affected)) return false;
  return !when.confirmed || fits(confirmed(record), *when.confirmed);
}

Found find_recipients(const Recipients& whom, const Record& record, const Procedure& procedure,
                      const ContactBook& book) {
  const Parties parties = parties_of(whom, record, procedure);
  const std::vector<std::string_view> lists = lists_of(whom.list, nature(record));
  Found found;
  if (parties.nobody_named) found.missing.push_back({});
  for (const PartyId& party : parties.ids) {
    for (const std::string_view list : lists) {
      const std::vector<const Contact*> matching = entries(book, party, list, whom.role);
      if (matching.empty()) found.missing.push_back({std::string{list}, party, {}, {}});
      for (const Contact* contact : matching)
        if (std::ranges::find(found.contacts, contact) == found.contacts.end()) found.contacts.push_back(contact);
    }
  }
  return found;
}

const Party* find_party(const Procedure& procedure, const PartyId& id) {
  const auto found = std::ranges::find(procedure.parties, id, &Party::id);
  return found == procedure.parties.end() ? nullptr : &*found;
}

PartyId own_party(const Record& record) {
  const std::string_view stated = record.choice(FactId::own_party);
  return stated.empty() ? record.organisation : PartyId{std::string{stated}};
}

std::string discoverer(const Record& record, const Procedure& procedure) {
  if (const std::string_view stated = record.choice(FactId::discoverer); !stated.empty()) return std::string{stated};
  const Party* const own = find_party(procedure, own_party(record));
  if (own == nullptr) return {};
  const auto* const code = std::ranges::find(vocabulary::kDiscoverers, std::string_view{own->role});
  return std::string{code == vocabulary::kDiscoverers.end() ? vocabulary::kDiscoverers.front() : *code};
}

}  // namespace varsel::incident
