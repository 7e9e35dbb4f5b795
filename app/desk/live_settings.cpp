// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_settings.h"

namespace strikedesk::desk {

void LiveSettings::take(const Settings& settings) {
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_changed.publish();
}

void LiveSettings::change(const std::string& key, const std::string& text,
                          std::function<void(Status)> answered) {
    if (m_desk.session() == nullptr) {
        answered(Error{
            ErrorKind::Unavailable, "settings.not_ready",
            "The session has not started, so the setting cannot be stored yet. Try again in a moment."});
        return;
    }
    m_desk.session()->changeSetting(key, text, std::move(answered));
}

} // namespace strikedesk::desk
