// The pages people open in a browser: the reporter's chat, the page of one case, the mails of a trial, and what is
// said when something fails. Every page works without JavaScript: a turn is then a form, and the server draws the
// conversation. With JavaScript the same page speaks Direct Line (adapters/webchat) in the same conversation.
//
// A conversation is named by a signed token of adapters/webchat in a cookie, given with the first page, so that a
// double click on the very first message is one conversation too; it is opened at the desk when somebody writes.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/channel.h"
#include "adapters/http/message.h"
#include "adapters/webchat/limiter.h"
#include "base/ids.h"
#include "base/locale.h"
#include "base/result.h"
#include "base/time.h"

namespace varsel::adapters::http {
class Server;
}
namespace varsel::adapters::webchat {
class Tokens;
}

namespace varsel::adapters::page {

// One case as a contact or an adviser sees it. Texts are finished: in `locale`, and only what this person may read.
struct CaseView {
  struct Row {
    std::string label;
    std::string value;
  };
  struct Section {
    std::string heading;
    std::vector<Row> rows;
  };
  struct Clock {
    std::string label;  // "Notify the supervisory authority within 72 hours"
    Instant due;
    std::string text;  // the same moment in words, in the case's zone
  };
  ConversationId conversation;  // this person's talk about this case; opened here if it is not yet
  PersonId person;
  Locale locale = Locale::en;
  std::string title;
  std::vector<Section> sections;
  std::optional<Clock> clock;
};

// Cases by the secret in their address: implemented by bot/. `locale` is what the reader chose on the page, or nothing.
// not_found for a token that never was, has expired or was withdrawn: the answers must not differ. Any thread, once.
class CaseDesk {
 public:
  virtual ~CaseDesk() = default;
  using Found = std::function<void(Result<CaseView>)>;
  virtual void lookup(std::string_view token, std::optional<Locale> locale, Found done) = 0;
};

// The mails that a trial keeps instead of sending: implemented by bot/. Any thread, once.
struct MailSummary {
  std::string id;  // of [A-Za-z0-9._-], as in the address /trial/mails/{id}
  Instant at;
  PersonalText to;
  PersonalText subject;
};
class TrialMails {
 public:
  virtual ~TrialMails() = default;
  using Listed = std::function<void(Result<std::vector<MailSummary>>)>;
  virtual void list(Listed done) = 0;  // newest first
  using Read = std::function<void(Result<PersonalText>)>;
  virtual void read(std::string_view id, Read done) = 0;  // the whole mail, RFC 5322; not_found
};

struct Config {
  std::string base;  // path in front of every page, "" or "/varsel": as the browser sees it and as it arrives
  bool secure_cookies = false;   // HTTPS at this server or at a declared proxy
  bool trial = false;            // says so on every page; /trial/mails exists
  Locale fallback = Locale::en;  // where the browser asks for no language of ours
  Zone zone = Zone::utc();       // of the times that the server draws
  std::size_t max_text = 8000;   // code points of one message
  std::size_t max_files = 4;
  std::size_t max_file_bytes = 10 * 1024 * 1024;  // all files of one message; as webchat::Options::max_upload_bytes
  webchat::Rate rate;  // of conversations that one address may begin with a form; a trial has none
  std::chrono::seconds session{12 * 60 * 60};  // of a conversation in a browser, from its last page
  std::chrono::seconds api_token{30 * 60};     // Direct Line's; the page renews it

  std::function<std::string(std::string_view id, Locale)> text;  // locales/<tag>/web.toml
  std::function<Instant()> now;
  std::function<std::string()> random_id;  // at least 128 random bits, of [A-Za-z0-9_-]
};

// Safe to use from several threads. The ports and the tokens outlive it; it outlives the server.
class Pages {
 public:
  // `mails` only with Config::trial.
  Pages(Config config, const webchat::Tokens& tokens, Desk& desk, CaseDesk& cases, TrialMails* mails = nullptr);
  ~Pages();

  // Routes and the headers of its pages. Before Server::start().
  void serve(http::Server& server);

  // For http::Options::error_page: a page in the reader's language if a browser asks, nothing for an API's path.
  [[nodiscard]] std::optional<http::Response> error_page(const http::Request& request, int status) const;

 private:
  class Body;
  std::shared_ptr<Body> body_;
};

}  // namespace varsel::adapters::page
