// How well messages are understood that nothing was built on: intents/lang/<language>/heldapart.tsv, "label <TAB>
// message" a line, written by other hands than the rules and the phrases, and never looked at to improve them. The
// figures are published in docs/understanding.md; this test fails when one of them no longer holds.
#include <fstream>
#include <map>
#include <sstream>

#include "intents/training/noise.h"
#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::intents;

namespace {

struct Message {
  std::string text;
  Intent intent = Intent::out_of_scope;
};

std::vector<Message> held_apart(Locale locale) {
  std::ifstream in(std::string(VARSEL_SOURCE_DIR "/intents/lang/") + std::string(tag(locale)) + "/heldapart.tsv");
  std::vector<Message> out;
  for (std::string line; std::getline(in, line);) {
    const std::size_t at = line.find('\t');
    if (line.empty() || line.front() == '#' || at == std::string::npos) continue;
    const auto intent = intent_from(line.substr(0, at));
    INFO(line);
    REQUIRE(intent);
    out.push_back({line.substr(at + 1), *intent});
  }
  return out;
}

// The held-apart messages have one label for some intents that the conversation tells apart.
Intent label(Intent intent) {
  switch (intent) {
    case Intent::back:
      return Intent::undo;
    case Intent::start_over:
      return Intent::cancel;
    case Intent::why:
    case Intent::repeat:
      return Intent::ask_help;
    default:
      return intent;
  }
}

Understanding understood(const std::string& text, Locale locale) {
  Context context;
  context.locale = locale;
  context.locale_fixed = true;
  context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
  context.zone = Zone::find("Europe/Oslo").value();
  return understand(text, context);
}

// One kind of noise each, in turn.
std::string noisy(const std::string& text, std::size_t turn) {
  training::Random random(text, 4711);
  switch (turn % 4) {
    case 0:
      return training::without_diacritics(text, random);
    case 1:
      return training::with_typo(text, random);
    case 2:
      return training::upper_case(text);
    default:
      return training::without_punctuation(text);
  }
}

// "| da | 294 | 92.5 | 89.1 |" -> {"da": {92.5, 89.1}}
std::map<std::string, std::array<double, 2>> published() {
  std::ifstream in(VARSEL_SOURCE_DIR "/docs/understanding.md");
  REQUIRE(in);
  std::map<std::string, std::array<double, 2>> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string bar, language;
    std::size_t messages = 0;
    double plain = 0, with_noise = 0;
    char stroke = 0;
    if (cells >> bar >> language >> bar >> messages >> stroke >> plain >> stroke >> with_noise && messages > 0)
      out[language] = {plain, with_noise};
  }
  return out;
}

}  // namespace

TEST_CASE("Messages held apart are understood as often as is published") {
  const auto promised = published();
  for (const Locale locale : kLocales) {
    const std::vector<Message> messages = held_apart(locale);
    if (messages.empty()) continue;
    std::array<std::size_t, 2> right{};
    std::string missed;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      const Intent wanted = label(messages[i].intent);
      const Intent plain = label(understood(messages[i].text, locale).intent());
      right[0] += plain == wanted ? 1 : 0;
      right[1] += label(understood(noisy(messages[i].text, i), locale).intent()) == wanted ? 1 : 0;
    }
    std::array<double, 2> share{};
    for (std::size_t k = 0; k < 2; ++k)
      share[k] = static_cast<double>(right[k]) * 100 / static_cast<double>(messages.size());
    INFO("| " << tag(locale) << " | " << messages.size() << " | " << share[0] << " | " << share[1] << " |");
    const auto promise = promised.find(std::string(tag(locale)));
    REQUIRE(promise != promised.end());
    CHECK(share[0] >= promise->second[0]);
    CHECK(share[1] >= promise->second[1]);
  }
}
