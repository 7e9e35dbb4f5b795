// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::store {

/// Who did what to which thing; `detail` is readable text without secrets.
struct AuditRecord {
    Timestamp at;
    std::string actor;
    std::string action;
    std::string subject;
    std::string detail;
    friend bool operator==(const AuditRecord&, const AuditRecord&) = default;
};

/// What a walk along the chain found.
struct AuditVerdict {
    std::int64_t records = 0;
    /// The first record that was changed, or whose predecessor is gone.
    std::optional<std::int64_t> firstBadSeq = {};
};

/// The audit of what was changed in the store; rows are only ever added, each with the hash of the one
/// before. Call append() inside the transaction of the change it tells of.
class AuditRepository {
public:
    explicit AuditRepository(Database& database) : m_database(database) {}

    /// Returns the number of the new record.
    Result<std::int64_t> append(const AuditRecord& record);
    /// The newest records, newest first.
    Result<std::vector<AuditRecord>> recent(std::int64_t limit);
    Result<AuditVerdict> verify();

private:
    Database& m_database;
};

} // namespace strikedesk::store
