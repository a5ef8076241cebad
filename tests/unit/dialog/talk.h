// One conversation in memory: what bot/ does around step(), without a database or a mail. Events are folded into the
// record; the contacts of a Tell are told at once.
#pragma once
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "dialog/step.h"
#include "tests/catch.h"

namespace varsel::dialog::test {

inline std::string playbook_file(const std::string& name) {
  std::ifstream in{std::string{VARSEL_SOURCE_DIR} + "/playbooks/" + name, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

struct Procedures {
  Playbook playbook;
  incident::ContactBook contacts;
};
// The shipped playbook and its demo contacts, read once.
inline const Procedures& procedures(const std::string& name) {
  static std::map<std::string, Procedures> known;
  auto& procedure = known[name];
  if (procedure.playbook.name.empty()) {
    procedure.playbook = load_playbook(playbook_file(name + ".toml"), name).playbook.value();
    procedure.contacts = load_contacts(playbook_file(name + ".contacts.demo.toml"), name).book;
  }
  return procedure;
}

// What understanding made of a message, by hand.
struct Says : intents::Understanding {
  Says(intents::Intent intent, const std::string& words) {
    intents = {{intent, 0.95, "test"}};
    text = masked = words;
    locale = Locale::en;
  }
  Says& with(intents::Kind kind, intents::EntityValue value, double confidence = 0.95) {
    entities.push_back({kind, 0, 0, std::move(value), "test", confidence});
    return *this;
  }
};

inline Instant at(const char* iso) {
  return parse_instant(iso).value();
}
inline When day(const char* date) {
  const LocalTime from = parse_local(date).value();
  return {from, from + std::chrono::days{1}, Precision::day, false, false};
}
inline When minute(const char* time) {
  const LocalTime from = parse_local(time).value();
  return {from, from + std::chrono::minutes{1}, Precision::minute, false, false};
}
inline Count exactly(std::int64_t n) {
  return {n, n, false};
}

class Talk {
 public:
  explicit Talk(const std::string& name = "muni", const char* now = "2026-11-18T10:00:00Z")
      : procedures_(procedures(name)), now_(at(now)) {}

  // Says it; the replies are in `paragraphs` and `options`.
  Decision say(const intents::Understanding& understanding, std::optional<std::string> choice = std::nullopt,
               std::vector<std::string> attachments = {}) {
    input::Said said;
    said.understanding = understanding;
    said.choice = std::move(choice);
    said.person = PersonId{"somebody"};
    said.channel = "test";
    said.turn = ++turn_;
    said.attachments = std::move(attachments);
    return take(said);
  }
  Decision press(const std::string& code) { return say(Says{intents::Intent::inform, code}, code); }
  // Writes it: understood as it would be by the server.
  Decision write(const std::string& text) {
    const World seen = world();
    return say(intents::understand(text, expecting(state, seen)));
  }
  Decision silence(const std::string& duty) {
    timers[duty] = false;
    return take(input::Silence{duty});
  }
  Decision greet(std::optional<Locale> locale = std::nullopt) { return take(input::Greet{locale}); }
  Decision taken(const std::string& contact) {
    return take(input::Taken{record() != nullptr ? record()->receipt : ReceiptNumber{"V-2026-AAAA-1"}, contact});
  }

  // What the next step will see.
  [[nodiscard]] World world() const {
    const incident::Record* attached = attached_ && records.contains(*attached_) ? &records.at(*attached_) : nullptr;
    World world{procedures_.playbook, procedures_.contacts, attached, now_, {}, {}, {}, {}, nullptr};
    world.fresh_incident = IncidentId{"incident-" + std::to_string(drawn_ + 1)};
    world.fresh_receipt = ReceiptNumber{"V-2026-AAAA-" + std::to_string(drawn_ + 1)};
    world.fresh_code = "CODE" + std::to_string(drawn_ + 1);
    if (resumable && records.count(*resumable) != 0) {
      world.resumable = resumable;
      world.resumable_record = &records.at(*resumable);
    }
    return world;
  }

  Decision take(const Input& input) {
    Decision decision = step(state, input, world());
    ++drawn_;
    state = decision.state;
    for (const Effect& effect : decision.effects) perform(effect);
    last = decision.replies.empty() ? Reply{} : decision.replies.back();
    now_ += std::chrono::seconds{20};
    return decision;
  }

  [[nodiscard]] const incident::Record* record() const {
    return state.incident && records.count(*state.incident) != 0 ? &records.at(*state.incident) : nullptr;
  }
  [[nodiscard]] bool said(const std::string& id) const {
    return std::any_of(last.paragraphs.begin(), last.paragraphs.end(), [&](const Message& m) { return m.id == id; });
  }
  [[nodiscard]] bool offers(const std::string& code) const {
    return std::any_of(last.options.begin(), last.options.end(), [&](const Option& o) { return o.code == code; });
  }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const Message& message : last.paragraphs) ids.push_back(message.id);
    return ids;
  }
  [[nodiscard]] const Playbook& playbook() const { return procedures_.playbook; }
  void later(std::chrono::minutes span) { now_ += span; }

  State state;
  Reply last;
  std::map<IncidentId, incident::Record> records;
  std::map<std::string, int> effects;   // how many of each, by name
  std::map<std::string, bool> timers;   // those running
  std::vector<IncidentId> may_resume;   // those somebody was given a code for
  std::optional<IncidentId> resumable;  // the one whose number and code the next message holds
  std::vector<std::string> notes;
  std::map<IncidentId, std::set<std::string>> kept;  // all words of a report that will not be forgotten

 private:
  void append(const incident::EventBody& body) {
    incident::apply(records[*attached_], incident::Event{now_, PersonId{"somebody"}, body});
    auto& words = kept[*attached_];
    if (const auto* note = std::get_if<incident::event::NoteAdded>(&body)) {
      notes.push_back(note->text.reveal());
      words.insert(note->text.reveal());
    }
    if (const auto* stated = std::get_if<incident::event::FactStated>(&body)) keep(words, stated->entry);
  }
  static void keep(std::set<std::string>& words, const incident::Fact& entry) {
    words.insert(entry.source.words.reveal());
    if (const auto* account = std::get_if<PersonalText>(&entry.value)) words.insert(account->reveal());
  }
  void perform(const Effect& effect) {
    if (const auto* open = std::get_if<effect::Open>(&effect)) {
      attached_ = open->incident;
      records[*attached_];
      ++effects["open"];
    } else if (const auto* event = std::get_if<effect::Append>(&effect)) {
      append(event->body);
    } else if (const auto* tell = std::get_if<effect::Tell>(&effect)) {
      ++effects["tell"];
      for (const auto& summons : tell->summons)
        for (const auto& rule : summons.rules)
          append(incident::event::ContactTold{summons.contact, summons.list, summons.party, rule, "key"});
      for (const auto& missing : tell->missing)
        append(incident::event::ContactMissing{missing.list, missing.party, missing.rule, missing.fallback});
    } else if (std::holds_alternative<effect::SummonGroup>(effect)) {
      ++effects["summon"];
    } else if (const auto* attach = std::get_if<effect::Attach>(&effect)) {
      attached_ = attach->incident;
      ++effects["attach"];
    } else if (std::holds_alternative<effect::AllowResume>(effect)) {
      ++effects["allow_resume"];
      may_resume.push_back(*attached_);
    } else if (const auto* timer = std::get_if<effect::SetTimer>(&effect)) {
      timers[timer->duty] = true;
    } else if (const auto* cancelled = std::get_if<effect::CancelTimer>(&effect)) {
      timers[cancelled->duty] = false;
    }
  }

  const Procedures& procedures_;
  Instant now_;
  std::uint64_t turn_ = 0;
  int drawn_ = 0;
  std::optional<IncidentId> attached_;
};

}  // namespace varsel::dialog::test
