#include "bot/stage.h"

#include <array>
#include <future>
#include <random>

#include "bot/house.h"
#include "bot/letters.h"
#include "bot/report.h"
#include "storage/open.h"

namespace varsel::bot {
namespace {

using adapters::console::Said;

Outside staged(const std::shared_ptr<Instant>& clock) {
  auto dice = std::make_shared<std::mt19937_64>(1);
  return {[clock] { return *clock; },
          [dice](std::size_t bytes) {
            std::string out;
            for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>((*dice)() & 0xFF);
            return out;
          }};
}

// The alternatives of incident::EventBody, by name, as transcripts write them.
constexpr std::array<std::string_view, std::variant_size_v<incident::EventBody>> kEventNames{"Opened",
                                                                                             "FactStated",
                                                                                             "FactWithdrawn",
                                                                                             "StateChanged",
                                                                                             "SuspicionSettled",
                                                                                             "AwarenessSet",
                                                                                             "HandedIn",
                                                                                             "StepDone",
                                                                                             "ContactTold",
                                                                                             "ContactMissing",
                                                                                             "GroupSummoned",
                                                                                             "AttendeeAnswered",
                                                                                             "AttendeeEscalated",
                                                                                             "ContactPersonChosen",
                                                                                             "CoordinatorSteppedBack",
                                                                                             "StatusAsked",
                                                                                             "StatusReported",
                                                                                             "ReportHandedOver",
                                                                                             "DecisionTaken",
                                                                                             "AttachmentAdded",
                                                                                             "NoteAdded",
                                                                                             "HumanAsked",
                                                                                             "Duplicated",
                                                                                             "CaseTaken"};

}  // namespace

Stage::Stage(House house, std::unique_ptr<storage::Store> store, adapters::mail::Submission& mails,
             std::optional<Outside> outside, Instant start)
    : house_(std::move(house)),
      store_(std::move(store)),
      clock_(std::make_shared<Instant>(start)),
      outside_(outside ? *outside : staged(clock_)),
      workers_(1),
      desk_(house_, outside_, *store_, workers_),
      clockwork_(house_, outside_, *store_, desk_, mails, {}) {}

ConversationId Stage::conversation(const std::string& speaker) const {
  return ConversationId("console-" + speaker);
}

std::optional<IncidentId> Stage::newest() const {
  const auto all = store_->incidents();
  if (!all || all->empty()) return std::nullopt;
  return all->front().id;
}

Result<std::vector<Said>> Stage::collect(Result<std::vector<adapters::Posted>> posted) {
  VARSEL_TRY(const auto all, std::move(posted));
  std::vector<Said> said;
  for (const auto& each : all)
    if (!each.from_person) said.push_back({each.text.reveal(), each.buttons});
  return said;
}

Result<std::vector<Said>> Stage::open(const std::string& speaker, Locale locale) {
  opened_.insert(speaker);
  std::promise<Result<std::vector<adapters::Posted>>> done;
  const auto finish = [&done](Result<std::vector<adapters::Posted>> result) { done.set_value(std::move(result)); };
  if (const auto* contact = house_.contacts.find(speaker)) {
    const auto incident = newest();
    if (!incident) return fail(ErrorCode::not_found, "nothing has been reported that " + speaker + " could work on");
    VARSEL_TRY(const auto record, desk_.record(*incident));
    const storage::Access access{"", *incident, role_of(*contact, *record), speaker, {}};
    desk_.open_case(access, conversation(speaker), PersonId(speaker), finish);
  } else {
    desk_.open(conversation(speaker), "console", PersonId(speaker), locale, finish);
  }
  return collect(done.get_future().get());
}

Result<std::vector<Said>> Stage::say(const std::string& speaker, const PersonalText& text) {
  if (!opened_.contains(speaker)) VARSEL_CHECK(open(speaker, house_.home()));
  adapters::Incoming message;
  message.channel = "console";
  message.conversation = conversation(speaker);
  message.person = PersonId(speaker);
  message.text = text;
  std::promise<Result<std::vector<adapters::Posted>>> done;
  desk_.deliver(std::move(message),
                [&done](Result<std::vector<adapters::Posted>> result) { done.set_value(std::move(result)); });
  return collect(done.get_future().get());
}

Result<std::vector<Said>> Stage::wait(const std::string& speaker, const adapters::console::TimeRow& time) {
  const auto* span = std::get_if<Millis>(&time.to);
  const auto until = span != nullptr ? outside_.now() + *span : std::get<Instant>(time.to);
  VARSEL_TRY(const auto row, store_->conversation(conversation(speaker)));
  const auto before = row ? row->last_sequence : 0;
  clockwork_.run_due();
  for (;;) {
    VARSEL_TRY(const auto next, store_->next_due());
    if (!next || *next > until) break;
    *clock_ = std::max(*clock_, *next);
    clockwork_.run_due();
  }
  *clock_ = std::max(*clock_, until);
  clockwork_.run_due();
  std::promise<Result<std::vector<adapters::Posted>>> done;
  desk_.history(conversation(speaker), before,
                [&done](Result<std::vector<adapters::Posted>> result) { done.set_value(std::move(result)); });
  return collect(done.get_future().get());
}

adapters::console::Stage Stage::script(Locale locale, const std::string& first_speaker) {
  return {.open = [this, locale, first_speaker] { return open(first_speaker, locale); },
          .say = [this, locale](const std::string& who, const PersonalText& text) -> Result<std::vector<Said>> {
            if (!opened_.contains(who)) VARSEL_CHECK(open(who, locale));
            return say(who, text);
          },
          .wait = [this](const std::string& who, const adapters::console::TimeRow& time) { return wait(who, time); },
          .mails = [this] { return new_mails(); },
          .events = [this] { return new_events(); },
          .fact = [this](const std::string& name) { return fact(name); }};
}

std::vector<adapters::console::MailRow> Stage::new_mails() {
  std::vector<adapters::console::MailRow> mails;
  const auto rows = store_->outbox(std::nullopt);
  if (!rows) return mails;
  for (auto row = rows->rbegin(); row != rows->rend(); ++row) {
    if (!seen_mails_.insert(row->message.key).second) continue;
    if (const auto letter = load_letter(row->message.body)) mails.push_back({letter->to, letter->subject});
  }
  return mails;
}

std::vector<std::string> Stage::new_events() {
  std::vector<std::string> names;
  const auto all = store_->incidents();
  if (!all) return names;
  for (auto listed = all->rbegin(); listed != all->rend(); ++listed) {
    const auto events = store_->events(listed->id);
    if (!events) continue;
    auto& seen = seen_events_[listed->id];
    for (; seen < events->size(); ++seen) names.emplace_back(kEventNames[(*events)[seen].body.index()]);
  }
  return names;
}

std::optional<std::string> Stage::fact(const std::string& name) {
  const auto incident = newest();
  const auto id = incident::fact_from(name);
  if (!incident || !id) return std::nullopt;
  const auto record = desk_.record(*incident);
  if (!record || (*record)->find(*id) == nullptr) return std::nullopt;
  return short_value(*(*record)->find(*id));
}

Result<adapters::console::Transcript> play(const adapters::console::Transcript& transcript,
                                           const std::string& playbook) {
  const auto& header = transcript.header;
  const auto named = header.playbook.value_or(playbook.empty() ? "muni" : playbook);
  VARSEL_TRY(auto house, open_house({.playbook = named}));
  if (header.zone) house.playbook.procedure.zone = *header.zone;
  const auto locale = header.locale.value_or(house.home());
  // Saturday noon would be out of hours: an ordinary Friday morning.
  const auto start = header.now.value_or(parse_instant("2026-11-20T08:00:00Z").value());
  NoMail mails;
  Stage stage(std::move(house), storage::open_memory(), mails, std::nullopt, start);
  return adapters::console::replay(transcript, stage.script(locale, header.speaker.value_or("reporter")));
}

}  // namespace varsel::bot
