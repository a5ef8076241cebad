#include "bot/house.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "bot/shipped.h"

namespace varsel::bot {
namespace {

std::string joined(const std::vector<dialog::Finding>& findings) {
  std::string all;
  for (const auto& finding : findings) all += (all.empty() ? "" : "\n") + dialog::to_string(finding);
  return all;
}

// "https://varsel.example.org:8443/x" -> "varsel.example.org"
std::string host_of(const std::string& url) {
  const auto scheme = url.find("://");
  const auto start = scheme == std::string::npos ? 0 : scheme + 3;
  return url.substr(start, url.find_first_of(":/", start) - start);
}

}  // namespace

Result<Source> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::not_found, file.string() + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return Source{file.string(), text.str()};
}

Result<Source> find_playbook(const std::string& name_or_file) {
  if (const auto shipped = shipped_file(name_or_file + ".toml"))
    return Source{name_or_file + ".toml", std::string(*shipped)};
  if (std::filesystem::exists(name_or_file)) return read_file(name_or_file);
  std::string names;
  for (const auto& name : shipped_playbooks()) names += (names.empty() ? "" : ", ") + name;
  return fail(ErrorCode::not_found,
              name_or_file + ": neither a file nor a shipped playbook; the shipped ones are " + names);
}

Result<dialog::Playbook> open_playbook(const std::string& name_or_file) {
  VARSEL_TRY(const auto source, find_playbook(name_or_file));
  auto loaded = dialog::load_playbook(source.text, source.name);
  if (!loaded.playbook) return fail(ErrorCode::invalid, joined(loaded.findings));
  return std::move(*loaded.playbook);
}

Result<incident::ContactBook> open_contacts(const std::filesystem::path& file, const std::string& playbook) {
  Source source;
  if (file.empty()) {
    source.name = playbook + ".contacts.demo.toml";
    const auto shipped = shipped_file(source.name);
    if (!shipped) return fail(ErrorCode::not_found, "the playbook " + playbook + " ships no contact list: name one");
    source.text = std::string(*shipped);
  } else {
    VARSEL_TRY(source, read_file(file));
  }
  auto loaded = dialog::load_contacts(source.text, source.name);
  if (!loaded.findings.empty()) return fail(ErrorCode::invalid, joined(loaded.findings));
  return std::move(loaded.book);
}

Result<House> open_house(const HouseOptions& options) {
  VARSEL_TRY(auto playbook, open_playbook(options.playbook));
  VARSEL_TRY(auto contacts, open_contacts(options.contacts, playbook.name));
  if (!options.organisation.empty()) {
    const auto& parties = playbook.procedure.parties;
    if (std::none_of(parties.begin(), parties.end(), [&](const auto& p) { return p.id.str() == options.organisation; }))
      return fail(ErrorCode::invalid, "the playbook " + playbook.name + " has no party " + options.organisation);
    playbook.organisation = PartyId(options.organisation);
  }
  auto texts = playbook.texts;
  // Parties are shown by their names wherever a code is: "code.party.<id>".
  for (const auto& party : playbook.procedure.parties)
    for (const auto& [locale, name] : party.name) texts[locale].try_emplace("code.party." + party.id.str(), name);
  return House{std::move(playbook), std::move(contacts), locales::Catalog(std::move(texts)),
               options.public_url,  options.mail_from,   host_of(options.public_url)};
}

}  // namespace varsel::bot
