// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace strikedesk::store {

/// A message to the person; `readAt` is unset until it was seen.
struct StoredNotification {
    std::string id;
    Timestamp at;
    /// "info", "warning", "alert".
    std::string severity;
    std::string title;
    std::string body;
    Timestamp readAt;
    friend bool operator==(const StoredNotification&, const StoredNotification&) = default;
};

/// The notifications, newest first.
class NotificationRepository {
public:
    explicit NotificationRepository(Database& database) : m_database(database) {}

    Status add(const StoredNotification& notification);
    /// Error NotFound.
    Status markRead(const std::string& id, Timestamp at);
    Result<std::vector<StoredNotification>> recent(std::int64_t limit);
    Result<std::int64_t> countUnread();

private:
    Database& m_database;
};

} // namespace strikedesk::store
