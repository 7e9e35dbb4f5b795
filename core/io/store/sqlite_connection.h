// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/store/value.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace strikedesk::store {

/// Why SQLite said no, in the terms our callers act on.
enum class SqliteFailure {
    None,
    Busy,       ///< locked by another program longer than the wait
    Full,       ///< disk full; the transaction is rolled back, the file is sound
    ReadOnly,   ///< no permission, or a read-only disk
    Damaged,    ///< not a database, or pages that contradict each other
    Input,      ///< reading, writing or syncing failed: what the disk holds is unknown
    Constraint, ///< a rule of the schema (unique, foreign key, check)
    Other,
};

/// Sorts a (primary or extended) result code.
SqliteFailure failureOf(int code);

/// A prepared statement, finalised on destruction. Used by one connection's thread.
class SqliteStatement {
public:
    explicit SqliteStatement(sqlite3_stmt* statement) : m_statement(statement) {}
    SqliteStatement(SqliteStatement&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)) {}
    SqliteStatement& operator=(SqliteStatement&& other) noexcept {
        std::swap(m_statement, other.m_statement);
        return *this;
    }
    ~SqliteStatement();

    sqlite3_stmt* get() const { return m_statement; }
    /// Position (1 …) of the parameter written "$<number>"; 0 when the text has none.
    int positionOf(std::size_t number) const;
    int parameterCount() const;
    /// Binds at a position. The value is copied.
    int bind(int position, const Value& value);
    int bindInteger(int position, std::int64_t value);
    int bindText(int position, std::string_view text);
    int bindBlob(int position, std::string_view bytes);
    /// SQLITE_ROW, SQLITE_DONE or an error code.
    int step();
    /// Steps a statement without rows and makes it ready for the next use. Returns SQLITE_OK or an error
    /// code.
    int run();
    void reset();
    Value column(int index) const;
    std::int64_t columnInteger(int index) const;
    std::string_view columnText(int index) const;
    std::string_view columnBlob(int index) const;
    int columnCount() const;

private:
    sqlite3_stmt* m_statement = nullptr;
};

/// How a file is opened.
struct SqliteOptions {
    int busyTimeoutMs = 250;
    /// Hold the file's lock for the life of the connection; a second opener gets Busy.
    bool exclusive = false;
    /// Name of a registered VFS; empty for the system's.
    std::string vfs = {};
};

/// One open SQLite file with the settings this program insists on: WAL and synchronous=FULL, both read
/// back, foreign keys on, no trust in functions named by the schema. One thread at a time.
class SqliteConnection {
public:
    /// Errors as in Database; the failure sort of the last call is in `failure`, if given.
    static Result<std::unique_ptr<SqliteConnection>>
    open(const std::filesystem::path& file, const SqliteOptions& options, SqliteFailure* failure = nullptr);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    sqlite3* get() const { return m_handle; }
    /// Runs statements without parameters or rows.
    Status exec(const std::string& sql);
    Result<SqliteStatement> prepare(std::string_view sql);
    /// The first column of the first row as text, empty when there is none.
    Result<std::string> scalar(std::string_view sql);
    /// A sentence for a result code of this connection.
    Error error(int code, std::string_view while_) const;
    /// Whether to leave the write-ahead file as it is on close: for files that are damaged or in doubt.
    void keepWriteAheadFileOnClose(bool keep);
    /// Copies everything, consistent as of now, into `target`, which must not exist.
    Status backupTo(const std::filesystem::path& target);
    const std::filesystem::path& file() const { return m_file; }

private:
    SqliteConnection(sqlite3* handle, std::filesystem::path file)
        : m_handle(handle), m_file(std::move(file)) {}
    Status configure(const SqliteOptions& options);
    Status expectPragma(const std::string& name, std::string_view set, std::string_view readBack);

    sqlite3* m_handle = nullptr;
    std::filesystem::path m_file;
};

/// A path as UTF-8, for SQLite and for messages.
std::string pathText(const std::filesystem::path& path);

} // namespace strikedesk::store
