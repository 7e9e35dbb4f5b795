// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <optional>

namespace strikedesk::bench {

/// A program with a window on no screen, started to be measured. Ended by the destructor.
class ChildProgram {
public:
    ChildProgram(const QString& program, const QStringList& arguments);
    ~ChildProgram();
    ChildProgram(const ChildProgram&) = delete;
    ChildProgram& operator=(const ChildProgram&) = delete;

    /// Milliseconds from the start to the line that tells of the first frame; nothing when it does not come.
    std::optional<double> firstFrameMs();
    /// Lets it run on; false when it ended meanwhile.
    bool runFor(int milliseconds);
    /// Processor time of the program itself so far, without its children.
    std::optional<double> processorMs() const;
    /// Resident memory of the program itself, without its children.
    std::optional<double> residentMegabytes() const;

private:
    QProcess m_process;
    qint64 m_startedAt = 0; ///< nanoseconds of the steady clock
};

} // namespace strikedesk::bench
