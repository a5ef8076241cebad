#include "intents/lang/da/rows.h"

namespace varsel::intents::da {
namespace {

constexpr UnitWord kUnits[] = {
    {"sekund|sekunder|sekundet|sekunders|sek|s", TimeUnit::second},
    {"minut|minutter|minuttet|minutters|minuts|min|m", TimeUnit::minute},
    {"time|timer|timen|timers|times|tim|t|h", TimeUnit::hour},
    {"dag|dage|dagen|dages|dags|døgn|døgns|døgnet|d", TimeUnit::day},
    {"uge|uger|ugen|ugers|uges|u", TimeUnit::week},
    {"måned|måneder|måneden|måneders|måneds|mdr|md|mnd", TimeUnit::month},
    {"kvartal|kvartaler|kvartalet|kvt", TimeUnit::quarter},
    {"år|året|års", TimeUnit::year},
    {"halvtime|halvtimes|halvtimen", TimeUnit::minute, 30},
    {"kvarter|kvarters|kvarteret|kvarterer", TimeUnit::minute, 15},
    {"trekvarter", TimeUnit::minute, 45},
    {"halvår|halvårs", TimeUnit::month, 6},
    {"årti|årtier|tiår", TimeUnit::year, 10},
    {"århundrede|århundreder", TimeUnit::year, 100},
};

constexpr OffsetPhrase kOffsets[] = {
    {"nu|lige nu|netop nu", TimeUnit::second, 0},
    {"dette minut|i dette minut", TimeUnit::minute, 0},
    {"denne time|i denne time", TimeUnit::hour, 0},
    {"i dag|idag", TimeUnit::day, 0},
    {"i går|igår", TimeUnit::day, -1},
    {"i forgårs|iforgårs|forgårs", TimeUnit::day, -2},
    {"i morgen|imorgen", TimeUnit::day, 1},
    {"i overmorgen|iovermorgen|overmorgen", TimeUnit::day, 2},
    {"denne uge|i denne uge", TimeUnit::week, 0},
    {"sidste uge|i sidste uge|forrige uge|sidste u|sid uge", TimeUnit::week, -1},
    {"næste uge|i næste uge|kommende uge|næste u", TimeUnit::week, 1},
    {"denne måned|denne md|i denne måned", TimeUnit::month, 0},
    {"sidste måned|i sidste måned|forrige måned|sidste md|forrige md", TimeUnit::month, -1},
    {"næste måned|i næste måned|næste md|kommende måned", TimeUnit::month, 1},
    {"dette kvartal|dette kvt", TimeUnit::quarter, 0},
    {"sidste kvartal|forrige kvartal|sidste kvt", TimeUnit::quarter, -1},
    {"næste kvartal|næste kvt", TimeUnit::quarter, 1},
    {"i år|dette år", TimeUnit::year, 0},
    {"sidste år|i fjor|forrige år", TimeUnit::year, -1},
    {"næste år|til næste år|kommende år", TimeUnit::year, 1},
    {"forfjor|i forfjor", TimeUnit::year, -2},
};

constexpr std::string_view kAbout =
    "ca|cirka|cirke|omkring|omtrent|rundt|knap|knapt|næsten|godt|godt og vel|cirkaa|sådan|sådan cirka|lidt over|lidt "
    "under|ikke mindre end|mindst|højst|kun|bare|mere end|over|under";

}  // namespace

TimeSpans spans() {
  return {kUnits,
          kOffsets,
          "siden|sidn|tilbage",
          "for",
          "om|indenfor",
          "fra nu|fra nu af|herfra|senere",
          kAbout,
          "hele|mere|flere|ekstra|tid|yderligere|fulde"};
}

}  // namespace varsel::intents::da
