// What must not change what is understood: a polite word more, capitals, letters that the keyboard does not have, no
// full stop. Every held-apart message is changed in each way, and the share that is understood as before must not fall.
#include <fstream>
#include <set>

#include "intents/training/noise.h"
#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::intents;

namespace {

std::vector<std::string> messages(Locale locale, std::string_view file, std::size_t column) {
  std::ifstream in(std::string(VARSEL_SOURCE_DIR "/intents/lang/") + std::string(tag(locale)) + "/" +
                   std::string(file));
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::size_t at = 0;
    for (std::size_t i = 0; i < column; ++i) at = line.find('\t', at) + 1;
    out.push_back(line.substr(at, line.find('\t', at) - at));
  }
  return out;
}

Understanding understood(const std::string& text, Locale locale) {
  Context context;
  context.locale = locale;
  context.locale_fixed = true;
  context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
  context.zone = Zone::find("Europe/Oslo").value();
  return understand(text, context);
}

constexpr double kGuess = 0.62;

// Kind and value of the facts, in whatever order: where they stand changes with the text, and so does the writing of a
// name. Times and counts are compared by their kind here; that their values hold is what property_test.cpp is about.
// What is below kGuess is offered, not taken: the dialog asks (dialog/read.h).
std::multiset<std::string> facts(const Understanding& from) {
  std::multiset<std::string> out;
  for (const Entity& entity : from.entities) {
    if (entity.kind == Kind::system || entity.kind == Kind::topic || entity.kind == Kind::field) continue;
    if (entity.confidence < kGuess) continue;
    const auto* code = std::get_if<std::string>(&entity.value);
    out.insert(std::string(to_string(entity.kind)) + " " + (code != nullptr ? *code : ""));
  }
  return out;
}

struct Change {
  const char* name;
  std::string (*make)(const std::string&, Locale);
  double same_intent;  // of a hundred, at least
  double same_facts;
};

std::string polite(const std::string& text, Locale locale) {
  training::Random random(text, 7);
  return training::politely(text, locale, random);
}
std::string loud(const std::string& text, Locale) {
  return training::upper_case(text);
}
std::string plain_letters(const std::string& text, Locale) {
  training::Random random(text, 7);
  return training::without_diacritics(text, random);
}
std::string unstopped(const std::string& text, Locale) {
  const std::size_t end = text.find_last_not_of(".!");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

}  // namespace

TEST_CASE("Manners and capitals and plain letters and a missing full stop do not change what is understood") {
  const Change change =
      GENERATE(Change{"polite", polite, 96, 94}, Change{"capitals", loud, 99.5, 99.5},
               Change{"plain letters", plain_letters, 99, 98}, Change{"unstopped", unstopped, 99.5, 99.5});
  for (const Locale locale : kLocales) {
    std::size_t same_intent = 0, same_facts = 0, all = 0;
    for (const std::string& text : messages(locale, "heldapart.tsv", 1)) {
      const Understanding before = understood(text, locale);
      const Understanding after = understood(change.make(text, locale), locale);
      ++all;
      same_intent += before.intent() == after.intent() ? 1 : 0;
      same_facts += facts(before) == facts(after) ? 1 : 0;
    }
    const auto share = [&](std::size_t count) { return static_cast<double>(count) * 100 / static_cast<double>(all); };
    INFO(change.name << " " << tag(locale) << ": intent " << share(same_intent) << ", facts " << share(same_facts));
    CHECK(share(same_intent) >= change.same_intent);
    CHECK(share(same_facts) >= change.same_facts);
  }
}
