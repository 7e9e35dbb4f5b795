// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/order_log.h"
#include "core/io/store/order_log_check.h"
#include "core/io/store/order_log_files.h"
#include "core/io/store/sqlite_connection.h"

#include <memory>
#include <optional>
#include <thread>

namespace strikedesk::store {

/// The files around one log, made from its options.
struct OrderLogPaths {
    std::filesystem::path database;
    std::filesystem::path beside(const char* ending) const {
        std::filesystem::path file = database;
        file += ending;
        return file;
    }
};

/// The open log; see OrderLog for the rules.
class OrderLog::Impl {
public:
    Impl(OrderLogOptions options, OrderLogPaths paths, FileLock lock,
         std::unique_ptr<SqliteConnection> connection, OrderLogHead head);
    ~Impl();

    /// Prepares what append needs, so that the first order pays nothing for it.
    Status prepare();
    Result<std::int64_t> append(std::span<const OrderLogRecord> records);
    Status readAfter(std::int64_t seq, const std::function<Status(const OrderLogEntry&)>& onEntry);
    Status backupTo(const std::filesystem::path& file);
    Status checkpoint();

    void assertThread() const;
    void reach(std::string_view point) const {
        if (m_options.atCrashPoint)
            m_options.atCrashPoint(point);
    }

    std::int64_t lastSeq() const { return m_head.lastSeq; }
    bool hasFailed() const { return m_failed; }
    bool isDiskFull() const { return m_diskFull; }

private:
    Status validate(const OrderLogRecord& record) const;
    Status mayAppend(std::span<const OrderLogRecord> records);
    /// Writes and commits; the code tells why not. On success the head is the new one.
    int commit(std::span<const OrderLogRecord> records, OrderLogHead& head);
    int insert(const OrderLogRecord& record, OrderLogHead& head);
    int stampBuild(OrderLogHead& head);
    Error failed(int code);
    void rollBack();

    OrderLogOptions m_options;
    OrderLogPaths m_paths;
    FileLock m_lock;
    std::unique_ptr<SqliteConnection> m_connection;
    std::optional<SqliteStatement> m_begin;
    std::optional<SqliteStatement> m_insert;
    std::optional<SqliteStatement> m_commit;
    OrderLogHead m_head;
    LogWitness m_witness;
    DiskReserve m_reserve;
    std::thread::id m_owner = std::this_thread::get_id();
    bool m_failed = false;
    bool m_diskFull = false;
};

} // namespace strikedesk::store
