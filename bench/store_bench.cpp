// Durable turns per second of the SQLite store, at 1, 8 and 64 writers.
//   store_bench [folder] [turns]
// A turn is a realistic commit: 1 KB of state, three postings of 300 bytes, three events, one audit row, a timer, and
// in every eighth turn two outgoing messages. A writer waits for its turn before it sends the next, as a person does.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "storage/open.h"

using namespace varsel;
using namespace varsel::storage;

namespace {

constexpr std::size_t kTurnsOfATalk = 12;
const Instant kStart = Instant(Millis(1'790'000'000'000));

Commit turn_of(const std::string& talk, std::uint64_t number) {
  const Instant at = kStart + std::chrono::minutes(number);
  const IncidentId incident("incident-" + talk);
  Commit turn;
  turn.conversation = Conversation{ConversationId(talk),
                                   "webchat",
                                   PersonId("dl_" + talk),
                                   number,
                                   3 * (number + 1),
                                   incident,
                                   PersonalText(std::string(1024, 's'))};
  for (std::uint64_t i = 1; i <= 3; ++i)
    turn.postings.push_back({3 * number + i, at, PersonalText(std::string(300, 'p'))});
  turn.inbound = InboundKey("webchat/" + talk + "/" + std::to_string(number));
  Commit::Append append{incident, number == 0 ? 0 : 3 * number, {}};
  incident::Fact fact;
  fact.value = incident::Codes{{"health", "name"}, PersonalText("names and diagnoses of the patients")};
  fact.source = {PersonId("dl_" + talk), at, "webchat", number, PersonalText("names and diagnoses"), "data.health"};
  for (int i = 0; i < 3; ++i) {
    if (number == 0 && i == 0)
      append.events.push_back(
          {at, PersonId("dl_" + talk),
           incident::event::Opened{ReceiptNumber("V-" + talk), "muni", PartyId("egedal"), "Europe/Copenhagen",
                                   Locale::da, "webchat", ConversationId(talk)}});
    else
      append.events.push_back(
          {at, PersonId("dl_" + talk), incident::event::FactStated{incident::FactId::data_categories, fact}});
  }
  turn.appends.push_back(std::move(append));
  turn.audit.push_back({at, "dl_" + talk, "turn", talk, "facts=3"});
  turn.set_timers.push_back({"nudge", talk, at + std::chrono::hours(1)});
  if (number % 8 == 7)
    for (const char* const whom : {"dpo", "leader"})
      turn.outbox.push_back({talk + "/" + std::to_string(number) + "/" + whom, incident, "mail",
                             PersonalText(std::string(600, 'm')), at, true});
  return turn;
}

double seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// One line of the table. Talks are numbered on, so that every run adds to the same growing store.
void measure(Store& store, std::size_t writers, std::size_t turns, std::atomic<std::uint64_t>& talks) {
  std::mutex mutex;
  std::vector<double> waits;
  std::atomic<std::size_t> left{turns};
  const auto before = store.counters();
  const double wall = seconds(CLOCK_MONOTONIC);
  const double processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
  const auto work = [&] {
    std::vector<double> mine;
    for (;;) {
      const std::string talk = std::to_string(++talks);
      for (std::uint64_t number = 0; number < kTurnsOfATalk; ++number) {
        if (left.fetch_sub(1) - 1 >= turns) {
          left = 0;
          const std::lock_guard lock(mutex);
          waits.insert(waits.end(), mine.begin(), mine.end());
          return;
        }
        const double start = seconds(CLOCK_MONOTONIC);
        if (const auto done = store.commit(turn_of(talk, number)); !done) {
          std::fprintf(stderr, "%s\n", done.error().detail.c_str());
          std::exit(1);
        }
        mine.push_back(seconds(CLOCK_MONOTONIC) - start);
      }
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < writers; ++i) threads.emplace_back(work);
  for (auto& thread : threads) thread.join();
  const double elapsed = seconds(CLOCK_MONOTONIC) - wall;
  const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
  const auto after = store.counters();
  std::sort(waits.begin(), waits.end());
  const auto count = static_cast<double>(waits.size());
  const auto at = [&](double part) { return 1e3 * waits[static_cast<std::size_t>(part * (count - 1))]; };
  std::printf("%7zu  %8.0f  %7.2f  %7.2f  %7.2f  %10.1f  %16.3f\n", writers, count / elapsed, at(0.5), at(0.99),
              at(0.999), 1e6 * used / count, static_cast<double>(after.transactions - before.transactions) / count);
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder =
      argc > 1 ? argv[1] : std::filesystem::temp_directory_path() / ("store_bench." + std::to_string(::getpid()));
  const std::size_t turns = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 40'000;
  auto key = MasterKey::from_bytes(Secret(std::string(MasterKey::kBytes, 'k')), MasterKey::Purpose::trial);
  Options options;
  options.folder = folder;
  auto store = open_sqlite(*key, options);
  if (!store) {
    std::fprintf(stderr, "%s\n", store.error().detail.c_str());
    return 1;
  }
  std::atomic<std::uint64_t> talks{0};
  std::printf("writers   turns/s   p50 ms   p99 ms  p999 ms  CPU us/turn  transactions/turn\n");
  measure(**store, 1, turns / 8, talks);
  measure(**store, 8, turns / 2, talks);
  measure(**store, 64, turns, talks);
  store->reset();
  std::printf("database: %.1f MB\n", static_cast<double>(std::filesystem::file_size(folder / kDatabaseFile)) / 1e6);
  if (argc <= 1) std::filesystem::remove_all(folder);
}
