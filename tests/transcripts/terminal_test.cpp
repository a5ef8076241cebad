#include "bot/stage.h"
#include "tests/catch.h"
#include "tests/transcripts/transcripts.h"

namespace varsel::tests {
namespace {

TEST_CASE("every transcript is what Varsel says in the terminal") {
  const auto files = transcript_files();
  REQUIRE(files.size() > 20);
  for (const auto& file : files) {
    DYNAMIC_SECTION(file.stem().string() << " in " << file.parent_path().filename().string()) {
      const auto expected = read(file);
      const auto actual = bot::play(expected, "");
      INFO(file.string());
      if (!actual) FAIL(actual.error().detail);
      const auto difference = adapters::console::difference(file.filename().string(), expected, *actual);
      INFO(difference.value_or(""));
      CHECK_FALSE(difference);
    }
  }
}

}  // namespace
}  // namespace varsel::tests
