#include "storage/master_key.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "base/text.h"
#include "storage/file.h"

namespace varsel::storage {
namespace {

constexpr std::string_view kTrialLine = "varsel-master-key 1 trial\n";
constexpr std::string_view kProductionLine = "varsel-master-key 1 production\n";

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

Result<Secret> from_hex(std::string_view hex) {
  std::string out;
  out.reserve(hex.size() / 2);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const int high = digit(hex[i]);
    const int low = digit(hex[i + 1]);
    if (high < 0 || low < 0) return fail(ErrorCode::invalid, "the key file does not hold 64 lower-case hex digits");
    out.push_back(static_cast<char>(high * 16 + low));
  }
  return Secret(std::move(out));
}

}  // namespace

Result<MasterKey> MasterKey::from_bytes(Secret bytes, Purpose purpose) {
  if (bytes.reveal().size() != kBytes) return fail(ErrorCode::invalid, "a master key has 32 bytes");
  return MasterKey(std::move(bytes), purpose);
}

Result<MasterKey> MasterKey::load(const std::filesystem::path& file) {
  const File opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!opened) {
    const int why = errno;
    if (why == ENOENT) return fail(ErrorCode::not_found, "there is no key file " + file.string());
    if (why == EACCES || why == ELOOP) return fail(ErrorCode::denied, "may not read the key file " + file.string());
    return fail(ErrorCode::unavailable, "cannot read the key file: " + std::generic_category().message(why));
  }
  struct stat status {};
  if (::fstat(opened.descriptor(), &status) != 0) return fail(ErrorCode::unavailable, "cannot examine the key file");
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::denied, "the key file is not a regular file");
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail(ErrorCode::denied, "others than its owner may use the key file: chmod 600 " + file.string());

  std::array<char, 128> buffer{};
  const ssize_t length = ::read(opened.descriptor(), buffer.data(), buffer.size());
  if (length < 0) return fail(ErrorCode::unavailable, "cannot read the key file");
  std::string_view text(buffer.data(), static_cast<std::size_t>(length));
  auto purpose = Purpose::trial;
  if (text.substr(0, kTrialLine.size()) == kTrialLine) {
    text.remove_prefix(kTrialLine.size());
  } else if (text.substr(0, kProductionLine.size()) == kProductionLine) {
    purpose = Purpose::production;
    text.remove_prefix(kProductionLine.size());
  } else {
    return fail(ErrorCode::invalid, file.string() + " is not a key file of this version");
  }
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (text.size() != 2 * kBytes) return fail(ErrorCode::invalid, "the key file does not hold 64 hex digits");
  auto bytes = from_hex(text);
  OPENSSL_cleanse(buffer.data(), buffer.size());
  if (!bytes) return tl::make_unexpected(std::move(bytes).error());
  return from_bytes(std::move(*bytes), purpose);
}

Result<> create_trial_key(const std::filesystem::path& file, const Secret& random) {
  if (random.reveal().size() != MasterKey::kBytes) return fail(ErrorCode::invalid, "a master key has 32 bytes");
  const Secret text(std::string(kTrialLine) + to_hex(random.reveal()) + "\n");
  return create_file(file, text.reveal());
}

}  // namespace varsel::storage
