// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QProcess>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace strikedesk::session {

/// The sandbox as a child process: started with the program's own command line tool, told by its first line
/// which port it has. It is asked to end with its owner and keeps its account on disk. Owner's thread.
class SandboxProcess {
public:
    SandboxProcess();
    /// Ends the child.
    ~SandboxProcess();

    /// Listening; the first line named the port.
    std::function<void(std::uint16_t port)> listening;
    /// Ended before or after listening, with a sentence.
    std::function<void(const Error&)> ended;

    /// `program` is the command line tool, `arguments` follow its word "sandbox". May be called again once it
    /// has ended; without effect while it runs.
    void start(const std::string& program, const std::vector<std::string>& arguments);
    /// Asks it to save and end; ends it after five seconds.
    void stop();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Where it listens; 0 while it does not.
    std::uint16_t port() const { return isRunning() ? m_port : std::uint16_t(0); }
    qint64 processId() const { return m_process.processId(); }

private:
    void readLines();

    QProcess m_process;
    std::uint16_t m_port = 0;
    bool m_stopping = false;
};

} // namespace strikedesk::session
