#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>
#include <string_view>

#include "adapters/mail/submit.h"

namespace varsel::adapters::mail {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(char* text) const { curl_free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, CurlFree>;

// How far the talk with the server came: whose fault a refusal is depends on it.
enum class Stage { connecting, sender, recipient, data };

struct Talk {
  std::string_view unsent;
  Stage stage = Stage::connecting;
  bool leaving = false;  // QUIT has been sent
  const std::atomic<bool>& cancelled;
};

// libcurl reads nothing before the server has answered DATA with 354.
std::size_t give_bytes(char* buffer, std::size_t size, std::size_t count, void* user) {
  auto& talk = *static_cast<Talk*>(user);
  const std::size_t taken = std::min(size * count, talk.unsent.size());
  std::memcpy(buffer, talk.unsent.data(), taken);
  talk.unsent.remove_prefix(taken);
  return taken;
}

int follow(CURL* /*handle*/, curl_infotype type, char* data, std::size_t size, void* user) {
  if (type != CURLINFO_HEADER_OUT) return 0;
  auto& talk = *static_cast<Talk*>(user);
  const std::string_view command(data, size);
  if (command.substr(0, 10) == "MAIL FROM:") talk.stage = Stage::sender;
  if (command.substr(0, 8) == "RCPT TO:") talk.stage = Stage::recipient;
  if (command.substr(0, 4) == "DATA") talk.stage = Stage::data;
  if (command.substr(0, 4) == "QUIT") talk.leaving = true;
  return 0;
}

// The outcome is known before QUIT is sent, and libcurl would wait two minutes for a silent server's answer to it.
int stop_when_leaving(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto* talk = static_cast<Talk*>(user);
  return talk->leaving || talk->cancelled ? 1 : 0;
}

const char* name(Stage stage) {
  switch (stage) {
    case Stage::connecting:
      return "connecting";
    case Stage::sender:
      return "naming the sender";
    case Stage::recipient:
      return "naming the recipient";
    case Stage::data:
      return "sending the data";
  }
  return "";
}

bool is_for_the_operator(CURLcode code) {
  switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_NOT_BUILT_IN:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return true;
    default:
      return false;  // a vendor's list, which grows: whatever else goes wrong may pass
  }
}

Outcome judge(CURLcode code, int reply, const Talk& talk) {
  if (code == CURLE_OK) return Outcome::delivered;
  if (reply >= 400 && reply < 500) return Outcome::refused_for_now;
  if (reply >= 500) {
    // 530, 534, 535 and 538 are about our login wherever they come (RFC 4954 §6); before RCPT the refusal is ours too.
    const bool ours = talk.stage < Stage::recipient || reply == 530 || reply == 534 || reply == 535 || reply == 538;
    return ours ? Outcome::misconfigured : Outcome::refused_for_good;
  }
  // The last reply is 354: the data has begun. A server delivers nothing before it has seen the end of it, and it
  // cannot have seen an end that libcurl has not asked us for.
  if (reply == 354 && talk.stage == Stage::data && talk.unsent.empty()) return Outcome::may_have_been_delivered;
  return is_for_the_operator(code) ? Outcome::misconfigured : Outcome::refused_for_now;
}

bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// "smtp://host:port/ehlo-name", built by libcurl from parts, so that none can become another.
Result<std::string> url_of(const SmtpSettings& settings) {
  const Owned<CURLU> url{curl_url()};
  const bool made =
      curl_url_set(url.get(), CURLUPART_SCHEME, settings.tls == SmtpSettings::Tls::implicit ? "smtps" : "smtp", 0) ==
          CURLUE_OK &&
      curl_url_set(url.get(), CURLUPART_HOST, settings.host.c_str(), 0) == CURLUE_OK &&
      curl_url_set(url.get(), CURLUPART_PORT, std::to_string(settings.port).c_str(), 0) == CURLUE_OK &&
      curl_url_set(url.get(), CURLUPART_PATH, ("/" + settings.client_name).c_str(), CURLU_URLENCODE) == CURLUE_OK;
  char* text = nullptr;
  if (!made || curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK)
    return fail(ErrorCode::invalid, "the mail server's host or port cannot be used");
  return std::string(Owned<char>{text}.get());
}

class Smtp final : public Submission {
 public:
  Smtp(SmtpSettings settings, std::string url) : settings_(std::move(settings)), url_(std::move(url)) {}

  Attempt submit(const Mail& mail) override {
    const Owned<CURL> handle{curl_easy_init()};
    const std::string from = "<" + mail.from.reveal() + ">";
    const std::string to = "<" + mail.to.reveal() + ">";
    const Owned<curl_slist> recipients{curl_slist_append(nullptr, to.c_str())};
    if (handle == nullptr || recipients == nullptr) return {Outcome::refused_for_now, 0, "out of memory"};
    Talk talk{.unsent = mail.bytes.reveal(), .cancelled = cancelled_};
    CURL* curl = handle.get();
    bool set = true;
    const auto option = [&](CURLoption key, auto value) {
      set = curl_easy_setopt(curl, key, value) == CURLE_OK && set;
    };
    option(CURLOPT_URL, url_.c_str());
    option(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    option(CURLOPT_PROXY, "");  // whatever the environment says
    option(CURLOPT_NOSIGNAL, 1L);
    option(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
    option(CURLOPT_TIMEOUT_MS, static_cast<long>(settings_.total_timeout.count()));
    // ALL, not TRY: with TRY a server (or whoever sits before it) that offers no STARTTLS gets the mail in clear text.
    option(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    option(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    option(CURLOPT_SSL_VERIFYPEER, 1L);
    option(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings_.ca_file.empty()) option(CURLOPT_CAINFO, settings_.ca_file.c_str());
    if (!settings_.user.empty()) {
      option(CURLOPT_USERNAME, settings_.user.c_str());
      option(CURLOPT_PASSWORD, settings_.password.reveal().c_str());
    }
    option(CURLOPT_MAIL_FROM, from.c_str());
    option(CURLOPT_MAIL_RCPT, recipients.get());
    option(CURLOPT_UPLOAD, 1L);
    option(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(talk.unsent.size()));
    option(CURLOPT_READFUNCTION, &give_bytes);
    option(CURLOPT_READDATA, &talk);
    option(CURLOPT_FORBID_REUSE, 1L);
    option(CURLOPT_NOPROGRESS, 0L);
    option(CURLOPT_XFERINFOFUNCTION, &stop_when_leaving);
    option(CURLOPT_XFERINFODATA, &talk);
    option(CURLOPT_VERBOSE, 1L);  // to the function below only, which keeps no word of it
    option(CURLOPT_DEBUGFUNCTION, &follow);
    option(CURLOPT_DEBUGDATA, &talk);
    if (!set) return {Outcome::misconfigured, 0, "libcurl lacks SMTP or TLS"};

    const CURLcode code = curl_easy_perform(curl);
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    Attempt attempt{judge(code, static_cast<int>(reply), talk), static_cast<int>(reply), {}};
    if (code != CURLE_OK)
      attempt.detail =
          std::string(curl_easy_strerror(code)) + ", " + name(talk.stage) + ", last reply " + std::to_string(reply);
    return attempt;
  }

  void cancel() override { cancelled_ = true; }

 private:
  std::atomic<bool> cancelled_{false};
  SmtpSettings settings_;
  std::string url_;
};

}  // namespace

Result<std::unique_ptr<Submission>> smtp_submission(SmtpSettings settings) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  if (settings.host.empty() || !is_one_line(settings.host) || settings.client_name.empty() ||
      !is_one_line(settings.client_name) || !is_one_line(settings.user) || !is_one_line(settings.password.reveal()))
    return fail(ErrorCode::invalid, "a mail server needs a host and a client name, without control characters");
  VARSEL_TRY(std::string url, url_of(settings));
  return std::make_unique<Smtp>(std::move(settings), std::move(url));
}

}  // namespace varsel::adapters::mail
