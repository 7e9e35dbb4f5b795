// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log_check.h"

#include "core/io/store/hash_chain.h"

#include <sqlite3.h>

#include <array>
#include <fstream>

namespace strikedesk::store {

namespace {

/// A unique index on the records that claim a client order id is what makes "recorded once" true even for two
/// writers; both kinds are in kIntentRecordKind and kReplaceRecordKind.
constexpr const char* kSchema =
    "CREATE TABLE event ("
    "seq INTEGER PRIMARY KEY, at_utc_ns INTEGER NOT NULL, mono_ns INTEGER NOT NULL, kind TEXT NOT NULL,"
    "intent_id TEXT NOT NULL, client_order_id TEXT NOT NULL, payload TEXT NOT NULL,"
    "prev_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT;"
    "CREATE UNIQUE INDEX event_claims ON event (client_order_id) WHERE kind IN ('intent', 'replace');"
    "CREATE TABLE owner (environment TEXT NOT NULL, account TEXT NOT NULL) STRICT;"
    "CREATE TABLE build (first_seq INTEGER PRIMARY KEY, build_id TEXT NOT NULL) STRICT;";

OrderLogDamage damageOf(const SqliteConnection& connection, std::string what, std::int64_t seq = 0) {
    return OrderLogDamage{std::move(what), seq, connection.file()};
}

/// A read that fails on damaged pages is a finding; any other failure is an error.
Result<OrderLogCheck> unreadable(const SqliteConnection& connection, int code, std::int64_t seq) {
    if (failureOf(code) == SqliteFailure::Damaged)
        return OrderLogCheck(damageOf(connection, "pages of the order log cannot be read", seq));
    return connection.error(code, "check");
}

/// An error of a whole request, sorted likewise by the connection's last code.
Result<OrderLogCheck> unreadable(const SqliteConnection& connection, const Error& error) {
    if (failureOf(sqlite3_extended_errcode(connection.get())) == SqliteFailure::Damaged)
        return OrderLogCheck(damageOf(connection, "pages of the order log cannot be read"));
    // A table or column that is not there is damage too: only a newer schema may differ, and that was asked
    // before.
    if (sqlite3_errcode(connection.get()) == SQLITE_ERROR)
        return OrderLogCheck(damageOf(connection, "the tables of the order log are not the ones written"));
    return error;
}

Result<OrderLogCheck> checkPages(SqliteConnection& connection) {
    // Not only the quick check: an index that lost an entry would let an order be recorded twice.
    const Result<std::string> pages = connection.scalar("PRAGMA integrity_check(1)");
    if (!pages)
        return unreadable(connection, pages.error());
    if (*pages != "ok")
        return OrderLogCheck(damageOf(connection, "pages of the order log contradict each other"));
    return OrderLogCheck(OrderLogHead{});
}

Error newerLog(const SqliteConnection& connection, const std::string& version) {
    return Error{ErrorKind::Unsupported,
                 "store.newer_log",
                 "The order log was written by a newer version of Strikedesk. Start that version.",
                 {{"schema", version}},
                 pathText(connection.file())};
}

Status checkOwner(SqliteConnection& connection, const OrderLogOptions& options) {
    const Result<std::string> environment = connection.scalar("SELECT environment FROM owner");
    if (!environment)
        return environment.error();
    const Result<std::string> account = connection.scalar("SELECT account FROM owner");
    if (!account)
        return account.error();
    if (*environment != options.environment || *account != options.account.text())
        return Error{ErrorKind::Storage,
                     "store.log_of_another_account",
                     "The order log in this folder belongs to another account. Choose another data folder.",
                     {{"account", *account}},
                     pathText(connection.file())};
    return done();
}

Result<OrderLogCheck> checkChain(SqliteConnection& connection, const OrderLogOptions& options,
                                 const std::optional<LogWitness::Note>& witness) {
    OrderLogHead head;
    head.lastHash = orderLogGenesis(options.environment, options.account.text());
    Result<SqliteStatement> builds = connection.prepare("SELECT first_seq, build_id FROM build");
    if (!builds)
        return unreadable(connection, builds.error());
    int code = builds->step();
    for (; code == SQLITE_ROW; code = builds->step())
        head.builds[builds->columnInteger(0)] = builds->columnText(1);
    if (code != SQLITE_DONE)
        return unreadable(connection, code, 0);
    Result<SqliteStatement> rows = connection.prepare(
        "SELECT seq, at_utc_ns, mono_ns, kind, intent_id, client_order_id, payload, prev_hash, hash "
        "FROM event ORDER BY seq");
    if (!rows)
        return unreadable(connection, rows.error());
    for (code = rows->step(); code == SQLITE_ROW; code = rows->step()) {
        const OrderLogEntry entry = orderLogEntryOf(*rows);
        const std::int64_t expected = head.lastSeq + 1;
        if (entry.seq != expected)
            return OrderLogCheck(damageOf(connection, "a record of the order log is missing", expected));
        const std::string hash =
            orderLogHash(head.lastHash, expected, entry.record, orderLogBuildOf(head.builds, expected));
        if (rows->columnBlob(7) != head.lastHash || rows->columnBlob(8) != hash)
            return OrderLogCheck(damageOf(connection, "a record of the order log was changed", expected));
        head.lastSeq = expected;
        head.lastHash = hash;
        if (witness && witness->seq == expected && witness->hash != hash)
            return OrderLogCheck(damageOf(connection, "the order log is not the one written last", expected));
    }
    if (code != SQLITE_DONE)
        return unreadable(connection, code, head.lastSeq + 1);
    if (witness && witness->seq > head.lastSeq)
        return OrderLogCheck(
            damageOf(connection, "the newest records of the order log are missing", head.lastSeq + 1));
    return OrderLogCheck(std::move(head));
}

} // namespace

std::string orderLogGenesis(const std::string& environment, const std::string& account) {
    return ChainHasher().add("order log").add(environment).add(account).finish();
}

std::string orderLogHash(std::string_view previous, std::int64_t seq, const OrderLogRecord& record,
                         std::string_view buildId) {
    return ChainHasher()
        .add(previous)
        .add(seq)
        .add(record.at.market.nanoseconds())
        .add(record.at.mono.nanoseconds())
        .add(record.kind)
        .add(record.intentId.text())
        .add(record.clientOrderId.text())
        .add(record.payload)
        .add(buildId)
        .finish();
}

Status makeOrderLogSchema(SqliteConnection& connection, const OrderLogOptions& options) {
    if (Status made = connection.exec(std::string("BEGIN IMMEDIATE;") + kSchema); !made)
        return made;
    Result<SqliteStatement> owner =
        connection.prepare("INSERT INTO owner (environment, account) VALUES ($1, $2)");
    if (!owner)
        return owner.error();
    owner->bindText(1, options.environment);
    owner->bindText(2, options.account.text());
    if (const int code = owner->run(); code != SQLITE_OK)
        return connection.error(code, "create");
    return connection.exec("PRAGMA user_version=" + std::to_string(kOrderLogSchema) + "; COMMIT");
}

std::optional<OrderLogDamage> checkOrderLogFile(const std::filesystem::path& file) {
    // SQLite takes an empty file for a new database, so the head is read first. Layout:
    // sqlite.org/fileformat2, 1.3: the format's name in bytes 0 to 15, write and read version (2 =
    // write-ahead) in bytes 18 and 19.
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 100> head{};
    if (!stream.read(head.data(), head.size()))
        return OrderLogDamage{"the order log is empty or cut off", 0, file};
    if (std::string_view(head.data(), 16) != std::string_view("SQLite format 3\0", 16))
        return OrderLogDamage{"the file of the order log holds something else", 0, file};
    if (head[18] != 2 || head[19] != 2)
        return OrderLogDamage{"the head of the order log was changed", 0, file};
    return std::nullopt;
}

Result<OrderLogCheck> checkOrderLog(SqliteConnection& connection, const OrderLogOptions& options,
                                    const std::optional<LogWitness::Note>& witness) {
    const Result<std::string> version = connection.scalar("PRAGMA user_version");
    if (!version)
        return unreadable(connection, version.error());
    if (*version != std::to_string(kOrderLogSchema)) {
        if (version->empty() || *version == "0" || version->front() == '-')
            return OrderLogCheck(
                damageOf(connection, "the tables of the order log are not the ones written"));
        return newerLog(connection, *version);
    }
    const Result<OrderLogCheck> pages = checkPages(connection);
    if (!pages || std::holds_alternative<OrderLogDamage>(*pages))
        return pages;
    if (Status owner = checkOwner(connection, options); !owner) {
        if (owner.error().messageId == "store.log_of_another_account")
            return owner.error();
        return unreadable(connection, owner.error());
    }
    return checkChain(connection, options, witness);
}

OrderLogEntry orderLogEntryOf(const SqliteStatement& row) {
    OrderLogEntry entry;
    entry.seq = row.columnInteger(0);
    entry.record.at.market = Timestamp::fromNanoseconds(row.columnInteger(1));
    entry.record.at.mono = MonoTime::fromNanoseconds(row.columnInteger(2));
    entry.record.kind = row.columnText(3);
    entry.record.intentId = IntentId(std::string(row.columnText(4)));
    entry.record.clientOrderId = ClientOrderId(std::string(row.columnText(5)));
    entry.record.payload = row.columnText(6);
    return entry;
}

std::string orderLogBuildOf(const std::map<std::int64_t, std::string>& builds, std::int64_t seq) {
    const auto after = builds.upper_bound(seq);
    return after == builds.begin() ? std::string() : std::prev(after)->second;
}

} // namespace strikedesk::store
