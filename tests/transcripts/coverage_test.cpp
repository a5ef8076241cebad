// Whatever Varsel asks, repairs with and advises occurs in some transcript, in the words of some language: a text that
// no transcript shows is a text that nobody has read in its place.
#include <set>

#include "bot/house.h"
#include "incident/containment.h"
#include "tests/catch.h"
#include "tests/transcripts/transcripts.h"

namespace varsel::tests {
namespace {

// Every paragraph that Varsel says, and every button that it offers, in any transcript.
std::vector<std::string> paragraphs() {
  std::vector<std::string> all;
  for (const auto& file : transcript_files()) {
    for (const auto& row : read(file).rows) {
      const auto* bot = std::get_if<adapters::console::BotRow>(&row.what);
      if (bot == nullptr) continue;
      all.insert(all.end(), bot->buttons.begin(), bot->buttons.end());
      std::size_t from = 0;
      for (std::size_t to = 0; to != std::string::npos; from = to + 2) {
        to = bot->text.find("\n\n", from);
        all.push_back(bot->text.substr(from, to == std::string::npos ? to : to - from));
      }
    }
  }
  return all;
}

// Without arguments a text renders with "{name}" in their places: what stands between them must occur in order.
bool is_said(const std::string& pattern, const std::string& paragraph) {
  std::size_t at = 0;
  std::size_t from = 0;
  while (from <= pattern.size()) {
    const auto open = std::min(pattern.find('{', from), pattern.size());
    const auto piece = pattern.substr(from, open - from);
    const auto found = paragraph.find(piece, at);
    if (found == std::string::npos || (from == 0 && found != 0)) return false;
    at = found + piece.size();
    if (open == pattern.size()) return at == paragraph.size() || piece.empty();
    from = pattern.find('}', open) + 1;
  }
  return false;
}

std::set<std::string> to_be_said(const bot::House& house) {
  std::set<std::string> ids;
  for (const auto& question : house.playbook.questions) ids.insert(question.text);
  for (const std::string& id : locales::Catalog::ids())
    if (id.starts_with("repair.") || id.starts_with("contain.")) ids.insert(id);
  return ids;
}

TEST_CASE("Every question and every text of repair and containment occurs in some transcript") {
  const auto said = paragraphs();
  std::set<std::string> missing;
  std::set<std::string> shown;
  for (const std::string name : {"muni", "dsop"}) {
    const auto house = bot::open_house({.playbook = name});
    REQUIRE(house);
    for (const std::string& id : to_be_said(*house)) {
      bool occurs = false;
      for (const Locale locale : kLocales) {
        const auto pattern = house->catalog.render({id, {}}, locale, Zone::utc()).text;
        for (const std::string& paragraph : said) occurs = occurs || is_said(pattern, paragraph);
      }
      (occurs ? shown : missing).insert(id);
    }
  }
  for (const std::string& id : shown) missing.erase(id);
  CHECK(missing == std::set<std::string>{});
}

}  // namespace
}  // namespace varsel::tests
