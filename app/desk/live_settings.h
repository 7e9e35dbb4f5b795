// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_desk.h"
#include "ui/readers/settings_reader.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <map>

namespace strikedesk::desk {

/// The settings in force; a change goes through the session, which checks, stores and applies it. GUI thread.
class LiveSettings final : public ui::SettingsReader {
public:
    /// `desk` outlives this. `settings` are what the program started with, `startFile` keeps what is chosen
    /// for the next start.
    LiveSettings(LiveDesk& desk, Settings settings, std::filesystem::path startFile)
        : m_desk(desk), m_settings(std::move(settings)), m_startFile(std::move(startFile)) {
        m_writes.setMaxThreadCount(1); // each reads what the one before it wrote
    }

    /// The session applied a change.
    void take(const Settings& settings);

    Settings settings() const override { return m_settings; }
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    /// How the window looks may be chosen before there is a session; it is stored as soon as there is one.
    void change(const std::string& key, const std::string& text,
                std::function<void(Status)> answered) override;
    /// A session can store what waited.
    void storeWaiting();

private:
    void keepForNextStart(const std::string& key, const std::string& text,
                          std::function<void(Status)> answered);

    LiveDesk& m_desk;
    Settings m_settings;
    std::filesystem::path m_startFile;
    SettingTexts m_forNextStart; ///< chosen while this program ran
    QObject m_owner;             ///< answers end with it
    ui::Publisher m_changed;
    struct Waiting {
        std::string text;
        std::function<void(Status)> answered;
    };
    std::map<std::string, Waiting> m_waiting; ///< by key: the last word counts
    QThreadPool m_writes;                     ///< last: ends before what its work refers to
};

} // namespace strikedesk::desk
