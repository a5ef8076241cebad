// Receipt numbers: "V-2026-7K3M-Q". Read aloud on the phone, written on paper, typed on another device.
//
// V, the year, four characters, a check character. The alphabet has no 0 O 1 I L. The check catches every single wrong
// character and every two that changed places. Not a secret: 923,521 numbers a year, so the keeper draws again when one
// is taken, and resuming a report asks for a code beside the number.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"

namespace varsel::incident {

using ReceiptEntropy = std::array<std::uint8_t, 8>;
// Years 1000 to 9999.
[[nodiscard]] ReceiptNumber make_receipt(std::chrono::year year, const ReceiptEntropy& random);

// Reads what a person typed: any case, with or without V, with spaces, dashes of any kind or nothing between.
// ErrorCode::invalid: "receipt.malformed" (not a receipt number at all), "receipt.mistyped" (the check fails).
[[nodiscard]] Result<ReceiptNumber> parse_receipt(std::string_view text);

}  // namespace varsel::incident
