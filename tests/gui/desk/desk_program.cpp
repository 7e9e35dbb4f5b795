// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_state.h"
#include "ui/shell/layout_file.h"

#include <QApplication>
#include <QJsonDocument>
#include <QStandardPaths>

#include <unistd.h>

#include <cstdio>
#include <cstring>

// desk_program prepare FOLDER SPEED: the real window on a venue that runs already. A person trades, changes
// the layout and the watchlist; then a line "state {…}" says what the window shows, and the program waits to
// be killed.
// desk_program look FOLDER SPEED: the same line after a new start, then the end.
// desk_program sandbox …: in the place of the simulated venue; names the port of the one that runs already,
// so that killing the window does not end it.

namespace strikedesk::test {
namespace {

constexpr const char* kPortVariable = "STRIKEDESK_TEST_VENUE_PORT";

int nameTheVenue() {
    std::printf("listening %s\n", qPrintable(qEnvironmentVariable(kPortVariable)));
    std::fflush(stdout);
    char ignored[64];
    while (::read(STDIN_FILENO, ignored, sizeof ignored) > 0)
        continue;
    return 0;
}

void tell(const QJsonObject& state) {
    std::printf("state %s\n", QJsonDocument(state).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

bool failed() { return ::testing::Test::HasFailure(); }

/// What is on disk is what the window shows: a killed program may lose the last two seconds of a layout.
void untilLayoutIsKept(DeskDriver& desk, const std::filesystem::path& folder) {
    const QString file = QString::fromStdString((folder / "demo" / "layouts" / "current.json").string());
    EXPECT_TRUE(DeskDriver::until([&] {
        const auto kept = ui::readLayoutFile(file);
        return kept && *kept == desk.window().capture();
    })) << "the layout is not on disk";
}

int run(const std::string& what, const std::filesystem::path& folder, double speed) {
    DeskDriver desk{{folder, speed, QCoreApplication::applicationFilePath().toStdString(), "kill-" + what}};
    if (!desk.untilReady())
        return 1;
    if (what == "prepare") {
        TradeByHand trade{desk};
        leaveTraces(desk, trade);
        const QJsonObject state = stateOf(desk);
        untilLayoutIsKept(desk, folder);
        if (failed())
            return 1;
        tell(state);
        // Until it is killed.
        return DeskDriver::until([] { return false; }) ? 0 : 2;
    }
    // Everything the window reads comes within moments, one after the other; the last look counts.
    QJsonObject state;
    const QString wanted = qEnvironmentVariable("STRIKEDESK_TEST_WANTED_STATE");
    const QJsonObject before = QJsonDocument::fromJson(wanted.toUtf8()).object();
    (void)DeskDriver::until(
        [&] {
            state = stateOf(desk);
            return state == before;
        },
        20'000);
    tell(state);
    desk.press(Qt::Key_1, Qt::ControlModifier);
    desk.keepPicture("trade");
    return failed() ? 1 : 0;
}

} // namespace
} // namespace strikedesk::test

int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "sandbox") == 0)
        return strikedesk::test::nameTheVenue();
    if (argc != 4) {
        std::fprintf(stderr, "desk_program prepare|look FOLDER SPEED\n");
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    ::testing::InitGoogleTest();
    return strikedesk::test::run(argv[1], argv[2], std::atof(argv[3]));
}
