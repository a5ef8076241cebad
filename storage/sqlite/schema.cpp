#include "storage/sqlite/schema.h"

#include <string>

namespace varsel::storage::sqlite {
namespace {

constexpr std::int64_t kApplicationId = 0x5672736c;  // "Vrsl", SQLite's file format 1.3.16
constexpr const char* kReadApplication = "PRAGMA application_id";
constexpr const char* kReadVersion = "PRAGMA user_version";
constexpr const char* kCountTables = "SELECT count(*) FROM sqlite_schema";

Result<std::int64_t> number(Connection& database, const char* sql) {
  VARSEL_TRY(Cursor row, database.query(sql));
  VARSEL_TRY(const bool found, row.next());
  return found ? row.integer(0) : 0;
}

// The schema of the file; 0: an empty one.
Result<std::int64_t> schema_of(Connection& database) {
  VARSEL_TRY(const std::int64_t application, number(database, kReadApplication));
  VARSEL_TRY(const std::int64_t version, number(database, kReadVersion));
  VARSEL_TRY(const std::int64_t tables, number(database, kCountTables));
  if (tables == 0 && version == 0) return 0;
  if (application != kApplicationId) return fail(ErrorCode::denied, "the database belongs to another program");
  const auto known = static_cast<std::int64_t>(migrations().size());
  if (version > known)
    return fail(ErrorCode::denied, "the data folder was written by a newer Varsel (schema " + std::to_string(version) +
                                       ", this one knows " + std::to_string(known) + ")");
  return version;
}

}  // namespace

Result<> migrate(Connection& database) {
  VARSEL_TRY(const std::int64_t version, schema_of(database));
  const auto texts = migrations();
  for (auto next = static_cast<std::size_t>(version); next < texts.size(); ++next) {
    const Result<> done = database.execute("BEGIN IMMEDIATE;" + std::string(texts[next]) +
                                           ";PRAGMA application_id=" + std::to_string(kApplicationId) +
                                           ";PRAGMA user_version=" + std::to_string(next + 1) + ";COMMIT");
    if (!done) {
      // Nothing to roll back when BEGIN itself failed; the first error is the one to report.
      [[maybe_unused]] const Result<> undone = database.execute("ROLLBACK");
      return done;
    }
  }
  return {};
}

Result<> check_schema(Connection& database) {
  VARSEL_TRY(const std::int64_t version, schema_of(database));
  if (version != static_cast<std::int64_t>(migrations().size()))
    return fail(ErrorCode::denied, "the data folder was written by an older Varsel: start the server once");
  return {};
}

}  // namespace varsel::storage::sqlite
