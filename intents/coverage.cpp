// Language by theme: every language is listed for every theme. A gap would be a bare {} with the reason beside it.
#include <stdexcept>

#include "intents/lang/da/rows.h"
#include "intents/lang/en/rows.h"
#include "intents/lang/nb/rows.h"
#include "intents/lang/nn/rows.h"
#include "intents/lang/sv/rows.h"
#include "intents/themes.h"

namespace varsel::intents {
namespace {

// Rows of Bokmål and Nynorsk are looked at together (as are the Danish ones): a language lists only what it has for
// itself, and a word that all three share stands once, in the language that is read first.
#define VARSEL_LANGUAGE(tag)                                                                                         \
  Language {                                                                                                         \
    Tongue::tag, {tag::intent_rows(),    tag::breach_rows(),        tag::category_rows(),    tag::subject_rows(),    \
                  tag::recipient_rows(), tag::measure_rows(),       tag::contained_rows(),   tag::encrypted_rows(),  \
                  tag::certainty_rows(), tag::ongoing_rows(),       tag::consequence_rows(), tag::discoverer_rows(), \
                  tag::nature_rows(),    tag::others_rows(),        tag::topic_rows(),       tag::language_rows(),   \
                  tag::negation_rows(),  tag::moment_rows(),        tag::moment_role_rows(), tag::quantity_rows(),   \
                  tag::counted_rows(),   tag::count_unknown_rows(), tag::single_rows(),      tag::field_rows()},     \
        tag::sets(), tag::numerals(), tag::spans(), tag::marks()                                                     \
  }

const std::array<Language, kTongues.size()>& all() {
  static const std::array<Language, kTongues.size()> languages{
      VARSEL_LANGUAGE(da), VARSEL_LANGUAGE(nb), VARSEL_LANGUAGE(nn), VARSEL_LANGUAGE(en), VARSEL_LANGUAGE(sv)};
  return languages;
}

}  // namespace

std::span<const Language, kTongues.size()> languages() {
  return all();
}

const Language& language(Tongue tongue) {
  for (const Language& language : all())
    if (language.locale == tongue) return language;
  throw std::logic_error("a tongue without a language");
}

const Engine& engine() {
  static const Engine prepared = [] {
    std::vector<RowTable> tables;
    std::vector<WordSet> sets;
    for (const Language& language : all()) {
      for (std::size_t theme = 0; theme < kThemes; ++theme)
        tables.push_back({language.locale, static_cast<std::uint16_t>(theme), language.themes[theme]});
      sets.insert(sets.end(), language.sets.begin(), language.sets.end());
    }
    return Engine(tables, sets);
  }();
  return prepared;
}

}  // namespace varsel::intents
