// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_desk.h"
#include "ui/readers/settings_reader.h"

namespace strikedesk::desk {

/// The settings in force; a change goes through the session, which checks, stores and applies it. GUI thread.
class LiveSettings final : public ui::SettingsReader {
public:
    /// `desk` outlives this. `settings` are what the program started with.
    LiveSettings(LiveDesk& desk, Settings settings) : m_desk(desk), m_settings(std::move(settings)) {}

    /// The session applied a change.
    void take(const Settings& settings);

    Settings settings() const override { return m_settings; }
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void change(const std::string& key, const std::string& text,
                std::function<void(Status)> answered) override;

private:
    LiveDesk& m_desk;
    Settings m_settings;
    ui::Publisher m_changed;
};

} // namespace strikedesk::desk
