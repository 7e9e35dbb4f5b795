// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/data_reader.h"
#include "ui/readers/settings_reader.h"

#include <QString>

#include <functional>

namespace strikedesk::ui {

/// What the window needs besides its readers. Filled by whoever composes the program; outlives the window.
/// Callbacks are called on the GUI thread and must not wait; those said to be optional may be empty.
struct ShellServices {
    QString layoutDirectory; ///< where layouts and the key map are kept; made when missing
    QString dataDirectory;   ///< the profile's folder, shown in the welcome
    QString version;         ///< "0.2.0 (a1b2c3d)"
    QString language;        ///< "en", "es"
    bool isFirstStart = false;
    KeyVault& keys;
    DataReader& data;
    /// The welcome was finished or skipped: it is not shown again.
    std::function<void()> welcomeDone = {};
    /// Starts the session again after new keys or other settings. Optional.
    std::function<void()> restartSession = {};
    /// The person closed the window. Optional: without it the application's own quit is used.
    std::function<void()> quit = {};
};

} // namespace strikedesk::ui
