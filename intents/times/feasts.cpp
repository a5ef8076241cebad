// Feasts and other days that are known by name. The rules are those of the calendars themselves:
// Easter by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8) and by the Julian one for the Orthodox
// churches; the public holidays of Denmark, Norway, Sweden and the United Kingdom as their laws place them.
#include <algorithm>
#include <array>

#include "intents/times/calendar.h"
#include "intents/times/lunar.h"

namespace varsel::intents::times {
namespace {

using std::chrono::days;

enum class Rule : std::uint8_t {
  fixed,            // a: month, b: day
  easter,           // a: days after Easter Sunday
  orthodox_easter,  // a: days after the Orthodox one
  weekday,          // a: month, b: weekday, c: which (negative from the end)
  weekday_from,     // the first weekday c at or after month a, day b
  advent,           // a: days after the fourth Sunday of Advent
  hebrew,           // a: month, b: day (lunar.h)
  islamic,
  chinese,
};

struct Feast {
  std::string_view name;
  Rule rule;
  int a = 0;
  int b = 0;
  int c = 0;
  int length = 1;  // days
};

constexpr std::array kFeasts = {
    Feast{"new_year", Rule::fixed, 1, 1},
    Feast{"new_years_eve", Rule::fixed, 12, 31},
    Feast{"epiphany", Rule::fixed, 1, 6},
    Feast{"epiphany_eve", Rule::fixed, 1, 5},
    Feast{"saint_knut", Rule::fixed, 1, 13},
    Feast{"sami_day", Rule::fixed, 2, 6},
    Feast{"valentine", Rule::fixed, 2, 14},
    Feast{"leap_day", Rule::fixed, 2, 29},
    Feast{"womens_day", Rule::fixed, 3, 8},
    Feast{"saint_patrick", Rule::fixed, 3, 17},
    Feast{"april_fools", Rule::fixed, 4, 1},
    Feast{"saint_george", Rule::fixed, 4, 23},
    Feast{"walpurgis", Rule::fixed, 4, 30},
    Feast{"labour_day", Rule::fixed, 5, 1},
    Feast{"liberation_no", Rule::fixed, 5, 8},
    Feast{"liberation_dk", Rule::fixed, 5, 5},
    Feast{"constitution_no", Rule::fixed, 5, 17},
    Feast{"constitution_dk", Rule::fixed, 6, 5},
    Feast{"national_se", Rule::fixed, 6, 6},
    Feast{"midsummer_eve_dk", Rule::fixed, 6, 23},
    Feast{"midsummer_day_dk", Rule::fixed, 6, 24},
    Feast{"midsummer_eve_se", Rule::weekday_from, 6, 19, 5},
    Feast{"midsummer_day_se", Rule::weekday_from, 6, 20, 6},
    Feast{"independence_us", Rule::fixed, 7, 4},
    Feast{"saint_olav", Rule::fixed, 7, 29},
    Feast{"united_nations", Rule::fixed, 10, 24},
    Feast{"halloween", Rule::fixed, 10, 31},
    Feast{"all_saints", Rule::fixed, 11, 1},
    Feast{"all_saints_se", Rule::weekday_from, 10, 31, 6},
    Feast{"all_souls", Rule::fixed, 11, 2},
    Feast{"guy_fawkes", Rule::fixed, 11, 5},
    Feast{"saint_martin_eve", Rule::fixed, 11, 10},
    Feast{"remembrance", Rule::fixed, 11, 11},
    Feast{"saint_lucy", Rule::fixed, 12, 13},
    Feast{"little_christmas_eve", Rule::fixed, 12, 23},
    Feast{"christmas_eve", Rule::fixed, 12, 24},
    Feast{"christmas", Rule::fixed, 12, 25},
    Feast{"boxing_day", Rule::fixed, 12, 26},
    // The days between the years are counted from Christmas Eve up to New Year's Eve.
    Feast{"romjul", Rule::fixed, 12, 24, 0, 7},
    Feast{"christmas_days", Rule::fixed, 12, 24, 0, 3},
    Feast{"shrovetide_sunday", Rule::easter, -49},
    Feast{"shrove_monday", Rule::easter, -48},
    Feast{"shrove_tuesday", Rule::easter, -47},
    Feast{"ash_wednesday", Rule::easter, -46},
    Feast{"mothering_sunday", Rule::easter, -21},
    Feast{"palm_sunday", Rule::easter, -7},
    Feast{"holy_wednesday", Rule::easter, -4},
    Feast{"maundy_thursday", Rule::easter, -3},
    Feast{"good_friday", Rule::easter, -2},
    Feast{"easter_eve", Rule::easter, -1},
    Feast{"easter", Rule::easter, 0},
    Feast{"easter_monday", Rule::easter, 1},
    Feast{"easter_days", Rule::easter, -3, 0, 0, 5},
    Feast{"easter_week", Rule::easter, -7, 0, 0, 9},
    Feast{"great_prayer_day", Rule::easter, 26},
    Feast{"ascension", Rule::easter, 39},
    Feast{"pentecost_eve", Rule::easter, 48},
    Feast{"pentecost", Rule::easter, 49},
    Feast{"whit_monday", Rule::easter, 50},
    Feast{"trinity_sunday", Rule::easter, 56},
    Feast{"corpus_christi", Rule::easter, 60},
    Feast{"lent", Rule::easter, -46, 0, 0, 47},
    Feast{"orthodox_clean_monday", Rule::orthodox_easter, -48},
    Feast{"lazarus_saturday", Rule::orthodox_easter, -8},
    Feast{"orthodox_palm_sunday", Rule::orthodox_easter, -7},
    Feast{"orthodox_good_friday", Rule::orthodox_easter, -2},
    Feast{"orthodox_holy_saturday", Rule::orthodox_easter, -1},
    Feast{"orthodox_easter", Rule::orthodox_easter, 0},
    Feast{"orthodox_easter_monday", Rule::orthodox_easter, 1},
    Feast{"mothers_day_dk", Rule::weekday, 5, 7, 2},
    Feast{"mothers_day_no", Rule::weekday, 2, 7, 2},
    Feast{"mothers_day_se", Rule::weekday, 5, 7, -1},
    Feast{"fathers_day_dk", Rule::fixed, 6, 5},
    Feast{"fathers_day_nordic", Rule::weekday, 11, 7, 2},
    Feast{"fathers_day_en", Rule::weekday, 6, 7, 3},
    Feast{"advent_1", Rule::advent, -21},
    Feast{"advent_2", Rule::advent, -14},
    Feast{"advent_3", Rule::advent, -7},
    Feast{"advent_4", Rule::advent, 0},
    Feast{"early_may_bank_holiday", Rule::weekday, 5, 1, 1},
    Feast{"spring_bank_holiday", Rule::weekday, 5, 1, -1},
    Feast{"summer_bank_holiday", Rule::weekday, 8, 1, -1},
    Feast{"thanksgiving", Rule::weekday, 11, 4, 4},
    Feast{"black_friday", Rule::weekday_from, 11, 23, 5},
    Feast{"cyber_monday", Rule::weekday_from, 11, 26, 1},
    Feast{"martin_luther_king", Rule::weekday, 1, 1, 3},
    Feast{"presidents_day", Rule::weekday, 2, 1, 3},
    Feast{"memorial_day", Rule::weekday, 5, 1, -1},
    Feast{"labor_day_us", Rule::weekday, 9, 1, 1},
    Feast{"columbus_day", Rule::weekday, 10, 1, 2},
    Feast{"veterans_day", Rule::fixed, 11, 11},
    Feast{"earth_day", Rule::fixed, 4, 22},
    Feast{"kings_day_nl", Rule::fixed, 4, 27},
    Feast{"rosh_hashanah", Rule::hebrew, 1, 0, 0, 3},
    Feast{"yom_kippur", Rule::hebrew, 1, 9},
    Feast{"sukkot", Rule::hebrew, 1, 14, 0, 9},
    Feast{"shemini_atzeret", Rule::hebrew, 1, 21},
    Feast{"simchat_torah", Rule::hebrew, 1, 22},
    Feast{"hanukkah", Rule::hebrew, 3, 24, 0, 8},
    Feast{"tu_bishvat", Rule::hebrew, 5, 14},
    Feast{"purim", Rule::hebrew, 7, 13},
    Feast{"passover", Rule::hebrew, 8, 14, 0, 9},
    Feast{"yom_hashoah", Rule::hebrew, 8, 26},
    Feast{"yom_haatzmaut", Rule::hebrew, 9, 3},
    Feast{"lag_baomer", Rule::hebrew, 9, 17},
    Feast{"shavuot", Rule::hebrew, 10, 5, 0, 3},
    Feast{"tisha_bav", Rule::hebrew, 12, 8},
    Feast{"islamic_new_year", Rule::islamic, 1, 1},
    Feast{"ashura", Rule::islamic, 1, 10},
    Feast{"mawlid", Rule::islamic, 3, 12},
    Feast{"isra_miraj", Rule::islamic, 7, 27},
    Feast{"ramadan", Rule::islamic, 9, 1, 0, 30},
    Feast{"laylat_al_qadr", Rule::islamic, 9, 27},
    Feast{"eid_al_fitr", Rule::islamic, 10, 1},
    Feast{"eid_al_adha", Rule::islamic, 12, 10},
    Feast{"chinese_new_year", Rule::chinese, 1, 1},
    // School holidays that whole countries take in the same week.
    Feast{"autumn_holiday_dk", Rule::weekday_from, 10, 12, 1, 7},
};

LocalTime easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return midnight(CivilDate{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(n / 31)),
                            std::chrono::day(static_cast<unsigned>(n % 31 + 1))});
}

LocalTime orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  // The Julian date; the calendars are 13 days apart from 1900 to 2099, which are the years that matter.
  return midnight(CivilDate{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(n / 31)),
                            std::chrono::day(static_cast<unsigned>(n % 31 + 1))}) +
         days(13);
}

}  // namespace

std::optional<int> feast_index(std::string_view name) {
  const auto it = std::ranges::find(kFeasts, name, &Feast::name);
  return it == kFeasts.end() ? std::nullopt : std::optional(static_cast<int>(it - kFeasts.begin()));
}

std::optional<Span> feast(int index, int year) {
  if (year < kFirstYear || year >= kLastYear) return std::nullopt;
  const Feast& feast = kFeasts[static_cast<std::size_t>(index)];
  LocalTime from;
  switch (feast.rule) {
    case Rule::fixed: {
      const auto date = civil(year, feast.a, feast.b);
      if (!date) return std::nullopt;  // 29 February
      from = midnight(*date);
      break;
    }
    case Rule::easter:
      from = easter(year) + days(feast.a);
      break;
    case Rule::orthodox_easter:
      from = orthodox_easter(year) + days(feast.a);
      break;
    case Rule::weekday:
      from = nth_weekday(year, feast.a, feast.b, feast.c);
      break;
    case Rule::weekday_from: {
      const LocalTime earliest = midnight(*civil(year, feast.a, feast.b));
      from = earliest + days((feast.c - weekday_of(earliest) + 7) % 7);
      break;
    }
    case Rule::hebrew:
    case Rule::islamic:
    case Rule::chinese: {
      const Moon moon = feast.rule == Rule::hebrew    ? Moon::hebrew
                        : feast.rule == Rule::islamic ? Moon::islamic
                                                      : Moon::chinese;
      const auto day = moon_day(moon, year, feast.a, feast.b);
      if (!day) return std::nullopt;
      from = *day;
      break;
    }
    case Rule::advent: {
      const LocalTime eve = midnight(*civil(year, 12, 24));
      from = eve - days(weekday_of(eve) % 7) + days(feast.a);
      break;
    }
  }
  return Span{from, from + days(feast.length), Grain::day, feast.length > 1};
}

}  // namespace varsel::intents::times
