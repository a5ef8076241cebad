#include "bot/front_desk.h"

#include "bot/perform.h"
#include "bot/posting.h"

namespace varsel::bot {
namespace {

// Bounded memory: up to some 10 KB each. A conversation that is not here is loaded from the store in 20 µs or so.
constexpr std::size_t kSessions = 1024;
constexpr std::size_t kRecords = 1024;
// Of those who change one incident at the same time one is kept, and the others make their turn again: as many tries as
// there may be people writing on one case in the same instant.
constexpr int kTries = 32;

// When the first of what a turn leaves for later is due; nothing: it leaves nothing.
std::optional<Instant> first_due(const storage::Commit& commit) {
  std::optional<Instant> first;
  const auto look = [&first](Instant due) { first = std::min(first.value_or(due), due); };
  for (const auto& message : commit.outbox) look(message.due);
  for (const auto& timer : commit.set_timers) look(timer.due);
  return first;
}

}  // namespace

FrontDesk::FrontDesk(const House& house, const Outside& outside, storage::Store& store, Workers& workers)
    : house_(house),
      outside_(outside),
      store_(store),
      workers_(workers),
      lanes_([&workers](std::function<void()> work) { workers.post(std::move(work)); }),
      sessions_(kSessions),
      records_(kRecords) {}

// The turn boundary: a broken invariant ends this turn, not the server, and nothing of it is kept.
void FrontDesk::enter(const ConversationId& conversation, Delivered done, std::function<void(Delivered)> task) {
  lanes_.enter(conversation.str(), [this, done = std::move(done), task = std::move(task)](Lanes::Release release) {
    const Delivered finished =
        [done, release, once = std::make_shared<std::atomic_flag>()](Result<std::vector<adapters::Posted>> result) {
          if (once->test_and_set()) return;
          release();
          done(std::move(result));
        };
    if (closed_) return finished(fail(ErrorCode::unavailable, "the server stops"));
    try {
      task(finished);
    } catch (const std::exception& broken) {
      if (hooks_.trouble) hooks_.trouble(std::string("turn.broken: ") + broken.what());
      finished(fail(ErrorCode::unavailable, "the turn failed"));
    }
  });
}

void FrontDesk::deliver(adapters::Incoming message, Delivered done) {
  const auto id = message.conversation;
  auto key = inbound_key(message);
  enter(id, std::move(done), [this, id, message = std::move(message), key = std::move(key)](Delivered finished) {
    take_turn(id, std::nullopt, arrival::Said{message, {}, {}}, key, std::move(finished), kTries);
  });
}

void FrontDesk::open(ConversationId conversation, std::string channel, PersonId person, std::optional<Locale> locale,
                     Delivered done) {
  dialog::State state;
  state.locale = locale.value_or(house_.home());
  start(conversation, {std::move(channel), std::move(person), std::move(state), std::nullopt}, locale, std::move(done));
}

void FrontDesk::open_case(const storage::Access& access, const ConversationId& conversation, PersonId person,
                          Delivered done) {
  const bool adviser = access.role == "adviser";
  if (!adviser && access.role != "contact") return done(fail(ErrorCode::invalid, "no role in a case"));
  dialog::State state;
  state.phase = dialog::Phase::case_work;
  state.role = static_cast<std::uint8_t>(adviser ? dialog::Role::adviser : dialog::Role::contact);
  state.subject = access.subject;
  state.incident = access.incident;
  const auto* contact = house_.contacts.find(access.subject);
  state.locale = contact != nullptr && contact->locale ? *contact->locale : house_.home();
  start(conversation, {"case", std::move(person), std::move(state), access.incident}, std::nullopt, std::move(done));
}

void FrontDesk::start(const ConversationId& id, Opening opening, std::optional<Locale> locale, Delivered done) {
  enter(id, std::move(done), [this, id, opening = std::move(opening), locale](Delivered finished) {
    auto existing = store_.conversation(id);
    if (!existing) return finished(tl::make_unexpected(existing.error()));
    if (*existing) return finished(posted_between(id, 1, (*existing)->last_sequence));
    take_turn(id, opening, arrival::Opened{locale}, std::nullopt, std::move(finished), kTries);
  });
}

void FrontDesk::fired(const ConversationId& conversation, Arrival timer, std::function<void(Result<>)> done) {
  enter(
      conversation,
      [done = std::move(done)](Result<std::vector<adapters::Posted>> result) {
        done(result ? Result<>() : tl::make_unexpected(result.error()));
      },
      [this, conversation, timer = std::move(timer)](Delivered finished) {
        take_turn(conversation, std::nullopt, timer, std::nullopt, std::move(finished), kTries);
      });
}

void FrontDesk::take_turn(const ConversationId& id, const std::optional<Opening>& opening, Arrival arrival,
                          std::optional<InboundKey> key, Delivered done, int tries) {
  auto before = session(id, opening);
  if (!before) return done(tl::make_unexpected(before.error()));
  RecordPtr known;
  if ((*before)->row.incident) {
    auto loaded = record(*(*before)->row.incident);
    if (!loaded) return done(tl::make_unexpected(loaded.error()));
    known = *loaded;
  }
  if (auto* said = std::get_if<arrival::Said>(&arrival)) find_resumable(*said);

  auto turned = std::make_shared<Turned>(make_turn(house_, outside_, **before, known, arrival, key));
  for (const auto& problem : turned->problems)
    if (hooks_.trouble) hooks_.trouble("text.missing: " + problem);
  const auto due = first_due(turned->commit);
  auto commit = std::move(turned->commit);
  store_.commit(std::move(commit), [this, id, opening, arrival = std::move(arrival), key, done = std::move(done), tries,
                                    turned, due](Result<> kept) mutable {
    if (kept) {
      if (turned->incident && turned->record) records_.put(*turned->incident, turned->record);
      turned->session.latest = turned->posted;
      sessions_.put(id, std::make_shared<const Session>(std::move(turned->session)));
      if (hooks_.posted) hooks_.posted(id, turned->posted);
      if (due && hooks_.work_waits) hooks_.work_waits(*due);
      return done(std::move(turned->posted));
    }
    if (kept.error().code != ErrorCode::conflict) return done(tl::make_unexpected(kept.error()));
    // Either this message was delivered before, or somebody changed the conversation or the incident first. Reading
    // waits for the disk, so it leaves the writer's thread.
    workers_.post([this, id, opening, arrival = std::move(arrival), key, done = std::move(done), tries, turned] {
      if (key) {
        const auto earlier = store_.find_inbound(*key);
        if (earlier && *earlier)
          return done(posted_between((*earlier)->conversation, (*earlier)->first_sequence, (*earlier)->last_sequence));
      }
      sessions_.forget(id);
      if (turned->incident) records_.forget(*turned->incident);
      if (tries <= 1) return done(fail(ErrorCode::unavailable, "too many changes at once"));
      take_turn(id, opening, arrival, key, done, tries - 1);
    });
  });
}

Result<FrontDesk::SessionPtr> FrontDesk::session(const ConversationId& id, const std::optional<Opening>& opening) {
  if (auto cached = sessions_.get(id)) return *cached;
  VARSEL_TRY(auto row, store_.conversation(id));
  auto loaded = std::make_shared<Session>();
  if (row) {
    VARSEL_TRY(loaded->state, dialog::load(row->state.reveal()));
    loaded->row = std::move(*row);
    loaded->row.state = {};
  } else if (opening) {
    loaded->row.id = id;
    loaded->row.channel = opening->channel;
    loaded->row.person = opening->person;
    loaded->row.incident = opening->incident;
    loaded->state = opening->state;
  } else {
    return fail(ErrorCode::not_found, "no such conversation");
  }
  return loaded;
}

Result<RecordPtr> FrontDesk::record(const IncidentId& incident) {
  if (auto cached = records_.get(incident)) return *cached;
  VARSEL_TRY(auto events, store_.events(incident));
  auto folded = std::make_shared<const incident::Record>(incident::fold(events));
  records_.put(incident, folded);
  return folded;
}

void FrontDesk::find_resumable(arrival::Said& said) {
  const auto hash = resume_hash(said.message.text.reveal());
  if (!hash) return;
  const auto access = store_.access(*hash);
  if (!access || !*access || (*access)->expires <= outside_.now()) return;
  if (auto found = record((*access)->incident)) {
    said.resumable = (*access)->incident;
    said.resumable_record = *found;
  }
}

void FrontDesk::history(ConversationId conversation, std::uint64_t after, Delivered done) {
  const auto row = session(conversation, std::nullopt);
  if (!row) return done(tl::make_unexpected(row.error()));
  const auto& latest = (*row)->latest;
  if ((*row)->row.last_sequence <= after) return done(std::vector<adapters::Posted>{});
  if (!latest.empty() && latest.front().sequence <= after + 1) {
    const auto first = latest.begin() + static_cast<std::ptrdiff_t>(after + 1 - latest.front().sequence);
    return done(std::vector<adapters::Posted>(first, latest.end()));
  }
  done(posted_between(conversation, after + 1, (*row)->row.last_sequence));
}

Result<std::vector<adapters::Posted>> FrontDesk::posted_between(const ConversationId& id, std::uint64_t first,
                                                                std::uint64_t last) {
  VARSEL_TRY(const auto postings, store_.postings(id, first - 1));
  std::vector<adapters::Posted> all;
  for (const auto& posting : postings) {
    if (posting.sequence > last) break;
    VARSEL_TRY(auto posted, from_posting(posting));
    all.push_back(std::move(posted));
  }
  return all;
}

Result<> FrontDesk::change(const IncidentId& incident, const Change& change) {
  for (int tries = kTries; tries > 0; --tries) {
    VARSEL_TRY(const auto before, record(incident));
    storage::Commit commit;
    auto events = change(*before, commit);
    if (events.empty() && commit.set_timers.empty() && commit.cancel_timers.empty() && commit.outbox.empty()) return {};
    auto after = std::make_shared<incident::Record>(*before);
    for (const auto& event : events) incident::apply(*after, event);
    if (!events.empty()) {
      follow_up(house_, incident, before.get(), *after, outside_.now(), commit);
      commit.appends.push_back({incident, before->version, std::move(events)});
    }
    const auto due = first_due(commit);
    const auto kept = store_.commit(std::move(commit));
    if (kept) {
      records_.put(incident, std::move(after));
      if (due && hooks_.work_waits) hooks_.work_waits(*due);
      return {};
    }
    records_.forget(incident);
    if (kept.error().code != ErrorCode::conflict) return kept;
  }
  return fail(ErrorCode::unavailable, "too many changes at once");
}

}  // namespace varsel::bot
