#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

constexpr UnitWord kUnits[] = {
    {"second|seconds|sec|secs|s", TimeUnit::second},  {"minute|minutes|min|mins|minuts|m", TimeUnit::minute},
    {"hour|hours|hr|hrs|h", TimeUnit::hour},          {"day|days|d", TimeUnit::day},
    {"week|weeks|wk|wks|w", TimeUnit::week},          {"month|months|mo|mos|mth|mths|mon", TimeUnit::month},
    {"quarter|quarters|qtr|qtrs", TimeUnit::quarter}, {"year|years|yr|yrs|y", TimeUnit::year},
    {"fortnight|fortnights", TimeUnit::week, 2},      {"decade|decades", TimeUnit::year, 10},
    {"century|centuries", TimeUnit::year, 100},
};

constexpr OffsetPhrase kOffsets[] = {
    {"now|right now|just now", TimeUnit::second, 0},
    {"this minute", TimeUnit::minute, 0},
    {"this hour", TimeUnit::hour, 0},
    {"today", TimeUnit::day, 0},
    {"yesterday", TimeUnit::day, -1},
    {"day before yesterday|the day before yesterday", TimeUnit::day, -2},
    {"tomorrow", TimeUnit::day, 1},
    {"day after tomorrow|the day after tomorrow|overmorrow", TimeUnit::day, 2},
    {"this week|this wk", TimeUnit::week, 0},
    {"last week|last wk|previous week", TimeUnit::week, -1},
    {"next week|next wk", TimeUnit::week, 1},
    {"this month|this mo", TimeUnit::month, 0},
    {"last month|last mo|previous month", TimeUnit::month, -1},
    {"next month|next mo", TimeUnit::month, 1},
    {"this quarter|this qtr", TimeUnit::quarter, 0},
    {"last quarter|last qtr|previous quarter", TimeUnit::quarter, -1},
    {"next quarter|next qtr", TimeUnit::quarter, 1},
    {"this year|this yr", TimeUnit::year, 0},
    {"last year|last yr|previous year", TimeUnit::year, -1},
    {"next year|next yr", TimeUnit::year, 1},
};

constexpr std::string_view kAbout =
    "about|around|approximately|approx|roughly|some|circa|nearly|almost|over|under|exactly|just|maybe|only|at least|at "
    "most|more than|less than|just over|just under";

}  // namespace

TimeSpans spans() {
  return {kUnits,
          kOffsets,
          "ago|back|earlier",
          "",
          "in|within",
          "from now|hence|later|from today",
          kAbout,
          "more|full|whole|extra|further|additional|time"};
}

}  // namespace varsel::intents::en
