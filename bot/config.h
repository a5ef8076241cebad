// The configuration of an installation: one TOML file, every option with its default here and its row in
// docs/configuration.md (a test compares the two). A trial needs none.
#pragma once
#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace varsel::bot {

struct Config {
  // A trial listens on loopback only, with a trial key, and shows its mails on a page. Anything else is production.
  bool trial = true;

  std::filesystem::path data = "varsel-data";
  std::filesystem::path master_key;  // empty: <data>/master.key (a trial only)

  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string public_url;  // how people reach it; empty: http://localhost:<port>
  std::filesystem::path tls_certificate;
  std::filesystem::path tls_key;
  std::vector<std::string> trusted_proxies;

  std::string playbook = "muni";   // name of a shipped one, or a file
  std::filesystem::path contacts;  // empty: the playbook's demo list (a trial only)
  std::string organisation;        // party id; empty: the playbook's own

  std::string mail_server;  // "smtp://host:587" (STARTTLS) or "smtps://host:465"; empty: .eml files
  std::string mail_user;
  std::filesystem::path mail_password_file;
  std::filesystem::path mail_ca_file;
  std::string mail_from = "varsel@example.org";

  bool anonymous_chat = true;  // anybody who reaches the page may report
  std::filesystem::path direct_line_secret_file;
};

struct Option {
  std::string_view key;       // "mail.server"
  std::string_view fallback;  // as shown in the documentation
  std::string_view meaning;
};
[[nodiscard]] std::span<const Option> options();

// Reads a file. Error::detail is "file:line:column: what is wrong and what would be right".
[[nodiscard]] Result<Config> load_config(const std::filesystem::path& file);
[[nodiscard]] Result<Config> parse_config(std::string_view toml, const std::string& file_name);

// What keeps this configuration from starting, for the operator, one sentence each; empty when nothing does. A
// production configuration refuses a trial key, clear text to the world, and mails that nobody would get.
[[nodiscard]] std::vector<std::string> refusals(const Config& config, bool key_is_for_trial);

}  // namespace varsel::bot
