// Writes JSON text (RFC 8259) straight into a string: for what is written on every turn. nlohmann::json, which reads
// everything and writes the rest, builds a tree first, copies every initializer list in it, and looks at its text byte
// by byte; that was a third of the processor time of a turn.
#pragma once
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace varsel {

// The caller closes what it opens, gives every value of an object its key, and keeps keys distinct.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name) {
    value(name);
    text_ += ':';
    separate_ = false;
  }

  // Bytes that are not UTF-8 become U+FFFD.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }  // which would rather become a bool
  void value(bool yes) { literal(yes ? "true" : "false"); }
  void null() { literal("null"); }
  template <std::integral Number>
  void value(Number number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    literal({digits, static_cast<std::size_t>(end - digits)});
  }

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }

  [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

 private:
  void separate() {
    if (separate_) text_ += ',';
    separate_ = true;
  }
  void literal(std::string_view text) {
    separate();
    text_ += text;
  }
  void open(char bracket) {
    separate();
    text_ += bracket;
    separate_ = false;
  }
  void close(char bracket) {
    text_ += bracket;
    separate_ = true;
  }

  std::string text_;
  bool separate_ = false;  // a comma stands before what comes next
};

}  // namespace varsel
