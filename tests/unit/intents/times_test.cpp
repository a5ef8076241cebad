#include "intents/times.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "intents/themes.h"
#include "intents/times/calendar.h"
#include "intents/times/lexicon.h"
#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::intents;

namespace {

Context context_in(Tongue tongue) {
  Context context;
  context.tongue = tongue;
  context.locale = locale_of(tongue).value_or(Locale::nb);
  context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
  context.zone = Zone::find("Europe/Copenhagen").value();
  return context;
}

std::string shown(const std::optional<When>& when) {
  if (!when) return "nothing";
  return (when->approx ? "~" : "") + iso(when->from).substr(0, 16) + "/" + iso(when->to).substr(0, 16);
}
std::optional<When> reported(const std::string& phrase, const Context& context) {
  const auto read = read_time(phrase, context);
  return read ? std::optional(read->reported) : std::nullopt;
}

struct Names {
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> weekdays;
  std::string_view before_day;  // "den "
};
const std::map<Tongue, Names>& names() {
  static const std::map<Tongue, Names> all{
      {Tongue::da,
       {{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
         "december"},
        {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"},
        "den "}},
      {Tongue::nb,
       {{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
         "desember"},
        {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"},
        ""}},
      {Tongue::nn,
       {{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
         "desember"},
        {"måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"},
        ""}},
      {Tongue::en,
       {{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"},
        {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
        "the "}},
      {Tongue::sv,
       {{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
         "december"},
        {"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
        "den "}}};
  return all;
}

std::string two(unsigned value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}
std::string_view ending(unsigned day) {
  if (day % 10 == 1 && day != 11) return "st";
  if (day % 10 == 2 && day != 12) return "nd";
  return day % 10 == 3 && day != 13 ? "rd" : "th";
}

// Every way in which a day is written in the language; with its year, and without.
std::pair<std::vector<std::string>, std::vector<std::string>> written(CivilDate date, Tongue tongue) {
  const Names& name = names().at(tongue);
  const unsigned d = static_cast<unsigned>(date.day()), m = static_cast<unsigned>(date.month());
  const std::string year = std::to_string(static_cast<int>(date.year())), day = std::to_string(d),
                    month(name.months[m - 1]), number = std::to_string(m);
  const auto index = std::chrono::weekday{std::chrono::local_days{date}}.iso_encoding() - 1;
  const std::string weekday(name.weekdays[index]);
  std::vector<std::string> with{year + "-" + two(m) + "-" + two(d),
                                year + "." + two(m) + "." + two(d),
                                day + "." + number + "." + year,
                                two(d) + "." + two(m) + "." + year,
                                two(d) + "." + two(m) + "." + year.substr(2),
                                day + "/" + number + "/" + year,
                                day + "/" + number + "-" + year.substr(2),
                                two(d) + "-" + two(m) + "-" + year,
                                two(d) + " " + two(m) + " " + year};
  std::vector<std::string> without{day + "/" + number};
  if (tongue == Tongue::en) {
    const std::string nth = day + std::string(ending(d));
    for (const std::string& text :
         {day + " " + month, nth + " " + month, month + " " + nth, month + " " + day, "the " + nth + " of " + month,
          weekday + " " + day + " " + month, weekday + ", " + month + " " + nth}) {
      without.push_back(text);
      with.push_back(text + " " + year);
      with.push_back(text + ", " + year);
    }
  } else {
    const std::string before(name.before_day);
    const std::string nth = tongue == Tongue::sv ? day : day + ".";
    for (const std::string& text : {nth + " " + month, before + nth + " " + month, day + " " + month.substr(0, 3),
                                    weekday + " " + before + nth + " " + month, weekday + ", " + nth + " " + month}) {
      without.push_back(text);
      with.push_back(text + " " + year);
    }
  }
  return {with, without};
}

std::string upper(std::string text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xC3 && i + 1 < text.size()) {
      out += text[i];
      const auto next = static_cast<unsigned char>(text[++i]);
      out += static_cast<char>(next >= 0xA0 && next != 0xB7 ? next - 0x20 : next);
    } else {
      out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : text[i];
    }
  }
  return out;
}
std::string replaced(std::string text, const std::vector<std::pair<std::string, std::string>>& letters) {
  for (const auto& [from, to] : letters)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

// The phrases of intents/lang/<language>/corpus/times.tsv.
std::vector<std::string> phrases(Tongue tongue) {
  std::vector<std::string> out;
  std::ifstream in(std::filesystem::path(VARSEL_SOURCE_DIR) / "intents/lang" / tag(tongue) / "corpus/times.tsv");
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') out.push_back(line.substr(0, line.find('\t')));
  return out;
}

}  // namespace

TEST_CASE("Every day of a year is read in every written form of every language") {
  for (const Tongue tongue : kTongues) {
    const Context context = context_in(tongue);
    for (int back = 0; back < 365; ++back) {
      const CivilDate date{std::chrono::local_days{CivilDate{std::chrono::year(2025) / 11 / 19}} -
                           std::chrono::days(back)};
      const std::string day =
          iso(midnight(date)).substr(0, 16) + "/" + iso(midnight(date) + std::chrono::days(1)).substr(0, 16);
      const auto [with, without] = written(date, tongue);
      std::string wrong;
      for (const auto& form : with)
        if (shown(reported(form, context)) != day) wrong += form + " is " + shown(reported(form, context)) + "; ";
      for (const auto& form : without)
        if (shown(reported(form, context)) != day) wrong += form + " is " + shown(reported(form, context)) + "; ";
      INFO(tag(tongue) << " " << iso(date));
      REQUIRE(wrong == "");
    }
  }
}

TEST_CASE("Every minute of a day is read as a clock") {
  for (const Tongue tongue : kTongues) {
    const Context context = context_in(tongue);
    const std::string yesterday = tongue == Tongue::en ? "yesterday at " : "i går kl. ";
    for (unsigned minute = 0; minute < 24 * 60; ++minute) {
      const std::string day = "2025-11-18T" + two(minute / 60) + ":" + two(minute % 60);
      for (const char mark : {':', '.'}) {
        const std::string phrase = yesterday + two(minute / 60) + mark + two(minute % 60);
        const auto when = reported(phrase, context);
        INFO(tag(tongue) << " " << phrase << " is " << shown(when));
        REQUIRE(when);
        const std::string from = iso(when->from).substr(0, 16);
        // "Yesterday at 2.30" in English may be the afternoon; two digits are the hour of the day.
        REQUIRE((from == day || (tongue == Tongue::en && minute >= 12 * 60 && minute < 13 * 60 &&
                                 from.substr(0, 11) == day.substr(0, 11))));
      }
    }
  }
}

TEST_CASE("Capitals and missing diacritics do not change the reading of a time") {
  static const std::vector<std::pair<std::string, std::string>> plain{{"å", "a"}, {"ø", "o"}, {"æ", "ae"},
                                                                      {"ä", "a"}, {"ö", "o"}, {"é", "e"}};
  static const std::vector<std::pair<std::string, std::string>> spelled{{"å", "aa"}, {"ø", "oe"}, {"æ", "ae"}};
  for (const Tongue tongue : kTongues) {
    const Context context = context_in(tongue);
    for (const std::string& phrase : phrases(tongue)) {
      INFO(tag(tongue) << " " << phrase);
      const std::string as_written = shown(reported(phrase, context));
      CHECK(shown(reported(upper(phrase), context)) == as_written);
      CHECK(shown(reported(replaced(phrase, plain), context)) == as_written);
      CHECK(shown(reported(replaced(phrase, spelled), context)) == as_written);
    }
  }
}

TEST_CASE("Any salad of time words is read without harm and in bounded time") {
  std::vector<std::string> words{"1", "2", "10", "30", "31", "99", "2025", "1930",         "0830", "10.30", "3/11", "-",
                                 "–", ",", ".",  ":",  "(",  "@",  "h",    "999999999999", "tre",  "two",   "half"};
  for (const Language& language : languages())
    for (const Row& row : language.themes[static_cast<std::size_t>(Theme::moment)]) words.emplace_back(row.name);
  std::mt19937 random(46);
  for (int round = 0; round < 6000; ++round) {
    std::string text;
    const std::size_t size = 1 + random() % (round % 100 == 0 ? 400 : 12);
    for (std::size_t i = 0; i < size; ++i) {
      text += words[random() % words.size()];
      if (random() % 5 != 0) text += ' ';
    }
    Context context = context_in(kTongues[random() % kTongues.size()]);
    INFO(text);
    if (const auto read = read_time(text, context)) {
      REQUIRE(read->reported.from < read->reported.to);
      REQUIRE(times::year_of(read->reported.from) >= times::kFirstYear);
      REQUIRE(times::year_of(read->reported.to) <= times::kLastYear);
      REQUIRE(read->calendar.start <= read->calendar.end);
    }
    for (const Entity& entity : understand(text, context).entities)
      if (const auto* when = std::get_if<When>(&entity.value)) REQUIRE(when->from < when->to);
  }
}

TEST_CASE("Every row of time words has a code that can be read") {
  std::size_t rows = 0;
  for (const Language& language : languages())
    for (const Row& row : language.themes[static_cast<std::size_t>(Theme::moment)]) {
      INFO(tag(language.locale) << " " << row.code);
      CHECK_NOTHROW(times::read_code(row));
      ++rows;
    }
  CHECK(rows > 800);
}

TEST_CASE("What lies ahead is no fact of a breach") {
  static const std::vector<std::pair<Tongue, std::string>> texts{
      {Tongue::da, "Jeg sendte en mail til en forkert. Jeg ringer til ham i morgen kl. 10."},
      {Tongue::nb, "Jeg sendte en e-post til feil person. Vi møtes neste uke."},
      {Tongue::nn, "Eg sende ein e-post til feil person. Me ser på det om to dagar."},
      {Tongue::en, "I sent a mail to the wrong person. We will meet next Tuesday."}};
  for (const auto& [tongue, text] : texts) {
    INFO(text);
    for (const Entity& entity : understand(text, context_in(tongue)).entities)
      CHECK_FALSE(std::holds_alternative<When>(entity.value));
  }
}

TEST_CASE("A date whose weekday is wrong is offered as a question") {
  const auto understood = understand("Mailen blev sendt mandag den 14. november", context_in(Tongue::da));
  bool found = false;
  for (const Entity& entity : understood.entities)
    if (const auto* when = std::get_if<When>(&entity.value)) {
      found = true;
      CHECK(iso(when->from).substr(0, 10) == "2025-11-14");
      CHECK(entity.confidence < 0.5);
    }
  CHECK(found);
}

TEST_CASE("The later passage of the doubled hour is told by its name") {
  const Context context = context_in(Tongue::da);
  CHECK_FALSE(reported("26. oktober kl. 2.30", context)->second_passage);
  CHECK(reported("26. oktober kl. 2.30 vintertid", context)->second_passage);
  CHECK_FALSE(reported("27. oktober kl. 2.30 vintertid", context)->second_passage);
}

TEST_CASE("A calendar takes the time that is or comes next where a report takes the last") {
  const Context context = context_in(Tongue::en);
  const auto read = read_time("Friday", context);
  REQUIRE(read);
  CHECK(iso(read->reported.from).substr(0, 10) == "2025-11-14");
  CHECK(iso(read->calendar.start).substr(0, 10) == "2025-11-21");
  CHECK(read->calendar.grain == "day");
  CHECK(read_time("after 2 pm", context)->calendar.kind == CalendarTime::Kind::after);
  CHECK(read_time("before 11 am", context)->calendar.kind == CalendarTime::Kind::before);
  CHECK(read_time("the last two weeks", context)->calendar.kind == CalendarTime::Kind::interval);
}

TEST_CASE("Feasts fall where the calendars put them") {
  const auto on = [](std::string_view name, int year) {
    return iso(times::feast(*times::feast_index(name), year)->from).substr(0, 10);
  };
  CHECK(on("easter", 2024) == "2024-03-31");
  CHECK(on("easter", 2025) == "2025-04-20");
  CHECK(on("orthodox_easter", 2024) == "2024-05-05");
  CHECK(on("ascension", 2025) == "2025-05-29");
  CHECK(on("great_prayer_day", 2023) == "2023-05-05");
  CHECK(on("whit_monday", 2025) == "2025-06-09");
  CHECK(on("midsummer_eve_se", 2025) == "2025-06-20");
  CHECK(on("all_saints_se", 2025) == "2025-11-01");
  CHECK(on("advent_1", 2025) == "2025-11-30");
  CHECK(on("mothers_day_no", 2025) == "2025-02-09");
  CHECK(on("summer_bank_holiday", 2025) == "2025-08-25");
  CHECK(on("passover", 2024) == "2024-04-22");
  CHECK(on("ramadan", 2025) == "2025-03-01");
  CHECK_FALSE(times::feast(*times::feast_index("leap_day"), 2025));
}
