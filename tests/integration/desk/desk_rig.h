// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/live_series.h"
#include "tests/integration/session/rig.h"

namespace strikedesk::test {

/// The window's desk on a session that trades, without a window.
class DeskRig {
public:
    DeskRig() : series(desk, stockFeed(), optionFeed()) {}
    ~DeskRig() { desk.setSession(nullptr); }
    DeskRig(const DeskRig&) = delete;
    DeskRig& operator=(const DeskRig&) = delete;

    /// Starts the session and gives it to the desk; false after a test failure.
    bool begin() {
        session().snapshotReady = [this] { desk.takeSnapshot(); };
        if (!rig.begin())
            return false;
        desk.setSession(&session());
        desk.takeSnapshot();
        return true;
    }
    bool until(const std::function<bool()>& wanted) { return rig.host->until(wanted); }
    /// Waits for the answer that `ask` is given a function for.
    Status answerOf(const std::function<void(std::function<void(Status)>)>& ask) {
        auto answer = std::make_shared<std::optional<Status>>();
        ask([answer](const Status& status) { *answer = status; });
        EXPECT_TRUE(until([&answer] { return answer->has_value(); })) << "nobody answered";
        return answer->value_or(Status(Error{}));
    }
    session::Session& session() { return rig.host->session(); }
    std::string stockFeed() { return session().stockFeed(); }
    std::string optionFeed() { return session().optionFeed(); }

    SessionRig rig;
    desk::LiveDesk desk{ui::DeskFacts{}};
    desk::LiveSeries series;
};

} // namespace strikedesk::test
