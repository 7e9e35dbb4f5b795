// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/database.h"

#include <filesystem>
#include <memory>
#include <string>

namespace strikedesk::store {

/// The store in one SQLite file: WAL, synchronous=FULL, foreign keys, 250 ms of patience with a lock.
/// Belongs to the thread that opened it.
class SqliteDatabase final : public Database {
public:
    /// Opens or makes the file and its folder; no migration is run (see openStore). `vfs` names a registered
    /// SQLite VFS, empty for the system's.
    static Result<std::unique_ptr<SqliteDatabase>> open(const std::filesystem::path& file,
                                                        const std::string& vfs = {});
    ~SqliteDatabase() override;

    Result<std::int64_t> execute(std::string_view sql, const std::vector<Value>& parameters) override;
    Status query(std::string_view sql, const std::vector<Value>& parameters,
                 const RowHandler& onRow) override;
    Status runScript(std::string_view sql) override;
    Status inTransaction(const std::function<Status()>& body) override;

    /// A consistent copy as of now into a new file. Errors: exists already, disk full.
    Status backupTo(const std::filesystem::path& file);

private:
    class Impl;
    explicit SqliteDatabase(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::store
