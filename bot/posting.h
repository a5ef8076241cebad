// Postings of a conversation as the store keeps them: JSON, version 1. Old ones are read for ever.
#pragma once
#include "adapters/channel.h"
#include "storage/store.h"

namespace varsel::bot {

[[nodiscard]] storage::Posting to_posting(const adapters::Posted& posted);
[[nodiscard]] Result<adapters::Posted> from_posting(const storage::Posting& posting);  // corrupt

}  // namespace varsel::bot
