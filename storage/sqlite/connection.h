// A connection to SQLite with prepared statements that are kept. One thread at a time.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace varsel::storage::sqlite {

struct Blob {
  std::string_view bytes;
};

// The rows of a running statement; resets it at the end. Texts and blobs are valid until the next row.
class Cursor {
 public:
  Cursor(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  Cursor(Cursor&& other) noexcept;
  Cursor& operator=(Cursor&&) = delete;
  ~Cursor();
  [[nodiscard]] Result<bool> next();  // false: no more rows
  [[nodiscard]] bool null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] Instant instant(int column) const { return Instant(Millis(integer(column))); }
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] std::string_view blob(int column) const;

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_;
};

class Connection {
 public:
  enum class Mode { read, write };
  // not_found: reading, and there is no such file. Other errors as in storage/open.h.
  [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string& file, Mode mode,
                                                                const std::string& vfs);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  // Several statements without parameters, not kept.
  [[nodiscard]] Result<> execute(const std::string& sql);

  // `sql` is a constant: its address is the name under which the prepared statement is kept. One running cursor each.
  template <class... Values>
  [[nodiscard]] Result<Cursor> query(const char* sql, const Values&... values) {
    VARSEL_TRY(sqlite3_stmt * statement, prepared(sql));
    int at = 0;
    (bind(statement, ++at, values), ...);
    return Cursor(handle_, statement);
  }
  // For statements without rows.
  template <class... Values>
  [[nodiscard]] Result<> run(const char* sql, const Values&... values) {
    VARSEL_TRY(Cursor rows, query(sql, values...));
    VARSEL_TRY([[maybe_unused]] const bool more, rows.next());
    return {};
  }

  [[nodiscard]] std::int64_t last_row() const;
  [[nodiscard]] int changed() const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  explicit Connection(sqlite3* handle) : handle_(handle) {}
  [[nodiscard]] Result<sqlite3_stmt*> prepared(const char* sql);
  static void bind(sqlite3_stmt* statement, int at, std::int64_t value);
  static void bind(sqlite3_stmt* statement, int at, std::uint64_t value) {
    bind(statement, at, static_cast<std::int64_t>(value));
  }
  static void bind(sqlite3_stmt* statement, int at, int value) { bind(statement, at, std::int64_t{value}); }
  static void bind(sqlite3_stmt* statement, int at, bool value) { bind(statement, at, std::int64_t{value}); }
  static void bind(sqlite3_stmt* statement, int at, Instant value) {
    bind(statement, at, std::int64_t{value.time_since_epoch().count()});
  }
  static void bind(sqlite3_stmt* statement, int at, std::string_view value);
  static void bind(sqlite3_stmt* statement, int at, const std::string& value) {
    bind(statement, at, std::string_view(value));
  }
  static void bind(sqlite3_stmt* statement, int at, Blob value);

  sqlite3* handle_;
  std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

// What SQLite's answer means to the caller and says to the operator; holds no stored value.
[[nodiscard]] Error explain(int code);

}  // namespace varsel::storage::sqlite
