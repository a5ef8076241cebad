// A disk that fails on demand: a SQLite VFS in front of the platform's own, for tests of every body that keeps files.
//
// It counts what changes the disk (creating, writing, syncing, truncating and deleting files) and fails the n-th. It
// can also lose its power: everything that was written after the last sync of its file is undone, as a machine that
// loses its write cache would undo it, and nothing works until the power is back.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

namespace varsel::storage {

class FaultyDisk {
 public:
  enum class Fault : std::uint8_t {
    error,  // the operation does nothing and says so
    full,   // the same, and the disk says that it is full
    torn,   // half of a write reaches the disk, then it says that it failed
  };

  FaultyDisk();
  ~FaultyDisk();  // after everything that was opened on it has been closed
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  [[nodiscard]] const std::string& vfs() const;  // for Options::vfs

  // Fails the n-th change from now, counted from 1; `lasting`: and every later one, until heal().
  void fail(std::uint64_t nth, Fault fault, bool lasting = false);
  void heal();
  [[nodiscard]] bool fired() const;             // since fail()
  [[nodiscard]] std::uint64_t changes() const;  // since the disk was made
  [[nodiscard]] std::uint64_t syncs() const;

  void cut_power();
  void restore_power();

  struct State;  // shared with the VFS
 private:
  std::unique_ptr<State> state_;
};

}  // namespace varsel::storage
