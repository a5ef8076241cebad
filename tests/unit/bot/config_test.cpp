#include "bot/config.h"

#include <fstream>
#include <sstream>

#include "bot/operator_log.h"
#include "tests/catch.h"

namespace varsel::bot {
namespace {

std::string slurp(const std::string& name) {
  std::ifstream in(std::string(VARSEL_SOURCE_DIR) + "/" + name);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Config production() {
  Config config;
  config.trial = false;
  config.listen = "0.0.0.0";
  config.public_url = "https://varsel.example.com";
  config.trusted_proxies = {"127.0.0.1"};
  config.mail_server = "smtp://mail.example.com:587";
  config.mail_from = "varsel@example.com";
  config.contacts = "contacts.toml";
  return config;
}

TEST_CASE("an empty configuration is a trial on this machine") {
  const auto config = parse_config("", "varsel.toml");
  REQUIRE(config);
  CHECK(config->trial);
  CHECK(config->listen == "127.0.0.1");
  CHECK(refusals(*config, true).empty());
}

TEST_CASE("every option can be set") {
  const auto config = parse_config(R"(
trial = false
[data]
folder = "/srv/varsel"
master_key = "/etc/varsel/master.key"
[server]
listen = "::"
port = 8443
public_url = "https://varsel.example.com"
tls_certificate = "cert.pem"
tls_key = "key.pem"
trusted_proxies = ["10.0.0.1", "::1"]
[procedure]
playbook = "dsop"
contacts = "contacts.toml"
organisation = "bank_north"
[mail]
server = "smtps://mail.example.com:465"
user = "varsel"
password_file = "/etc/varsel/mail.password"
ca_file = "ca.pem"
from = "varsel@example.com"
[chat]
anonymous = false
direct_line_secret_file = "/etc/varsel/directline"
)",
                                   "varsel.toml");
  INFO((config ? "" : config.error().detail));
  REQUIRE(config);
  CHECK(config->port == 8443);
  CHECK(config->trusted_proxies == std::vector<std::string>{"10.0.0.1", "::1"});
  CHECK(config->organisation == "bank_north");
  CHECK_FALSE(config->anonymous_chat);
}

TEST_CASE("a wrong configuration is refused with its place and what would be right") {
  struct Row {
    const char* toml;
    const char* says;
  };
  const std::vector<Row> rows{
      {"port = 8080", "varsel.toml:1:1: there is no option port"},
      {"[server]\nprot = 1", "varsel.toml:2:1: there is no option server.prot; there are: server.listen"},
      {"[server]\nport = \"8080\"", "varsel.toml:2:8: server.port has the wrong type; write it as 8080"},
      {"[server]\nport = 70000", "varsel.toml:2:8: server.port has the wrong type"},
      {"[mail]\nserver = smtp", "varsel.toml:2:"},
      {"trial = \"no\"", "varsel.toml:1:9: trial has the wrong type; write it as true"},
  };
  for (const auto& row : rows) {
    const auto config = parse_config(row.toml, "varsel.toml");
    INFO(row.toml);
    REQUIRE_FALSE(config);
    CHECK_THAT(config.error().detail, Catch::StartsWith(row.says));
  }
}

TEST_CASE("a sound production configuration starts") {
  CHECK(refusals(production(), false).empty());
}

TEST_CASE("what would harm people in production is refused and says what to do") {
  struct Row {
    const char* what;
    Config config;
    bool trial_key;
    const char* says;
  };
  auto clear_text = production();
  clear_text.trusted_proxies.clear();
  auto no_mail = production();
  no_mail.mail_server.clear();
  auto half_tls = production();
  half_tls.tls_certificate = "cert.pem";
  auto plain_url = production();
  plain_url.public_url = "http://varsel.example.com";
  auto demo_sender = production();
  demo_sender.mail_from = "varsel@example.org";
  auto demo_contacts = production();
  demo_contacts.contacts.clear();
  Config open_trial;
  open_trial.listen = "0.0.0.0";
  const std::vector<Row> rows{
      {"a trial key", production(), true, "data.master_key is a trial key"},
      {"clear text", clear_text, false, "Reports would cross the network in clear"},
      {"no mail server", no_mail, false, "Nobody would be told"},
      {"half of TLS", half_tls, false, "belong together"},
      {"links in clear", plain_url, false, "server.public_url must be the https://"},
      {"the demo sender", demo_sender, false, "mail.from"},
      {"the demo contacts", demo_contacts, false, "procedure.contacts"},
      {"a trial for the world", open_trial, true, "A trial listens on this machine only"},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    const auto all = refusals(row.config, row.trial_key);
    REQUIRE(all.size() == 1);
    CHECK_THAT(all.front(), Catch::Contains(row.says));
  }
}

TEST_CASE("every option stands in the documentation as it is") {
  const auto documentation = slurp("docs/configuration.md");
  for (const auto& option : options()) {
    const auto row = "| `" + std::string(option.key) + "` | `" + std::string(option.fallback) + "` | " +
                     std::string(option.meaning) + " |";
    INFO(row);
    CHECK(documentation.find(row) != std::string::npos);
  }
}

TEST_CASE("every line of the operator log stands in the documentation as it is") {
  const auto documentation = slurp("docs/operations.md");
  for (const auto& entry : operator_log()) {
    const auto row = "| `" + std::string(entry.id) + "` | " + std::string(entry.meaning) + " | " +
                     std::string(entry.what_to_do) + " |";
    INFO(row);
    CHECK(documentation.find(row) != std::string::npos);
  }
}

}  // namespace
}  // namespace varsel::bot
