// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/sqlite_database.h"

#include "core/io/store/sqlite_connection.h"

#include <sqlite3.h>

#include <map>
#include <system_error>
#include <thread>

namespace strikedesk::store {

namespace {

/// Statement texts are literals of repositories; the bound is for a caller that builds text by mistake.
constexpr std::size_t kMaxKeptStatements = 256;

} // namespace

class SqliteDatabase::Impl {
public:
    explicit Impl(std::unique_ptr<SqliteConnection> connection) : m_connection(std::move(connection)) {}

    void assertThread() const {
        STRIKEDESK_ASSERT(std::this_thread::get_id() == m_owner,
                          "a database was used from a thread that does not own it");
    }

    /// A ready statement for `sql` with its parameters bound. It is taken out of the kept ones while in use,
    /// so that a row handler may run the same text.
    Result<SqliteStatement> take(std::string_view sql, const std::vector<Value>& parameters) {
        assertThread();
        auto kept = m_statements.extract(std::string(sql));
        Result<SqliteStatement> statement =
            kept ? Result<SqliteStatement>(std::move(kept.mapped())) : m_connection->prepare(sql);
        if (!statement)
            return statement;
        if (static_cast<std::size_t>(statement->parameterCount()) != parameters.size())
            return Error{ErrorKind::Internal,
                         "store.parameters",
                         "The database was asked with the wrong values.",
                         {},
                         std::string(sql)};
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const int position = statement->positionOf(i + 1);
            const int code = position == 0 ? SQLITE_RANGE : statement->bind(position, parameters[i]);
            if (code != SQLITE_OK)
                return m_connection->error(code, sql);
        }
        return statement;
    }

    void keep(std::string_view sql, SqliteStatement statement) {
        statement.reset();
        if (m_statements.size() < kMaxKeptStatements)
            m_statements.insert_or_assign(std::string(sql), std::move(statement));
    }

    Status control(const char* sql) { return m_connection->exec(sql); }

    Status query(std::string_view sql, const std::vector<Value>& parameters, const RowHandler& onRow) {
        Result<SqliteStatement> statement = take(sql, parameters);
        if (!statement)
            return statement.error();
        Status result = done();
        int code = statement->step();
        for (; code == SQLITE_ROW && result; code = result ? statement->step() : code) {
            std::vector<Value> columns;
            columns.reserve(static_cast<std::size_t>(statement->columnCount()));
            for (int i = 0; i < statement->columnCount(); ++i)
                columns.push_back(statement->column(i));
            const Row row(std::move(columns));
            result = onRow(row);
            if (result && row.mismatched())
                result = Error{ErrorKind::Storage,
                               "store.unexpected_type",
                               "The database holds a value of an unexpected kind. Restore it from a backup.",
                               {},
                               std::string(sql)};
        }
        if (result && code != SQLITE_DONE)
            result = m_connection->error(code, sql);
        keep(sql, std::move(statement.value()));
        return result;
    }

    std::unique_ptr<SqliteConnection> m_connection;
    std::map<std::string, SqliteStatement> m_statements;
    std::thread::id m_owner = std::this_thread::get_id();
    int m_depth = 0;
    bool m_innerFailed = false;
};

SqliteDatabase::SqliteDatabase(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SqliteDatabase::~SqliteDatabase() = default;

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const std::filesystem::path& file,
                                                             const std::string& vfs) {
    std::error_code ignored; // A folder that cannot be made shows as a file that cannot be opened.
    std::filesystem::create_directories(file.parent_path(), ignored);
    Result<std::unique_ptr<SqliteConnection>> connection =
        SqliteConnection::open(file, SqliteOptions{250, false, vfs});
    if (!connection)
        return connection.error();
    return std::unique_ptr<SqliteDatabase>(
        new SqliteDatabase(std::make_unique<Impl>(std::move(connection.value()))));
}

Result<std::int64_t> SqliteDatabase::execute(std::string_view sql, const std::vector<Value>& parameters) {
    Result<SqliteStatement> statement = m_impl->take(sql, parameters);
    if (!statement)
        return statement.error();
    const int code = statement->run();
    if (code != SQLITE_OK)
        return m_impl->m_connection->error(code, sql);
    const std::int64_t changed = sqlite3_changes64(m_impl->m_connection->get());
    m_impl->keep(sql, std::move(statement.value()));
    return changed;
}

Status SqliteDatabase::query(std::string_view sql, const std::vector<Value>& parameters,
                             const RowHandler& onRow) {
    return m_impl->query(sql, parameters, onRow);
}

Status SqliteDatabase::runScript(std::string_view sql) {
    m_impl->assertThread();
    return m_impl->m_connection->exec(std::string(sql));
}

Status SqliteDatabase::inTransaction(const std::function<Status()>& body) {
    m_impl->assertThread();
    if (m_impl->m_depth > 0) {
        ++m_impl->m_depth;
        Status inner = body();
        --m_impl->m_depth;
        m_impl->m_innerFailed = m_impl->m_innerFailed || !inner;
        return inner;
    }
    if (Status begun = m_impl->control("BEGIN IMMEDIATE"); !begun)
        return begun;
    m_impl->m_depth = 1;
    m_impl->m_innerFailed = false;
    Status result = body();
    m_impl->m_depth = 0;
    if (result && m_impl->m_innerFailed)
        result = Error{ErrorKind::Internal, "store.inner_failed",
                       "A part of a change failed; nothing was changed."};
    if (result)
        result = m_impl->control("COMMIT");
    // SQLite ends some failed transactions by itself; a second ROLLBACK would be an error.
    if (!result && sqlite3_get_autocommit(m_impl->m_connection->get()) == 0)
        if (Status back = m_impl->control("ROLLBACK"); !back)
            return back;
    return result;
}

Status SqliteDatabase::backupTo(const std::filesystem::path& file) {
    m_impl->assertThread();
    return m_impl->m_connection->backupTo(file);
}

} // namespace strikedesk::store
