#include "adapters/page/html.h"

namespace varsel::adapters::page {

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void Html::start(const char* element, Attributes attributes) {
  out_.append("<").append(element);
  for (const Attribute& attribute : attributes) {
    if (!attribute.present) continue;
    out_.append(" ").append(attribute.name);
    if (!attribute.value.empty()) out_.append("=\"").append(escape(attribute.value)).append("\"");
  }
  out_ += '>';
}

void Html::end(const char* element) {
  out_.append("</").append(element).append(">");
}

Html& Html::text(std::string_view text) {
  out_ += escape(text);
  return *this;
}

Html& Html::leaf(const char* element, Attributes attributes, std::string_view text) {
  return inside(element, attributes, [&] { this->text(text); });
}

Html& Html::inside(const char* element, Attributes attributes, const std::function<void()>& content) {
  start(element, attributes);
  content();
  end(element);
  return *this;
}

Html& Html::alone(const char* element, Attributes attributes) {
  start(element, attributes);
  return *this;
}

std::string Html::page(std::string_view language) && {
  return "<!doctype html>\n<html lang=\"" + escape(language) + "\">" + std::move(out_) + "</html>\n";
}

}  // namespace varsel::adapters::page
