#include "bot/server.h"

#include "adapters/http/server.h"
#include "adapters/page/page.h"
#include "adapters/webchat/token.h"
#include "adapters/webchat/webchat.h"
#include "bot/case_desk.h"
#include "bot/duties/clockwork.h"
#include "bot/house.h"
#include "bot/operator_log.h"
#include "bot/trial_mails.h"
#include "intents/understand.h"
#include "storage/open.h"

namespace varsel::bot {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kWorkers = 2;
constexpr std::chrono::seconds kGrace{5};

Result<storage::MasterKey> open_key(const Config& config, const Outside& outside) {
  const auto file = config.master_key.empty() ? config.data / storage::kTrialKeyFile : config.master_key;
  if (config.trial && config.master_key.empty() && !fs::exists(file))
    VARSEL_CHECK(storage::create_trial_key(file, Secret(outside.random(storage::MasterKey::kBytes))));
  return storage::MasterKey::load(file);
}

Result<> prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / "mail", error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error)
    return fail(ErrorCode::unavailable, folder.string() + ": cannot be created or written: " + error.message());
  return {};
}

Result<Secret> read_secret(const fs::path& file) {
  VARSEL_TRY(const auto source, read_file(file));
  auto text = source.text;
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (text.empty()) return fail(ErrorCode::invalid, file.string() + ": is empty");
  return Secret(text);
}

// "smtp://host:587" or "smtps://host:465"
Result<adapters::mail::SmtpSettings> smtp_settings(const Config& config, const std::string& host) {
  using Tls = adapters::mail::SmtpSettings::Tls;
  adapters::mail::SmtpSettings settings;
  const auto refuse = [&] {
    return fail(ErrorCode::invalid,
                "mail.server: " + config.mail_server + " is not smtp://host:587 or smtps://host:465");
  };
  const auto scheme = config.mail_server.find("://");
  if (scheme == std::string::npos) return refuse();
  const auto name = config.mail_server.substr(0, scheme);
  if (name != "smtp" && name != "smtps") return refuse();
  settings.tls = name == "smtps" ? Tls::implicit : Tls::starttls;
  const auto rest = config.mail_server.substr(scheme + 3);
  const auto colon = rest.rfind(':');
  settings.host = rest.substr(0, colon);
  settings.port = name == "smtps" ? 465 : 587;
  if (colon != std::string::npos) {
    const auto digits = rest.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
      return refuse();
    settings.port = std::stoi(digits);
  }
  settings.user = config.mail_user;
  if (!config.mail_password_file.empty()) {
    VARSEL_TRY(settings.password, read_secret(config.mail_password_file));
  }
  settings.ca_file = config.mail_ca_file.string();
  settings.client_name = host;
  return settings;
}

Result<std::unique_ptr<adapters::mail::Submission>> open_mail(const Config& config, const std::string& host) {
  if (config.mail_server.empty()) return adapters::mail::folder_submission(config.data / "mail");
  VARSEL_TRY(auto settings, smtp_settings(config, host));
  return adapters::mail::smtp_submission(std::move(settings));
}

class Installation final : public RunningServer {
 public:
  Installation(const Config& config, const Outside& outside, House house, const storage::MasterKey& key,
               std::unique_ptr<storage::Store> store, std::unique_ptr<adapters::mail::Submission> mail,
               std::optional<Secret> direct_line_secret)
      : config_(config),
        outside_(outside),
        house_(std::move(house)),
        store_(std::move(store)),
        mail_(std::move(mail)),
        workers_(kWorkers),
        desk_(house_, outside_, *store_, workers_),
        clockwork_(house_, outside_, *store_, desk_, *mail_, {log_line}),
        cases_(house_, outside_, *store_, desk_),
        trial_mails_(config.data / "mail", *store_),
        // Derived, so that open pages survive a restart; the master key itself leaves no trace in it.
        token_key_(sha256_hex("varsel web tokens 1" + key.bytes().reveal())),
        tokens_(token_key_),
        server_(server_options()),
        webchat_(webchat_options(std::move(direct_line_secret)),
                 {desk_, outside_.now, outside_.random,
                  [this](std::chrono::milliseconds delay, std::function<void()> callback) {
                    server_.after(delay, std::move(callback));
                  }}),
        pages_(page_config(), tokens_, desk_, cases_, config.trial ? &trial_mails_ : nullptr) {}

  // Nobody new, then nothing timed, then what is under way: its answers are for connections that are gone, its commits
  // are kept.
  ~Installation() override {
    server_.stop(kGrace);
    clockwork_.stop();
    desk_.close();
    (void)store_->commit({});
    workers_.stop();
    (void)store_->commit({});
  }

  Result<> start() {
    desk_.connect({[this](const ConversationId& id, const std::vector<adapters::Posted>& posted) {
                     // Not on the committing thread: every other turn waits behind it.
                     server_.post([this, id, posted] { webchat_.published(id, posted); });
                   },
                   [this](Instant due) { clockwork_.wake(due); }, log_line});
    // The tables of understanding are made now, not while the first reporter waits.
    (void)intents::understand("", {});
    webchat_.mount(server_);
    pages_.serve(server_);
    health();
    // The port is known before anything writes a link: with port 0 the system chooses it.
    VARSEL_CHECK(server_.listen());
    if (config_.public_url.empty()) house_.public_url = local_url();
    VARSEL_CHECK(clockwork_.start());
    VARSEL_CHECK(server_.start());
    log_line("server.started: port " + std::to_string(server_.port()));
    return {};
  }

  [[nodiscard]] std::string greeting() const override {
    const auto& url = house_.public_url;
    if (!config_.trial) return "Varsel listens: " + url;
    return "Varsel listens: " + url + " (a trial: this machine only; its mails are at " + url + "/trial/mails)";
  }

  [[nodiscard]] std::uint16_t port() const override { return server_.port(); }
  [[nodiscard]] Result<std::optional<Instant>> next_due() const override {
    if (clockwork_.firing()) return std::optional(Instant());
    return store_->next_due();
  }
  void clock_moved() override { clockwork_.wake(Instant()); }

 private:
  [[nodiscard]] std::string local_url() const { return "http://localhost:" + std::to_string(server_.port()); }

  adapters::http::Options server_options() {
    adapters::http::Options options;
    options.address = config_.listen == "localhost" ? "127.0.0.1" : config_.listen;
    options.port = config_.port;
    options.trusted_proxies = config_.trusted_proxies;
    if (!config_.tls_certificate.empty())
      options.tls = adapters::http::Tls{config_.tls_certificate.string(), config_.tls_key.string()};
    options.now = outside_.now;
    options.error_page = [this](const adapters::http::Request& request, int status) {
      return pages_.error_page(request, status);
    };
    options.handler_failed = [](const adapters::http::Request& request) {
      log_line("http.handler_failed: request " + std::to_string(request.id));
    };
    return options;
  }

  adapters::webchat::Options webchat_options(std::optional<Secret> secret) {
    adapters::webchat::Options options;
    options.token_key = token_key_;
    options.secret = std::move(secret);
    options.anonymous = config_.anonymous_chat;
    options.public_origin = config_.public_url;
    options.unlimited_loopback = config_.trial;
    return options;
  }

  adapters::page::Config page_config() {
    adapters::page::Config config;
    config.secure_cookies = config_.public_url.starts_with("https://");
    config.trial = config_.trial;
    config.fallback = house_.home();
    config.zone = house_.zone();
    config.text = [this](std::string_view id, Locale locale) {
      return house_.catalog.render({std::string(id), {}}, locale, house_.zone()).text;
    };
    config.now = outside_.now;
    config.random_id = [this] { return base64url(outside_.random(16)); };
    return config;
  }

  // healthz: the process answers. readyz: it can also keep what it is told.
  void health() {
    using namespace adapters::http;
    server_.route(Method::get, "/healthz",
                  [](const Request&, const Responder& respond) { respond(Response::text(200, "ok\n")); });
    server_.route(Method::get, "/readyz", [this](const Request&, const Responder& respond) {
      const auto head = store_->audit_head();
      respond(head ? Response::text(200, "ready\n") : Response::text(503, "the store does not answer\n"));
    });
  }

  Config config_;
  Outside outside_;
  House house_;
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<adapters::mail::Submission> mail_;
  Workers workers_;
  FrontDesk desk_;
  Clockwork clockwork_;
  CaseDesk cases_;
  TrialMails trial_mails_;
  Secret token_key_;
  adapters::webchat::Tokens tokens_;
  adapters::http::Server server_;
  adapters::webchat::WebChat webchat_;
  adapters::page::Pages pages_;
};

}  // namespace

Result<std::unique_ptr<RunningServer>> start_server(const Config& config, const Outside& outside) {
  VARSEL_CHECK(prepare_folder(config.data));
  VARSEL_TRY(const auto key, open_key(config, outside));
  const auto refused = refusals(config, key.purpose() == storage::MasterKey::Purpose::trial);
  if (!refused.empty()) {
    std::string all = "This configuration cannot be put into service:";
    for (const auto& reason : refused) all += "\n- " + reason;
    return fail(ErrorCode::invalid, all);
  }
  HouseOptions options{.playbook = config.playbook,
                       .contacts = config.contacts,
                       .organisation = config.organisation,
                       .mail_from = config.mail_from};
  if (!config.public_url.empty()) options.public_url = config.public_url;
  VARSEL_TRY(auto house, open_house(options));
  VARSEL_TRY(auto store, storage::open_sqlite(key, {.folder = config.data}));
  VARSEL_TRY(auto mail, open_mail(config, house.host));
  std::optional<Secret> secret;
  if (!config.direct_line_secret_file.empty()) {
    VARSEL_TRY(secret, read_secret(config.direct_line_secret_file));
  }
  auto installation = std::make_unique<Installation>(config, outside, std::move(house), key, std::move(store),
                                                     std::move(mail), std::move(secret));
  VARSEL_CHECK(installation->start());
  return installation;
}

}  // namespace varsel::bot
