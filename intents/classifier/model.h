// The linear classifier: one row of weights for each feature bucket, one column for each intent. Its weights are
// trained when Varsel is built, from the phrases in lang/*/phrases (training/), quantised to bytes and compiled in.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "intents/classifier/features.h"
#include "intents/understand.h"

namespace varsel::intents {

inline constexpr std::size_t kIntents = static_cast<std::size_t>(Intent::out_of_scope) + 1;
inline constexpr std::size_t kColumns = 32;  // kIntents, and room that keeps a row in one half of a cache line
static_assert(kIntents <= kColumns);

// How much a feature of each group says, before the message is scaled to length one.
inline constexpr std::array<float, kFeatureGroups> kGroupWeights{1.0F, 0.6F, 1.0F};

struct Model {
  std::span<const std::int8_t> weights;  // kBuckets rows of kColumns
  float scale = 0;                       // what one step of a weight is worth
};
// The one that is compiled in.
[[nodiscard]] const Model& trained_model();

using Probabilities = std::array<float, kIntents>;  // by Intent; they sum to 1
[[nodiscard]] Probabilities probabilities(const Model& model, const FeatureLine& line);

// The features that speak most for the intent against all others, strongest first: "ændre" 0.41.
struct Reason {
  std::string feature;
  float weight = 0;
};
[[nodiscard]] std::vector<Reason> reasons(const Model& model, const FeatureLine& line, Intent intent, std::size_t most);

}  // namespace varsel::intents
