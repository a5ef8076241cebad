// What only a store on disk can get wrong: files, keys, death of the process, failing disks.
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <future>
#include <map>
#include <thread>

#include "storage/faulty.h"
#include "support.h"

namespace varsel::storage {
namespace {

// Changes the database file behind the store's back.
void sql(const Options& options, const std::string& text) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open((options.folder / kDatabaseFile).c_str(), &database) == SQLITE_OK);
  const int code = sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr);
  INFO(text << ": " << sqlite3_errmsg(database));
  CHECK(code == SQLITE_OK);
  sqlite3_close(database);
}

bool holds(const std::filesystem::path& folder, const std::string& text) {
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (content(entry.path()).find(text) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("what was kept is there after closing and opening again") {
  const Folder folder;
  {
    const auto store = opened(in(folder));
    for (std::uint64_t n = 0; n < 3; ++n) REQUIRE(store->commit(turn_of("a", n)));
    REQUIRE(store->take_due(minute(0), 1)->size() == 1);
  }
  const auto store = opened(in(folder));
  check_kept(*store, "a", 3);
  CHECK(*store->recover(minute(9)) == 1);
  CHECK(store->due_timers(minute(99), 9)->size() == 1);
  REQUIRE(store->commit(turn_of("a", 3)));
  check_kept(*store, "a", 4);
  const auto found = store->verify();
  CHECK(found->rows == 4);
  CHECK_FALSE(found->first_bad);
}

TEST_CASE("the files of a store are its owner's alone") {
  const Folder folder;
  const auto store = opened(in(folder));
  REQUIRE(store->commit(turn_of("a", 0)));
  struct stat status {};
  REQUIRE(::stat(in(folder).folder.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  for (const auto& entry : std::filesystem::directory_iterator(in(folder).folder)) {
    INFO(entry.path());
    REQUIRE(::stat(entry.path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0077) == 0);
  }
}

TEST_CASE("nothing that describes a breach or a person stands in clear on the disk") {
  const Folder folder;
  const std::string word = "Hjorteholm";
  auto store = opened(in(folder));
  Commit turn = turn_of("a", 0);
  turn.conversation->state = PersonalText("state " + word);
  turn.postings[0].body = PersonalText("posting " + word);
  turn.inbound = InboundKey("inbound " + word);
  turn.appends[0].events.push_back(note(word, minute(0)));
  turn.outbox[0].body = PersonalText("mail " + word);
  turn.attachments.push_back({"file", IncidentId("incident-a"), minute(0), "text/x-" + word,
                              PersonalText(word + ".txt"), Personal<std::string>("bytes " + word)});
  REQUIRE(store->commit(turn));
  CHECK_FALSE(holds(in(folder).folder, word));
  CHECK(holds(in(folder).folder, "incident-a"));  // the search itself can find something
  store.reset();
  CHECK_FALSE(holds(in(folder).folder, word));
  CHECK(holds(in(folder).folder, "incident-a"));
}

TEST_CASE("a sealed value that is moved or changed does not open") {
  const Folder folder;
  {
    const auto store = opened(in(folder));
    REQUIRE(store->commit(turn_of("a", 0)));
    REQUIRE(store->commit(turn_of("b", 0)));
  }
  const std::string change = GENERATE(
      as<std::string>{}, "UPDATE posting SET body = (SELECT p.body FROM posting p WHERE p.id = 2) WHERE id = 1",
      "UPDATE posting SET body = (SELECT p.body FROM posting p WHERE p.id = 3) WHERE id = 1",
      "UPDATE posting SET body = (SELECT c.state FROM conversation c WHERE c.id = 1) WHERE id = 1",
      "UPDATE posting SET body = x'' WHERE id = 1",
      "UPDATE posting SET body = CAST(x'02' || substr(body, 2) AS BLOB) WHERE id = 1",
      "UPDATE conversation SET key = (SELECT c.key FROM conversation c WHERE c.id = 2) WHERE id = 1");
  sql(in(folder), change);
  const auto store = opened(in(folder));
  CHECK(code_of(store->postings(ConversationId("a"), 0)) == ErrorCode::corrupt);
  CHECK(store->postings(ConversationId("b"), 0)->size() == 2);
}

TEST_CASE("another master key is refused with a clear message") {
  const Folder folder;
  opened(in(folder)).reset();
  const auto writing = open_sqlite(a_key('x'), in(folder));
  CHECK(code_of(writing) == ErrorCode::denied);
  CHECK(writing.error().detail.find("master key") != std::string::npos);
  CHECK(code_of(open_sqlite_to_read(a_key('x'), in(folder))) == ErrorCode::denied);
  CHECK(open_sqlite(a_key(), in(folder)));
}

TEST_CASE("one server owns a folder and readers work beside it") {
  const Folder folder;
  const auto store = opened(in(folder));
  REQUIRE(store->commit(turn_of("a", 0)));
  const auto second = open_sqlite(a_key(), in(folder));
  CHECK(code_of(second) == ErrorCode::unavailable);
  CHECK(second.error().detail.find("another server") != std::string::npos);
  const auto reader = open_sqlite_to_read(a_key(), in(folder));
  REQUIRE(reader);
  check_kept(**reader, "a", 1);
  REQUIRE(store->commit(turn_of("a", 1)));
  check_kept(**reader, "a", 2);
  CHECK(code_of((*reader)->commit(turn_of("a", 2))) == ErrorCode::denied);
  CHECK(code_of((*reader)->take_due(minute(0), 1)) == ErrorCode::denied);
  CHECK(code_of((*reader)->settle("k", Delivery::failed, minute(0), "", {})) == ErrorCode::denied);
  CHECK(code_of((*reader)->recover(minute(0))) == ErrorCode::denied);
  CHECK(verify_folder(in(folder).folder)->rows == 2);
}

TEST_CASE("a folder that does not hold a readable store gives a clear error") {
  const Folder folder;
  const Options options = in(folder);
  CHECK(code_of(open_sqlite_to_read(a_key(), options)) == ErrorCode::not_found);
  CHECK(code_of(verify_folder(options.folder)) == ErrorCode::not_found);
  {
    const auto store = opened(options);
    REQUIRE(store->commit(turn_of("a", 0)));
  }
  SECTION("written by a newer version") {
    sql(options, "PRAGMA user_version = 99");
    const auto store = open_sqlite(a_key(), options);
    CHECK(code_of(store) == ErrorCode::denied);
    CHECK(store.error().detail.find("newer Varsel (schema 99") != std::string::npos);
    CHECK(code_of(verify_folder(options.folder)) == ErrorCode::denied);
  }
  SECTION("belongs to another program") {
    sql(options, "PRAGMA application_id = 7");
    CHECK(code_of(open_sqlite(a_key(), options)) == ErrorCode::denied);
  }
  SECTION("not a database") {
    std::ofstream(options.folder / kDatabaseFile) << std::string(8192, 'x');
    CHECK(code_of(open_sqlite(a_key(), options)) == ErrorCode::corrupt);
  }
  SECTION("without its key proof") {
    sql(options, "DELETE FROM meta");
    CHECK(code_of(open_sqlite_to_read(a_key(), options)) == ErrorCode::corrupt);
  }
}

TEST_CASE("a turn beyond what may wait is refused at once") {
  const Folder folder;
  Options options = in(folder);
  options.waiting_turns = 1;
  const auto store = opened(options);
  // The writer is kept busy inside a done(), so that what comes now has to wait.
  std::promise<void> busy;
  std::promise<void> release;
  store->commit(turn_of("a", 0), [&](Result<>) {
    busy.set_value();
    release.get_future().wait();
  });
  busy.get_future().wait();
  std::promise<Result<>> waiting;
  store->commit(turn_of("b", 0), [&](Result<> outcome) { waiting.set_value(std::move(outcome)); });
  std::optional<Result<>> refused;
  store->commit(turn_of("c", 0), [&](Result<> outcome) { refused = std::move(outcome); });
  REQUIRE(refused);
  CHECK(code_of(*refused) == ErrorCode::unavailable);
  release.set_value();
  CHECK(waiting.get_future().get());
  check_kept(*store, "b", 1);
  check_kept(*store, "c", 0);
}

TEST_CASE("verification finds every changed byte and every removed or moved row") {
  const Folder folder;
  const Options options = in(folder);
  {
    const auto store = opened(options);
    for (std::uint64_t n = 0; n < 6; ++n) REQUIRE(store->commit(turn_of("a", n)));
  }
  CHECK_FALSE(verify_folder(options.folder)->first_bad);
  struct Row {
    const char* sql;
    std::uint64_t bad;
  };
  const auto row = GENERATE(values<Row>({
      {"UPDATE audit SET at = at + 1 WHERE sequence = 3", 3},
      {"UPDATE audit SET actor = 'dl_b' WHERE sequence = 1", 1},
      {"UPDATE audit SET action = 'Turn' WHERE sequence = 6", 6},
      {"UPDATE audit SET subject = '' WHERE sequence = 2", 2},
      {"UPDATE audit SET detail = detail || ' ' WHERE sequence = 4", 4},
      {"UPDATE audit SET detail = substr(subject || detail, 2), subject = '' WHERE sequence = 4", 4},
      {"UPDATE audit SET hash = zeroblob(32) WHERE sequence = 5", 5},
      {"UPDATE audit SET hash = x'' WHERE sequence = 5", 5},
      {"DELETE FROM audit WHERE sequence = 1", 1},
      {"DELETE FROM audit WHERE sequence = 4", 4},
      {"DELETE FROM audit WHERE sequence = 6", 6},
      {"DELETE FROM audit", 1},
      {"UPDATE audit SET sequence = -1 WHERE sequence = 2; UPDATE audit SET sequence = 2 WHERE sequence = 3;"
       "UPDATE audit SET sequence = 3 WHERE sequence = -1",
       2},
      {"INSERT INTO audit SELECT 7, at, actor, action, subject, detail, hash FROM audit WHERE sequence = 6", 7},
      {"UPDATE chain SET head = zeroblob(32)", 6},
      {"UPDATE chain SET rows = 7", 7},
  }));
  INFO(row.sql);
  sql(options, row.sql);
  const auto found = verify_folder(options.folder);
  REQUIRE(found);
  REQUIRE(found->first_bad);
  CHECK(*found->first_bad == row.bad);
  CHECK_FALSE(found->what.empty());
}

TEST_CASE("every acknowledged turn is there exactly once after a kill") {
  constexpr int kKills = 60;
  constexpr int kTalks = 4;
  std::mt19937 random(20261121);
  const Folder folder;
  const Options options = in(folder);
  std::map<int, std::uint64_t> acknowledged;  // turns of each talk, over all lives of the store
  for (int life = 0; life < kKills; ++life) {
    INFO("life " << life);
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(pipe[0]);
      Options mine = options;
      mine.checkpoint_idle_pages = 20;  // so that many lives end within a checkpoint
      auto store = open_sqlite(a_key(), mine);
      if (!store) ::_exit(1);
      std::vector<std::thread> threads;
      for (int talk = 0; talk < kTalks; ++talk)
        threads.emplace_back([&store, talk, out = pipe[1]] {
          const std::string name = "t" + std::to_string(talk);
          const auto kept = (*store)->conversation(ConversationId(name));
          for (std::uint64_t n = kept && *kept ? (*kept)->revision : 0;; ++n) {
            if (!(*store)->commit(turn_of(name, n))) ::_exit(2);
            const auto byte = static_cast<char>('0' + talk);
            if (::write(out, &byte, 1) != 1) ::_exit(3);
          }
        });
      for (auto& thread : threads) thread.join();
    }
    ::close(pipe[1]);
    const std::size_t enough = random() % 40;
    std::size_t heard = 0;
    char byte = 0;
    while (heard < enough && ::read(pipe[0], &byte, 1) == 1) {
      ++acknowledged[byte - '0'];
      ++heard;
    }
    REQUIRE(heard == enough);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    while (::read(pipe[0], &byte, 1) == 1) ++acknowledged[byte - '0'];
    ::close(pipe[0]);

    const auto store = opened(options);
    std::uint64_t rows = 0;
    for (int talk = 0; talk < kTalks; ++talk) {
      const std::string name = "t" + std::to_string(talk);
      const auto kept = store->conversation(ConversationId(name));
      REQUIRE(kept);
      const std::uint64_t turns = *kept ? (*kept)->revision : 0;
      // One turn may have reached the disk without its acknowledgement reaching us.
      CHECK(turns >= acknowledged[talk]);
      CHECK(turns <= acknowledged[talk] + 1);
      check_kept(*store, name, turns);
      acknowledged[talk] = turns;
      rows += turns;
    }
    const auto found = store->verify();
    REQUIRE(found);
    CHECK_FALSE(found->first_bad);
    CHECK(found->rows == rows);
  }
}

// Opens, commits turns of two talks, checkpoints and closes. Returns how many turns of each were acknowledged.
static std::array<std::uint64_t, 2> live(const Options& options) {
  std::array<std::uint64_t, 2> kept{};
  auto store = open_sqlite(a_key(), options);
  if (!store) {
    CHECK(store.error().code == ErrorCode::unavailable);
    return kept;
  }
  for (std::uint64_t n = 0; n < 2; ++n)
    for (std::size_t talk = 0; talk < 2; ++talk) {
      if (kept[talk] != n) continue;
      const std::string name = "t" + std::to_string(talk);
      const auto outcome = (*store)->commit(turn_of(name, n));
      if (outcome)
        ++kept[talk];
      else
        CHECK(outcome.error().code == ErrorCode::unavailable);
      // After the fault nothing half-done is visible, and what was kept still is.
      check_kept(**store, name, kept[talk]);
    }
  const auto taken = (*store)->take_due(minute(0), 1);
  if (taken) {
    CHECK(taken->size() == (kept[0] + kept[1] > 0 ? 1 : 0));
    if (!taken->empty()) {
      const auto settled = (*store)->settle((*taken)[0].message.key, Delivery::delivered, minute(1), "250", {});
      if (!settled) CHECK(settled.error().code == ErrorCode::unavailable);
    }
  } else {
    CHECK(taken.error().code == ErrorCode::unavailable);
  }
  CHECK_FALSE((*store)->verify()->first_bad);
  return kept;
}

TEST_CASE("a fault at any write leaves nothing half done") {
  using Fault = FaultyDisk::Fault;
  const auto [fault, lasting] =
      GENERATE(values<std::pair<Fault, bool>>({{Fault::error, false}, {Fault::full, true}, {Fault::torn, false}}));
  int faults = 0;
  for (std::uint64_t n = 1;; ++n) {
    INFO("fault " << static_cast<int>(fault) << " at change " << n << (lasting ? " and later" : ""));
    const Folder folder;
    FaultyDisk disk;
    Options options = in(folder);
    options.vfs = disk.vfs();
    options.readers = 1;
    options.checkpoint_idle_pages = 20;
    disk.fail(n, fault, lasting);
    const auto kept = live(options);
    if (!disk.fired()) break;
    ++faults;
    disk.heal();
    // Opened again: all that was acknowledged is there. A turn that was not may have reached the disk, whole.
    const auto store = opened(options);
    for (std::size_t talk = 0; talk < 2; ++talk) {
      const std::string name = "t" + std::to_string(talk);
      const auto found = store->conversation(ConversationId(name));
      REQUIRE(found);
      const std::uint64_t turns = *found ? (*found)->revision : 0;
      CHECK(turns >= kept[talk]);
      CHECK(turns <= kept[talk] + 1);
      check_kept(*store, name, turns);
    }
    CHECK_FALSE(store->verify()->first_bad);
    REQUIRE(store->commit(turn_of("afterwards", 0)));
  }
  CHECK(faults > 50);
}

TEST_CASE("a disk that is full says so and the store goes on when there is room again") {
  const Folder folder;
  FaultyDisk disk;
  Options options = in(folder);
  options.vfs = disk.vfs();
  const auto store = opened(options);
  REQUIRE(store->commit(turn_of("a", 0)));
  disk.fail(1, FaultyDisk::Fault::full, true);
  const auto outcome = store->commit(turn_of("a", 1));
  CHECK(code_of(outcome) == ErrorCode::unavailable);
  CHECK(outcome.error().detail == "the disk is full");
  check_kept(*store, "a", 1);
  disk.heal();
  REQUIRE(store->commit(turn_of("a", 1)));
  check_kept(*store, "a", 2);
  CHECK_FALSE(store->verify()->first_bad);
}

TEST_CASE("every acknowledged turn survives a power cut that loses what was not synced") {
  for (std::uint64_t turns = 0; turns < 12; ++turns) {
    INFO("power cut after " << turns << " turns");
    const Folder folder;
    FaultyDisk disk;
    Options options = in(folder);
    options.vfs = disk.vfs();
    options.checkpoint_idle_pages = 30;
    {
      const auto store = opened(options);
      for (std::uint64_t n = 0; n < turns; ++n) REQUIRE(store->commit(turn_of("a", n)));
      disk.cut_power();
      CHECK(code_of(store->commit(turn_of("a", turns))) == ErrorCode::unavailable);
    }
    disk.restore_power();
    const auto store = opened(options);
    check_kept(*store, "a", turns);
    CHECK_FALSE(store->verify()->first_bad);
  }
}

TEST_CASE("turns that wait together share transactions and syncs") {
  const Folder folder;
  FaultyDisk disk;
  Options options = in(folder);
  options.vfs = disk.vfs();
  constexpr std::uint64_t kTurns = 300;
  const auto store = opened(options);
  const std::uint64_t before = disk.syncs();
  std::atomic<std::uint64_t> left{kTurns};
  std::promise<void> finished;
  for (std::uint64_t i = 0; i < kTurns; ++i)
    store->commit(turn_of("t" + std::to_string(i), 0), [&](Result<> outcome) {
      CHECK(outcome);
      if (--left == 0) finished.set_value();
    });
  finished.get_future().wait();
  CHECK(store->counters().commits == kTurns);
  CHECK(store->counters().transactions < kTurns);
  CHECK(disk.syncs() - before < kTurns);
}

TEST_CASE("a trial key file is made once and is read back") {
  const Folder folder;
  const auto file = folder.path() / kTrialKeyFile;
  CHECK(code_of(MasterKey::load(file)) == ErrorCode::not_found);
  const Secret random(std::string("\x00\x01\xfe\xff", 4) + std::string(28, 'r'));
  CHECK(code_of(create_trial_key(file, Secret("short"))) == ErrorCode::invalid);
  REQUIRE(create_trial_key(file, random));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const auto key = MasterKey::load(file);
  REQUIRE(key);
  CHECK(key->purpose() == MasterKey::Purpose::trial);
  CHECK(key->bytes().equals(random.reveal()));
  CHECK(code_of(create_trial_key(file, Secret(std::string(32, 'x')))) == ErrorCode::conflict);
  CHECK(MasterKey::load(file)->bytes().equals(random.reveal()));
}

TEST_CASE("a key file that others may use or that is damaged is refused") {
  const Folder folder;
  const auto file = folder.path() / "key";
  const std::string digits(64, 'a');
  const auto write = [&file](const std::string& text, unsigned mode = 0600) {
    std::ofstream(file, std::ios::binary) << text;
    std::filesystem::permissions(file, static_cast<std::filesystem::perms>(mode));
  };
  write("varsel-master-key 1 production\n" + digits + "\n");
  REQUIRE(MasterKey::load(file));
  CHECK(MasterKey::load(file)->purpose() == MasterKey::Purpose::production);
  for (const unsigned mode : {0640u, 0604u, 0620u, 0601u}) {
    write("varsel-master-key 1 trial\n" + digits + "\n", mode);
    CHECK(code_of(MasterKey::load(file)) == ErrorCode::denied);
  }
  for (const std::string& text :
       {std::string(), digits, "varsel-master-key 2 trial\n" + digits, "varsel-master-key 1 trial\n" + digits + "aa",
        "varsel-master-key 1 trial\n" + digits.substr(2), "varsel-master-key 1 trial\n" + digits.substr(1) + "g"}) {
    INFO(text);
    write(text);
    const auto key = MasterKey::load(file);
    CHECK(code_of(key) == ErrorCode::invalid);
    CHECK(key.error().detail.find("aaa") == std::string::npos);
  }
  std::filesystem::remove(file);
  std::filesystem::create_symlink(folder.path() / "elsewhere", file);
  CHECK(code_of(MasterKey::load(file)) == ErrorCode::denied);
  CHECK(code_of(MasterKey::load(folder.path())) == ErrorCode::denied);
}

}  // namespace varsel::storage
