// Personal<T> and Secret<T>: values that cannot be logged, streamed or formatted by accident.
//
// Neither has operator<< or a formatter, and fmt/spdlog refuse them at compile time. reveal() is the one way in, so
// that a reviewer can search for it.
#pragma once
#include <compare>
#include <string>
#include <utility>

namespace varsel {

// What describes a person or a breach: the words somebody wrote, a name, an address, a phone number.
template <class T>
class Personal {
 public:
  Personal() = default;
  explicit Personal(T value) : value_(std::move(value)) {}
  [[nodiscard]] const T& reveal() const { return value_; }
  bool operator==(const Personal&) const = default;

 private:
  T value_{};
};
using PersonalText = Personal<std::string>;

// A key, token or password; overwritten when it goes out of scope, compared in constant time.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string value) : value_(std::move(value)) {}
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  Secret(Secret&&) noexcept = default;
  Secret& operator=(Secret&&) noexcept = default;
  ~Secret() { wipe(); }
  [[nodiscard]] const std::string& reveal() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }
  [[nodiscard]] bool equals(const std::string& other) const {
    unsigned difference = value_.size() == other.size() ? 0u : 1u;
    for (std::size_t i = 0; i < other.size(); ++i)
      difference |= static_cast<unsigned char>(other[i] ^ (i < value_.size() ? value_[i] : 0));
    return difference == 0;
  }

 private:
  void wipe() {
    volatile char* at = value_.data();
    for (std::size_t i = 0; i < value_.size(); ++i) at[i] = 0;
  }
  std::string value_;
};

}  // namespace varsel
