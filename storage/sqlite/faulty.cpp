#include "storage/faulty.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

namespace varsel::storage {

// What a write replaced, so that losing the power can bring it back.
struct Undo {
  sqlite3_int64 offset;
  std::vector<char> before;
  sqlite3_int64 size;  // of the file before
};
struct FaultyFile;

struct FaultyDisk::State {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::string name;

  std::mutex mutex;
  std::uint64_t changes = 0;
  std::uint64_t syncs = 0;
  std::uint64_t countdown = 0;  // 0: no fault is set
  Fault fault = Fault::error;
  bool lasting = false;
  bool fired = false;
  bool dark = false;
  std::map<FaultyFile*, std::vector<Undo>> unsynced;

  // Does this change fail? With the mutex held.
  bool fails() {
    ++changes;
    if (dark) return true;
    if (fired && lasting) return true;
    if (countdown == 0 || --countdown != 0) return false;
    fired = true;
    return true;
  }
  [[nodiscard]] int code(int otherwise) const {
    return !dark && fired && fault == Fault::full ? SQLITE_FULL : otherwise;
  }
};

// SQLite's part must come first: SQLite knows it by that type, and the platform's file follows in the same memory.
struct FaultyFile {
  sqlite3_file base;
  FaultyDisk::State* disk;
  sqlite3_file* real;
};

namespace {

FaultyFile& faulty(sqlite3_file* file) {
  return *reinterpret_cast<FaultyFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return faulty(file).real;
}
FaultyDisk::State& disk(sqlite3_vfs* vfs) {
  return *static_cast<FaultyDisk::State*>(vfs->pAppData);
}

int close(sqlite3_file* file) {
  FaultyFile& self = faulty(file);
  {
    const std::lock_guard lock(self.disk->mutex);
    self.disk->unsynced.erase(&self);
  }
  return self.real->pMethods == nullptr ? SQLITE_OK : self.real->pMethods->xClose(self.real);
}
int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), to, amount, offset);
}

void remember(FaultyFile& self, sqlite3_int64 offset, int amount) {
  Undo undo{offset, std::vector<char>(static_cast<std::size_t>(amount)), 0};
  self.real->pMethods->xFileSize(self.real, &undo.size);
  self.real->pMethods->xRead(self.real, undo.before.data(), amount, offset);  // a short read is filled with zeros
  self.disk->unsynced[&self].push_back(std::move(undo));
}

int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
  FaultyFile& self = faulty(file);
  const std::lock_guard lock(self.disk->mutex);
  const bool fails = self.disk->fails();
  if (fails && (self.disk->dark || self.disk->fault != FaultyDisk::Fault::torn))
    return self.disk->code(SQLITE_IOERR_WRITE);
  const int written = fails ? amount / 2 : amount;
  remember(self, offset, written);
  const int code = self.real->pMethods->xWrite(self.real, from, written, offset);
  return fails ? SQLITE_IOERR_WRITE : code;
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  FaultyFile& self = faulty(file);
  const std::lock_guard lock(self.disk->mutex);
  if (self.disk->fails()) return self.disk->code(SQLITE_IOERR_TRUNCATE);
  sqlite3_int64 before = 0;
  self.real->pMethods->xFileSize(self.real, &before);
  if (before > size) remember(self, size, static_cast<int>(before - size));
  return self.real->pMethods->xTruncate(self.real, size);
}
int sync(sqlite3_file* file, int) {
  FaultyFile& self = faulty(file);
  const std::lock_guard lock(self.disk->mutex);
  ++self.disk->syncs;
  if (self.disk->fails()) return self.disk->code(SQLITE_IOERR_FSYNC);
  self.disk->unsynced.erase(&self);
  return SQLITE_OK;  // a power cut is only played here, so the platform's slow sync adds nothing
}

int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
int lock(sqlite3_file* f, int level) {
  return real(f)->pMethods->xLock(real(f), level);
}
int unlock(sqlite3_file* f, int level) {
  return real(f)->pMethods->xUnlock(real(f), level);
}
int check_reserved(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int what, void* with) {
  return real(f)->pMethods->xFileControl(real(f), what, with);
}
int sector_size(sqlite3_file* f) {
  return real(f)->pMethods->xSectorSize(real(f));
}
int characteristics(sqlite3_file* f) {
  return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) {
  real(f)->pMethods->xShmBarrier(real(f));
}
int shm_unmap(sqlite3_file* f, int remove) {
  return real(f)->pMethods->xShmUnmap(real(f), remove);
}

// Version 2: without memory mapping, so that every change passes through write().
constexpr sqlite3_io_methods kMethods{
    2,         close,          read,    write,       truncate,        sync,    file_size, lock,
    unlock,    check_reserved, control, sector_size, characteristics, shm_map, shm_lock,  shm_barrier,
    shm_unmap, nullptr,        nullptr};

int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  auto& state = disk(vfs);
  FaultyFile& self = faulty(file);
  self.base.pMethods = nullptr;  // no close() after a failure
  {
    const std::lock_guard lock(state.mutex);
    const bool creates = (flags & SQLITE_OPEN_CREATE) != 0 && (name == nullptr || !std::filesystem::exists(name));
    if (state.dark || (creates && state.fails())) return state.code(SQLITE_CANTOPEN);
  }
  self.disk = &state;
  self.real = reinterpret_cast<sqlite3_file*>(&self + 1);
  std::memset(static_cast<void*>(self.real), 0, static_cast<std::size_t>(state.real->szOsFile));
  const int code = state.real->xOpen(state.real, name, self.real, flags, out_flags);
  if (code == SQLITE_OK) self.base.pMethods = &kMethods;
  return code;
}
int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  auto& state = disk(vfs);
  {
    const std::lock_guard lock(state.mutex);
    if (state.fails()) return state.code(SQLITE_IOERR_DELETE);
  }
  return state.real->xDelete(state.real, name, sync_folder);
}
int access(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
  return disk(vfs).real->xAccess(disk(vfs).real, name, flags, out);
}
int full_path(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  return disk(vfs).real->xFullPathname(disk(vfs).real, name, size, out);
}

}  // namespace

FaultyDisk::FaultyDisk() : state_(std::make_unique<State>()) {
  static std::atomic<unsigned> made{0};
  State& state = *state_;
  state.real = sqlite3_vfs_find(nullptr);
  state.name = "faulty-" + std::to_string(++made);
  state.vfs = *state.real;  // time, randomness, sleep and the rest are the platform's
  state.vfs.szOsFile = static_cast<int>(sizeof(FaultyFile)) + state.real->szOsFile;
  state.vfs.zName = state.name.c_str();
  state.vfs.pAppData = &state;
  state.vfs.xOpen = open;
  state.vfs.xDelete = remove;
  state.vfs.xAccess = access;
  state.vfs.xFullPathname = full_path;
  sqlite3_vfs_register(&state.vfs, 0);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&state_->vfs);
}

const std::string& FaultyDisk::vfs() const {
  return state_->name;
}

void FaultyDisk::fail(std::uint64_t nth, Fault fault, bool lasting) {
  const std::lock_guard lock(state_->mutex);
  state_->countdown = nth;
  state_->fault = fault;
  state_->lasting = lasting;
  state_->fired = false;
}
void FaultyDisk::heal() {
  const std::lock_guard lock(state_->mutex);
  state_->countdown = 0;
  state_->lasting = false;
}
bool FaultyDisk::fired() const {
  const std::lock_guard lock(state_->mutex);
  return state_->fired;
}
std::uint64_t FaultyDisk::changes() const {
  const std::lock_guard lock(state_->mutex);
  return state_->changes;
}
std::uint64_t FaultyDisk::syncs() const {
  const std::lock_guard lock(state_->mutex);
  return state_->syncs;
}

void FaultyDisk::cut_power() {
  const std::lock_guard lock(state_->mutex);
  state_->dark = true;
  for (auto& [file, undos] : state_->unsynced)
    for (auto undo = undos.rbegin(); undo != undos.rend(); ++undo) {
      const auto* const methods = file->real->pMethods;
      methods->xWrite(file->real, undo->before.data(), static_cast<int>(undo->before.size()), undo->offset);
      methods->xTruncate(file->real, undo->size);
    }
  state_->unsynced.clear();
}
void FaultyDisk::restore_power() {
  const std::lock_guard lock(state_->mutex);
  state_->dark = false;
}

}  // namespace varsel::storage
