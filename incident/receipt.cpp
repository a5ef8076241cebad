#include "incident/receipt.h"

#include <algorithm>
#include <string>

namespace varsel::incident {

namespace {

// A character is worth its place here. 31 is prime, and the weights of the nine characters differ: so a wrong one, or
// two that changed places, always change the weighted sum modulo 31 (as in ISBN-10). The digits are worth themselves,
// so that the year's 0 and 1 can be counted too.
constexpr std::string_view kAlphabet = "AB23456789CDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t kBase = kAlphabet.size();
static_assert(kBase == 31);
constexpr std::size_t kYear = 4;
constexpr std::size_t kBody = 4;
constexpr std::size_t kLongestTyped = 64;

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t worth(char c) {
  return digit(c) ? static_cast<std::size_t>(c - '0') : kAlphabet.find(c);
}

// `symbols` without the check character; the weight of the last one is 2, so that the check has 1.
char check_of(std::string_view symbols) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i) sum += worth(symbols[i]) * (symbols.size() + 1 - i);
  return kAlphabet[(kBase - sum % kBase) % kBase];
}

ReceiptNumber written(std::string_view symbols) {
  return ReceiptNumber{"V-" + std::string{symbols.substr(0, kYear)} + "-" + std::string{symbols.substr(kYear, kBody)} +
                       "-" + check_of(symbols.substr(0, kYear + kBody))};
}

}  // namespace

ReceiptNumber make_receipt(std::chrono::year year, const ReceiptEntropy& random) {
  std::uint64_t number = 0;
  for (const std::uint8_t byte : random) number = number << 8 | byte;
  std::string symbols = std::to_string(static_cast<int>(year));
  for (std::size_t i = 0; i < kBody; ++i, number /= kBase) symbols += kAlphabet[number % kBase];
  return written(symbols);
}

Result<ReceiptNumber> parse_receipt(std::string_view text) {
  if (text.size() > kLongestTyped) return fail(ErrorCode::invalid, "receipt.malformed");
  std::string symbols;
  for (char c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    // All else separates: spaces and dashes come in many kinds, most of them several bytes long.
    if (digit(c) || (c >= 'A' && c <= 'Z')) symbols += c;
  }
  if (symbols.starts_with('V')) symbols.erase(0, 1);

  const std::string_view all{symbols};
  const auto in_alphabet = [](char c) { return kAlphabet.find(c) != std::string_view::npos; };
  if (all.size() != kYear + kBody + 1 || all.front() == '0' || !std::ranges::all_of(all.substr(0, kYear), digit) ||
      !std::ranges::all_of(all.substr(kYear), in_alphabet))
    return fail(ErrorCode::invalid, "receipt.malformed");
  if (check_of(all.substr(0, kYear + kBody)) != all.back()) return fail(ErrorCode::invalid, "receipt.mistyped");
  return written(all);
}

}  // namespace varsel::incident
