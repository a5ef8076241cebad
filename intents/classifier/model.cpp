#include "intents/classifier/model.h"

#include <algorithm>
#include <cmath>

namespace varsel::intents {
namespace {

// Turns scores of the support vector machine into probabilities that hold: measured on phrases that were kept from the
// training (docs/understanding.md). The number belongs to the features and the solver: measure again when they change.
constexpr float kSharpness = 5.0F;

float length_of(const FeatureLine& line) {
  float square = 0;
  for (const Feature& feature : line.features) {
    const float weight = kGroupWeights[static_cast<std::size_t>(feature.group)];
    square += weight * weight;
  }
  return std::sqrt(std::max(square, 1e-6F));
}

}  // namespace

Probabilities probabilities(const Model& model, const FeatureLine& line) {
  std::array<std::array<std::int32_t, kColumns>, kFeatureGroups> sums{};
  for (const Feature& feature : line.features) {
    const std::int8_t* row = model.weights.data() + std::size_t{feature.bucket} * kColumns;
    std::int32_t* sum = sums[static_cast<std::size_t>(feature.group)].data();
    for (std::size_t column = 0; column < kColumns; ++column) sum[column] += row[column];
  }
  const float step = kSharpness * model.scale / length_of(line);
  Probabilities out{};
  for (std::size_t i = 0; i < model.classes; ++i)
    for (std::size_t group = 0; group < kFeatureGroups; ++group)
      out[i] += kGroupWeights[group] * step * static_cast<float>(sums[group][i]);
  const std::span<float> classes = std::span(out).first(model.classes);
  const float highest = *std::ranges::max_element(classes);
  float total = 0;
  for (float& p : classes) total += p = std::exp(p - highest);
  for (float& p : classes) p /= total;
  return out;
}

std::vector<Reason> reasons(const Model& model, const FeatureLine& line, std::size_t of, std::size_t most) {
  const float step = model.scale / length_of(line);
  std::vector<Reason> out;
  for (const Feature& feature : line.features) {
    const auto row = model.weights.subspan(std::size_t{feature.bucket} * kColumns, model.classes);
    float mean = 0;
    for (const std::int8_t weight : row) mean += static_cast<float>(weight) / static_cast<float>(model.classes);
    const float own = static_cast<float>(row[of]) - mean;
    if (own <= 0) continue;
    out.push_back({line.text.substr(feature.start, feature.end - feature.start),
                   own * step * kGroupWeights[static_cast<std::size_t>(feature.group)]});
  }
  std::ranges::stable_sort(out, std::greater{}, &Reason::weight);
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace varsel::intents
