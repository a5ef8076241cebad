// The tables of the database: forward-only, numbered migrations (storage/migrations). user_version is the number of the
// last one that ran.
#pragma once
#include <span>
#include <string_view>

#include "base/result.h"
#include "storage/sqlite/connection.h"

namespace varsel::storage::sqlite {

[[nodiscard]] std::span<const std::string_view> migrations();

// Brings the database to the newest schema, each migration in a transaction of its own.
// denied: the schema is newer than this program, or the file belongs to another program.
[[nodiscard]] Result<> migrate(Connection& database);

// The same check for a connection that may not change anything. denied also when the schema is older.
[[nodiscard]] Result<> check_schema(Connection& database);

}  // namespace varsel::storage::sqlite
