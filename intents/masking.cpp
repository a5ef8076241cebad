#include "intents/masking.h"

#include <algorithm>

namespace varsel::intents {
namespace {

// A digit of any script that people paste: ASCII, full width, Arabic, Devanagari, the mathematical alphabets. Sets the
// byte length, returns -1 for anything else.
int digit_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  const unsigned lead = byte(0);
  if (lead >= '0' && lead <= '9') {
    length = 1;
    return static_cast<int>(lead - '0');
  }
  if (lead < 0xD9) return -1;
  const auto digit = [&](std::size_t size, unsigned last, unsigned zero) {
    if (last < zero || last > zero + 9) return -1;
    length = size;
    return static_cast<int>(last - zero);
  };
  if (lead == 0xD9) return digit(2, byte(1), 0xA0);                                                // U+0660
  if (lead == 0xDB) return digit(2, byte(1), 0xB0);                                                // U+06F0
  if (lead == 0xE0 && byte(1) == 0xA5) return digit(3, byte(2), 0xA6);                             // U+0966
  if (lead == 0xEF && byte(1) == 0xBC) return digit(3, byte(2), 0x90);                             // U+FF10
  if (lead == 0xF0 && byte(1) == 0x9D && byte(2) == 0x9F && byte(3) >= 0x8E && byte(3) <= 0xBF) {  // U+1D7CE
    length = 4;
    return static_cast<int>((byte(3) - 0x8E) % 10);
  }
  return -1;
}

// Length of a separator that may stand inside an id, 0 for none: blanks, dashes, dots, their Unicode relatives.
std::size_t separator_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  const unsigned c = byte(0);
  if (c == ' ' || c == '-' || c == '.' || c == '\t' || c == '/' || c == '_' || c == '\n') return 1;
  if (c == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAD || byte(1) == 0xB7)) return 2;  // NBSP, soft hyphen, middle dot
  if (c == 0xE2 && byte(1) == 0x80 && ((byte(2) >= 0x80 && byte(2) <= 0x95) || byte(2) == 0xAF || byte(2) == 0xA4))
    return 3;
  if (c == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92) return 3;  // minus
  if (c == 0xE2 && byte(1) == 0x81 && byte(2) == 0xA0) return 3;  // word joiner
  if (c == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;  // ideographic space
  if (c == 0xEF && ((byte(1) == 0xBC && (byte(2) == 0x8D || byte(2) == 0x8E)) || (byte(1) == 0xBB && byte(2) == 0xBF)))
    return 3;  // full-width - and .
  return 0;
}

struct Group {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string digits;
  char before = 0;  // the separator before the group, as ASCII; 0 at the start of a run
};

bool canonical_id(const std::vector<std::size_t>& widths) {
  static const std::vector<std::vector<std::size_t>> shapes{{10},      {11},      {6, 4},    {6, 5},
                                                            {6, 3, 2}, {6, 2, 2}, {6, 2, 3}, {6, 1, 4}};
  return std::ranges::find(shapes, widths) != shapes.end();
}

// Day and month as any of the national series write them: D numbers +40 on the day, H and test numbers +40, +65, +80
// on the month, Danish replacement numbers +60 on the day.
bool looks_like_birth_date(std::string_view digits) {
  const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const bool day_fits = (day >= 1 && day <= 31) || (day >= 41 && day <= 71) || (day >= 61 && day <= 91);
  const bool month_fits = (month >= 1 && month <= 12) || (month >= 41 && month <= 52) || (month >= 66 && month <= 77) ||
                          (month >= 81 && month <= 92);
  return day_fits && month_fits;
}

// The birth date with its century: 19850131 in Sweden, 31011985 where a Dane writes the year in full.
bool looks_like_full_birth_date(std::string_view digits) {
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
  const auto century = [](int c) { return c >= 18 && c <= 20; };
  const auto day = [](int d) { return (d >= 1 && d <= 31) || (d >= 61 && d <= 91); };  // +60: a co-ordination number
  return (century(two(0)) && two(4) >= 1 && two(4) <= 12 && day(two(6))) ||
         (day(two(0)) && two(2) >= 1 && two(2) <= 12 && century(two(4)));
}

bool year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int d = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 == 0;
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool mail_char(char c) {
  return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '+' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Sensitive> all() {
    emails();
    ibans();
    for (std::size_t i = 0; i < text_.size();) {
      std::size_t length = 0;
      if (digit_at(text_, i, length) < 0) {
        ++i;
        continue;
      }
      i = run(i);
    }
    secrets();
    std::ranges::sort(found_, {}, &Sensitive::start);
    return std::move(found_);
  }

 private:
  bool taken(std::size_t start, std::size_t end) const {
    return std::ranges::any_of(
        found_, [&](const Sensitive& s) { return s.start < end && s.end > start && s.kind != Kind::email; });
  }
  void add(Kind kind, std::size_t start, std::size_t end, std::string_view rule) {
    if (!taken(start, end)) found_.push_back({kind, start, end, rule});
  }

  // A password may hold digits that look like something else: it is masked whole.
  void secrets() {
    std::vector<Sensitive> found;
    find_secrets(text_, found);
    for (const Sensitive& secret : found) {
      std::erase_if(found_, [&](const Sensitive& s) { return s.start >= secret.start && s.end <= secret.end; });
      const bool overlaps =
          std::ranges::any_of(found_, [&](const Sensitive& s) { return s.start < secret.end && s.end > secret.start; });
      if (!overlaps) found_.push_back(secret);
    }
  }

  void emails() {
    for (std::size_t at = text_.find('@'); at != std::string_view::npos; at = text_.find('@', at + 1)) {
      std::size_t start = at, end = at + 1;
      while (start > 0 && at - start < 64 && mail_char(text_[start - 1])) --start;
      while (end < text_.size() && end - at < 255 && mail_char(text_[end])) ++end;
      while (end > at && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
      // Never begin or end inside a letter of several bytes.
      while (start < at && (static_cast<unsigned char>(text_[start]) & 0xC0u) == 0x80) ++start;
      while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0u) == 0x80) --end;
      if (start == at || end <= at + 3 || text_.substr(at, end - at).find('.') == std::string_view::npos) continue;
      if (std::ranges::any_of(found_, [&](const Sensitive& s) { return s.start < end && s.end > start; })) continue;
      found_.push_back({Kind::email, start, end, "any/email: user@example.org"});
    }
  }

  // ISO 13616: two letters, two digits, 11 to 30 letters or digits, in groups of four or together.
  void ibans() {
    for (std::size_t i = 0; i + 15 <= text_.size(); ++i) {
      if (!letter(text_[i]) || !letter(text_[i + 1]) ||
          (i > 0 && (letter(text_[i - 1]) || (text_[i - 1] >= '0' && text_[i - 1] <= '9'))))
        continue;
      std::size_t at = i + 2, characters = 0, digits = 0, end = at, group = 0;
      bool well_formed = true;
      while (at < text_.size() && characters < 32) {
        const char c = text_[at];
        const bool digit = c >= '0' && c <= '9';
        if (digit || (letter(c) && characters >= 2)) {
          digits += digit ? 1 : 0;
          ++characters;
          ++group;
          end = ++at;
        } else if (c == ' ' && characters >= 2 && (characters + 2) % 4 == 0 && group > 0) {
          // A word may follow the blank: only go on while there are digits to come.
          const bool more = at + 1 < text_.size() && text_[at + 1] >= '0' && text_[at + 1] <= '9';
          const bool bank = at + 2 < text_.size() && letter(text_[at + 1]) && characters == 2;
          if (!more && !bank) break;
          group = 0;
          ++at;
        } else {
          break;
        }
        if (characters <= 2 && !digit && c != ' ') {
          well_formed = false;
          break;
        }
      }
      if (!well_formed || characters < 13 || digits < 10) continue;
      add(Kind::card_or_account, i, end, "any/iban: NO93 8601 1117 947");
      i = end;
    }
  }

  // Reads digit groups from here on and sorts them; returns where to go on.
  std::size_t run(std::size_t begin) {
    std::vector<Group> groups;
    const bool plus = begin > 0 && text_[begin - 1] == '+';
    std::size_t at = begin, end = begin;
    char before = 0;
    while (at < text_.size()) {
      Group group;
      group.start = at;
      group.before = before;
      std::size_t length = 0;
      for (int d = digit_at(text_, at, length); d >= 0; d = digit_at(text_, at, length)) {
        group.digits.push_back(static_cast<char>('0' + d));
        at += length;
      }
      if (group.digits.empty()) break;
      group.end = end = at;
      groups.push_back(std::move(group));
      std::size_t separators = 0, size = 0;
      before = ' ';
      while (separators < 3 && (size = separator_at(text_, at)) > 0) {
        if (text_[at] != ' ') before = size == 1 ? text_[at] : before;
        at += size;
        ++separators;
      }
      // Marks that stand inside an id only: "010157:5004", "19850131+1234".
      const bool date = groups.back().digits.size() == 6 || groups.back().digits.size() == 8;
      if (separators == 0 && date && at + 1 < text_.size() &&
          std::string_view(",:;|+*=").find(text_[at]) != std::string_view::npos) {
        std::size_t size_of_digit = 0, digits = 0, next = at + 1;
        while (digit_at(text_, next, size_of_digit) >= 0) {
          next += size_of_digit;
          ++digits;
        }
        if (digits == 4 || digits == 5) {
          before = text_[at];
          ++at;
          ++separators;
        }
      }
      if (separators == 0) break;
    }
    if (plus)
      phone_with_prefix(groups);
    else
      sort_out(groups);
    return std::max(end, begin + 1);
  }

  void phone_with_prefix(const std::vector<Group>& groups) {
    std::size_t digits = 0, last = 0;
    for (std::size_t i = 0; i < groups.size() && digits + groups[i].digits.size() <= 15; ++i) {
      // The Nordic plans have eight digits after the country code: stop there, an id may follow.
      if (digits >= 10 && (groups[0].digits.starts_with("45") || groups[0].digits.starts_with("47"))) break;
      digits += groups[i].digits.size();
      last = i;
    }
    if (digits >= 8) add(Kind::phone, groups.front().start - 1, groups[last].end, "any/phone: +45 00 00 00 00");
    if (last + 1 < groups.size()) sort_out({groups.begin() + static_cast<std::ptrdiff_t>(last) + 1, groups.end()});
    if (digits < 8) sort_out(groups);
  }

  void sort_out(const std::vector<Group>& groups) {
    for (std::size_t i = 0; i < groups.size();) {
      std::size_t used = identifier(groups, i);
      if (used == 0) used = phone(groups, i);
      i += std::max<std::size_t>(used, 1);
    }
  }

  // How many groups from i on are an id, a card or an account; the longest reading first.
  std::size_t identifier(const std::vector<Group>& groups, std::size_t i) {
    const Label label = label_before(groups[i].start);
    if (label == Label::phone && groups[i].digits.size() >= 10 && groups[i].digits.front() == '0') {
      add(Kind::phone, groups[i].start, groups[i].end, "any/phone: 070 000 00 00");
      return 1;
    }
    std::string digits;
    std::vector<std::size_t> widths;
    std::size_t id = 0, card = 0;
    bool account = false;
    for (std::size_t j = i; j < groups.size() && digits.size() <= 19; ++j) {
      digits += groups[j].digits;
      widths.push_back(groups[j].digits.size());
      const std::size_t n = digits.size();
      // Behind its word a number is taken in any grouping, but not the count after it: "cpr 010157-5004 37 borgere".
      const bool goes_on = id == 0 || groups[j].before != ' ';
      if (label == Label::account && n >= 7 && n <= 19 && (goes_on || (widths.front() == 4 && n <= 14))) {
        account = true;
        id = j - i + 1;
      } else if (label == Label::id && n >= 9 && n <= 12 && goes_on) {
        id = j - i + 1;
      } else if (n == 12 && looks_like_full_birth_date(digits) && !is_timestamp(groups, i, j)) {
        id = j - i + 1;
      } else if (n == 10 || n == 11) {
        if (widths == std::vector<std::size_t>{4, 2, 5}) {
          account = true;
          id = j - i + 1;
        } else if (canonical_id(widths) ||
                   (looks_like_birth_date(digits) && !is_date_and_clock(groups, i, j) && !thousands(widths))) {
          if (widths.size() > 1 || canonical_id(widths)) id = j - i + 1;
        }
      }
      if (n >= 13 && n <= 19) {
        const bool fours =
            widths.size() >= 4 && std::ranges::all_of(widths.begin(), widths.end() - 1, [](auto w) { return w == 4; });
        const bool timestamp = is_date_and_clock(groups, i, j);
        const bool amex = widths == std::vector<std::size_t>{4, 6, 5};
        if (!timestamp && (fours || amex || label == Label::card || (widths.size() == 1 && card_of_one_run(digits))))
          card = j - i + 1;
      }
    }
    if (card > 0) {
      add(Kind::card_or_account, groups[i].start, groups[i + card - 1].end, "any/card: 4-4-4-4 digits");
      return card;
    }
    if (id > 0) {
      add(account ? Kind::card_or_account : Kind::national_id, groups[i].start, groups[i + id - 1].end,
          account ? "any/account: 4.2.5 digits" : "any/national_id: DDMMYY-NNNN");
      return id;
    }
    // A CPR replacement number has letters in the serial: 010157-AB12.
    if (groups[i].digits.size() == 6 && looks_like_birth_date(groups[i].digits)) {
      const std::size_t at = groups[i].end;
      if (at + 5 <= text_.size() && text_[at] == '-') {
        std::size_t letters = 0, numbers = 0;
        for (std::size_t k = at + 1; k < at + 5; ++k) {
          letters += letter(text_[k]) ? 1 : 0;
          numbers += text_[k] >= '0' && text_[k] <= '9' ? 1 : 0;
        }
        const bool ends = at + 5 == text_.size() || !letter(text_[at + 5]);
        if (letters + numbers == 4 && letters > 0 && numbers > 0 && ends) {
          add(Kind::national_id, groups[i].start, at + 5, "any/national_id: DDMMYY-ABC1");
          return 1;
        }
      }
    }
    return 0;
  }

  enum class Label : std::uint8_t { none, id, account, card, phone };
  // The word for it just before the number: "cpr-nr. ", "kontonummer: ", "reg. 1234 konto ", "tlf".
  Label label_before(std::size_t at) const {
    constexpr std::size_t kReach = 28;
    const std::string_view before = text_.substr(at > kReach ? at - kReach : 0, std::min(at, kReach));
    std::string words;  // lower case, the letters behind the last digit
    for (const char c : before) {
      if (c >= '0' && c <= '9')
        words.clear();
      else
        words += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    // Its own word, not one further back in the sentence: a full stop ends what a label speaks of, but for "nr."
    while (!words.empty() && !letter(words.back())) words.pop_back();
    for (const std::string_view tail : {" er", " is", " var", " was", " nr", " no", "-nr", "-no", " nummer", " number"})
      if (words.ends_with(tail)) words.resize(words.size() - tail.size());
    while (!words.empty() && !letter(words.back())) words.pop_back();
    struct Word {
      std::string_view ending;
      Label label;
    };
    static constexpr Word kWords[] = {{"cpr", Label::id},
                                      {"cprnr", Label::id},
                                      {"cprnummer", Label::id},
                                      {"cpr-nummer", Label::id},
                                      {"cpr-nummeret", Label::id},
                                      {"personnummer", Label::id},
                                      {"personnr", Label::id},
                                      {"personnummeret", Label::id},
                                      {"pnr", Label::id},
                                      {"fnr", Label::id},
                                      {"f\xC3\xB8"
                                       "dselsnummer",
                                       Label::id},
                                      {"f\xC3\xB8"
                                       "dselsnr",
                                       Label::id},
                                      {"f\xC3\xB8"
                                       "dselsnummeret",
                                       Label::id},
                                      {"d-nummer", Label::id},
                                      {"dnummer", Label::id},
                                      {"samordningsnummer", Label::id},
                                      {"ssn", Label::id},
                                      {"national id", Label::id},
                                      {"konto", Label::account},
                                      {"kontonr", Label::account},
                                      {"kontonummer", Label::account},
                                      {"kontonummeret", Label::account},
                                      {"kontoen", Label::account},
                                      {"account", Label::account},
                                      {"bankkonto", Label::account},
                                      {"reg", Label::account},
                                      {"regnr", Label::account},
                                      {"clearing", Label::account},
                                      {"clearingnummer", Label::account},
                                      {"bankgiro", Label::account},
                                      {"plusgiro", Label::account},
                                      {"acct", Label::account},
                                      {"iban", Label::account},
                                      {"kort", Label::card},
                                      {"kortnr", Label::card},
                                      {"kortnummer", Label::card},
                                      {"kortnummeret", Label::card},
                                      {"card", Label::card},
                                      {"dankort", Label::card},
                                      {"visa", Label::card},
                                      {"mastercard", Label::card},
                                      {"kreditkort", Label::card},
                                      {"betalingskort", Label::card},
                                      {"tlf", Label::phone},
                                      {"tel", Label::phone},
                                      {"telefon", Label::phone},
                                      {"telefonnummer", Label::phone},
                                      {"phone", Label::phone},
                                      {"mobil", Label::phone},
                                      {"mobile", Label::phone},
                                      {"mobilnummer", Label::phone},
                                      {"ring", Label::phone}};
    for (const auto& [ending, label] : kWords)
      if (words.ends_with(ending) &&
          (words.size() == ending.size() || !word_char(words[words.size() - ending.size() - 1])))
        return label;
    return Label::none;
  }
  static bool word_char(char c) { return letter(c) || static_cast<unsigned char>(c) >= 0x80; }

  // Fifteen or sixteen digits in one run are nothing else; the other lengths must be a card by their first digits.
  static bool card_of_one_run(std::string_view digits) {
    if (digits.size() == 16) return true;
    if (digits.size() == 15) return digits.starts_with("34") || digits.starts_with("37") || luhn(digits);
    if (digits.size() == 14)
      return luhn(digits) && (digits.starts_with("30") || digits.starts_with("36") || digits.starts_with("38"));
    return digits.size() > 16 && luhn(digits) && (digits.front() == '5' || digits.front() == '6');
  }

  // 202511191430, 20251119 1430: a file's name. A child born in these years has a dash in the number, or a word for it.
  static bool is_timestamp(const std::vector<Group>& groups, std::size_t i, std::size_t j) {
    std::string digits;
    for (std::size_t k = i; k <= j; ++k) digits += groups[k].digits;
    if (!digits.starts_with("201") && !digits.starts_with("202") && !digits.starts_with("203")) return false;
    for (std::size_t k = i + 1; k <= j; ++k)
      if (groups[k].before == '-' && groups[k].digits.size() == 4) return false;
    return digits.substr(8, 2) < "24" && digits.substr(10, 2) < "60";
  }

  static bool is_date_and_clock(const std::vector<Group>& groups, std::size_t i, std::size_t j) {
    // 2025-11-12 14.30 or 12.11.2025 14.30
    const auto width = [&](std::size_t k) { return k <= j ? groups[k].digits.size() : 0; };
    if (year(groups[i].digits) && width(i + 1) <= 2 && width(i + 2) <= 2 && j >= i + 2) return true;
    return j >= i + 2 && width(i) <= 2 && width(i + 1) <= 2 && year(groups[i + 2].digits) &&
           groups[i + 1].before != ' ' && width(i + 3) <= 2;
  }
  static bool thousands(const std::vector<std::size_t>& widths) {
    return widths.size() > 1 && widths.front() <= 3 &&
           std::all_of(widths.begin() + 1, widths.end(), [](std::size_t w) { return w == 3; });
  }

  // Eight digits as Danes and Norwegians write them: 12345678, 12 34 56 78, 123 45 678, 1234 5678.
  std::size_t phone(const std::vector<Group>& groups, std::size_t i) {
    static const std::vector<std::vector<std::size_t>> shapes{{8},    {2, 2, 2, 2}, {3, 2, 3}, {4, 4},
                                                              {5, 6}, {4, 3, 4},    {3, 4, 4}};
    std::vector<std::size_t> widths;
    for (std::size_t j = i; j < groups.size() && widths.size() < 4; ++j) {
      if (j > i && groups[j].before != ' ') return 0;
      widths.push_back(groups[j].digits.size());
      if (std::ranges::find(shapes, widths) == shapes.end()) continue;
      if (widths.size() == 1 && looks_like_day(groups[i].digits)) return 0;
      if (widths.size() >= 2 && widths[0] + widths[1] >= 11 && groups[i].digits.front() != '0') continue;
      add(Kind::phone, groups[i].start, groups[j].end, "any/phone: 00 00 00 00");
      return j - i + 1;
    }
    return 0;
  }
  static bool looks_like_day(std::string_view digits) {  // 20251119
    return year(digits.substr(0, 4)) && digits.substr(4, 2) <= "12" && digits.substr(6, 2) <= "31";
  }

  std::string_view text_;
  std::vector<Sensitive> found_;
};

}  // namespace

std::vector<Sensitive> find_sensitive(std::string_view text) {
  return Finder(text).all();
}

std::string mask(std::string_view text, const std::vector<Sensitive>& found) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (const Sensitive& s : found) {
    if (s.kind != Kind::national_id && s.kind != Kind::card_or_account && s.kind != Kind::secret) continue;
    if (s.start < at) continue;
    out += text.substr(at, s.start - at);
    if (s.kind == Kind::secret) {  // not even its length
      out += "********";
      at = s.end;
      continue;
    }
    for (std::size_t i = s.start; i < s.end;) {
      std::size_t length = 0;
      if (digit_at(text, i, length) >= 0) {
        out += '*';
        i += length;
      } else {
        out += text[i++];
      }
    }
    at = s.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace varsel::intents
