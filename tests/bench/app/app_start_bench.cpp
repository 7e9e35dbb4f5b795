// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// app.*: the program as a person starts it, on the simulated market with its usual watchlist, in its trade
// workspace, beside an empty window of the same size.
//   app.first_frame      from the start to the first painted window, everything read from disk before
//   app.first_frame_cpu  the program's processor time by then; moves less with what else the machine does
//   app.rss              resident memory once the workspace has run for a minute
#include "tests/bench/app/child_program.h"
#include "tests/support/bench_record.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

using namespace strikedesk;
using bench::ChildProgram;

namespace {

constexpr int kStarts = 9;
constexpr int kRunMs = 60'000;

/// A profile that was welcomed before: the trade workspace comes at once.
class Profile {
public:
    Profile() {
        QDir(m_folder.path()).mkpath(QStringLiteral("demo"));
        QFile mark(m_folder.filePath(QStringLiteral("demo/welcomed")));
        m_isReady = m_folder.isValid() && mark.open(QIODevice::WriteOnly);
    }
    bool isReady() const { return m_isReady; }
    QStringList arguments() const {
        return {QStringLiteral("--say-first-frame"), QStringLiteral("--data-dir"), m_folder.path()};
    }

private:
    QTemporaryDir m_folder;
    bool m_isReady = false;
};

struct Start {
    double wallMs = 0;
    double processorMs = 0;
};

std::optional<Start> startOnce(const char* program, const QStringList& arguments) {
    ChildProgram child(QString::fromLocal8Bit(program), arguments);
    const auto wall = child.firstFrameMs();
    const auto processor = child.processorMs();
    if (!wall)
        return std::nullopt;
    return Start{*wall, processor.value_or(0)};
}

double medianOf(std::vector<Start> starts, double Start::*figure) {
    std::sort(starts.begin(), starts.end(),
              [figure](const Start& a, const Start& b) { return a.*figure < b.*figure; });
    return starts[starts.size() / 2].*figure;
}

int firstFrame() {
    const Profile profile;
    std::vector<Start> ours;
    std::vector<Start> empty;
    // The first start reads everything from disk and makes the profile's files; it does not count.
    for (int i = 0; i <= kStarts; ++i) {
        const auto our = startOnce(STRIKEDESK_PROGRAM, profile.arguments());
        const auto other = startOnce(EMPTY_WINDOW_PROGRAM, {});
        if (!profile.isReady() || !our || !other) {
            std::fputs("app.first_frame: a program ended before it painted its window\n", stderr);
            return 1;
        }
        if (i == 0)
            continue;
        ours.push_back(*our);
        empty.push_back(*other);
    }
    int failed = bench::writeBenchRecordOrComplain({"app.first_frame", medianOf(ours, &Start::wallMs), "ms",
                                                    "empty Qt window", medianOf(empty, &Start::wallMs)});
    const double processor = medianOf(ours, &Start::processorMs);
    if (processor > 0)
        failed +=
            bench::writeBenchRecordOrComplain({"app.first_frame_cpu", processor, "ms", "empty Qt window",
                                               std::max(medianOf(empty, &Start::processorMs), 10.0)});
    return failed;
}

int residentMemory() {
    const Profile profile;
    ChildProgram ours(QString::fromLocal8Bit(STRIKEDESK_PROGRAM), profile.arguments());
    ChildProgram empty(QString::fromLocal8Bit(EMPTY_WINDOW_PROGRAM), {});
    if (!profile.isReady() || !ours.firstFrameMs() || !empty.firstFrameMs() || !ours.runFor(kRunMs)) {
        std::fputs("app.rss: a program ended before its memory could be read\n", stderr);
        return 1;
    }
    const auto megabytes = ours.residentMegabytes();
    const auto floor = empty.residentMegabytes();
    if (!megabytes || !floor) {
        std::fputs("app.rss: this system does not tell the memory of a process; left out\n", stderr);
        return 0;
    }
    return bench::writeBenchRecordOrComplain({"app.rss", *megabytes, "MB", "empty Qt window", *floor});
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    int failed = 0;
    if (bench::benchWanted("app.first_frame") || bench::benchWanted("app.first_frame_cpu"))
        failed += firstFrame();
    if (bench::benchWanted("app.rss"))
        failed += residentMemory();
    return failed == 0 ? 0 : 1;
}
