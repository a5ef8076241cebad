// Events on disk: compact JSON that is read for ever.
//
// The events of one append are one array; an event is [version, kind, at, by, [fields...]]. Kinds are frozen numbers,
// fields stand in the frozen order of codec.cpp, times are milliseconds (instants) or seconds (wall clocks) since 1970.
// A new field goes to the end with a default for the events that lack it; a changed meaning is a new version.
// FORMAT.md lists kinds and fields; tests/contract/formats keeps samples of everything that was ever written.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "incident/events.h"

namespace varsel::storage {

[[nodiscard]] std::string encode(const std::vector<incident::Event>& events);

// corrupt: no events, or events of a later version of Varsel; the detail says which and never what they hold.
[[nodiscard]] Result<std::vector<incident::Event>> decode(std::string_view text);

}  // namespace varsel::storage
