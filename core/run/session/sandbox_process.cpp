// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/sandbox_process.h"

#include <QStringList>

namespace strikedesk::session {

namespace {

constexpr int kEndPatienceMs = 5'000;
constexpr qint64 kLongestChildLine = 4'096;

} // namespace

SandboxProcess::SandboxProcess() {
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { readLines(); });
    const auto over = [this] {
        if (m_stopping || !ended)
            return;
        const std::string said = m_process.readAllStandardError().trimmed().toStdString();
        ended(Error{ErrorKind::Unavailable, "sandbox.ended",
                    said.empty() ? "The simulated venue ended unexpectedly. Start again." : said});
    };
    QObject::connect(&m_process, &QProcess::finished, &m_process, over);
    QObject::connect(&m_process, &QProcess::errorOccurred, &m_process, [over](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            over();
    });
}

SandboxProcess::~SandboxProcess() { stop(); }

void SandboxProcess::start(const std::string& program, const std::vector<std::string>& arguments) {
    if (isRunning())
        return;
    m_port = 0;
    m_stopping = false;
    QStringList words{QStringLiteral("sandbox"), QStringLiteral("--end-with-parent")};
    for (const std::string& argument : arguments)
        words << QString::fromStdString(argument);
    m_process.start(QString::fromStdString(program), words);
}

void SandboxProcess::readLines() {
    while (m_process.canReadLine()) {
        const std::string line = m_process.readLine(kLongestChildLine).trimmed().toStdString();
        constexpr std::string_view kWord = "listening ";
        if (m_port != 0 || !line.starts_with(kWord))
            continue;
        const int port = std::atoi(line.c_str() + kWord.size());
        if (port <= 0 || port > 65'535)
            continue;
        m_port = static_cast<std::uint16_t>(port);
        if (listening)
            listening(m_port);
    }
}

void SandboxProcess::stop() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_stopping = true;
    // Closing its standard input is the request to save and end; it works the same on every system.
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kEndPatienceMs)) {
        m_process.kill();
        m_process.waitForFinished(kEndPatienceMs);
    }
}

} // namespace strikedesk::session
