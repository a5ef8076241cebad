// Builders and folders that the tests of the store share.
#pragma once
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "storage/open.h"
#include "tests/catch.h"

namespace varsel::storage {

inline Instant minute(int n) {
  return Instant(Millis(1'790'000'000'000)) + std::chrono::minutes(n);
}

// A folder of its own for one test, gone afterwards; in memory where the system has such a place, because syncing a
// real disk thousands of times proves nothing here: power cuts are played by FaultyDisk.
class Folder {
 public:
  Folder() {
    const std::filesystem::path memory = "/dev/shm";
    std::error_code ignored;
    const bool usable = std::filesystem::is_directory(memory, ignored) && ::access(memory.c_str(), W_OK) == 0;
    std::string name = ((usable ? memory : std::filesystem::temp_directory_path()) / "varsel-store-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline MasterKey a_key(char filler = 'k') {
  return *MasterKey::from_bytes(Secret(std::string(MasterKey::kBytes, filler)), MasterKey::Purpose::trial);
}

inline Options in(const Folder& folder) {
  Options options;
  options.folder = folder.path() / "data";
  return options;
}

inline std::unique_ptr<Store> opened(const Options& options) {
  auto store = open_sqlite(a_key(), options);
  INFO((store ? std::string() : store.error().detail));
  REQUIRE(store);
  return std::move(*store);
}

template <class T>
ErrorCode code_of(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

inline incident::Event opening(const std::string& receipt, Instant at, const std::string& talk = "talk") {
  return {at, PersonId("dl_1"),
          incident::event::Opened{ReceiptNumber(receipt), "muni", PartyId("egedal"), "Europe/Copenhagen", Locale::da,
                                  "webchat", ConversationId(talk)}};
}
inline incident::Event note(const std::string& text, Instant at) {
  return {at, PersonId("dl_1"), incident::event::NoteAdded{PersonalText(text)}};
}
inline std::string note_of(const incident::Event& event) {
  return std::get<incident::event::NoteAdded>(event.body).text.reveal();
}

// The n-th turn of a talk (from 0): two postings, one event on the talk's own incident, an audit row, a timer, and an
// outgoing message.
inline Commit turn_of(const std::string& talk, std::uint64_t n) {
  const Instant at = minute(static_cast<int>(n));
  const IncidentId incident("incident-" + talk);
  Commit turn;
  turn.conversation = Conversation{ConversationId(talk),
                                   "webchat",
                                   PersonId("dl_" + talk),
                                   n,
                                   2 * n + 2,
                                   incident,
                                   PersonalText("state " + std::to_string(n))};
  turn.postings = {{2 * n + 1, at, PersonalText("said " + std::to_string(n))},
                   {2 * n + 2, at, PersonalText("answered " + std::to_string(n))}};
  turn.inbound = InboundKey(talk + "/in/" + std::to_string(n));
  turn.appends.push_back({incident, n, {n == 0 ? opening("V-" + talk, at, talk) : note(std::to_string(n), at)}});
  turn.audit.push_back({at, "dl_" + talk, "turn", talk, "n=" + std::to_string(n)});
  turn.set_timers.push_back({"nudge", talk, at + std::chrono::hours(1)});
  turn.outbox.push_back(
      {talk + "/mail/" + std::to_string(n), incident, "mail", PersonalText("mail " + std::to_string(n)), at, true});
  return turn;
}

// What must hold for a talk of which `turns` turns were kept: each is there exactly once, with everything it brought.
inline void check_kept(Store& store, const std::string& talk, std::uint64_t turns) {
  INFO(talk);
  const auto conversation = store.conversation(ConversationId(talk));
  REQUIRE(conversation);
  if (turns == 0) {
    CHECK_FALSE(conversation->has_value());
    CHECK(code_of(store.events(IncidentId("incident-" + talk))) == ErrorCode::not_found);
    CHECK(store.outbox(IncidentId("incident-" + talk))->empty());
    return;
  }
  REQUIRE(conversation->has_value());
  CHECK((*conversation)->revision == turns);
  CHECK((*conversation)->last_sequence == 2 * turns);
  CHECK((*conversation)->state.reveal() == "state " + std::to_string(turns - 1));
  const auto postings = store.postings(ConversationId(talk), 0);
  REQUIRE(postings);
  REQUIRE(postings->size() == 2 * turns);
  for (std::size_t i = 0; i < postings->size(); ++i) CHECK((*postings)[i].sequence == i + 1);
  const auto events = store.events(IncidentId("incident-" + talk));
  REQUIRE(events);
  REQUIRE(events->size() == turns);
  for (std::size_t i = 1; i < events->size(); ++i) CHECK(note_of((*events)[i]) == std::to_string(i));
  CHECK(store.outbox(IncidentId("incident-" + talk))->size() == turns);
  CHECK(store.find_inbound(InboundKey(talk + "/in/" + std::to_string(turns - 1)))->has_value());
  CHECK_FALSE(store.find_inbound(InboundKey(talk + "/in/" + std::to_string(turns)))->has_value());
}

inline std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace varsel::storage
