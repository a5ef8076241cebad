// The master key: 32 random bytes that wrap every other key of an installation. Whoever holds it and the data folder
// reads everything; without it the data folder is noise.
//
// A key file is text, mode 0600, two lines: "varsel-master-key 1 trial" (or "... production"), then 64 hex digits.
// The purpose stands in the file so that a production configuration can refuse a key that was made for a trial.
#pragma once
#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "base/secret.h"

namespace varsel::storage {

class MasterKey {
 public:
  enum class Purpose : std::uint8_t { trial, production };
  static constexpr std::size_t kBytes = 32;

  // not_found: no such file. denied: others than its owner may read or write it, or it is no regular file.
  // invalid: not a key file. unavailable: the disk does not answer.
  [[nodiscard]] static Result<MasterKey> load(const std::filesystem::path& file);
  // invalid: not 32 bytes. For keys that come from elsewhere than a file.
  [[nodiscard]] static Result<MasterKey> from_bytes(Secret bytes, Purpose purpose);

  [[nodiscard]] const Secret& bytes() const { return bytes_; }
  [[nodiscard]] Purpose purpose() const { return purpose_; }

 private:
  MasterKey(Secret bytes, Purpose purpose) : bytes_(std::move(bytes)), purpose_(purpose) {}
  Secret bytes_;
  Purpose purpose_;
};

// Writes a trial key file, durably, mode 0600. `random` is 32 bytes from the caller's source of randomness.
// conflict: the file exists (a key is never overwritten). invalid: not 32 bytes. unavailable: the disk refused.
[[nodiscard]] Result<> create_trial_key(const std::filesystem::path& file, const Secret& random);

}  // namespace varsel::storage
