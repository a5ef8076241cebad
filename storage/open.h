// Opening a store. The bodies stand behind store.h; nobody outside storage/ includes them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "storage/master_key.h"
#include "storage/store.h"

namespace varsel::storage {

// Names inside a data folder.
inline constexpr const char* kDatabaseFile = "varsel.db";
inline constexpr const char* kTrialKeyFile = "master.key";  // where a trial keeps its key
inline constexpr const char* kLockFile = "lock";

struct Options {
  std::filesystem::path folder;  // the data folder

  // How many turns, and how many bytes of them, may wait for the writer. Beyond, commit() answers unavailable at once:
  // a server that cannot keep up says so instead of filling the memory.
  std::size_t waiting_turns = 10'000;
  std::size_t waiting_bytes = std::size_t{64} << 20;
  // Connections that read beside the writer: how many reads run at the same time. About 0.3 MB each, up to 2 MB.
  std::size_t readers = 4;
  // Page cache of the writer.
  std::size_t writer_cache_bytes = std::size_t{16} << 20;
  // Unwrapped keys of conversations and incidents kept in memory, about 200 bytes each.
  std::size_t keys_cached = 8'192;
  // Pages (4 KB) of write-ahead log after which it is copied into the database: at the first when nobody waits, at the
  // second in any case. Copying delays the turns behind it, so it should happen seldom and in a quiet moment.
  std::uint32_t checkpoint_idle_pages = 1'000;
  std::uint32_t checkpoint_pages = 8'000;
  // Name of the SQLite VFS, "" for the platform's own. Tests put a failing disk here (faulty.h).
  std::string vfs;
};

// Opens the data folder for the server and creates it (mode 0700), its database and its tables when they are missing;
// an older database is migrated. One server owns a folder: the lock is held until the store is destroyed, and the
// destructor writes what waits and calls its done().
// unavailable: another server owns the folder, or the disk is full, read-only or does not answer. denied: the master
// key is not the one the folder was made with, or the folder was written by a newer Varsel. corrupt: damaged.
[[nodiscard]] Result<std::unique_ptr<Store>> open_sqlite(const MasterKey& key, const Options& options);

// Opens an existing data folder to read, beside a running server or without one; every function that writes answers
// denied. not_found: there is no database. Other errors as above.
[[nodiscard]] Result<std::unique_ptr<Store>> open_sqlite_to_read(const MasterKey& key, const Options& options);

// Checks the audit chain of a data folder without the master key: the rows hold ids and codes only. For an auditor.
[[nodiscard]] Result<Verification> verify_folder(const std::filesystem::path& folder);

// The same contract in memory: for tests, the terminal and the exploration of playbooks. Keeps nothing.
[[nodiscard]] std::unique_ptr<Store> open_memory();

}  // namespace varsel::storage
