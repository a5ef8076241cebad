// Text cut into words and numbers, each folded once, so that every rule compares short ASCII keys.
//
// The key of a word is lower case with å/aa -> a, ø/oe -> o, æ -> ae and accents dropped: people in a hurry, on foreign
// keyboards and in old systems write "igår", "igaar" and "igar", and all three must mean yesterday. `lower` keeps the
// letters apart where a rule must tell "før" (before) from "for" (for).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace varsel::intents {

struct Token {
  std::uint32_t start = 0;  // byte offsets into the text
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  bool number = false;      // a run of digits
  bool glued = false;       // nothing, or punctuation without a blank, stands before it: "10.30", "8tiden"
  bool opaque = false;      // part of an e-mail address, a phone number or an id: not to be read as anything else
  char mark = 0;            // the punctuation before it, 0 when none: '.' in "10.30", ',' in "ja, send"
  std::int64_t value = -1;  // of a number of at most 15 digits
  std::string_view key;     // folded; digits as ASCII
  std::string_view lower;   // lower case, letters kept
};

// The folded key of a word as rules are written with it.
[[nodiscard]] std::string fold(std::string_view word);

// Views point into this object: it can be moved but not copied.
class Tokens {
 public:
  explicit Tokens(std::string_view clean_text);
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] auto begin() const { return tokens_.begin(); }
  [[nodiscard]] auto end() const { return tokens_.end(); }
  // No rule reads into [start, end) any more.
  void hide(std::size_t start, std::size_t end);
  // Whether two neighbours stand in the same sentence.
  [[nodiscard]] bool together(std::size_t a, std::size_t b) const {
    return a < size() && b < size() && tokens_[a].sentence == tokens_[b].sentence;
  }
  // The key at i, or "" outside: readers look ahead without asking for the size each time.
  [[nodiscard]] std::string_view key(std::size_t i) const { return i < size() ? tokens_[i].key : std::string_view{}; }

 private:
  std::string_view text_;
  std::string keys_;
  std::string lowers_;
  std::vector<Token> tokens_;
};

}  // namespace varsel::intents
