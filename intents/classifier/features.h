// What the classifier sees of a message: its words, pairs of words, pieces of words, and its shape.
//
// The message is written down once as " hva gor jeg na ? " (folded keys, numbers as #, what is masked as @), and every
// feature is a stretch of that line: so it costs no allocation, and can be shown to a person as it is. Folding has made
// "før", "foer" and "for" one word already; pieces of words carry the rest of the noise: typos, inflection, compounds.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intents/tokens.h"

namespace varsel::intents {

enum class FeatureGroup : std::uint8_t { word, piece, shape };
inline constexpr std::size_t kFeatureGroups = 3;

struct Feature {
  std::uint32_t bucket = 0;  // < kBuckets
  FeatureGroup group = FeatureGroup::word;
  std::uint32_t start = 0;  // [start, end) of FeatureLine::text
  std::uint32_t end = 0;
};

inline constexpr std::uint32_t kBuckets = 1u << 17;

struct FeatureLine {
  std::string text;
  std::vector<Feature> features;  // no bucket twice
};

// Of the words [first, last), at most kWordsRead of them: the purpose of a message is stated there or not at all.
inline constexpr std::size_t kWordsRead = 60;
[[nodiscard]] FeatureLine features_of(const Tokens& tokens, std::size_t first, std::size_t last);
[[nodiscard]] inline FeatureLine features_of(const Tokens& tokens) {
  return features_of(tokens, 0, tokens.size());
}

}  // namespace varsel::intents
