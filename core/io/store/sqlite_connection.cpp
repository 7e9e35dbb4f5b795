// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/sqlite_connection.h"

#include <sqlite3.h>

#include <system_error>

namespace strikedesk::store {

namespace {

/// Longest text or blob taken from or given to a file; protects against a damaged length.
constexpr int kMaxValueBytes = 64 * 1024 * 1024;
/// The backstop in pages for a write-ahead file that nobody moves in idle time.
constexpr int kAutoCheckpointPages = 4'000;

Error sentence(ErrorKind kind, std::string id, std::string message, const std::string& file,
               std::string context) {
    return Error{kind, std::move(id), std::move(message), {{"file", file}}, std::move(context)};
}

} // namespace

std::string pathText(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

SqliteFailure failureOf(int code) {
    switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return SqliteFailure::None;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqliteFailure::Busy;
    case SQLITE_FULL:
        return SqliteFailure::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return SqliteFailure::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return SqliteFailure::Damaged;
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
        return SqliteFailure::Input;
    case SQLITE_CONSTRAINT:
        return SqliteFailure::Constraint;
    default:
        return SqliteFailure::Other;
    }
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(m_statement); }

int SqliteStatement::positionOf(std::size_t number) const {
    std::string name(1, '$');
    name += std::to_string(number);
    return sqlite3_bind_parameter_index(m_statement, name.c_str());
}

int SqliteStatement::parameterCount() const { return sqlite3_bind_parameter_count(m_statement); }

int SqliteStatement::bindInteger(int position, std::int64_t value) {
    return sqlite3_bind_int64(m_statement, position, value);
}

int SqliteStatement::bindText(int position, std::string_view text) {
    // A null pointer would bind NULL; an empty text must stay a text.
    const char* data = text.empty() ? "" : text.data();
    return sqlite3_bind_text64(m_statement, position, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int SqliteStatement::bindBlob(int position, std::string_view bytes) {
    if (bytes.empty())
        return sqlite3_bind_zeroblob(m_statement, position, 0);
    return sqlite3_bind_blob64(m_statement, position, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

int SqliteStatement::bind(int position, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return bindInteger(position, *whole);
    if (const auto* real = std::get_if<double>(&value))
        return sqlite3_bind_double(m_statement, position, *real);
    if (const auto* text = std::get_if<std::string>(&value))
        return bindText(position, *text);
    if (const auto* blob = std::get_if<Blob>(&value))
        return bindBlob(position, blob->bytes);
    return sqlite3_bind_null(m_statement, position);
}

int SqliteStatement::step() { return sqlite3_step(m_statement); }

int SqliteStatement::run() {
    const int code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

void SqliteStatement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::int64_t SqliteStatement::columnInteger(int index) const {
    return sqlite3_column_int64(m_statement, index);
}

std::string_view SqliteStatement::columnText(int index) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, index));
    const int size = sqlite3_column_bytes(m_statement, index);
    return data ? std::string_view(data, static_cast<std::size_t>(size)) : std::string_view();
}

std::string_view SqliteStatement::columnBlob(int index) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, index));
    const int size = sqlite3_column_bytes(m_statement, index);
    return data ? std::string_view(data, static_cast<std::size_t>(size)) : std::string_view();
}

Value SqliteStatement::column(int index) const {
    switch (sqlite3_column_type(m_statement, index)) {
    case SQLITE_INTEGER:
        return columnInteger(index);
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, index);
    case SQLITE_TEXT:
        return std::string(columnText(index));
    case SQLITE_BLOB:
        return Blob{std::string(columnBlob(index))};
    default:
        return std::monostate{};
    }
}

int SqliteStatement::columnCount() const { return sqlite3_column_count(m_statement); }

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::filesystem::path& file,
                                                                 const SqliteOptions& options,
                                                                 SqliteFailure* failure) {
    sqlite3* handle = nullptr;
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(pathText(file).c_str(), &handle, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle, file));
    Status ready = code == SQLITE_OK ? connection->configure(options) : connection->error(code, "open");
    if (!ready) {
        if (failure)
            *failure = failureOf(code == SQLITE_OK ? sqlite3_extended_errcode(handle) : code);
        if (handle)
            connection->keepWriteAheadFileOnClose(true);
        return ready.error();
    }
    if (failure)
        *failure = SqliteFailure::None;
    return connection;
}

SqliteConnection::~SqliteConnection() { sqlite3_close_v2(m_handle); }

Status SqliteConnection::configure(const SqliteOptions& options) {
    sqlite3_busy_timeout(m_handle, options.busyTimeoutMs);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (options.exclusive)
        if (Status set = expectPragma("locking_mode", "EXCLUSIVE", "exclusive"); !set)
            return set;
    if (Status set = expectPragma("journal_mode", "WAL", "wal"); !set)
        return set;
    if (Status set = expectPragma("synchronous", "FULL", "2"); !set)
        return set;
    if (Status set = expectPragma("foreign_keys", "ON", "1"); !set)
        return set;
    sqlite3_wal_autocheckpoint(m_handle, kAutoCheckpointPages);
    // An exclusive lock is taken by the first write transaction, so make one now.
    return options.exclusive ? exec("BEGIN IMMEDIATE; COMMIT") : done();
}

Status SqliteConnection::expectPragma(const std::string& name, std::string_view set,
                                      std::string_view readBack) {
    if (Result<std::string> done = scalar("PRAGMA " + name + "=" + std::string(set)); !done)
        return done.error();
    Result<std::string> value = scalar("PRAGMA " + name);
    if (!value)
        return value.error();
    if (*value != readBack)
        return sentence(
            ErrorKind::Storage, "store.setting_refused",
            "The database file cannot be used safely on this disk. Choose a folder on a local disk.",
            pathText(m_file), "PRAGMA " + name + " is " + *value);
    return done();
}

Status SqliteConnection::exec(const std::string& sql) {
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? done() : error(code, sql.substr(0, 80));
}

Result<SqliteStatement> SqliteConnection::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (code != SQLITE_OK)
        return error(code, sql.substr(0, 80));
    SqliteStatement owned(statement);
    const std::string_view left = sql.substr(static_cast<std::size_t>(rest - sql.data()));
    if (!statement || left.find_first_not_of(" \t\r\n;") != std::string_view::npos)
        return sentence(ErrorKind::Internal, "store.statement",
                        "The database was asked for several things at once.", pathText(m_file),
                        std::string(sql.substr(0, 200)));
    return owned;
}

Result<std::string> SqliteConnection::scalar(std::string_view sql) {
    Result<SqliteStatement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const int code = statement->step();
    if (code == SQLITE_ROW)
        return std::string(statement->columnText(0));
    if (code == SQLITE_DONE)
        return std::string();
    return error(code, sql);
}

Error SqliteConnection::error(int code, std::string_view while_) const {
    const std::string file = pathText(m_file);
    std::string context = std::string(while_) + ": " + std::to_string(code) + " " +
                          (m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code));
    switch (failureOf(code)) {
    case SqliteFailure::Busy:
        return sentence(ErrorKind::Unavailable, "store.busy",
                        "The database is in use by another program. Close that program and try again.", file,
                        context);
    case SqliteFailure::Full:
        return sentence(ErrorKind::Storage, "store.disk_full",
                        "The disk is full. Free some space and try again.", file, context);
    case SqliteFailure::ReadOnly:
        return sentence(
            ErrorKind::Storage, "store.not_writable",
            "The database file cannot be opened for writing. Check the folder and its permissions.", file,
            context);
    case SqliteFailure::Damaged:
        return sentence(ErrorKind::Storage, "store.damaged",
                        "The database file is damaged. Restore it from a backup.", file, context);
    case SqliteFailure::Input:
        return sentence(ErrorKind::Storage, "store.disk_error",
                        "The disk reported an error. Check the disk, then start the program again.", file,
                        context);
    case SqliteFailure::Constraint:
        return sentence(ErrorKind::Refused, "store.constraint",
                        "The change contradicts what is stored already.", file, context);
    default:
        return sentence(ErrorKind::Internal, "store.failed", "The database could not carry out a request.",
                        file, context);
    }
}

void SqliteConnection::keepWriteAheadFileOnClose(bool keep) {
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

Status SqliteConnection::backupTo(const std::filesystem::path& target) {
    std::error_code status;
    if (std::filesystem::exists(target, status))
        return sentence(ErrorKind::Refused, "store.backup_exists",
                        "A file with the name of the backup exists already. Choose another name.",
                        pathText(target), {});
    sqlite3* copy = nullptr;
    int code = sqlite3_open_v2(pathText(target).c_str(), &copy,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<SqliteConnection> owned(new SqliteConnection(copy, target));
    if (code != SQLITE_OK)
        return owned->error(code, "backup");
    sqlite3_exec(copy, "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr);
    sqlite3_backup* backup = sqlite3_backup_init(copy, "main", m_handle, "main");
    if (backup) {
        sqlite3_backup_step(backup, -1);
        code = sqlite3_backup_finish(backup);
    } else {
        code = sqlite3_errcode(copy);
    }
    if (code == SQLITE_OK)
        return done();
    const Error failed = owned->error(code, "backup");
    owned.reset();
    std::filesystem::remove(target, status);
    return failed;
}

} // namespace strikedesk::store
