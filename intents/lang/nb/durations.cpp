#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

constexpr UnitWord kUnits[] = {
    {"sekund|sekunder|sekundet|sekunders|sek|s", TimeUnit::second},
    {"minutt|minutter|minuttet|minutters|minutts|min|m", TimeUnit::minute},
    {"time|timer|timen|timers|times|tim|t|h", TimeUnit::hour},
    {"dag|dager|dagen|dagers|dags|døgn|døgns|døgnet|d", TimeUnit::day},
    {"uke|uker|uka|uken|ukers|ukes|u", TimeUnit::week},
    {"måned|måneder|måneden|måneders|måneds|mnd|md|mndr|mdr", TimeUnit::month},
    {"kvartal|kvartaler|kvartalet|kv", TimeUnit::quarter},
    {"år|året|års", TimeUnit::year},
    {"halvtime|halvtimes|halvtimen", TimeUnit::minute, 30},
    {"kvarter|kvarters|kvarteret|kvart", TimeUnit::minute, 15},
    {"trekvarter", TimeUnit::minute, 45},
    {"halvår|halvårs", TimeUnit::month, 6},
    {"tiår|årti", TimeUnit::year, 10},
    {"århundre|århundrer", TimeUnit::year, 100},
};

constexpr OffsetPhrase kOffsets[] = {
    {"nå|akkurat nå|nettopp", TimeUnit::second, 0},
    {"dette minuttet|dette minutt", TimeUnit::minute, 0},
    {"denne timen|denne time", TimeUnit::hour, 0},
    {"i dag|idag", TimeUnit::day, 0},
    {"i går|igår", TimeUnit::day, -1},
    {"i forgårs|iforgårs|forgårs|forrigårs", TimeUnit::day, -2},
    {"i morgen|imorgen|i morra", TimeUnit::day, 1},
    {"i overmorgen|iovermorgen|overmorgen", TimeUnit::day, 2},
    {"denne uken|denne uka|denne uke", TimeUnit::week, 0},
    {"forrige uke|sist uke|siste uke|i forrige uke|forrige uka", TimeUnit::week, -1},
    {"neste uke|i neste uke", TimeUnit::week, 1},
    {"denne måneden|denne md|denne måned|denne mnd", TimeUnit::month, 0},
    {"forrige måned|sist måned|siste måned|forrige md|i forrige måned|forrige mnd", TimeUnit::month, -1},
    {"neste måned|neste md|i neste måned|neste mnd", TimeUnit::month, 1},
    {"dette kvartalet|dette kvartal|dette kv", TimeUnit::quarter, 0},
    {"forrige kvartal|siste kvartal|forrige kv", TimeUnit::quarter, -1},
    {"neste kvartal|neste kv", TimeUnit::quarter, 1},
    {"i år|dette året|dette år", TimeUnit::year, 0},
    {"i fjor|forrige år|sist år|siste år", TimeUnit::year, -1},
    {"neste år|til neste år", TimeUnit::year, 1},
    {"forfjor|i forfjor", TimeUnit::year, -2},
};

constexpr std::string_view kAbout =
    "ca|cirka|omkring|omtrent|rundt|knapt|nesten|godt|drøyt|drøye|sånn|sånn cirka|litt over|litt "
    "under|minst|høyst|bare|kun|mer enn|over|under|anslagsvis";

}  // namespace

TimeSpans spans() {
  return {kUnits,
          kOffsets,
          "siden|sia|sida|tilbake",
          "for",
          "om|innen",
          "fra nå|fra nå av|senere",
          kAbout,
          "hele|mer|flere|ekstra|tid|til"};
}

}  // namespace varsel::intents::nb
