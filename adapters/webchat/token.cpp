#include "adapters/webchat/token.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/http/json.h"

namespace varsel::adapters::webchat {
namespace {

constexpr std::string_view kHeader = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.";  // {"alg":"HS256","typ":"JWT"}
constexpr std::size_t kMaxToken = 1024;
constexpr std::string_view kApi = "api";
constexpr std::string_view kStream = "stream";

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64url(std::string_view raw) {
  std::string out(4 * ((raw.size() + 2) / 3), '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes(raw), static_cast<int>(raw.size()));
  std::replace(out.begin(), out.end(), '+', '-');
  std::replace(out.begin(), out.end(), '/', '_');
  out.erase(std::find(out.begin(), out.end(), '='), out.end());
  return out;
}

// Only called on text that we have signed ourselves, hence well-formed.
std::string from_base64url(std::string_view encoded) {
  std::string text(encoded);
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  const std::size_t padding = (4 - text.size() % 4) % 4;
  text.append(padding, '=');
  std::string out(text.size() / 4 * 3, '\0');
  const int size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes(text), static_cast<int>(text.size()));
  out.resize(size < static_cast<int>(padding) ? 0 : static_cast<std::size_t>(size) - padding);
  return out;
}

std::int64_t seconds(Instant at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

}  // namespace

// Looking the algorithm up by name costs more than signing a token.
Tokens::Tokens(const Secret& key) : keyed_(nullptr, &EVP_MAC_CTX_free) {
  const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free);
  if (hmac != nullptr) keyed_.reset(EVP_MAC_CTX_new(hmac.get()), &EVP_MAC_CTX_free);
  std::string digest = "SHA256";
  const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
                              OSSL_PARAM_construct_end()};
  if (keyed_ == nullptr || EVP_MAC_init(keyed_.get(), bytes(key.reveal()), key.reveal().size(), parameters.data()) != 1)
    throw std::runtime_error("HMAC-SHA256 is not available");
}

std::string Tokens::sign(std::string_view signed_part) const {
  const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(EVP_MAC_CTX_dup(keyed_.get()),
                                                                          &EVP_MAC_CTX_free);
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  std::size_t size = 0;
  if (context == nullptr || EVP_MAC_update(context.get(), bytes(signed_part), signed_part.size()) != 1 ||
      EVP_MAC_final(context.get(), mac.data(), &size, mac.size()) != 1)
    throw std::runtime_error("HMAC-SHA256 failed");
  return base64url({reinterpret_cast<const char*>(mac.data()), size});
}

std::string Tokens::issue(const Claims& claims) const {
  const nlohmann::json payload{{"conv", claims.conversation.str()},
                               {"user", claims.person.str()},
                               {"use", claims.use == Claims::Use::api ? kApi : kStream},
                               {"exp", seconds(claims.expires)}};
  std::string token = std::string(kHeader) + base64url(payload.dump());
  return token + '.' + sign(token);
}

Tokens::Checked Tokens::check(std::string_view token, Claims::Use use, Instant now) const {
  const std::size_t dot = token.rfind('.');
  if (token.size() > kMaxToken || !token.starts_with(kHeader) || dot < kHeader.size()) return {};
  const std::string expected = sign(token.substr(0, dot));
  const std::string_view given = token.substr(dot + 1);
  if (given.size() != expected.size() || CRYPTO_memcmp(given.data(), expected.data(), expected.size()) != 0) return {};

  const auto payload = http::parse_json(from_base64url(token.substr(kHeader.size(), dot - kHeader.size())));
  if (!payload || payload->value("use", "") != (use == Claims::Use::api ? kApi : kStream)) return {};
  Checked checked{Verdict::good,
                  {use, ConversationId(payload->value("conv", "")), PersonId(payload->value("user", "")),
                   Instant(std::chrono::seconds(payload->value("exp", std::int64_t{0})))}};
  if (checked.claims.expires <= now) return {Verdict::expired, {}};
  return checked;
}

}  // namespace varsel::adapters::webchat
