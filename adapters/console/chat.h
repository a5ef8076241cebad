// Talking in a terminal: lines in, wrapped text and numbered choices out. The same conversation as in every channel.
#pragma once
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/channel.h"
#include "base/result.h"

namespace varsel::adapters::console {

// One message from Varsel.
struct Said {
  std::string text;
  std::vector<Button> buttons;
};

// One turn, given by bot/: what the person typed or picked goes in, what Varsel says comes out.
using Turn = std::function<Result<std::vector<Said>>(const PersonalText& text)>;

struct Screen {
  std::size_t width = 80;  // columns
  bool terminal = false;   // a person looks at it: prompt and emphasis. Otherwise plain text, without escape sequences
};

// Text in lines of at most `width` grapheme clusters, broken at spaces. A longer word is broken between clusters, but a
// link is left whole, so that it can be copied.
std::string wrapped(std::string_view utf8, std::size_t width);

// Shows a message: the text, then its choices as "1) Label". Control characters do not reach the terminal.
void show(const Said& said, std::ostream& out, const Screen& screen);

// Talks until the input ends. `greeting` is shown first. A bare number picks one of the choices shown last, says so,
// and the choice's value is what the turn gets; a number without such a choice is an answer like all text. Ends with
// the error of a turn that failed.
Result<> chat(std::istream& in, std::ostream& out, const Screen& screen, const std::vector<Said>& greeting,
              const Turn& turn);

}  // namespace varsel::adapters::console
