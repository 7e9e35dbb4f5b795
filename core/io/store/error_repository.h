// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::store {

/// An error as it was shown or logged.
struct StoredError {
    std::string id;
    Timestamp at;
    /// The room or worker it came from: "orders", "feed".
    std::string source;
    std::string kind;
    std::string messageId;
    std::string message;
    std::string context;
    friend bool operator==(const StoredError&, const StoredError&) = default;
};

/// The newest errors, for the person and for the diagnostic bundle.
class ErrorRepository {
public:
    explicit ErrorRepository(Database& database) : m_database(database) {}

    Status record(const std::string& id, Timestamp at, const std::string& source, const Error& error);
    Result<std::vector<StoredError>> recent(std::int64_t limit);
    /// Forgets all but the newest `count`. Returns how many went.
    Result<std::int64_t> keepNewest(std::int64_t count);

private:
    Database& m_database;
};

/// The stable word for an error's kind in records.
std::string_view wordOf(ErrorKind kind);

} // namespace strikedesk::store
