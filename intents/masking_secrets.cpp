// Passwords and codes that were written into the text: what stands behind a word for one ("mit kodeord er Sommer2025",
// "pin: 4711") or before it ("Sommer2025 er mit kodeord"). A password has no shape of its own, so it takes the word and
// a value that looks like one: "kodeordet er skiftet" gives nothing away.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "intents/masking.h"
#include "intents/tokens.h"

namespace varsel::intents {
namespace {

using namespace std::string_view_literals;

// Folded (tokens.h). Of a strong label any value counts, of a weak one ("kode" is a postal code too) one with digits.
constexpr std::array kStrong{"kodeord"sv,
                             "kodeordet"sv,
                             "kodeordene"sv,
                             "adgangskode"sv,
                             "adgangskoden"sv,
                             "adgangskoder"sv,
                             "password"sv,
                             "passwords"sv,
                             "passwordet"sv,
                             "passord"sv,
                             "passordet"sv,
                             "passorda"sv,
                             "losenord"sv,
                             "losenordet"sv,
                             "losen"sv,
                             "passcode"sv,
                             "passphrase"sv,
                             "pwd"sv,
                             "psw"sv,
                             "pw"sv,
                             "pinkode"sv,
                             "pinkoden"sv,
                             "pinkod"sv,
                             "engangskode"sv,
                             "engangskoden"sv,
                             "engangskod"sv,
                             "smskode"sv,
                             "smskoden"sv,
                             "otp"sv,
                             "cvc"sv,
                             "cvv"sv,
                             "kontrolkode"sv,
                             "sikkerhedskode"sv,
                             "sikkerhetskode"sv,
                             "wifikode"sv,
                             "loginkode"sv,
                             "mitidkode"sv,
                             "bankidkode"sv,
                             "apikey"sv,
                             "apinogle"sv,
                             "apinokkel"sv,
                             "krypteringsnogle"sv,
                             "krypteringsnokkel"sv};
constexpr std::array kWeak{"kode"sv, "koden"sv, "koda"sv,  "kod"sv,   "koder"sv,
                           "code"sv, "pin"sv,   "pinen"sv, "token"sv, "key"sv};
// "error code 404", "postal code 2100"
constexpr std::array kOtherCodes{"error"sv,  "fejl"sv,  "feil"sv,    "area"sv,      "zip"sv,
                                 "postal"sv, "post"sv,  "country"sv, "source"sv,    "status"sv,
                                 "http"sv,   "dress"sv, "qr"sv,      "diagnosis"sv, "icd"sv};
constexpr std::array kIs{"er"sv,   "var"sv,    "is"sv,     "was"sv,   "ar"sv,     "lyder"sv,
                         "lyr"sv,  "lyt"sv,    "hedder"sv, "heter"sv, "heiter"sv, "blev"sv,
                         "blei"sv, "equals"sv, "being"sv,  "altsa"sv, "namely"sv};
// Words between the label and what is said of it: "kodeordet til postkassen er ...", "mit kodeord, det er ...".
constexpr std::array kOf{"til"sv, "for"sv, "pa"sv, "to"sv,   "till"sv, "the"sv,    "of"sv,     "i"sv,
                         "mit"sv, "min"sv, "my"sv, "mitt"sv, "hans"sv, "hendes"sv, "hennes"sv, "hennar"sv,
                         "det"sv, "den"sv, "it"sv, "its"sv,  "that"sv, "which"sv};
// What follows a colon and is no password.
constexpr std::array kNothing{"ja"sv,         "nej"sv,       "nei"sv,     "yes"sv,    "no"sv,      "ikke"sv,
                              "ikkje"sv,      "inte"sv,      "not"sv,     "ukendt"sv, "ukjent"sv,  "unknown"sv,
                              "none"sv,       "ingen"sv,     "skiftet"sv, "byttet"sv, "changed"sv, "bytta"sv,
                              "nulstillet"sv, "nullstilt"sv, "reset"sv};

template <std::size_t N>
bool among(std::string_view key, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, key) != words.end();
}

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool lower_case(char c) {
  return c >= 'a' && c <= 'z';
}
bool upper_case(char c) {
  return c >= 'A' && c <= 'Z';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}

struct Value {
  std::size_t start = 0;
  std::size_t end = 0;
  bool quoted = false;
};

class SecretFinder {
 public:
  SecretFinder(std::string_view text, std::vector<Sensitive>& found) : text_(text), tokens_(text), found_(found) {}

  void all() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::size_t last = i;
      const bool strong = strong_label(i, last);
      if (!strong && !weak_label(i)) continue;
      const auto value = behind(last, strong);
      if (value) {
        found_.push_back({Kind::secret, value->start, value->end, "any/secret: kodeordet er Sommer2025"});
      } else if (strong) {
        before(i);
      }
    }
  }

 private:
  // "kodeord", and "pin-kode", "api key", "engangs kode" in two words.
  bool strong_label(std::size_t i, std::size_t& last) const {
    if (among(tokens_[i].key, kStrong)) return true;
    if (i + 1 >= tokens_.size()) return false;
    const std::string joined = std::string(tokens_[i].key) + std::string(tokens_[i + 1].key);
    if (joined.size() > 24 || !among(std::string_view(joined), kStrong)) return false;
    last = i + 1;
    return true;
  }
  bool weak_label(std::size_t i) const {
    return among(tokens_[i].key, kWeak) && !(i > 0 && among(tokens_[i - 1].key, kOtherCodes));
  }

  std::optional<Value> behind(std::size_t label, bool strong) const {
    std::size_t at = tokens_[label].end;
    std::size_t next = label + 1;
    // "kodeordet til min postkasse er", at most four words on
    bool said = false;
    constexpr std::size_t kMostWords = 4;
    for (std::size_t word = 0; word <= kMostWords && next < tokens_.size(); ++word, ++next) {
      if (colon_before(next)) {
        said = true;
        at = tokens_[next - 1].end;
        break;
      }
      if (!tokens_.together(label, next)) break;
      if (among(tokens_[next].key, kIs)) {
        said = true;
        at = tokens_[next].end;
        break;
      }
      const bool of = among(tokens_[next].key, kOf);
      if (word == 0 && !of) break;
    }
    bool colon = false;
    while (at < text_.size() && (blank(text_[at]) || text_[at] == ':' || text_[at] == '=' || text_[at] == '>')) {
      colon = colon || text_[at] == ':' || text_[at] == '=' || text_[at] == '>';
      ++at;
    }
    if (text_.substr(at).starts_with("->")) {
      colon = true;
      at += 2;
      while (at < text_.size() && blank(text_[at])) ++at;
    }
    const Value value = value_at(at);
    if (!looks_secret(value, strong, said || colon, colon)) return std::nullopt;
    return value;
  }
  // ':' or '=' stands between the token and the one before it.
  bool colon_before(std::size_t i) const {
    const std::string_view between = text_.substr(tokens_[i - 1].end, tokens_[i].start - tokens_[i - 1].end);
    return between.find_first_of(":=") != std::string_view::npos || between.find("->") != std::string_view::npos;
  }

  // "Sommer2025 er mit kodeord"
  void before(std::size_t label) {
    if (label < 2) return;
    std::size_t is = label - 1;
    if (among(tokens_[is].key, kOf) && is > 0) --is;
    if (!among(tokens_[is].key, kIs) || is == 0 || !tokens_.together(is - 1, label)) return;
    std::size_t end = tokens_[is].start;
    while (end > 0 && blank(text_[end - 1])) --end;
    std::size_t start = end;
    while (start > 0 && !blank(text_[start - 1])) --start;
    const Value value = trimmed({start, end, false});
    if (mixed(text_.substr(value.start, value.end - value.start)))
      found_.push_back({Kind::secret, value.start, value.end, "any/secret: Sommer2025 er mit kodeord"});
  }

  // A run without blanks, out of its quotes and without the full stop of the sentence.
  Value value_at(std::size_t at) const {
    static constexpr std::array<std::string_view, 9> kQuotes{
        "\"",           "'",        "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x98",
        "\xE2\x80\x99", "\xC2\xAB", "\xC2\xBB"};
    for (const std::string_view open : kQuotes) {
      if (!text_.substr(at).starts_with(open)) continue;
      constexpr std::size_t kLongest = 80;
      const std::size_t start = at + open.size();
      std::size_t end = std::string_view::npos;
      for (const std::string_view close : kQuotes) end = std::min(end, text_.find(close, start));
      if (end != std::string_view::npos && end > start && end - start <= kLongest) return {start, end, true};
    }
    std::size_t end = at;
    while (end < text_.size() && !blank(text_[end])) ++end;
    return trimmed({at, end, false});
  }
  Value trimmed(Value value) const {
    constexpr std::string_view kAround = ".,;:)]}>\"'?";
    while (value.end > value.start && kAround.find(text_[value.end - 1]) != std::string_view::npos) --value.end;
    while (value.start < value.end && std::string_view("([{<\"'").find(text_[value.start]) != std::string_view::npos)
      ++value.start;
    return value;
  }

  // Letters and digits together, a sign inside, or a capital inside: no word of a sentence is written so.
  static bool mixed(std::string_view value) {
    if (value.size() < 4 || value.size() > 80) return false;
    bool letters = false, digits = false, sign = false, inner = false;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const char c = value[i];
      letters = letters || lower_case(c) || upper_case(c) || static_cast<unsigned char>(c) >= 0x80;
      digits = digits || digit(c);
      sign = sign || std::string_view("!#$%&*_+?^~@").find(c) != std::string_view::npos;
      inner = inner || (i > 0 && upper_case(c) && lower_case(value[i - 1]));
    }
    return (letters && digits) || (sign && (letters || digits)) || inner;
  }

  bool looks_secret(const Value& value, bool strong, bool said, bool colon) const {
    const std::string_view word = text_.substr(value.start, value.end - value.start);
    if (word.empty() || word.find_first_not_of('*') == std::string_view::npos) return false;
    if (word.find('@') != std::string_view::npos && word.find('.', word.find('@')) != std::string_view::npos)
      return false;
    if (value.quoted) return strong || said;
    const bool digits = std::ranges::all_of(word, digit);
    if (digits)
      return word.size() >= 3 && word.size() <= 12 && (said ? strong || word.size() >= 4 : strong && word.size() >= 4);
    if (mixed(word)) return strong || said;
    if (!strong || !said || word.size() < 4) return false;
    const std::string key = fold(word);
    if (among(std::string_view(key), kNothing)) return false;
    if (colon) return true;
    // "passordet er Sommer." : a name inside a sentence, unless everything is in capitals.
    const bool name = upper_case(word.front()) && std::ranges::any_of(word, lower_case);
    const bool ends = value.end >= text_.size() || !blank(text_[value.end]);
    return name && ends;
  }

  std::string_view text_;
  Tokens tokens_;
  std::vector<Sensitive>& found_;
};

}  // namespace

void find_secrets(std::string_view text, std::vector<Sensitive>& found) {
  SecretFinder(text, found).all();
}

}  // namespace varsel::intents
