// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/ctl/programs.h"

#include <QProcessEnvironment>

#include <gtest/gtest.h>

#include <cstdlib>

namespace strikedesk::test {

namespace {

constexpr int kStartMs = 30'000;

QStringList wordsOf(const std::vector<std::string>& arguments) {
    QStringList words;
    for (const std::string& argument : arguments)
        words << QString::fromStdString(argument);
    return words;
}

} // namespace

VenueProcess::VenueProcess(const std::vector<std::string>& arguments) {
    std::vector<std::string> all = {"sandbox", "--end-with-parent"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    m_process.start(QStringLiteral(STRIKEDESKCTL), wordsOf(all));
    while (m_port == 0 && (m_process.canReadLine() || m_process.waitForReadyRead(kStartMs))) {
        if (!m_process.canReadLine())
            continue;
        const std::string line = m_process.readLine().toStdString();
        constexpr std::string_view kWord = "listening ";
        if (line.starts_with(kWord))
            m_port = static_cast<std::uint16_t>(std::atoi(line.c_str() + kWord.size()));
    }
    if (m_port == 0) {
        m_process.waitForFinished(1'000);
        ADD_FAILURE() << "the venue did not come up: " << m_process.errorString().toStdString() << ", state "
                      << static_cast<int>(m_process.state()) << ", ended with " << m_process.exitCode() << " "
                      << static_cast<int>(m_process.exitStatus()) << "; "
                      << m_process.readAllStandardError().toStdString();
    }
}

VenueProcess::~VenueProcess() {
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(kStartMs)) {
        m_process.kill();
        m_process.waitForFinished(kStartMs);
    }
}

ProgramEnd runProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::string& crashAt, int seconds) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("STRIKEDESK_TEST_CRASH_AT"));
    if (!crashAt.empty())
        environment.insert(QStringLiteral("STRIKEDESK_TEST_CRASH_AT"), QString::fromStdString(crashAt));
    process.setProcessEnvironment(environment);
    process.start(QString::fromStdString(program), wordsOf(arguments));
    ProgramEnd end;
    if (!process.waitForFinished(seconds * 1'000)) {
        process.kill();
        process.waitForFinished(kStartMs);
        ADD_FAILURE() << program << " did not end in " << seconds
                      << " s: " << process.readAllStandardError().toStdString();
        return end;
    }
    end.wasKilled = process.exitStatus() == QProcess::CrashExit;
    end.code = end.wasKilled ? -1 : process.exitCode();
    end.output = process.readAllStandardOutput().toStdString();
    end.errors = process.readAllStandardError().toStdString();
    return end;
}

} // namespace strikedesk::test
