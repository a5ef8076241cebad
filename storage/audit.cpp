#include "storage/audit.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace varsel::storage {
namespace {

void append(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
}

void append(std::string& out, std::string_view text) {
  append(out, text.size(), 4);
  out.append(text);
}

const EVP_MD* sha256() {
  static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  return fetched;
}

}  // namespace

std::string chain_start() {
  return std::string(kHashBytes, '\0');
}

std::string chain_link(std::string_view previous, std::uint64_t sequence, const Audit& entry) {
  std::string text(previous);
  append(text, sequence, 8);
  append(text, static_cast<std::uint64_t>(entry.at.time_since_epoch().count()), 8);
  for (const auto* field : {&entry.actor, &entry.action, &entry.subject, &entry.detail}) append(text, *field);
  std::array<unsigned char, kHashBytes> hash{};
  unsigned length = 0;
  if (EVP_Digest(text.data(), text.size(), hash.data(), &length, sha256(), nullptr) != 1)
    throw std::logic_error("OpenSSL: no SHA-256");
  return {reinterpret_cast<const char*>(hash.data()), length};
}

void ChainCheck::bad(std::uint64_t sequence, std::string what) {
  if (found_.first_bad) return;
  found_.first_bad = sequence;
  found_.what = std::move(what);
}

void ChainCheck::row(std::uint64_t sequence, const Audit& entry, std::string_view hash) {
  ++found_.rows;
  if (found_.first_bad) return;
  if (sequence != expected_) return bad(expected_, "the row is missing");
  const std::string link = chain_link(previous_, sequence, entry);
  if (link != hash) return bad(sequence, "the row is not the one that was written");
  previous_ = link;
  ++expected_;
}

Verification ChainCheck::finish(std::uint64_t rows, std::string_view head) {
  if (expected_ <= rows) {
    bad(expected_, "the row is missing");
  } else if (expected_ != rows + 1 || previous_ != head) {
    bad(expected_ - 1, "the chain does not end with the recorded head");
  }
  found_.head = to_hex(previous_);
  return found_;
}

}  // namespace varsel::storage
