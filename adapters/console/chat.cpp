#include "adapters/console/chat.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <stdexcept>

#include "base/text.h"

namespace varsel::adapters::console {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kNormal = "\x1b[0m";

// The grapheme clusters of a word: what a person takes for one letter.
std::vector<std::string_view> clusters(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks{
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
  const std::unique_ptr<UText, decltype(&utext_close)> text{
      utext_openUTF8(nullptr, word.data(), static_cast<std::int64_t>(word.size()), &status), &utext_close};
  if (U_SUCCESS(status) != 0) breaks->setText(text.get(), status);
  if (U_FAILURE(status) != 0) throw std::logic_error("the Unicode break rules cannot be read");
  std::vector<std::string_view> found;
  for (std::int32_t from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE;
       from = to, to = breaks->next())
    found.push_back(word.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
  return found;
}

void wrap_line(std::string_view line, std::size_t width, std::string& out) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  line.remove_prefix(indent);
  std::size_t column = !line.empty() && indent < width ? indent : 0;
  out.append(column, ' ');
  bool first = true;
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.find_first_not_of(' ', word.size()), line.size()));
    const auto letters = clusters(word);
    const bool fits = column + 1 + letters.size() <= width;
    if (!first) out += fits ? ' ' : '\n';
    if (!first) column = fits ? column + 1 : 0;
    first = false;
    const bool link = word.find("://") != std::string_view::npos;
    for (const std::string_view letter : letters) {
      if (column >= width && !link) {
        out += '\n';
        column = 0;
      }
      out += letter;
      ++column;
    }
  }
}

std::optional<Button> picked(std::string_view text, const std::vector<Button>& choices) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > choices.size())
    return std::nullopt;
  return choices[number - 1];
}

}  // namespace

std::string wrapped(std::string_view utf8, std::size_t width) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(utf8.find('\n'), utf8.size());
    wrap_line(utf8.substr(0, end), std::max<std::size_t>(width, 1), out);
    if (end == utf8.size()) return out;
    out += '\n';
    utf8.remove_prefix(end + 1);
  }
}

void show(const Said& said, std::ostream& out, const Screen& screen) {
  if (!said.text.empty()) out << wrapped(clean_text(said.text), screen.width) << '\n';
  std::size_t number = 0;
  for (const Button& button : said.buttons) {
    const std::string mark = std::to_string(++number) + ")";
    out << "  " << (screen.terminal ? std::string(kBold) + mark + std::string(kNormal) : mark) << ' '
        << clean_text(button.label) << '\n';
  }
  out << '\n';
}

Result<> chat(std::istream& in, std::ostream& out, const Screen& screen, const std::vector<Said>& greeting,
              const Turn& turn) {
  std::vector<Button> choices;
  const auto hear = [&](const std::vector<Said>& messages) {
    for (const Said& said : messages) {
      show(said, out, screen);
      if (!said.buttons.empty()) choices = said.buttons;
    }
  };
  hear(greeting);
  while (true) {
    if (screen.terminal) out << "> ";
    out.flush();
    std::string line;
    if (!std::getline(in, line)) break;
    std::string text = trim(clean_text(line));
    if (text.empty()) continue;
    if (const auto choice = picked(text, choices)) {
      out << "-> " << clean_text(choice->label) << '\n';
      text = choice->value;
    }
    choices.clear();  // an answered question's choices are no answers to the next
    VARSEL_TRY(const std::vector<Said> messages, turn(PersonalText(std::move(text))));
    hear(messages);
  }
  if (screen.terminal) out << '\n';
  return {};
}

}  // namespace varsel::adapters::console
