// Sealing: AES-256-GCM (NIST SP 800-38D) under a key per incident and per conversation, each wrapped by the master key.
//
// A sealed value is one version byte, a 96-bit random nonce, the ciphertext and the 128-bit tag. Its associated data is
// its place (table, row, column), so that a value moved elsewhere does not open. Nonces and keys come from OpenSSL's
// generator and from no argument: a repeated nonce would break the cipher, so no caller is trusted with them. A key
// seals far fewer than the 2^32 values that SP 800-38D 8.3 allows with random nonces.
#pragma once
#include <array>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "storage/master_key.h"

namespace varsel::storage {

// 256 bits, overwritten when they go out of scope.
class Key {
 public:
  using Bytes = std::array<unsigned char, 32>;
  explicit Key(const Bytes& bytes) : bytes_(bytes) {}
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key();
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};
using KeyPointer = std::shared_ptr<const Key>;

// Where a value stands. Frozen: it is part of what the tag protects.
struct Place {
  std::string_view table;
  std::string_view row;
  std::string_view column;
};

[[nodiscard]] std::string seal(const Key& key, const Place& place, std::string_view clear);
// corrupt: the bytes, the key or the place are not the ones it was sealed with.
[[nodiscard]] Result<std::string> unseal(const Key& key, const Place& place, std::string_view sealed);

// The keys of one installation. Safe to use from any thread.
class KeyRing {
 public:
  // `cached`: how many unwrapped keys are kept, the least recently used leaves first.
  KeyRing(const MasterKey& master, std::size_t cached);

  // A new key for `owner` ("conversation/…" or "incident/…"). It is not remembered: the row that holds the wrapped key
  // may still fail to reach the disk.
  struct Fresh {
    KeyPointer key;
    std::string wrapped;
  };
  [[nodiscard]] Fresh make(std::string_view owner) const;
  void remember(const std::string& owner, KeyPointer key);

  [[nodiscard]] KeyPointer find(const std::string& owner);  // nullptr when it is not in memory
  // corrupt: not wrapped by this master key for this owner.
  [[nodiscard]] Result<KeyPointer> unwrap(const std::string& owner, std::string_view wrapped);

  // A keyed 128-bit identity of a text. A plain hash would let the holder of a stolen disk confirm a guessed message.
  [[nodiscard]] std::string identity(std::string_view text) const;

  // What a data folder keeps to recognise its master key.
  [[nodiscard]] std::string proof() const;
  [[nodiscard]] bool proves(std::string_view proof) const;

 private:
  struct Entry {
    KeyPointer key;
    std::list<std::string>::iterator age;
  };
  const Key wrapping_;
  const Key identifying_;
  const std::size_t cached_;
  std::mutex mutex_;
  std::list<std::string> by_age_;  // newest first
  std::unordered_map<std::string, Entry> keys_;
};

}  // namespace varsel::storage
