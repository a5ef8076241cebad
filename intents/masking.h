// Numbers that identify a person or an account, found by their shape alone, and passwords that were written down.
//
// Shape, not validity: CPR numbers that fail modulus 11 have been issued since 2007, D-, H- and hospital numbers have
// impossible dates, and a number mistyped by one digit still points at somebody. What looks like one is masked.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "intents/understand.h"

namespace varsel::intents {

struct Sensitive {
  Kind kind = Kind::national_id;  // or card_or_account, secret, phone, email
  std::size_t start = 0;          // byte offsets
  std::size_t end = 0;
  std::string_view rule;
};

// National ids, cards and accounts, secrets, phones and e-mail addresses, in text order, not overlapping.
[[nodiscard]] std::vector<Sensitive> find_sensitive(std::string_view text);

// Only the passwords and codes (masking_secrets.cpp), added to what was found before.
void find_secrets(std::string_view text, std::vector<Sensitive>& found);

// The text with every digit of national ids, cards and accounts replaced by '*', and every secret by eight of them.
[[nodiscard]] std::string mask(std::string_view text, const std::vector<Sensitive>& found);

}  // namespace varsel::intents
