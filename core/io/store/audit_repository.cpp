// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/audit_repository.h"

#include "core/io/store/hash_chain.h"
#include "core/io/store/repository_support.h"

namespace strikedesk::store {

namespace {

std::string auditHash(const std::string& previous, std::int64_t seq, const AuditRecord& record) {
    return toHex(ChainHasher()
                     .add(previous)
                     .add(seq)
                     .add(record.at.nanoseconds())
                     .add(record.actor)
                     .add(record.action)
                     .add(record.subject)
                     .add(record.detail)
                     .finish());
}

AuditRecord recordOf(const Row& row) {
    return AuditRecord{Timestamp::fromNanoseconds(row.integer(1)), row.text(2), row.text(3), row.text(4),
                       row.text(5)};
}

} // namespace

Result<std::int64_t> AuditRepository::append(const AuditRecord& record) {
    std::int64_t seq = 0;
    const Status added = m_database.inTransaction([&]() -> Status {
        std::string previous;
        const Status read = m_database.query("SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1", {},
                                             [&](const Row& row) {
                                                 seq = row.integer(0);
                                                 previous = row.text(1);
                                                 return done();
                                             });
        if (!read)
            return read;
        ++seq;
        return statusOf(m_database.execute(
            "INSERT INTO audit_log (seq, at, actor, action, subject, detail, prev_hash, hash) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            {seq, record.at.nanoseconds(), record.actor, record.action, record.subject, record.detail,
             previous, auditHash(previous, seq, record)}));
    });
    return resultOf(added, seq);
}

Result<std::vector<AuditRecord>> AuditRepository::recent(std::int64_t limit) {
    std::vector<AuditRecord> records;
    const Status read = m_database.query(
        "SELECT seq, at, actor, action, subject, detail FROM audit_log ORDER BY seq DESC LIMIT $1", {limit},
        [&records](const Row& row) {
            records.push_back(recordOf(row));
            return done();
        });
    return resultOf(read, std::move(records));
}

Result<AuditVerdict> AuditRepository::verify() {
    AuditVerdict verdict;
    std::string previous;
    const Status read = m_database.query(
        "SELECT seq, at, actor, action, subject, detail, prev_hash, hash FROM audit_log ORDER BY seq", {},
        [&](const Row& row) {
            const std::int64_t seq = ++verdict.records;
            const std::string hash = auditHash(previous, seq, recordOf(row));
            if (!verdict.firstBadSeq &&
                (row.integer(0) != seq || row.text(6) != previous || row.text(7) != hash))
                verdict.firstBadSeq = seq;
            previous = hash;
            return done();
        });
    return resultOf(read, verdict);
}

} // namespace strikedesk::store
