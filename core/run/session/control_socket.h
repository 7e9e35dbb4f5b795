// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/trade/risk/kill.h"

#include <QLocalServer>

#include <filesystem>
#include <functional>
#include <string>

namespace strikedesk::session {

/// A local socket beside the profile by which another process of the same user moves the kill switch. Only
/// the user may connect. One line in ("kill 2 NAME"), one line out ("ok …" or "error …"). Owner's thread.
class ControlSocket {
public:
    /// Called with the level and who asked; level None releases.
    explicit ControlSocket(std::function<void(trade::KillLevel, const std::string&)> onKill);

    /// Errors: the socket cannot be made.
    Status listen(const std::filesystem::path& dataDirectory);

    /// Sends a kill to the process that holds the profile. NotFound when none listens.
    static Status sendKill(const std::filesystem::path& dataDirectory, trade::KillLevel level,
                           const std::string& by);

private:
    void serve();
    std::string answerTo(const std::string& line);

    std::function<void(trade::KillLevel, const std::string&)> m_onKill;
    QLocalServer m_server;
};

} // namespace strikedesk::session
