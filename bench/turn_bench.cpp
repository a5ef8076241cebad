// What one turn costs apart from the disk and the network, and which part of it costs how much.
//   turn_bench [--rounds N] [--only PART] SCRIPT...
// The scripts are talked through once, with a clock that stands still and dice that always fall the same. Then each
// part runs on its own over all those turns, again and again. The best round is what the part costs; the median tells
// how busy the machine was. With --only a profiler sees that part alone.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "bot/house.h"
#include "bot/perform.h"
#include "bot/posting.h"
#include "bot/turn.h"
#include "dialog/step.h"
#include "storage/open.h"

using namespace varsel;
using namespace varsel::bot;

namespace {

const Instant kNow = Instant(Millis(1'795'258'800'000));  // a Saturday morning: nobody is at work
const PersonId kPerson("dl_bench");

// A turn as it came about, with what each part of it starts from.
struct Moment {
  Session before;
  RecordPtr record;
  arrival::Said said;
  intents::Context context;
  dialog::World world;
  dialog::input::Said input;
  dialog::Decision decision;
  Turned turned;
};

Outside still_life() {
  return {[] { return kNow; },
          [dice = std::make_shared<std::uint64_t>(0)](std::size_t bytes) {
            std::string random;
            while (random.size() < bytes) random += static_cast<char>((*dice += 0x9e3779b97f4a7c15u) >> 56);
            return random;
          }};
}

class Bench {
 public:
  Bench(House house, int rounds, std::string only)
      : house_(std::move(house)), outside_(still_life()), rounds_(rounds), only_(std::move(only)) {}

  void talk(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file + ": cannot be read");
    Session session;
    session.row.id = ConversationId(file);
    session.row.channel = "webchat";
    session.row.person = kPerson;
    session.state.locale = house_.home();
    auto opened = make_turn(house_, outside_, session, nullptr, arrival::Opened{}, std::nullopt);
    openings_.push_back(opened.commit);
    session = std::move(opened.session);
    RecordPtr record;
    for (std::string line; std::getline(in, line);) {
      if (line.empty()) continue;
      moments_.push_back(moment(session, record, line));
      session = moments_.back()->turned.session;
      record = moments_.back()->turned.record;
    }
  }

  void run() {
    std::printf("%zu turns, %d rounds\n%-34s %10s %10s\n", moments_.size(), rounds_, "microseconds per turn", "best",
                "median");
    measure("identity of the message", [](const Moment& m) { return inbound_key(m.said.message)->str().size(); });
    measure("understand",
            [](const Moment& m) { return intents::understand(m.said.message.text.reveal(), m.context).text.size(); });
    measure("step", [](const Moment& m) { return dialog::step(m.before.state, m.input, m.world).replies.size(); });
    measure("render", [this](const Moment& m) { return render(m.decision); });
    measure("perform", [this](const Moment& m) {
      return perform(m.decision.effects,
                     {house_, outside_, kNow, kPerson, m.before.row, m.record, nullptr, m.decision.state.locale})
          .commit.appends.size();
    });
    measure("save the state", [](const Moment& m) { return dialog::save(m.decision.state).size(); });
    measure("save the postings", [](const Moment& m) {
      std::size_t size = 0;
      for (const auto& posted : m.turned.posted) size += to_posting(posted).body.reveal().size();
      return size;
    });
    measure("turn: all of the above", [this](const Moment& m) {
      return make_turn(house_, outside_, m.before, m.record, m.said, inbound_key(m.said.message)).posted.size();
    });
    measure_commits();
  }

 private:
  std::unique_ptr<Moment> moment(const Session& session, const RecordPtr& record, const std::string& line) {
    adapters::Incoming message;
    message.channel = session.row.channel;
    message.conversation = session.row.id;
    message.person = kPerson;
    message.text = PersonalText(line);
    message.client_id = std::to_string(session.row.last_sequence);
    arrival::Said said{std::move(message), {}, {}};
    auto turned = make_turn(house_, outside_, session, record, said, inbound_key(said.message));
    auto made = std::make_unique<Moment>(Moment{session,
                                                record,
                                                std::move(said),
                                                {},
                                                {house_.playbook,
                                                 house_.contacts,
                                                 record.get(),
                                                 kNow,
                                                 IncidentId("00112233445566778899aabbccddeeff"),
                                                 ReceiptNumber("V-2026-BENCH"),
                                                 "23456789",
                                                 {},
                                                 nullptr},
                                                {},
                                                {},
                                                std::move(turned)});
    made->context = dialog::expecting(session.state, made->world);
    made->context.now = kNow;
    made->context.zone = house_.zone();
    made->input.understanding = intents::understand(line, made->context);
    for (const auto& option : session.state.offered)
      if (line == house_.catalog.render(option.label, session.state.locale, house_.zone()).text)
        made->input.choice = option.code;
    made->input.person = kPerson;
    made->input.channel = session.row.channel;
    made->input.turn = session.row.last_sequence + 1;
    made->decision = dialog::step(session.state, made->input, made->world);
    return made;
  }

  [[nodiscard]] std::size_t render(const dialog::Decision& decision) const {
    std::size_t size = 0;
    const auto one = [&](const locales::Message& message) {
      size += house_.catalog.render(message, decision.state.locale, house_.zone()).text.size();
    };
    for (const auto& reply : decision.replies) {
      for (const auto& paragraph : reply.paragraphs) one(paragraph);
      for (const auto& option : reply.options) one(option.label);
    }
    return size;
  }

  template <class Part>
  void measure(const std::string& name, const Part& part) {
    report(name, [&] {
      for (const auto& each : moments_) sink_ = sink_ + part(*each);
    });
  }

  // The same turns into a new store each round; the copies are made outside the time that counts.
  void measure_commits() {
    std::vector<std::unique_ptr<storage::Store>> stores;
    std::vector<std::vector<storage::Commit>> turns;
    for (int i = 0; i < rounds_; ++i) {
      stores.push_back(storage::open_memory());
      for (const auto& opening : openings_)
        if (!stores.back()->commit(opening)) throw std::runtime_error("an opening was refused");
      turns.emplace_back();
      for (const auto& each : moments_) turns.back().push_back(each->turned.commit);
    }
    std::size_t round = 0;
    report("commit to the store in memory", [&] {
      for (auto& turn : turns[round])
        if (!stores[round]->commit(std::move(turn))) throw std::runtime_error("a turn was refused");
      ++round;
    });
  }

  template <class Round>
  void report(const std::string& name, const Round& round) {
    if (!only_.empty() && name.find(only_) != 0) return;
    std::vector<double> times;
    for (int i = 0; i < rounds_; ++i) {
      const auto start = std::chrono::steady_clock::now();
      round();
      const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - start;
      times.push_back(spent.count() / static_cast<double>(moments_.size()));
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s %10.1f %10.1f\n", name.c_str(), times.front(), times[times.size() / 2]);
  }

  House house_;
  Outside outside_;
  int rounds_;
  std::string only_;
  std::vector<std::unique_ptr<Moment>> moments_;
  std::vector<storage::Commit> openings_;
  volatile std::size_t sink_ = 0;  // so that no work is left out as unused
};

}  // namespace

int main(int argc, char** argv) try {
  int rounds = 200;
  std::string only;
  std::vector<std::string> scripts;
  CLI::App app("Measures the parts of a turn");
  app.add_option("--rounds", rounds, "How often every part runs over all turns")->check(CLI::PositiveNumber);
  app.add_option("--only", only, "Beginning of a part's name");
  app.add_option("scripts", scripts, "What a person says, a line a turn")->required();
  CLI11_PARSE(app, argc, argv);
  auto house = open_house({});
  if (!house) throw std::runtime_error(house.error().detail);
  Bench bench(std::move(*house), rounds, only);
  for (const auto& script : scripts) bench.talk(script);
  bench.run();
} catch (const std::exception& error) {
  std::fprintf(stderr, "turn_bench: %s\n", error.what());
  return 1;
}
