// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_client.h"
#include "core/run/watch/kill_mark.h"
#include "tests/integration/session/rig.h"

#include <chrono>
#include <thread>

// Kills that come from outside the window's thread, and those that nobody could record.

namespace strikedesk::test {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kStopsWithin{50};
constexpr std::chrono::milliseconds kAnswersWithin{100};
constexpr std::chrono::seconds kStall{2};
constexpr int kTickets = 12;

/// What a process outside saw while the window stood still.
struct Press {
    Result<std::string> answer = Error{ErrorKind::Internal, "test", "not asked"};
    Steady::duration took{};
    std::int64_t writes = 0; ///< that had reached the venue 50 ms after the press
};

TEST(KillOutside, AWindowThatHangsDelaysNeitherTheKillNorItsAnswer) {
    SessionRig rig({{"orders.max_per_second", "100"},
                    {"orders.max_per_minute", "1000"},
                    {"risk.max_open_positions", "100"},
                    {"risk.max_positions_per_symbol", "100"}});
    ASSERT_TRUE(rig.begin());
    std::vector<trade::EntryTicket> before;
    std::vector<trade::EntryTicket> after;
    for (int i = 0; i < kTickets; ++i) {
        before.push_back(rig.restingTicket(1));
        after.push_back(rig.restingTicket(1));
    }
    Press press;
    const auto begun = Steady::now();
    std::thread outside([&] {
        for (const trade::EntryTicket& ticket : before)
            rig.host->session().post(engine::TicketSubmitted{ticket});
        const auto pressed = Steady::now();
        press.answer = watch::sendKill(rig.folder.path() / "demo", trade::KillLevel::BlockEntries, "a test");
        press.took = Steady::now() - pressed;
        for (const trade::EntryTicket& ticket : after)
            rig.host->session().post(engine::TicketSubmitted{ticket});
        do
            press.writes = rig.venue->arrivedWrites();
        while (Steady::now() - pressed < kStopsWithin);
        // The window goes on standing still: whatever would still leave leaves now.
        while (Steady::now() - begun < kStall)
            (void)rig.venue->arrivedWrites();
    });
    outside.join(); // this thread is the window's: no event loop runs
    ASSERT_TRUE(press.answer.ok()) << press.answer.error().message;
    EXPECT_EQ(press.answer->substr(0, 13), "kill level 2:") << *press.answer;
    EXPECT_LE(press.took, kAnswersWithin);
    EXPECT_EQ(rig.venue->arrivedWrites(), press.writes) << "an order left more than 50 ms after the press";
    RecordProperty(
        "answer_us",
        static_cast<int>(std::chrono::duration_cast<std::chrono::microseconds>(press.took).count()));
    ASSERT_TRUE(rig.host->untilNotice("kill.set"));
    EXPECT_NE(rig.host->notice("kill.set")->message.find("a test"), std::string::npos);
    ASSERT_TRUE(rig.host->untilNotice("refused.kill"));
    ASSERT_TRUE(rig.host->untilShown([](const engine::EngineSnapshot& snapshot) {
        return std::none_of(snapshot.orders->orders.begin(), snapshot.orders->orders.end(),
                            [](const auto& order) { return order.isLive(); });
    }));
    EXPECT_EQ(rig.venue->arrivedWrites(), press.writes);
}

TEST(KillOutside, AKillThatNobodyRecordedIsInForceAfterTheRestartUntilReleased) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    const auto config = [&rig] {
        return sandboxSession(rig.port, rig.folder.path() / "demo", SessionRig::kSpeed);
    };
    const auto isAt = [](trade::KillLevel level) {
        return [level](const engine::EngineSnapshot& shown) {
            return shown.readiness >= trade::Readiness::Ready && shown.kill == level;
        };
    };
    rig.host.reset();
    // As the command does when the running process does not answer.
    ASSERT_TRUE(
        watch::writeKillMark(rig.folder.path() / "demo", AccountId(), {trade::KillLevel::BlockEntries, "x"}));
    rig.host.emplace(config());
    ASSERT_TRUE(rig.host->start());
    ASSERT_TRUE(rig.host->untilShown(isAt(trade::KillLevel::BlockEntries)));
    rig.host.reset();
    rig.host.emplace(config());
    ASSERT_TRUE(rig.host->start());
    ASSERT_TRUE(rig.host->untilShown(isAt(trade::KillLevel::BlockEntries)))
        << "it stays until somebody releases it";
    rig.host->session().kill(trade::KillLevel::None, "a person");
    ASSERT_TRUE(rig.host->untilShown(isAt(trade::KillLevel::None)));
    const AccountId account = rig.host->snapshot()->account->number;
    EXPECT_FALSE(watch::readKillMark(rig.folder.path() / "demo", account));
    rig.host.reset();
    rig.host.emplace(config());
    ASSERT_TRUE(rig.host->start());
    ASSERT_TRUE(rig.host->untilShown(isAt(trade::KillLevel::None)));
}

} // namespace
} // namespace strikedesk::test
