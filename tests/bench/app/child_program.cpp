// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/app/child_program.h"

#include <QFile>
#include <QProcessEnvironment>

#include <chrono>
#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace strikedesk::bench {

namespace {

constexpr int kPatienceMs = 60'000;

qint64 steadyNow() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// A file the system keeps about a process, in words; empty where there is none.
QList<QByteArray> wordsAbout(qint64 process, const char* name) {
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // The program's name may hold blanks; it ends with the last bracket.
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 1).simplified().split(' ');
}

} // namespace

ChildProgram::ChildProgram(const QString& program, const QStringList& arguments) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // A person's own settings, and those of the benchmarks, are no part of what is measured.
    for (const QString& name : environment.keys())
        if (name.startsWith(QLatin1String("STRIKEDESK_")))
            environment.remove(name);
    if (!environment.contains(QStringLiteral("QT_QPA_PLATFORM")))
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_startedAt = steadyNow();
    m_process.start(program, arguments);
}

ChildProgram::~ChildProgram() {
    m_process.terminate();
    if (!m_process.waitForFinished(kPatienceMs)) {
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
}

std::optional<double> ChildProgram::firstFrameMs() {
    while (m_process.canReadLine() || m_process.waitForReadyRead(kPatienceMs)) {
        if (m_process.canReadLine() && m_process.readLine() == "first frame\n")
            return static_cast<double>(steadyNow() - m_startedAt) / 1e6;
    }
    return std::nullopt;
}

bool ChildProgram::runFor(int milliseconds) { return !m_process.waitForFinished(milliseconds); }

std::optional<double> ChildProgram::processorMs() const {
#ifdef Q_OS_LINUX
    // Fields 14 and 15 of proc(5) stat; the first two are cut off with the name.
    const QList<QByteArray> words = wordsAbout(m_process.processId(), "stat");
    if (words.size() > 12)
        return (words[11].toDouble() + words[12].toDouble()) * 1e3 /
               static_cast<double>(sysconf(_SC_CLK_TCK));
#endif
    return std::nullopt;
}

std::optional<double> ChildProgram::residentMegabytes() const {
#ifdef Q_OS_LINUX
    const QList<QByteArray> words = wordsAbout(m_process.processId(), "statm");
    if (words.size() > 1)
        return words[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
#endif
    return std::nullopt;
}

} // namespace strikedesk::bench
