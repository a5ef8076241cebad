// HTML that cannot be broken by what people write: text and attribute values go through one escape, every element that
// is opened is closed, and names of elements and attributes are literals of this program.
#pragma once
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace varsel::adapters::page {

// & < > " ' as character references: safe as text and in a quoted attribute.
[[nodiscard]] std::string escape(std::string_view text);

struct Attribute {
  const char* name;
  std::string value;  // "" writes the name alone: for a boolean attribute, and the same as ="" elsewhere
  bool present = true;
};
using Attributes = std::initializer_list<Attribute>;

class Html {
 public:
  Html& text(std::string_view text);
  Html& leaf(const char* element, Attributes attributes, std::string_view text);  // <p class="x">text</p>
  Html& inside(const char* element, Attributes attributes, const std::function<void()>& content);
  Html& alone(const char* element, Attributes attributes);  // <input>, <link>, <meta>, <img>

  [[nodiscard]] std::string page(std::string_view language) &&;  // as a whole document in that language

 private:
  void start(const char* element, Attributes attributes);
  void end(const char* element);
  std::string out_;
};

}  // namespace varsel::adapters::page
