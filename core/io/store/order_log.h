// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace strikedesk::store {

/// The kind of a record that claims its client order id: each such id can be recorded once in the life of
/// the file, whichever of the two kinds it came with. Other kinds are the writer's own words.
inline constexpr std::string_view kIntentRecordKind = "intent";
inline constexpr std::string_view kReplaceRecordKind = "replace";

/// One thing to be remembered about orders. `payload` is readable text (JSON) of at most 1 MiB; `kind` is 1
/// to 64 characters; ids may be empty except the client order id of an intent or a replace.
struct OrderLogRecord {
    Moment at;
    std::string kind;
    IntentId intentId;
    ClientOrderId clientOrderId;
    std::string payload;
    friend bool operator==(const OrderLogRecord&, const OrderLogRecord&) = default;
};

/// A record as kept: its number (1, 2, 3 … without holes) and the build that wrote it.
struct OrderLogEntry {
    std::int64_t seq = 0;
    OrderLogRecord record;
    std::string buildId;
};

/// Where a log lives and how it is written.
struct OrderLogOptions {
    std::filesystem::path directory;
    /// "paper", "live", "demo": letters, digits, '-' and '_' only, as for the account.
    std::string environment;
    AccountId account;
    /// Stamped on what this process appends.
    std::string buildId;
    /// Disk kept aside for recording cancels and results once the disk is full.
    std::int64_t reserveBytes = 64LL * 1024 * 1024;
    /// Called at labelled points ("append.begun", "append.written", "append.committed", …) so that tests can
    /// end the process there. Empty in production.
    std::function<void(std::string_view)> atCrashPoint = {};
    /// Name of a registered SQLite VFS; empty for the system's. Tests inject disk faults by it.
    std::string vfs = {};
};

/// The file is there but cannot be trusted: the terminal stays in OBSERVE and offers a restore. Nothing was
/// changed. `firstBadSeq` is 0 when the damage is not in one record.
struct OrderLogDamage {
    std::string what;
    std::int64_t firstBadSeq = 0;
    std::filesystem::path file;
};

class OrderLog;
/// A healthy log, or why it is not. Never an empty book in place of a damaged one.
using OrderLogOpening = std::variant<std::unique_ptr<OrderLog>, OrderLogDamage>;

/// The write-ahead log of one account's orders: a local SQLite file, append-only, WAL with synchronous=FULL,
/// each record holding the BLAKE2b hash of the one before. Held exclusively by one process; one thread (the
/// one that opened it, asserted). After a failed write to disk nothing more is accepted: what the disk holds
/// is unknown until the file is opened anew.
class OrderLog {
public:
    /// Opens or makes `orders-<environment>-<account>.db`, checks pages and chain. Errors (nothing opened): a
    /// bad name, in use by another process, no permission, disk full, written by a newer version.
    static Result<OrderLogOpening> open(OrderLogOptions options);
    /// The file `open` uses for these options. Errors: a name with other characters.
    static Result<std::filesystem::path> fileFor(const OrderLogOptions& options);

    ~OrderLog();
    OrderLog(const OrderLog&) = delete;
    OrderLog& operator=(const OrderLog&) = delete;

    /// All records in one durable commit; returns the number of the last. On return the disk has them.
    /// Errors: NotFound never; Refused: a client order id that is already recorded (nothing written);
    /// InvalidInput; RateLimited never; Storage: disk full or failed, see hasFailed() and isDiskFull().
    Result<std::int64_t> append(std::span<const OrderLogRecord> records);
    Result<std::int64_t> append(const OrderLogRecord& record) { return append(std::span(&record, 1)); }

    /// Every record in order; an error of the handler ends the reading and is returned.
    Status readAll(const std::function<Status(const OrderLogEntry&)>& onEntry);
    /// The records with a number above `seq`.
    Status readAfter(std::int64_t seq, const std::function<Status(const OrderLogEntry&)>& onEntry);

    /// Number of the newest record, 0 when there is none.
    std::int64_t lastSeq() const;
    /// True after a write or sync failed: appends are refused until the process starts anew.
    bool hasFailed() const;
    /// True once the disk was full: intents and replaces are refused, other records go into the reserve.
    bool isDiskFull() const;

    /// Copies the log, consistent as of now, into a new file. Errors: exists already, disk full.
    Status backupTo(const std::filesystem::path& file);
    /// Moves the write-ahead file into the database; call when idle so that no append has to.
    Status checkpoint();

private:
    class Impl;
    explicit OrderLog(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::store
