// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/order_log.h"
#include "core/io/store/order_log_files.h"
#include "core/io/store/sqlite_connection.h"

#include <map>
#include <optional>
#include <string>

namespace strikedesk::store {

/// The version of the log's tables this build writes, kept in the file's user_version.
inline constexpr int kOrderLogSchema = 1;

/// Where a checked log ends.
struct OrderLogHead {
    std::int64_t lastSeq = 0;
    std::string lastHash;
    /// First record number of each build that wrote, by number.
    std::map<std::int64_t, std::string> builds;
};

/// What a check found: the head of a sound log, or the damage.
using OrderLogCheck = std::variant<OrderLogHead, OrderLogDamage>;

/// The hash before the first record: of whose log this is.
std::string orderLogGenesis(const std::string& environment, const std::string& account);
/// The hash of one record, chained to the one before.
std::string orderLogHash(std::string_view previous, std::int64_t seq, const OrderLogRecord& record,
                         std::string_view buildId);

/// The tables of a new log and whose it is.
Status makeOrderLogSchema(SqliteConnection& connection, const OrderLogOptions& options);

/// Looks at the bytes before SQLite does: an empty file, another format, a file whose write-ahead mode was
/// lost.
std::optional<OrderLogDamage> checkOrderLogFile(const std::filesystem::path& file);
/// Pages, schema, owner, chain and witness. Errors: written by a newer version, of another account, or it
/// cannot be read.
Result<OrderLogCheck> checkOrderLog(SqliteConnection& connection, const OrderLogOptions& options,
                                    const std::optional<LogWitness::Note>& witness);

/// The columns seq, at_utc_ns, mono_ns, kind, intent_id, client_order_id, payload of a row as a record.
OrderLogEntry orderLogEntryOf(const SqliteStatement& row);
/// The build that wrote record `seq`.
std::string orderLogBuildOf(const std::map<std::int64_t, std::string>& builds, std::int64_t seq);

} // namespace strikedesk::store
