// Result<T>: the one way a function says that it may fail.
//
// A function returns Result when the caller is expected to react; a broken invariant throws std::logic_error and is
// caught at the turn boundary (bot/turn), never shown to a person. Error::detail is for the operator's log: it must
// never hold what a person wrote.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace varsel {

// An error code exists only if some caller reacts to it.
enum class ErrorCode {
  invalid,      // the input is wrong and will stay wrong: tell the sender
  not_found,    // no such thing
  conflict,     // someone else changed it first: load again and retry
  denied,       // not allowed for this caller
  unavailable,  // try again later: the disk, the network or a peer does not answer
  corrupt,      // what was stored cannot be trusted: stop and call the operator
};

struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string detail;
};

template <class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail) {
  return tl::make_unexpected(Error{code, std::move(detail)});
}

}  // namespace varsel

// Evaluates an expression of type Result<T>, returns its error from the enclosing function, or yields the value.
#define VARSEL_CONCAT_(a, b) a##b
#define VARSEL_CONCAT(a, b) VARSEL_CONCAT_(a, b)
#define VARSEL_TRY_(tmp, target, ...)                             \
  auto tmp = (__VA_ARGS__);                                       \
  if (!tmp) return ::tl::make_unexpected(std::move(tmp).error()); \
  target = std::move(*tmp)
#define VARSEL_TRY(target, ...) VARSEL_TRY_(VARSEL_CONCAT(varsel_try_, __LINE__), target, __VA_ARGS__)
#define VARSEL_CHECK(...)                                            \
  do {                                                               \
    if (auto varsel_check = (__VA_ARGS__); !varsel_check)            \
      return ::tl::make_unexpected(std::move(varsel_check).error()); \
  } while (false)
