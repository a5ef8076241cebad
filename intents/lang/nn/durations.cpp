#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

constexpr UnitWord kUnits[] = {
    {"sekund|sekunder|sekundet|sekundar|sek|s", TimeUnit::second},
    {"minutt|minuttar|minutta|minuttet|minutts|min|minutter|m", TimeUnit::minute},
    {"time|timar|timen|timars|times|timer|tim|t|h", TimeUnit::hour},
    {"dag|dagar|dagen|dagars|dags|døgn|døgnet|døgns|dager|d", TimeUnit::day},
    {"veke|veker|veka|vekers|vekes|vike|vikor|uke|uker|v", TimeUnit::week},
    {"månad|månader|månaden|månadar|månads|mnd|md|mndr|mdr", TimeUnit::month},
    {"kvartal|kvartala|kvartalet|kv", TimeUnit::quarter},
    {"år|året|års", TimeUnit::year},
    {"halvtime|halvtimes|halvtimen", TimeUnit::minute, 30},
    {"kvarter|kvarters|kvarteret|kvart", TimeUnit::minute, 15},
    {"trekvarter", TimeUnit::minute, 45},
    {"halvår|halvårs", TimeUnit::month, 6},
    {"tiår", TimeUnit::year, 10},
    {"hundreår", TimeUnit::year, 100},
};

constexpr OffsetPhrase kOffsets[] = {
    {"no|akkurat no|nett no|nå", TimeUnit::second, 0},
    {"dette minuttet", TimeUnit::minute, 0},
    {"denne timen|denne time", TimeUnit::hour, 0},
    {"i dag|idag", TimeUnit::day, 0},
    {"i går|igår", TimeUnit::day, -1},
    {"i førgår|i forgårs|førgår|i førre går|iførgår", TimeUnit::day, -2},
    {"i morgon|imorgon|i morgo", TimeUnit::day, 1},
    {"i overmorgon|overmorgon", TimeUnit::day, 2},
    {"denne veka|denne veke", TimeUnit::week, 0},
    {"førre veke|forrige veke|sist veke|siste veke|førre veka", TimeUnit::week, -1},
    {"neste veke|neste veka", TimeUnit::week, 1},
    {"denne månaden|denne md|denne månad", TimeUnit::month, 0},
    {"førre månad|forrige månad|sist månad|siste månad|førre md|forrige md", TimeUnit::month, -1},
    {"neste månad|neste md", TimeUnit::month, 1},
    {"dette kvartalet", TimeUnit::quarter, 0},
    {"førre kvartal|forrige kvartal", TimeUnit::quarter, -1},
    {"neste kvartal", TimeUnit::quarter, 1},
    {"i år|dette året", TimeUnit::year, 0},
    {"i fjor|førre år|sist år", TimeUnit::year, -1},
    {"neste år|til neste år", TimeUnit::year, 1},
    {"i forfjor", TimeUnit::year, -2},
};

constexpr std::string_view kAbout =
    "ca|cirka|kring|omkring|omtrent|om lag|omlag|rundt|knapt|nesten|godt|drygt|berre|minst|over|under|meir enn";

}  // namespace

TimeSpans spans() {
  return {kUnits,
          kOffsets,
          "sidan|sia|siden|attende",
          "for",
          "om|innan",
          "frå no|frå no av|seinare",
          kAbout,
          "heile|meir|fleire|ekstra|tid|til"};
}

}  // namespace varsel::intents::nn
