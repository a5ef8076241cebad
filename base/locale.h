// The languages Varsel speaks. Every one is first-class.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace varsel {

enum class Locale : std::uint8_t { da = 1, nb = 2, nn = 3, en = 4 };  // frozen: stored on disk
inline constexpr std::array kLocales{Locale::da, Locale::nb, Locale::nn, Locale::en};

constexpr std::string_view tag(Locale locale) {
  switch (locale) {
    case Locale::da:
      return "da";
    case Locale::nb:
      return "nb";
    case Locale::nn:
      return "nn";
    case Locale::en:
      return "en";
  }
  return "en";
}

// Accepts BCP 47 tags as channels send them: "da", "da-DK", "nb-NO", "no", "nn-NO", "en-GB".
constexpr std::optional<Locale> locale_from_tag(std::string_view text) {
  const auto primary = text.substr(0, text.find_first_of("-_"));
  if (primary == "no") return Locale::nb;
  for (const Locale locale : kLocales)
    if (tag(locale) == primary) return locale;
  return std::nullopt;
}

}  // namespace varsel
