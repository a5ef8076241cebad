// The web chat channel: the server side of Direct Line 3.0, so that any Direct Line client can be used.
//
// Source: Microsoft's Direct Line 3.0 reference; where it is silent, what botframework-directlinejs 0.15.8 and Web Chat
// 4.18 need. The one that shapes this code: with polling, a single failed GET of activities ends the client's polling
// for good and in silence. So that GET answers "nothing new" where another server would answer 5xx or 429.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/channel.h"
#include "adapters/http/server.h"
#include "adapters/webchat/limiter.h"

namespace varsel::adapters::webchat {

inline constexpr Capabilities kCapabilities{.buttons = true, .attachments = true, .max_text = 16'384};

struct Options {
  Secret token_key;              // signs tokens, at least 32 random bytes; changing it ends all open pages
  std::optional<Secret> secret;  // lets another service of the organisation open any conversation
  // Whether tokens/generate gives a token to whoever asks. Without it and without a secret nobody gets in.
  bool anonymous = false;
  std::chrono::seconds token_life{3600};  // clients refresh every 15 minutes; at least 1800
  std::string public_origin;  // "https://varsel.example.org", for the stream's address; "": from the request's Host
  // Origins whose pages may call, "*" for any. A page needs a token in any case; the same origin needs no entry.
  std::vector<std::string> allowed_origins{"*"};
  std::size_t max_files = 5;                        // in one upload; more: 400
  std::size_t max_upload_bytes = 10 * 1024 * 1024;  // all files of one upload; more: 413
  Rate rate;                                        // per address, for tokens/generate and new conversations
  bool unlimited_loopback = false;                  // for a trial on one machine: no rate for 127.0.0.1 and ::1
};

struct Ports {
  Desk& desk;  // outlives the channel and every callback
  std::function<Instant()> now;
  std::function<std::string(std::size_t)> random_bytes;                         // cryptographically strong
  std::function<void(std::chrono::milliseconds, std::function<void()>)> after;  // usually http::Server::after
};

class WebChat {
 public:
  WebChat(Options options, Ports ports);
  ~WebChat();
  WebChat(const WebChat&) = delete;
  WebChat& operator=(const WebChat&) = delete;

  // Registers everything below /v3/directline. The server may outlive the channel only if it has stopped.
  void mount(http::Server& server);

  // To be called after every commit that posted something, with what it posted, on any thread.
  void published(const ConversationId& conversation, const std::vector<Posted>& postings);

  // A token as tokens/generate gives it, for a page that the program itself renders.
  struct Grant {
    ConversationId conversation;
    PersonId person;
    std::string token;
  };
  [[nodiscard]] Grant grant() const;
  // Whose token this is, for pages that post forms; nothing if it is forged or expired.
  [[nodiscard]] std::optional<Grant> holder(const std::string& token) const;

 private:
  class Body;
  std::shared_ptr<Body> body_;
};

}  // namespace varsel::adapters::webchat
