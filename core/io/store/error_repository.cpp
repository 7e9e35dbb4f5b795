// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/error_repository.h"

#include "core/io/store/repository_support.h"

namespace strikedesk::store {

std::string_view wordOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return "invalid_input";
    case ErrorKind::NotFound:
        return "not_found";
    case ErrorKind::Refused:
        return "refused";
    case ErrorKind::Unauthorised:
        return "unauthorised";
    case ErrorKind::RateLimited:
        return "rate_limited";
    case ErrorKind::Unavailable:
        return "unavailable";
    case ErrorKind::Timeout:
        return "timeout";
    case ErrorKind::Protocol:
        return "protocol";
    case ErrorKind::Storage:
        return "storage";
    case ErrorKind::Unsupported:
        return "unsupported";
    case ErrorKind::Internal:
        break;
    }
    return "internal";
}

Status ErrorRepository::record(const std::string& id, Timestamp at, const std::string& source,
                               const Error& error) {
    return statusOf(m_database.execute("INSERT INTO errors (id, at, source, kind, message_id, message, "
                                       "context) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                       {id, at.nanoseconds(), source, std::string(wordOf(error.kind)),
                                        error.messageId, error.message, error.context}));
}

Result<std::vector<StoredError>> ErrorRepository::recent(std::int64_t limit) {
    std::vector<StoredError> errors;
    const Status read = m_database.query(
        "SELECT id, at, source, kind, message_id, message, context FROM errors ORDER BY at DESC, id DESC "
        "LIMIT $1",
        {limit}, [&errors](const Row& row) {
            errors.push_back(StoredError{row.text(0), Timestamp::fromNanoseconds(row.integer(1)), row.text(2),
                                         row.text(3), row.text(4), row.text(5), row.text(6)});
            return done();
        });
    return resultOf(read, std::move(errors));
}

Result<std::int64_t> ErrorRepository::keepNewest(std::int64_t count) {
    return m_database.execute(
        "DELETE FROM errors WHERE id NOT IN (SELECT id FROM errors ORDER BY at DESC, id DESC LIMIT $1)",
        {count});
}

} // namespace strikedesk::store
