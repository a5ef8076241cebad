// The built-in texts, as locales/generate.py compiled them: one row an id, sorted, patterns in the order of kLocales.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace varsel::locales {

struct TextRow {
  std::string_view id;
  std::array<std::string_view, kLocales.size()> patterns;
};
[[nodiscard]] const std::vector<TextRow>& texts();

}  // namespace varsel::locales
