// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/order_log.h"

#include "core/io/store/order_log_impl.h"

#include <sqlite3.h>

#include <algorithm>

namespace strikedesk::store {

namespace {

constexpr std::size_t kMaxPayload = 1024 * 1024;
constexpr std::size_t kMaxKind = 64;
constexpr std::size_t kMaxId = 128;

bool claims(const OrderLogRecord& record) {
    return record.kind == kIntentRecordKind || record.kind == kReplaceRecordKind;
}

Error diskFull() {
    return Error{
        ErrorKind::Storage,
        "store.log_disk_full",
        "The disk is full: orders cannot be recorded and are not sent. Cancels still work. Free some space.",
        {},
        {}};
}

} // namespace

OrderLog::Impl::Impl(OrderLogOptions options, OrderLogPaths paths, FileLock lock,
                     std::unique_ptr<SqliteConnection> connection, OrderLogHead head)
    : m_options(std::move(options)), m_paths(std::move(paths)), m_lock(std::move(lock)),
      m_connection(std::move(connection)), m_head(std::move(head)), m_witness(m_paths.beside(".head")),
      m_reserve(m_paths.beside(".reserve"), m_options.reserveBytes) {}

OrderLog::Impl::~Impl() {
    // A file in doubt is looked at by the next start as it is.
    if (m_failed)
        m_connection->keepWriteAheadFileOnClose(true);
}

void OrderLog::Impl::assertThread() const {
    STRIKEDESK_ASSERT(std::this_thread::get_id() == m_owner,
                      "the order log was used from a thread that does not own it");
}

Status OrderLog::Impl::prepare() {
    const auto make = [this](std::optional<SqliteStatement>& statement, std::string_view sql) -> Status {
        Result<SqliteStatement> prepared = m_connection->prepare(sql);
        if (!prepared)
            return prepared.error();
        statement.emplace(std::move(prepared.value()));
        return done();
    };
    if (Status made = make(m_begin, "BEGIN IMMEDIATE"); !made)
        return made;
    if (Status made = make(m_commit, "COMMIT"); !made)
        return made;
    if (Status made =
            make(m_insert,
                 "INSERT INTO event (seq, at_utc_ns, mono_ns, kind, intent_id, client_order_id, payload, "
                 "prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
        !made)
        return made;
    m_witness.write({m_head.lastSeq, m_head.lastHash});
    m_diskFull = !m_reserve.take();
    return done();
}

Status OrderLog::Impl::validate(const OrderLogRecord& record) const {
    const bool fits = !record.kind.empty() && record.kind.size() <= kMaxKind &&
                      record.intentId.text().size() <= kMaxId &&
                      record.clientOrderId.text().size() <= kMaxId && record.payload.size() <= kMaxPayload;
    const bool named = !claims(record) || !record.clientOrderId.isEmpty();
    if (fits && named)
        return done();
    return invalidInput("store.log_record", "The order could not be recorded and was not sent.",
                        "kind " + record.kind.substr(0, kMaxKind) + ", payload of " +
                            std::to_string(record.payload.size()));
}

Status OrderLog::Impl::mayAppend(std::span<const OrderLogRecord> records) {
    assertThread();
    if (m_failed)
        return Error{
            ErrorKind::Storage,
            "store.log_failed",
            "The disk failed while an order was being recorded. Nothing more can be sent: check the disk and "
            "start the program again.",
            {},
            {}};
    if (records.empty())
        return invalidInput("store.log_record", "There was nothing to record.");
    for (const OrderLogRecord& record : records)
        if (Status valid = validate(record); !valid)
            return valid;
    // An intent needs the whole reserve back: with less, its cancel might not be recordable.
    if (m_diskFull && std::any_of(records.begin(), records.end(), claims)) {
        m_diskFull = !m_reserve.take();
        if (m_diskFull)
            return diskFull();
    }
    return done();
}

int OrderLog::Impl::stampBuild(OrderLogHead& head) {
    const std::int64_t next = head.lastSeq + 1;
    if (!head.builds.empty() && head.builds.rbegin()->second == m_options.buildId)
        return SQLITE_OK;
    Result<SqliteStatement> stamp =
        m_connection->prepare("INSERT INTO build (first_seq, build_id) VALUES ($1, $2)");
    if (!stamp)
        return sqlite3_extended_errcode(m_connection->get());
    stamp->bindInteger(1, next);
    stamp->bindText(2, m_options.buildId);
    const int code = stamp->run();
    if (code == SQLITE_OK)
        head.builds[next] = m_options.buildId;
    return code;
}

int OrderLog::Impl::insert(const OrderLogRecord& record, OrderLogHead& head) {
    const std::int64_t seq = head.lastSeq + 1;
    std::string hash = orderLogHash(head.lastHash, seq, record, m_options.buildId);
    int code = m_insert->bindInteger(1, seq);
    code |= m_insert->bindInteger(2, record.at.market.nanoseconds());
    code |= m_insert->bindInteger(3, record.at.mono.nanoseconds());
    code |= m_insert->bindText(4, record.kind);
    code |= m_insert->bindText(5, record.intentId.text());
    code |= m_insert->bindText(6, record.clientOrderId.text());
    code |= m_insert->bindText(7, record.payload);
    code |= m_insert->bindBlob(8, head.lastHash);
    code |= m_insert->bindBlob(9, hash);
    if (code != SQLITE_OK)
        return SQLITE_NOMEM;
    code = m_insert->run();
    head.lastSeq = seq;
    head.lastHash = std::move(hash);
    return code;
}

int OrderLog::Impl::commit(std::span<const OrderLogRecord> records, OrderLogHead& head) {
    reach("append.begun");
    if (const int code = m_begin->run(); code != SQLITE_OK)
        return code;
    if (const int code = stampBuild(head); code != SQLITE_OK)
        return code;
    for (const OrderLogRecord& record : records)
        if (const int code = insert(record, head); code != SQLITE_OK)
            return code;
    reach("append.written");
    if (const int code = m_commit->run(); code != SQLITE_OK)
        return code;
    reach("append.committed");
    return SQLITE_OK;
}

void OrderLog::Impl::rollBack() {
    if (sqlite3_get_autocommit(m_connection->get()) != 0)
        return;
    if (Status back = m_connection->exec("ROLLBACK"); !back)
        m_failed = true;
}

Error OrderLog::Impl::failed(int code) {
    Error error = m_connection->error(code, "append");
    rollBack();
    switch (failureOf(code)) {
    case SqliteFailure::Constraint:
        return Error{ErrorKind::Refused,
                     "store.already_recorded",
                     "This order is recorded already and will not be sent a second time.",
                     {},
                     error.context};
    case SqliteFailure::Full:
        m_diskFull = true;
        m_reserve.release();
        error = diskFull();
        break;
    case SqliteFailure::Busy:
        break; // Nothing was written.
    default:
        // A write or sync that failed once may be reported as good when tried again although the pages are
        // gone (the kernel drops them): what the disk holds is unknown until the file is read anew.
        m_failed = true;
        break;
    }
    return error;
}

Result<std::int64_t> OrderLog::Impl::append(std::span<const OrderLogRecord> records) {
    if (Status may = mayAppend(records); !may)
        return may.error();
    for (int attempt = 0;; ++attempt) {
        OrderLogHead head = m_head;
        const int code = commit(records, head);
        if (code == SQLITE_OK) {
            m_head = std::move(head);
            m_witness.write({m_head.lastSeq, m_head.lastHash});
            reach("append.noted");
            return m_head.lastSeq;
        }
        Error error = failed(code);
        // The reserve has just been given up for records like these; the transaction was rolled back whole.
        const bool again = attempt == 0 && failureOf(code) == SqliteFailure::Full && !m_failed &&
                           std::none_of(records.begin(), records.end(), claims);
        if (!again)
            return error;
    }
}

Status OrderLog::Impl::readAfter(std::int64_t seq,
                                 const std::function<Status(const OrderLogEntry&)>& onEntry) {
    assertThread();
    Result<SqliteStatement> rows = m_connection->prepare(
        "SELECT seq, at_utc_ns, mono_ns, kind, intent_id, client_order_id, payload FROM event "
        "WHERE seq > $1 ORDER BY seq");
    if (!rows)
        return rows.error();
    rows->bindInteger(1, seq);
    int code = rows->step();
    for (; code == SQLITE_ROW; code = rows->step()) {
        OrderLogEntry entry = orderLogEntryOf(*rows);
        entry.buildId = orderLogBuildOf(m_head.builds, entry.seq);
        if (Status taken = onEntry(entry); !taken)
            return taken;
    }
    return code == SQLITE_DONE ? done() : Status(m_connection->error(code, "read"));
}

Status OrderLog::Impl::backupTo(const std::filesystem::path& file) {
    assertThread();
    return m_connection->backupTo(file);
}

Status OrderLog::Impl::checkpoint() {
    assertThread();
    if (m_failed)
        return done();
    const int code =
        sqlite3_wal_checkpoint_v2(m_connection->get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code == SQLITE_OK)
        return done();
    const Error error = m_connection->error(code, "checkpoint");
    if (failureOf(code) == SqliteFailure::Input)
        m_failed = true;
    return error;
}

OrderLog::OrderLog(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
OrderLog::~OrderLog() = default;

Result<std::int64_t> OrderLog::append(std::span<const OrderLogRecord> records) {
    return m_impl->append(records);
}
Status OrderLog::readAll(const std::function<Status(const OrderLogEntry&)>& onEntry) {
    return m_impl->readAfter(0, onEntry);
}
Status OrderLog::readAfter(std::int64_t seq, const std::function<Status(const OrderLogEntry&)>& onEntry) {
    return m_impl->readAfter(seq, onEntry);
}
std::int64_t OrderLog::lastSeq() const { return m_impl->lastSeq(); }
bool OrderLog::hasFailed() const { return m_impl->hasFailed(); }
bool OrderLog::isDiskFull() const { return m_impl->isDiskFull(); }
Status OrderLog::backupTo(const std::filesystem::path& file) { return m_impl->backupTo(file); }
Status OrderLog::checkpoint() { return m_impl->checkpoint(); }

} // namespace strikedesk::store
