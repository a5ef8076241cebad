// The languages that Varsel understands: those of the conversation (base/locale.h), and Swedish, which people write to
// it and in which it does not answer. Locale is what a conversation is held in; Tongue is what a text is written in.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/locale.h"

namespace varsel::intents {

// The first four have the numbers of their Locale.
enum class Tongue : std::uint8_t { da = 1, nb = 2, nn = 3, en = 4, sv = 5 };
inline constexpr std::array kTongues{Tongue::da, Tongue::nb, Tongue::nn, Tongue::en, Tongue::sv};

constexpr Tongue tongue_of(Locale locale) {
  return static_cast<Tongue>(locale);
}
// The conversation's language for a text in this one, or nothing: then the conversation goes on in its own.
constexpr std::optional<Locale> locale_of(Tongue tongue) {
  if (tongue == Tongue::sv) return std::nullopt;
  return static_cast<Locale>(tongue);
}
constexpr bool operator==(Tongue tongue, Locale locale) {
  return tongue == tongue_of(locale);
}

constexpr std::string_view tag(Tongue tongue) {
  const auto locale = locale_of(tongue);
  return locale ? varsel::tag(*locale) : "sv";
}
// BCP 47, as locale_from_tag: "sv", "sv-SE", "nb-NO".
constexpr std::optional<Tongue> tongue_from_tag(std::string_view text) {
  if (text.substr(0, text.find_first_of("-_")) == "sv") return Tongue::sv;
  const auto locale = locale_from_tag(text);
  return locale ? std::optional(tongue_of(*locale)) : std::nullopt;
}

// A set of languages: bit 1 << tongue.
using LocaleSet = unsigned;
constexpr LocaleSet only(Tongue tongue) {
  return 1u << static_cast<unsigned>(tongue);
}
constexpr LocaleSet only(Locale locale) {
  return only(tongue_of(locale));
}
inline constexpr LocaleSet kScandinavian = only(Tongue::da) | only(Tongue::nb) | only(Tongue::nn);
inline constexpr LocaleSet kConversational = kScandinavian | only(Tongue::en);
inline constexpr LocaleSet kEvery = kConversational | only(Tongue::sv);

}  // namespace varsel::intents
