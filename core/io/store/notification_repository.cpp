// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/notification_repository.h"

#include "core/io/store/repository_support.h"

namespace strikedesk::store {

Status NotificationRepository::add(const StoredNotification& notification) {
    return statusOf(m_database.execute(
        "INSERT INTO notifications (id, at, severity, title, body, read_at) VALUES ($1, $2, $3, $4, $5, $6)",
        {notification.id, notification.at.nanoseconds(), notification.severity, notification.title,
         notification.body, notification.readAt.nanoseconds()}));
}

Status NotificationRepository::markRead(const std::string& id, Timestamp at) {
    return metRow(
        m_database.execute("UPDATE notifications SET read_at = $2 WHERE id = $1", {id, at.nanoseconds()}),
        "notification");
}

Result<std::vector<StoredNotification>> NotificationRepository::recent(std::int64_t limit) {
    std::vector<StoredNotification> notifications;
    const Status read = m_database.query(
        "SELECT id, at, severity, title, body, read_at FROM notifications ORDER BY at DESC, id DESC LIMIT $1",
        {limit}, [&notifications](const Row& row) {
            notifications.push_back(
                StoredNotification{row.text(0), Timestamp::fromNanoseconds(row.integer(1)), row.text(2),
                                   row.text(3), row.text(4), Timestamp::fromNanoseconds(row.integer(5))});
            return done();
        });
    return resultOf(read, std::move(notifications));
}

Result<std::int64_t> NotificationRepository::countUnread() {
    std::int64_t count = 0;
    const Status read = m_database.query("SELECT COUNT(*) FROM notifications WHERE read_at = 0", {},
                                         [&count](const Row& row) {
                                             count = row.integer(0);
                                             return done();
                                         });
    return resultOf(read, count);
}

} // namespace strikedesk::store
