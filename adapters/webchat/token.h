// The tokens that let a web page talk in one conversation: a JWT (RFC 7519) of our own, signed with HMAC-SHA256.
//
// A JWT because Direct Line clients read its "user" claim to learn who they are. There is one header, compared byte for
// byte, so nobody can choose another algorithm (RFC 8725 §3.1).
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/secret.h"
#include "base/time.h"

struct evp_mac_ctx_st;  // OpenSSL's EVP_MAC_CTX

namespace varsel::adapters::webchat {

struct Claims {
  // A stream token stands in an address, where logs and proxies see it: it opens a WebSocket, soon, and nothing else.
  enum class Use { api, stream };
  Use use = Use::api;
  ConversationId conversation;
  PersonId person;
  Instant expires;
};

class Tokens {
 public:
  explicit Tokens(const Secret& key);  // at least 32 random bytes

  [[nodiscard]] std::string issue(const Claims& claims) const;

  enum class Verdict { good, expired, forged };
  struct Checked {
    Verdict verdict = Verdict::forged;
    Claims claims;  // only if good
  };
  [[nodiscard]] Checked check(std::string_view token, Claims::Use use, Instant now) const;

 private:
  [[nodiscard]] std::string sign(std::string_view signed_part) const;
  std::shared_ptr<evp_mac_ctx_st> keyed_;  // HMAC with the key set, never used itself: copied for each token
};

}  // namespace varsel::adapters::webchat
