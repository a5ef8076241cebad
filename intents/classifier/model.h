// The linear classifiers: one row of weights for each feature bucket, one column for each class. Their weights are
// trained when Varsel is built, from the phrases in lang/*/phrases and lang/*/kinds (training/), quantised to bytes and
// compiled in.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/vocabulary.h"
#include "intents/classifier/features.h"
#include "intents/understand.h"

namespace varsel::intents {

inline constexpr std::size_t kIntents = static_cast<std::size_t>(Intent::out_of_scope) + 1;
inline constexpr std::size_t kKinds = vocabulary::kBreachKinds.size();
inline constexpr std::size_t kColumns = 32;  // the classes, and room that keeps a row in one half of a cache line
static_assert(kIntents <= kColumns && kKinds <= kColumns);

// How much a feature of each group says, before the message is scaled to length one.
inline constexpr std::array<float, kFeatureGroups> kGroupWeights{1.0F, 0.6F, 1.0F};

struct Model {
  std::span<const std::int8_t> weights;  // kBuckets rows of kColumns
  float scale = 0;                       // what one step of a weight is worth
  std::size_t classes = 0;               // at most kColumns
};
// Those that are compiled in: what a message is for, by Intent; and the kind of breach it tells of, by its place in
// vocabulary::kBreachKinds.
[[nodiscard]] const Model& intent_model();
[[nodiscard]] const Model& kind_model();

using Probabilities = std::array<float, kColumns>;  // by class; they sum to 1, and there is nothing beyond the classes
[[nodiscard]] Probabilities probabilities(const Model& model, const FeatureLine& line);

// The features that speak most for the class against all others, strongest first: "ændre" 0.41.
struct Reason {
  std::string feature;
  float weight = 0;
};
[[nodiscard]] std::vector<Reason> reasons(const Model& model, const FeatureLine& line, std::size_t of,
                                          std::size_t most);

}  // namespace varsel::intents
