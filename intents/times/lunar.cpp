// Feasts of calendars that follow the moon, by ICU's calendars. Islamic feasts begin by sighting: the days are those of
// Umm al-Qura since it is astronomical (1420, i.e. 1999), and of the astronomical new moon before.
#include "intents/times/lunar.h"

#include <unicode/calendar.h>
#include <unicode/gregocal.h>

#include <array>
#include <memory>

namespace varsel::intents::times {
namespace {

using std::chrono::days;

constexpr int kUmmAlQura = 1420;

std::unique_ptr<icu::Calendar> make(const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(name), error));
  return U_SUCCESS(error) ? std::move(calendar) : nullptr;
}

// The day on which that year of the calendar has the date.
std::optional<LocalTime> day_of(icu::Calendar& calendar, int year, int month, int day) {
  constexpr double kDay = 86'400'000;  // ms
  UErrorCode error = U_ZERO_ERROR;
  calendar.clear();
  calendar.set(UCAL_EXTENDED_YEAR, year);
  calendar.set(UCAL_MONTH, month - 1);
  calendar.set(UCAL_DATE, day);
  const double at = calendar.getTime(error);
  if (U_FAILURE(error)) return std::nullopt;
  return LocalTime{days(static_cast<int>(at / kDay))};
}

// The first day of the year of ours that bears the date, computed once for the years that anybody speaks of.
class Table {
 public:
  Table() {
    const auto hebrew = make("en@calendar=hebrew"), islamic = make("en@calendar=islamic"),
               umm_al_qura = make("en@calendar=islamic-umalqura"), chinese = make("en@calendar=chinese");
    if (!hebrew || !islamic || !umm_al_qura || !chinese) return;
    for (int year = kFirst; year < kLast; ++year) {
      auto& row = rows_[static_cast<std::size_t>(year - kFirst)];
      for (std::size_t m = 0; m < 12; ++m) {
        const int month = static_cast<int>(m) + 1;
        const int guess = (year - 622) * 33 / 32;
        for (int y = guess - 1; y <= guess + 2 && !row.islamic[m]; ++y)
          keep(row.islamic[m], day_of(y < kUmmAlQura ? *islamic : *umm_al_qura, y, month, 1), year);
      }
      for (std::size_t m = 0; m < 13; ++m)
        for (int y = year + 3760; y <= year + 3761 && !row.hebrew[m]; ++y)
          keep(row.hebrew[m], day_of(*hebrew, y, static_cast<int>(m) + 1, 1), year);
      keep(row.chinese, day_of(*chinese, year + 2637, 1, 1), year);
    }
  }
  [[nodiscard]] std::optional<LocalTime> at(Moon moon, int year, int month, int day) const {
    if (year < kFirst || year >= kLast || month < 1 || month > 13) return std::nullopt;
    const Row& row = rows_[static_cast<std::size_t>(year - kFirst)];
    const auto index = static_cast<std::size_t>(month - 1);
    std::optional<LocalTime> first;
    if (moon == Moon::islamic && index < 12) first = row.islamic[index];
    if (moon == Moon::hebrew) first = row.hebrew[index];
    if (moon == Moon::chinese) first = row.chinese;
    return first ? std::optional(*first + days(day - 1)) : std::nullopt;
  }

 private:
  static constexpr int kFirst = 1940, kLast = 2060;
  static void keep(std::optional<LocalTime>& into, std::optional<LocalTime> day, int year) {
    if (day && year_of(*day) == year) into = day;
  }
  struct Row {
    std::array<std::optional<LocalTime>, 12> islamic;
    std::array<std::optional<LocalTime>, 13> hebrew;  // ICU's months: 1 Tishri .. 7 Adar (II) .. 13 Elul
    std::optional<LocalTime> chinese;
  };
  std::array<Row, kLast - kFirst> rows_{};
};

}  // namespace

std::optional<LocalTime> moon_day(Moon moon, int year, int month, int day) {
  static const Table table;
  return table.at(moon, year, month, day);
}

}  // namespace varsel::intents::times
