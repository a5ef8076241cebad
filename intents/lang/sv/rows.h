// The words of Swedish, one table for each theme (intents/themes.h). Rows only.
#pragma once
#include <span>
#include <string_view>

#include "intents/themes.h"

namespace varsel::intents::sv {

[[nodiscard]] std::span<const Row> intent_rows();
[[nodiscard]] std::span<const Row> breach_rows();
[[nodiscard]] std::span<const Row> category_rows();
[[nodiscard]] std::span<const Row> subject_rows();
[[nodiscard]] std::span<const Row> recipient_rows();
[[nodiscard]] std::span<const Row> measure_rows();
[[nodiscard]] std::span<const Row> contained_rows();
[[nodiscard]] std::span<const Row> encrypted_rows();
[[nodiscard]] std::span<const Row> certainty_rows();
[[nodiscard]] std::span<const Row> ongoing_rows();
[[nodiscard]] std::span<const Row> consequence_rows();
[[nodiscard]] std::span<const Row> discoverer_rows();
[[nodiscard]] std::span<const Row> nature_rows();
[[nodiscard]] std::span<const Row> others_rows();
[[nodiscard]] std::span<const Row> topic_rows();
[[nodiscard]] std::span<const Row> language_rows();
[[nodiscard]] std::span<const Row> negation_rows();
[[nodiscard]] std::span<const Row> moment_rows();
[[nodiscard]] std::span<const Row> moment_role_rows();
[[nodiscard]] std::span<const Row> quantity_rows();
[[nodiscard]] std::span<const Row> counted_rows();
[[nodiscard]] std::span<const Row> count_unknown_rows();
[[nodiscard]] std::span<const Row> single_rows();
[[nodiscard]] std::span<const Row> field_rows();
[[nodiscard]] std::span<const WordSet> sets();
[[nodiscard]] Numerals numerals();
[[nodiscard]] TimeSpans spans();
[[nodiscard]] std::span<const std::string_view> marks();

}  // namespace varsel::intents::sv
