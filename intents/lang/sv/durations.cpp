#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

constexpr UnitWord kUnits[] = {
    {"sekund|sekunder|sekunden|sekunderna|sekunders|sek|s", TimeUnit::second},
    {"minut|minuter|minuten|minuterna|minuters|minuts|min|m", TimeUnit::minute},
    {"timme|timmar|timmen|timmarna|timma|timmars|tim|h|t", TimeUnit::hour},
    {"dag|dagar|dagen|dagarna|dagars|dags|dygn|dygnet|dygns|dgr|d", TimeUnit::day},
    {"vecka|veckor|veckan|veckorna|veckors|v", TimeUnit::week},
    {"månad|månader|månaden|månaderna|månaders|mån|manad|manader", TimeUnit::month},
    {"kvartal|kvartalet|kv", TimeUnit::quarter},
    {"år|året|åren|års|ar", TimeUnit::year},
    {"halvtimme|halvtimma|halvtimmen", TimeUnit::minute, 30},
    {"kvart|kvartar|kvarts", TimeUnit::minute, 15},
    {"trekvart", TimeUnit::minute, 45},
    {"halvår|halvårs", TimeUnit::month, 6},
    {"årtionde|årtionden|decennium", TimeUnit::year, 10},
    {"århundrade|sekel", TimeUnit::year, 100},
};

constexpr OffsetPhrase kOffsets[] = {
    {"nu|just nu", TimeUnit::second, 0},
    {"denna minut|den här minuten", TimeUnit::minute, 0},
    {"denna timme|den här timmen", TimeUnit::hour, 0},
    {"i dag|idag", TimeUnit::day, 0},
    {"i går|igår", TimeUnit::day, -1},
    {"förrgår|i förrgår|iförrgår", TimeUnit::day, -2},
    {"i morgon|imorgon", TimeUnit::day, 1},
    {"övermorgon|i övermorgon|iövermorgon", TimeUnit::day, 2},
    {"denna vecka|den här veckan|denna v", TimeUnit::week, 0},
    {"förra veckan|föregående vecka|förra v", TimeUnit::week, -1},
    {"nästa vecka|nästa v", TimeUnit::week, 1},
    {"denna månad|den här månaden|denna mån", TimeUnit::month, 0},
    {"förra månaden|föregående månad|förra mån", TimeUnit::month, -1},
    {"nästa månad|nästa mån", TimeUnit::month, 1},
    {"detta kvartal|detta kv", TimeUnit::quarter, 0},
    {"förra kvartalet|förra kv", TimeUnit::quarter, -1},
    {"nästa kvartal|nästa kv", TimeUnit::quarter, 1},
    {"i år|detta år|iår", TimeUnit::year, 0},
    {"förra året|i fjol|ifjol", TimeUnit::year, -1},
    {"nästa år", TimeUnit::year, 1},
    {"i förfjol|förrförra året", TimeUnit::year, -2},
};

constexpr std::string_view kAbout =
    "ca|cirka|omkring|ungefär|runt|kring|knappt|nästan|drygt|gott och väl|bara|minst|högst|över|under|mer än";

}  // namespace

TimeSpans spans() {
  return {kUnits,
          kOffsets,
          "sedan|sen|tillbaka",
          "för|for",
          "om|inom",
          "från nu|senare",
          kAbout,
          "hela|fler|mer|extra|till|tid|ytterligare"};
}

}  // namespace varsel::intents::sv
