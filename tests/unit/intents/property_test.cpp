#include <random>

#include "base/text.h"
#include "intents/explain.h"
#include "intents/masking.h"
#include "intents/themes.h"
#include "intents/tokens.h"
#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::intents;

namespace {

Context now_in_denmark() {
  Context context;
  context.locale = Locale::da;
  context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
  context.zone = Zone::find("Europe/Copenhagen").value();
  return context;
}

bool on_code_point(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80;
}

void check_well_formed(const Understanding& understood) {
  REQUIRE_FALSE(understood.intents.empty());
  REQUIRE(is_utf8(understood.text));
  REQUIRE(is_utf8(understood.masked));
  for (const Entity& entity : understood.entities) {
    REQUIRE(entity.start < entity.end);
    REQUIRE(entity.end <= understood.text.size());
    REQUIRE(on_code_point(understood.text, entity.start));
    REQUIRE(on_code_point(understood.text, entity.end));
    REQUIRE(entity.confidence >= 0);
    REQUIRE(entity.confidence <= 1);
    REQUIRE_FALSE(entity.rule.empty());
    if (const auto* when = std::get_if<When>(&entity.value)) REQUIRE(when->from < when->to);
  }
  for (const ScoredIntent& intent : understood.intents) {
    REQUIRE(intent.confidence >= 0);
    REQUIRE(intent.confidence <= 1);
  }
}

std::string digits_of(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace

TEST_CASE("Random bytes are understood without harm and spans stay on code points") {
  std::mt19937 random(20251119);
  const Context context = now_in_denmark();
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t size = random() % 300;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(random() % 256);
    check_well_formed(understand(text, context));
  }
}

TEST_CASE("Random Unicode mixed with rule words is understood without harm") {
  static const std::vector<std::string> words{
      "kl",    "i går",   "mellem",  "og",    "halv",   "10",   "30",
      ".",     ":",       "-",       "uge",   "natten", "til",  "for",
      "siden", "kvart",   "over",    "2025",  "31",     "12",   "/",
      "ikke",  "tusind",  "million", "fem",   "05",     "0000", "@",
      "+45",   "50",      "første",  "since", "until",  "ago",  "999999999999999999999",
      "NO93",  "between", "and",     "år",    "uger"};
  std::mt19937 random(7);
  Context context = now_in_denmark();
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    const std::size_t size = 1 + random() % 25;
    for (std::size_t i = 0; i < size; ++i) {
      if (random() % 6 == 0) {
        char32_t c = static_cast<char32_t>(random() % 0x11000);
        if (c >= 0xD800 && c < 0xE000) c = 0xE6;
        append(text, c);
      } else {
        text += words[random() % words.size()];
      }
      if (random() % 4 != 0) text += ' ';
    }
    context.expecting = static_cast<Expecting>(random() % 14);
    const Understanding understood = understand(text, context);
    check_well_formed(understood);
    for (const Tongue tongue : kTongues) {
      context.tongue = tongue;
      (void)read_time(text, context);
      (void)read_count(text, tongue);
      (void)read_numeral(text, tongue);
      (void)read_ordinal(text, tongue);
      (void)read_duration(text, tongue);
      (void)read_offset(text, tongue);
    }
  }
}

TEST_CASE("A megabyte of text is read up to the limit") {
  const Context context = now_in_denmark();
  for (const std::string piece :
       {"a", "10.30 ", "ikke ", "æ", "050505-0000 ", "sendt til forkert ", "1", "og ", "\n"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    const Understanding understood = understand(text, context);
    CHECK(understood.text.size() <= 16 * 1024);
    check_well_formed(understood);
  }
}

TEST_CASE("The same text at the same now gives the same understanding") {
  const Context context = now_in_denmark();
  const std::string text = "I går kl. 10.30 sendte jeg 37 lønsedler til en forkert, har bedt ham slette";
  const Understanding first = understand(text, context), second = understand(text, context);
  REQUIRE(first.entities.size() == second.entities.size());
  for (std::size_t i = 0; i < first.entities.size(); ++i) {
    CHECK(first.entities[i].rule == second.entities[i].rule);
    CHECK(first.entities[i].value == second.entities[i].value);
    CHECK(first.entities[i].start == second.entities[i].start);
  }
  REQUIRE(first.intents.size() == second.intents.size());
  for (std::size_t i = 0; i < first.intents.size(); ++i) CHECK(first.intents[i].rule == second.intents[i].rule);
  CHECK(explain(text, context).rules == explain(text, context).rules);
  CHECK(explain(text, context).learned == explain(text, context).learned);
}

TEST_CASE("Digits of an id never survive masking whatever separates them") {
  static const std::vector<std::string> separators{
      "", "-", " ", ".", "\xC2\xA0", "\xE2\x80\x93", "\xE2\x80\xAF", " - ", "\xE2\x80\x91", "/"};
  static const std::vector<std::string> before{"", "cpr ", "borger nr. 3: ", "(", "id=", "kl. 10 "};
  static const std::vector<std::string> after{"", " er sendt", ")", ", 37 borgere", " og navn", "."};
  std::mt19937 random(31);
  for (int round = 0; round < 3000; ++round) {
    const bool norwegian = random() % 2 == 0;
    const auto two = [&](unsigned low, unsigned high) {
      const unsigned value = low + static_cast<unsigned>(random()) % (high - low + 1);
      return std::string(1, static_cast<char>('0' + value / 10)) + static_cast<char>('0' + value % 10);
    };
    std::string id = two(1, 31) + two(1, 12) + two(0, 99);
    for (int i = 0; i < (norwegian ? 5 : 4); ++i) id += static_cast<char>('0' + random() % 10);
    std::string written;
    const bool wide = random() % 5 == 0;
    const std::string& separator = separators[random() % separators.size()];
    for (std::size_t i = 0; i < id.size(); ++i) {
      if (i == 6) written += separator;
      if (wide)
        append(written, 0xFF10 + static_cast<char32_t>(id[i] - '0'));
      else
        written += id[i];
    }
    const std::string text = before[random() % before.size()] + written + after[random() % after.size()];
    const std::string clean = clean_text(text);
    const std::string masked = mask(clean, find_sensitive(clean));
    INFO(text << " -> " << masked);
    CHECK(digits_of(masked).find(id) == std::string::npos);
    CHECK(digits_of(masked).size() <= 4);  // the other numbers of the sentence stay
    CHECK(masked.find("\xEF\xBC") == std::string::npos);
  }
}

TEST_CASE("Every language has rows for every theme") {
  for (const Language& language : languages()) {
    for (std::size_t theme = 0; theme < kThemes; ++theme) {
      INFO(tag(language.locale) << " theme " << theme);
      CHECK_FALSE(language.themes[theme].empty());
    }
    CHECK(language.numerals.cardinals.size() > 30);
    CHECK(language.numerals.ordinals.size() > 25);
    CHECK(language.marks.size() > 60);
  }
}

TEST_CASE("A row is named by something it matches") {
  std::size_t named = 0, matched = 0;
  for (const Language& language : languages()) {
    for (const Row& row : language.themes[static_cast<std::size_t>(Theme::breach_kind)]) {
      const Tokens tokens{row.name};
      ++named;
      const auto matches = engine().match(tokens, only(language.locale));
      const bool hit = std::any_of(matches.begin(), matches.end(), [&](const Match& m) {
        return m.theme == static_cast<std::uint16_t>(Theme::breach_kind) && m.row->code == row.code;
      });
      if (!hit) UNSCOPED_INFO(tag(language.locale) << ": " << row.name << " does not match " << row.code);
      matched += hit ? 1 : 0;
      CHECK(hit);
    }
  }
  CHECK(named == matched);
}
