#include "storage/sqlite/connection.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace varsel::storage::sqlite {
namespace {

// How long one connection waits for another's lock: a checkpoint or a recovery beside it, never a long write.
constexpr int kBusyMilliseconds = 5'000;

// SQLite takes an empty blob or text for NULL when its address is null.
const char* address(std::string_view value) {
  return value.data() == nullptr ? "" : value.data();
}

}  // namespace

Error explain(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorCode::unavailable, "the disk is full"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::unavailable, "another program has locked the database"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::unavailable, "the data folder cannot be written"};
    case SQLITE_CANTOPEN:
      return {ErrorCode::unavailable, "the database file cannot be opened"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return {ErrorCode::corrupt, "the database file is damaged: stop, keep it, and restore a backup"};
    default:
      // errstr, not errmsg: it speaks of the kind of error alone.
      return {ErrorCode::unavailable,
              std::string("the disk does not answer: ") + sqlite3_errstr(code) + " (" + std::to_string(code) + ")"};
  }
}

Cursor::Cursor(Cursor&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Cursor::~Cursor() {
  if (statement_ != nullptr) sqlite3_reset(statement_);
}

Result<bool> Cursor::next() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return tl::make_unexpected(explain(sqlite3_extended_errcode(database_)));
  }
}

bool Cursor::null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::int64_t Cursor::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
std::string_view Cursor::text(int column) const {
  const auto* const start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return {start == nullptr ? "" : start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
std::string_view Cursor::blob(int column) const {
  const auto* const start = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {start == nullptr ? "" : start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& file, Mode mode, const std::string& vfs) {
  std::error_code ignored;
  if (mode == Mode::read && !std::filesystem::exists(file, ignored))
    return fail(ErrorCode::not_found, "there is no database " + file);
  // A connection is used by one thread at a time, so SQLite need not lock it.
  const int flags =
      SQLITE_OPEN_NOMUTEX | (mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags, vfs.empty() ? nullptr : vfs.c_str());
  std::unique_ptr<Connection> opened(new Connection(handle));
  if (code != SQLITE_OK) return tl::make_unexpected(explain(code));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // A database file may have been prepared by somebody hostile: no functions or views of its own are run.
  VARSEL_CHECK(opened->execute("PRAGMA trusted_schema=OFF"));
  return opened;
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Result<> Connection::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::make_unexpected(explain(code));
  return {};
}

Result<sqlite3_stmt*> Connection::prepared(const char* sql) {
  sqlite3_stmt*& statement = statements_[sql];
  if (statement == nullptr) {
    const int code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return tl::make_unexpected(explain(code));
  }
  return statement;
}

std::int64_t Connection::last_row() const {
  return sqlite3_last_insert_rowid(handle_);
}
int Connection::changed() const {
  return sqlite3_changes(handle_);
}

void Connection::bind(sqlite3_stmt* statement, int at, std::int64_t value) {
  sqlite3_bind_int64(statement, at, value);
}
void Connection::bind(sqlite3_stmt* statement, int at, std::string_view value) {
  sqlite3_bind_text64(statement, at, address(value), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Connection::bind(sqlite3_stmt* statement, int at, Blob value) {
  // Copied like the texts: a bound value must not outlive its owner in a statement that is kept.
  sqlite3_bind_blob64(statement, at, address(value.bytes), value.bytes.size(), SQLITE_TRANSIENT);
}

}  // namespace varsel::storage::sqlite
