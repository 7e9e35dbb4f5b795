// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_settings.h"

#include "app/host/start_choices.h"

#include <utility>

namespace strikedesk::desk {

void LiveSettings::take(const Settings& settings) {
    if (settings == m_settings)
        return;
    m_settings = settings;
    // The session knows nothing of what is chosen for the next start.
    for (const auto& [key, text] : m_forNextStart)
        m_settings = m_settings.withStored(key, text).valueOr(m_settings);
    m_changed.publish();
}

void LiveSettings::change(const std::string& key, const std::string& text,
                          std::function<void(Status)> answered) {
    if (key == "mode" || key == "data.dir")
        return keepForNextStart(key, text, std::move(answered));
    if (m_desk.session() == nullptr) {
        if (key.starts_with("ui.")) {
            m_waiting[key] = {text, std::move(answered)};
            return;
        }
        answered(Error{
            ErrorKind::Unavailable, "settings.not_ready",
            "The session has not started, so the setting cannot be stored yet. Try again in a moment."});
        return;
    }
    m_desk.session()->changeSetting(key, text, std::move(answered));
}

void LiveSettings::keepForNextStart(const std::string& key, const std::string& text,
                                    std::function<void(Status)> answered) {
    const auto changed = m_settings.withStored(key, text);
    if (!changed)
        return answered(changed.error());
    const std::string canonical = *changed->textOf(key);
    // The disk may be slow; the window does not wait for it.
    m_writes.start([this, file = m_startFile, key, canonical, answered = std::move(answered)] {
        const Status kept = host::keepStartChoice(file, key, canonical);
        QMetaObject::invokeMethod(
            &m_owner,
            [this, key, canonical, kept, answered] {
                if (kept) {
                    m_forNextStart[key] = canonical;
                    m_settings = m_settings.withStored(key, canonical).valueOr(m_settings);
                    m_changed.publish();
                }
                answered(kept);
            },
            Qt::QueuedConnection);
    });
}

void LiveSettings::storeWaiting() {
    for (auto& [key, waiting] : std::exchange(m_waiting, {}))
        change(key, waiting.text, std::move(waiting.answered));
}

} // namespace strikedesk::desk
