// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/settings_repository.h"

#include "core/io/store/repository_support.h"

namespace strikedesk::store {

Status SettingsRepository::set(std::string_view key, std::string_view value, Timestamp at) {
    return statusOf(m_database.execute("INSERT INTO settings (key, value, changed_at) VALUES ($1, $2, $3) "
                                       "ON CONFLICT (key) DO UPDATE SET value = excluded.value, "
                                       "changed_at = excluded.changed_at",
                                       {std::string(key), std::string(value), at.nanoseconds()}));
}

Result<std::optional<std::string>> SettingsRepository::find(std::string_view key) {
    std::optional<std::string> found;
    const Status read = m_database.query("SELECT value FROM settings WHERE key = $1", {std::string(key)},
                                         [&found](const Row& row) {
                                             found = row.text(0);
                                             return done();
                                         });
    return resultOf(read, std::move(found));
}

Status SettingsRepository::remove(std::string_view key) {
    return statusOf(m_database.execute("DELETE FROM settings WHERE key = $1", {std::string(key)}));
}

Result<std::map<std::string, std::string>> SettingsRepository::all() {
    std::map<std::string, std::string> settings;
    const Status read = m_database.query("SELECT key, value FROM settings", {}, [&settings](const Row& row) {
        settings[row.text(0)] = row.text(1);
        return done();
    });
    return resultOf(read, std::move(settings));
}

} // namespace strikedesk::store
