// As in dialog/load_toml.h: one program has one toml++.
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#include "bot/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <sstream>

namespace varsel::bot {
namespace {

using std::filesystem::path;

struct Row {
  Option option;
  std::function<bool(Config&, const toml::node&)> set;  // false: not of the right type
};

template <class T>
std::function<bool(Config&, const toml::node&)> member(T Config::*field) {
  return [field](Config& config, const toml::node& node) {
    if constexpr (std::is_same_v<T, bool>) {
      if (const auto value = node.value_exact<bool>()) return config.*field = *value, true;
    } else if constexpr (std::is_same_v<T, std::uint16_t>) {
      const auto value = node.value_exact<std::int64_t>();
      if (value && *value >= 0 && *value <= 65535) return config.*field = static_cast<std::uint16_t>(*value), true;
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
      const auto* items = node.as_array();
      if (items == nullptr) return false;
      for (const auto& item : *items) {
        const auto text = item.value_exact<std::string>();
        if (!text) return false;
        (config.*field).push_back(*text);
      }
      return true;
    } else {
      if (const auto value = node.value_exact<std::string>()) return config.*field = *value, true;
    }
    return false;
  };
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {{"trial", "true", "A trial listens on this machine only and keeps its own key; false for production"},
       member(&Config::trial)},
      {{"data.folder", "\"varsel-data\"", "Where everything is kept; created when missing"}, member(&Config::data)},
      {{"data.master_key", "\"\"",
        "Key file, mode 0600, outside the data folder; empty in a trial: the data folder's own"},
       member(&Config::master_key)},
      {{"server.listen", "\"127.0.0.1\"", "Address to listen on"}, member(&Config::listen)},
      {{"server.port", "8080", "Port to listen on; 0 takes a free one"}, member(&Config::port)},
      {{"server.public_url", "\"\"", "How people reach the page, without a slash at the end: stands in mails"},
       member(&Config::public_url)},
      {{"server.tls_certificate", "\"\"", "PEM file with the certificate chain"}, member(&Config::tls_certificate)},
      {{"server.tls_key", "\"\"", "PEM file with the private key"}, member(&Config::tls_key)},
      {{"server.trusted_proxies", "[]", "Addresses of reverse proxies that end TLS; their X-Forwarded-For is believed"},
       member(&Config::trusted_proxies)},
      {{"procedure.playbook", "\"muni\"", "Name of a shipped playbook, or a file"}, member(&Config::playbook)},
      {{"procedure.contacts", "\"\"", "Contact list; empty in a trial: the demo list of the playbook"},
       member(&Config::contacts)},
      {{"procedure.organisation", "\"\"", "Party id of this installation; empty: the playbook's own"},
       member(&Config::organisation)},
      {{"mail.server", "\"\"", "smtp://host:587 (STARTTLS) or smtps://host:465; empty in a trial: .eml files"},
       member(&Config::mail_server)},
      {{"mail.user", "\"\"", "User name at the mail server; empty: no login"}, member(&Config::mail_user)},
      {{"mail.password_file", "\"\"", "File that holds the password, mode 0600"}, member(&Config::mail_password_file)},
      {{"mail.ca_file", "\"\"",
        "PEM file of the authority that signed the mail server's certificate; empty: the system's"},
       member(&Config::mail_ca_file)},
      {{"mail.from", "\"varsel@example.org\"", "Mailbox that sends and that answers to invitations reach"},
       member(&Config::mail_from)},
      {{"chat.anonymous", "true", "Anybody who reaches the page may report"}, member(&Config::anonymous_chat)},
      {{"chat.direct_line_secret_file", "\"\"", "File with the secret of Direct Line clients, mode 0600; empty: none"},
       member(&Config::direct_line_secret_file)},
  };
  return all;
}

std::string at(const std::string& file, const toml::source_region& where, const std::string& what) {
  return file + ":" + std::to_string(where.begin.line) + ":" + std::to_string(where.begin.column) + ": " + what;
}

std::string known_keys(std::string_view prefix) {
  std::string keys;
  for (const auto& row : rows())
    if (row.option.key.starts_with(prefix)) keys += (keys.empty() ? "" : ", ") + std::string(row.option.key);
  return keys;
}

// The first thing that is wrong, or "".
std::string read(Config& config, const toml::table& table, const std::string& prefix, const std::string& file) {
  for (const auto& [key, node] : table) {
    const auto name = prefix + std::string(key.str());
    const auto row =
        std::find_if(rows().begin(), rows().end(), [&](const Row& each) { return each.option.key == name; });
    if (row != rows().end()) {
      if (!row->set(config, node))
        return at(file, node.source(), name + " has the wrong type; write it as " + std::string(row->option.fallback));
      continue;
    }
    const auto* inner = node.as_table();
    const auto keys = known_keys(name + ".");
    if (inner == nullptr || keys.empty()) {
      const auto near = known_keys(prefix);
      return at(file, key.source(),
                "there is no option " + name + "; there are: " + (near.empty() ? known_keys("") : near));
    }
    if (auto wrong = read(config, *inner, name + ".", file); !wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace

std::span<const Option> options() {
  static const auto all = [] {
    std::vector<Option> list;
    for (const auto& row : rows()) list.push_back(row.option);
    return list;
  }();
  return all;
}

Result<Config> parse_config(std::string_view toml, const std::string& file_name) {
  const auto parsed = toml::parse(toml, file_name);
  if (!parsed) {
    const auto& error = parsed.error();
    return fail(ErrorCode::invalid, at(file_name, error.source(), std::string(error.description())));
  }
  Config config;
  if (auto wrong = read(config, parsed.table(), "", file_name); !wrong.empty()) return fail(ErrorCode::invalid, wrong);
  return config;
}

Result<Config> load_config(const path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::not_found, file.string() + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return parse_config(text.str(), file.string());
}

std::vector<std::string> refusals(const Config& config, bool key_is_for_trial) {
  std::vector<std::string> all;
  const bool tls = !config.tls_certificate.empty() && !config.tls_key.empty();
  if (config.tls_certificate.empty() != config.tls_key.empty())
    all.emplace_back("server.tls_certificate and server.tls_key belong together: set both or neither.");
  if (config.trial) {
    if (config.listen != "127.0.0.1" && config.listen != "::1" && config.listen != "localhost")
      all.emplace_back("A trial listens on this machine only: set server.listen to 127.0.0.1, or trial to false.");
    return all;
  }
  if (key_is_for_trial)
    all.emplace_back("data.master_key is a trial key: make a production key and keep it outside the data folder.");
  if (!tls && config.trusted_proxies.empty())
    all.emplace_back(
        "Reports would cross the network in clear: set server.tls_certificate and server.tls_key, or name the reverse "
        "proxy that ends TLS in server.trusted_proxies.");
  if (config.public_url.rfind("https://", 0) != 0)
    all.emplace_back("server.public_url must be the https:// address that people use: it stands in every mail.");
  if (config.mail_server.empty())
    all.emplace_back("Nobody would be told: set mail.server to the organisation's mail server.");
  if (config.mail_from.ends_with("@example.org"))
    all.emplace_back("mail.from must be a mailbox of the organisation that can receive answers.");
  if (config.contacts.empty())
    all.emplace_back("procedure.contacts must name the organisation's own contact list: the demo list reaches nobody.");
  return all;
}

}  // namespace varsel::bot
