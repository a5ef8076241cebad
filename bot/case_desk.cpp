#include "bot/case_desk.h"

#include <algorithm>
#include <array>

#include "bot/report.h"
#include "incident/deadlines.h"
#include "incident/log.h"

namespace varsel::bot {
namespace {

// What a contact needs for its task: never who reported, nor anything in the reporter's own words (C6, need to know).
constexpr std::array kForContacts{incident::FactId::occurred,        incident::FactId::breach_kind,
                                  incident::FactId::data_categories, incident::FactId::affected,
                                  incident::FactId::contained,       incident::FactId::ongoing};

}  // namespace

void CaseDesk::lookup(std::string_view token, std::optional<Locale> locale, Found done) {
  const auto hash = sha256_hex(token);
  const auto found = store_.access(hash);
  if (!found) return done(tl::make_unexpected(found.error()));
  const auto& access = *found;
  if (!access || access->expires <= outside_.now()) return done(fail(ErrorCode::not_found, "no such link"));
  const auto record = desk_.record(access->incident);
  if (!record) return done(tl::make_unexpected(record.error()));

  const auto* contact = house_.contacts.find(access->subject);
  const Locale language = locale ? *locale : contact != nullptr && contact->locale ? *contact->locale : house_.home();
  const auto outbox = store_.outbox(access->incident);
  if (!outbox) return done(tl::make_unexpected(outbox.error()));
  auto shown = view(*access, **record, *outbox, language);
  shown.conversation = ConversationId("case-" + hash.substr(0, 32));
  shown.person = PersonId("contact:" + access->subject);

  // Who looked at what is part of the record (D5).
  storage::Commit reading;
  reading.audit.push_back({outside_.now(), shown.person.str(), "case.read", access->incident.str(), access->role});
  store_.commit(std::move(reading), [this, access = *access, shown = std::move(shown), done](const Result<>& kept) {
    if (!kept) return done(tl::make_unexpected(kept.error()));
    desk_.open_case(access, shown.conversation, shown.person,
                    [shown, done](const Result<std::vector<adapters::Posted>>& opened) {
                      if (!opened) return done(tl::make_unexpected(opened.error()));
                      done(shown);
                    });
  });
}

adapters::page::CaseView CaseDesk::view(const storage::Access& access, const incident::Record& record,
                                        const std::vector<storage::OutboxRow>& outbox, Locale locale) const {
  const auto zone = Zone::find(record.zone).value_or(Zone::utc());
  const auto text = [&](locales::Message message) { return house_.catalog.render(message, locale, zone).text; };
  const auto label = [&](incident::FactId fact) {
    return text({"code.fact." + std::string(incident::info(fact).name), {}});
  };
  const bool adviser = access.role == "adviser";
  // "", or how it stands with a message that has not simply arrived: the adviser finds another way.
  const auto delivery = [&](const auto& is_it) -> std::string {
    const auto row =
        std::find_if(outbox.begin(), outbox.end(), [&](const auto& each) { return is_it(each.message.key); });
    if (row == outbox.end() || !adviser) return {};
    switch (row->state) {
      case storage::Delivery::failed:
        return " – " + text({"case.page.not_delivered", {}});
      case storage::Delivery::may_have_been_delivered:
        return " – " + text({"case.page.uncertain", {}});
      case storage::Delivery::pending:
        return row->attempts > 0 ? " – " + text({"case.page.waiting", {}}) : std::string();
      case storage::Delivery::sending:
      case storage::Delivery::delivered:
        return {};
    }
    return {};
  };

  adapters::page::CaseView view;
  view.locale = locale;
  view.title = text({"case.page.title", {{"receipt", record.receipt.str()}}});

  adapters::page::CaseView::Section facts{text({"case.page.facts", {}}), {}};
  const auto add = [&](incident::FactId fact) {
    auto value = in_words(house_, record, fact, locale);
    facts.rows.push_back({label(fact), value.empty() ? text({"case.page.open", {}}) : std::move(value)});
  };
  if (adviser)
    for (const auto& row : incident::log_rows(record)) add(row.fact);
  else
    for (const auto fact : kForContacts) add(fact);
  view.sections.push_back(std::move(facts));

  adapters::page::CaseView::Section told{text({"case.page.told", {}}), {}};
  for (const auto& each : record.told) {
    const auto* contact = house_.contacts.find(each.contact);
    if (contact == nullptr) continue;
    const auto line = text({"code.party." + each.party.str(), {}});
    const auto same = [&](const auto& row) { return row.label == contact->title + ", " + line; };
    if (std::none_of(told.rows.begin(), told.rows.end(), same))
      told.rows.push_back({contact->title + ", " + line,
                           text({"case.page.at", {{"at", each.at}}}) +
                               delivery([&](const std::string& key) { return key == each.message_key; })});
  }
  if (!told.rows.empty()) view.sections.push_back(std::move(told));

  if (record.group) {
    adapters::page::CaseView::Section group{text({"case.page.group", {}}), {}};
    group.rows.push_back({text({"case.page.meeting", {}}), text({"case.page.at", {{"at", record.group->start}}})});
    for (const auto& id : record.group->attendees) {
      const auto* contact = house_.contacts.find(id);
      if (contact == nullptr) continue;
      const auto answer = record.group->answers.find(id);
      group.rows.push_back(
          {contact->title + ", " + text({"code.party." + contact->party.str(), {}}),
           text({"case.page.answer." + (answer == record.group->answers.end() ? std::string("none") : answer->second),
                 {}})});
    }
    view.sections.push_back(std::move(group));
  }

  if (record.aware_at)
    for (const auto& deadline : incident::deadlines(*record.aware_at, zone, house_.playbook.procedure.regimes,
                                                    date_of(zone.local(*record.aware_at))))
      if (deadline.duty == "notify_authority") {
        view.clock = {text({"case.page.clock", {}}), deadline.due, text({"case.page.at", {{"at", deadline.due}}})};
        break;
      }
  return view;
}

}  // namespace varsel::bot
