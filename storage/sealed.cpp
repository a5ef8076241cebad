#include "storage/sealed.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace varsel::storage {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kOverhead = 1 + kNonceBytes + kTagBytes;
constexpr std::string_view kProofText = "varsel data folder";

// OpenSSL fails here only when it is broken or out of memory; nothing may be stored then.
void must(bool good, const char* what) {
  if (!good) throw std::logic_error(std::string("OpenSSL: ") + what);
}

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

// Fetched once: looking a cipher up by name costs more than sealing a short text.
const EVP_CIPHER* cipher() {
  static EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  must(fetched != nullptr, "no AES-256-GCM");
  return fetched;
}

EVP_CIPHER_CTX* context() {
  thread_local const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> kept(EVP_CIPHER_CTX_new());
  must(kept != nullptr, "no cipher context");
  return kept.get();
}

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

// Random nonces, drawn many at a time: the call costs more than the bytes. The program does not fork.
void draw_nonce(unsigned char* nonce) {
  constexpr std::size_t kAtOnce = 64;
  thread_local std::array<unsigned char, kAtOnce * kNonceBytes> drawn;
  thread_local std::size_t left = 0;
  if (left == 0) {
    must(RAND_bytes(drawn.data(), static_cast<int>(drawn.size())) == 1, "no randomness");
    left = kAtOnce;
  }
  --left;
  std::copy_n(drawn.begin() + static_cast<std::ptrdiff_t>(left * kNonceBytes), kNonceBytes, nonce);
}

// NUL separates: ids, table and column names hold none.
std::string associated(const Place& place) {
  std::string data;
  data.reserve(place.table.size() + place.row.size() + place.column.size() + 2);
  data.append(place.table).append(1, '\0').append(place.row).append(1, '\0').append(place.column);
  return data;
}

Key::Bytes keyed_hash(std::string_view key, std::string_view text) {
  Key::Bytes out{};
  unsigned length = 0;
  must(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(text), text.size(), out.data(), &length) !=
           nullptr,
       "HMAC failed");
  return out;
}

std::string_view view(const Key& key) {
  return {reinterpret_cast<const char*>(key.bytes().data()), key.bytes().size()};
}

}  // namespace

Key::~Key() {
  OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

std::string seal(const Key& key, const Place& place, std::string_view clear) {
  const std::string data = associated(place);
  std::string out(kOverhead + clear.size(), '\0');
  unsigned char* const nonce = bytes(out) + 1;
  unsigned char* const body = nonce + kNonceBytes;
  out[0] = kVersion;
  draw_nonce(nonce);
  EVP_CIPHER_CTX* const ctx = context();
  int length = 0;
  must(EVP_EncryptInit_ex2(ctx, cipher(), key.bytes().data(), nonce, nullptr) == 1, "cannot start sealing");
  must(EVP_EncryptUpdate(ctx, nullptr, &length, bytes(data), static_cast<int>(data.size())) == 1, "cannot seal");
  must(EVP_EncryptUpdate(ctx, body, &length, bytes(clear), static_cast<int>(clear.size())) == 1, "cannot seal");
  must(EVP_EncryptFinal_ex(ctx, body + length, &length) == 1, "cannot finish sealing");
  must(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, kTagBytes, body + clear.size()) == 1, "no tag");
  return out;
}

Result<std::string> unseal(const Key& key, const Place& place, std::string_view sealed) {
  const auto refuse = [&place](const char* why) {
    return fail(ErrorCode::corrupt, std::string(place.table) + "." + std::string(place.column) + ": " + why);
  };
  if (sealed.size() < kOverhead) return refuse("too short to be a sealed value");
  if (sealed[0] != kVersion) return refuse("sealed by a newer Varsel");
  const std::string data = associated(place);
  const std::string_view body = sealed.substr(1 + kNonceBytes, sealed.size() - kOverhead);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  std::string out(body.size(), '\0');
  EVP_CIPHER_CTX* const ctx = context();
  int length = 0;
  must(EVP_DecryptInit_ex2(ctx, cipher(), key.bytes().data(), bytes(sealed) + 1, nullptr) == 1, "cannot start opening");
  must(EVP_DecryptUpdate(ctx, nullptr, &length, bytes(data), static_cast<int>(data.size())) == 1, "cannot open");
  must(EVP_DecryptUpdate(ctx, bytes(out), &length, bytes(body), static_cast<int>(body.size())) == 1, "cannot open");
  must(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1, "cannot check the tag");
  if (EVP_DecryptFinal_ex(ctx, bytes(out) + length, &length) != 1)
    return refuse("does not open with its key: changed, moved, or another master key");
  return out;
}

KeyRing::KeyRing(const MasterKey& master, std::size_t cached)
    : wrapping_(keyed_hash(master.bytes().reveal(), "varsel wrapping key 1")),
      identifying_(keyed_hash(master.bytes().reveal(), "varsel identity key 1")),
      cached_(cached) {}

KeyRing::Fresh KeyRing::make(std::string_view owner) const {
  Key::Bytes random{};
  must(RAND_priv_bytes(random.data(), random.size()) == 1, "no randomness");
  auto key = std::make_shared<const Key>(random);
  OPENSSL_cleanse(random.data(), random.size());
  return {key, seal(wrapping_, {"key", owner, "wrapped"}, view(*key))};
}

void KeyRing::remember(const std::string& owner, KeyPointer key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = keys_.find(owner); found != keys_.end()) {
    found->second.key = std::move(key);
    by_age_.splice(by_age_.begin(), by_age_, found->second.age);
    return;
  }
  by_age_.push_front(owner);
  keys_.emplace(owner, Entry{std::move(key), by_age_.begin()});
  if (keys_.size() > cached_) {
    keys_.erase(by_age_.back());
    by_age_.pop_back();
  }
}

KeyPointer KeyRing::find(const std::string& owner) {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(owner);
  if (found == keys_.end()) return nullptr;
  by_age_.splice(by_age_.begin(), by_age_, found->second.age);
  return found->second.key;
}

Result<KeyPointer> KeyRing::unwrap(const std::string& owner, std::string_view wrapped) {
  if (auto kept = find(owner)) return kept;
  VARSEL_TRY(std::string clear, unseal(wrapping_, {"key", owner, "wrapped"}, wrapped));
  Key::Bytes raw{};
  if (clear.size() != raw.size()) return fail(ErrorCode::corrupt, "a wrapped key has the wrong length");
  std::copy(clear.begin(), clear.end(), raw.begin());
  auto key = std::make_shared<const Key>(raw);
  OPENSSL_cleanse(raw.data(), raw.size());
  OPENSSL_cleanse(clear.data(), clear.size());
  remember(owner, key);
  return key;
}

std::string KeyRing::identity(std::string_view text) const {
  const auto hash = keyed_hash(view(identifying_), text);
  return {reinterpret_cast<const char*>(hash.data()), 16};
}

std::string KeyRing::proof() const {
  return seal(wrapping_, {"meta", "master", "proof"}, kProofText);
}

bool KeyRing::proves(std::string_view proof) const {
  const auto text = unseal(wrapping_, {"meta", "master", "proof"}, proof);
  return text && *text == kProofText;
}

}  // namespace varsel::storage
