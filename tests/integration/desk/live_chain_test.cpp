// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_chain.h"
#include "core/base/zone.h"
#include "tests/integration/desk/desk_rig.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::test {
namespace {

using ui::ChainState;

std::size_t quoted(const ui::ChainView& view) {
    return static_cast<std::size_t>(std::count_if(view.rows.begin(), view.rows.end(), [](const auto& row) {
        return row.call && row.call->bid.isPositive() && row.call->ask > row.call->bid;
    }));
}

TEST(LiveChain, ShowsTheNearestExpiryWithQuotesAndTheSpot) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::ContractBook book;
    desk::LiveChain chain(rig.desk, book);
    EXPECT_EQ(chain.chain()->state, ChainState::Empty);
    chain.show(Symbol::of("SPY"), std::nullopt);
    EXPECT_EQ(chain.chain()->state, ChainState::Loading);
    ASSERT_TRUE(rig.until([&] { return chain.chain()->state == ChainState::Ready && chain.chain()->spot; }))
        << chain.chain()->why;
    const auto view = chain.chain();
    ASSERT_GE(view->expiries.size(), 2U);
    EXPECT_TRUE(std::is_sorted(view->expiries.begin(), view->expiries.end(),
                               [](const auto& a, const auto& b) { return a.date < b.date; }));
    EXPECT_EQ(view->expiry, view->expiries.front().date);
    EXPECT_GE(quoted(*view), 10U);
    EXPECT_TRUE(std::is_sorted(view->rows.begin(), view->rows.end(),
                               [](const auto& a, const auto& b) { return a.strike < b.strike; }));
    EXPECT_TRUE(view->expectedMove.has_value());
    // The ticket finds what was listed.
    EXPECT_TRUE(book.find(view->rows.front().call->contract).has_value());

    const Date second = view->expiries[1].date;
    chain.show(Symbol::of("SPY"), second);
    EXPECT_EQ(chain.chain()->expiries, view->expiries) << "the tabs stay while the rows load";
    ASSERT_TRUE(rig.until([&] { return chain.chain()->state == ChainState::Ready; })) << chain.chain()->why;
    EXPECT_EQ(chain.chain()->expiry, second);
    EXPECT_EQ(book.find(chain.chain()->rows.front().call->contract)->expiry, second);
}

TEST(LiveChain, WhatIsVisibleIsStreamed) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::ContractBook book;
    desk::LiveChain chain(rig.desk, book);
    chain.show(Symbol::of("SPY"), std::nullopt);
    ASSERT_TRUE(rig.until([&] { return chain.chain()->state == ChainState::Ready && chain.chain()->spot; }));
    const auto view = chain.chain();
    const auto near =
        std::min_element(view->rows.begin(), view->rows.end(), [&](const auto& a, const auto& b) {
            const auto away = [&](const ui::ChainRow& row) {
                return std::abs(row.strike.toDoubleLossy() - view->spot->toDoubleLossy());
            };
            return away(a) < away(b);
        });
    const auto place = static_cast<std::size_t>(near - view->rows.begin());
    const ui::ChainSide before = *near->call;
    chain.setVisible({before.contract});
    ASSERT_TRUE(rig.until([&] {
        const ui::ChainSide& now = *chain.chain()->rows[place].call;
        return now.confirmed > before.confirmed && (now.bid != before.bid || now.bidSize != before.bidSize);
    })) << "no newer quote came into the row";
    EXPECT_GT(chain.chain()->version, view->version);
}

TEST(LiveChain, AnAnswerToAnOlderQuestionIsDropped) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::ContractBook book;
    desk::LiveChain chain(rig.desk, book);
    bool sawOther = false;
    const ui::Subscription seen = chain.subscribe([&] {
        const auto view = chain.chain();
        sawOther = sawOther || (view->underlying == Symbol::of("QQQ") && !view->rows.empty() &&
                                view->rows.front().call->contract.text().rfind("QQQ", 0) != 0);
    });
    for (const char* symbol : {"SPY", "AAPL", "SPY", "QQQ"})
        chain.show(Symbol::of(symbol), std::nullopt);
    ASSERT_TRUE(rig.until([&] { return chain.chain()->state == ChainState::Ready; })) << chain.chain()->why;
    EXPECT_EQ(chain.chain()->underlying, Symbol::of("QQQ"));
    EXPECT_FALSE(sawOther);
}

TEST(LiveChain, WhatIsNotListedIsAnErrorThatSaysWhatToDo) {
    DeskRig rig;
    ASSERT_TRUE(rig.begin());
    desk::ContractBook book;
    desk::LiveChain chain(rig.desk, book);
    chain.show(Symbol::of("NOSUCH"), std::nullopt);
    ASSERT_TRUE(rig.until([&] { return chain.chain()->state == ChainState::Failed; }));
    EXPECT_FALSE(chain.chain()->why.empty());
    EXPECT_TRUE(chain.chain()->rows.empty());
    chain.show(Symbol::of("SPY"), Date::tryFromYmd(2027, 7, 4).value());
    ASSERT_TRUE(rig.until([&] { return chain.chain()->state == ChainState::Failed; }));
    EXPECT_NE(chain.chain()->why.find("2027-07-04"), std::string::npos) << chain.chain()->why;
    EXPECT_FALSE(chain.chain()->expiries.empty()) << "the days to choose from are shown";
    chain.show(Symbol(), std::nullopt);
    EXPECT_EQ(chain.chain()->state, ChainState::Empty);
}

TEST(LiveChain, ANewDayReadsItsOwnContracts) {
    // A little before midnight; ten market seconds a second.
    const Date first = Date::tryFromYmd(2026, 3, 3).value();
    sandbox::SandboxConfig config;
    config.start = fromNewYork(first, 23 * 3'600 + 59 * 60);
    SessionRig rig({}, config);
    desk::LiveDesk desk{ui::DeskFacts{}};
    rig.host->session().snapshotReady = [&desk] { desk.takeSnapshot(); };
    ASSERT_TRUE(rig.host->start().ok());
    ASSERT_TRUE(rig.host->untilShown([](const engine::EngineSnapshot&) { return true; }));
    desk.setSession(&rig.host->session());
    desk::ContractBook book;
    {
        desk::LiveChain chain(desk, book);
        chain.show(Symbol::of("SPY"), std::nullopt);
        ASSERT_TRUE(rig.host->until([&] { return chain.chain()->state == ChainState::Ready; }))
            << chain.chain()->why;
        ASSERT_NE(book.listOf(Symbol::of("SPY"), first), nullptr);
        EXPECT_TRUE(rig.host->until([&] { return book.listOf(Symbol::of("SPY"), first + 1) != nullptr; }))
            << "yesterday's contracts are still shown";
        EXPECT_TRUE(rig.host->until([&] {
            return chain.chain()->state == ChainState::Ready && chain.chain()->expiries.front().date > first;
        }));
    }
    desk.setSession(nullptr);
}

} // namespace
} // namespace strikedesk::test
