// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_symbol.h"
#include "tests/integration/session/rig.h"

#include <algorithm>

// A data plan that streams fewer symbols than are wanted.

namespace strikedesk::test {
namespace {

using market::Attention;

const std::vector<session::StreamWish> kFive = {{Symbol::of("AAPL"), Attention::Listed},
                                                {Symbol::of("AMD"), Attention::Listed},
                                                {Symbol::of("MSFT"), Attention::Listed},
                                                {Symbol::of("QQQ"), Attention::Shown},
                                                {Symbol::of("NVDA"), Attention::Focused}};

sandbox::SandboxConfig planOf(std::size_t stocks) {
    sandbox::SandboxConfig config;
    config.stockSymbols = stocks;
    return config;
}

bool isLeftOut(const engine::EngineSnapshot& snapshot, const char* symbol) {
    return !snapshot.isStreamed(Symbol::of(symbol));
}

int limitNotices(const engine::EngineSnapshot& snapshot) {
    return static_cast<int>(std::count_if(snapshot.notices.begin(), snapshot.notices.end(),
                                          [](const auto& n) { return n.notice.code == "feed.limit"; }));
}

TEST(StreamLimit, ARefusedSubscriptionIsAskedAgainWithFewerAndTheRestIsSaid) {
    SessionRig rig({}, planOf(3));
    ASSERT_TRUE(rig.begin());
    // The feed of the sandbox has no number of its own: it is learnt from the refusal.
    auto wishes = kFive;
    wishes.push_back({rig.contract, Attention::Shown});
    rig.host->session().watch(wishes);
    ASSERT_TRUE(rig.host->untilNotice("feed.limit"));
    ASSERT_TRUE(rig.host->untilShown([](const engine::EngineSnapshot& snapshot) {
        const auto* row = snapshot.quotes->find(Symbol::of("NVDA"));
        return row != nullptr && row->confirmed.market.isSet();
    })) << "what comes first gets no quotes";
    const auto snapshot = rig.host->snapshot();
    EXPECT_FALSE(isLeftOut(*snapshot, "NVDA"));
    EXPECT_FALSE(isLeftOut(*snapshot, "QQQ"));
    EXPECT_TRUE(isLeftOut(*snapshot, "AMD"));
    EXPECT_TRUE(isLeftOut(*snapshot, "MSFT"));
    EXPECT_TRUE(snapshot->isStreamed(rig.contract)) << "another stream with a number of its own";
    EXPECT_EQ(limitNotices(*snapshot), 1);
    EXPECT_NE(rig.host->notice("feed.limit")->message.find("Shorten the lists"), std::string::npos);
    EXPECT_EQ(snapshot->links.at(engine::Channel::StockStream).state, engine::LinkState::Open);
}

TEST(StreamLimit, ThePlansNumberIsKeptWithoutARefusalAndChangesWhileItRuns) {
    SessionRig rig({}, planOf(2));
    ASSERT_TRUE(rig.begin());
    const auto allow = [&rig](const char* symbols) {
        std::optional<Status> answer;
        rig.host->session().changeSetting("alpaca.stock_symbols", symbols,
                                          [&answer](const Status& status) { answer = status; });
        return rig.host->until([&] { return answer.has_value(); }) && answer->ok();
    };
    ASSERT_TRUE(allow("2"));
    rig.host->session().watch(kFive);
    ASSERT_TRUE(rig.host->untilShown(
        [](const engine::EngineSnapshot& snapshot) { return isLeftOut(snapshot, "AAPL"); }));
    EXPECT_FALSE(isLeftOut(*rig.host->snapshot(), "NVDA"));
    EXPECT_FALSE(isLeftOut(*rig.host->snapshot(), "QQQ"));
    ASSERT_TRUE(allow("1"));
    EXPECT_TRUE(rig.host->untilShown(
        [](const engine::EngineSnapshot& snapshot) { return isLeftOut(snapshot, "QQQ"); }));
}

TEST(StreamLimit, AHeldContractStaysLiveHoweverMuchIsLookedAt) {
    sandbox::SandboxConfig config;
    config.optionSymbols = 1;
    SessionRig rig({}, config);
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket ticket = rig.ticket();
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    const auto option = OptionSymbol::tryFrom(rig.contract);
    const Symbol other =
        OptionSymbol::tryFrom(option->root().text(), option->expiry(), OptionRight::Put, option->strike())
            ->symbol();
    rig.host->session().watch({{other, Attention::Focused}});
    ASSERT_TRUE(rig.host->untilShown(
        [&](const engine::EngineSnapshot& snapshot) { return !snapshot.isStreamed(other); }));
    EXPECT_TRUE(rig.host->snapshot()->isStreamed(rig.contract));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    EXPECT_TRUE(rig.host->untilShown([&](const engine::EngineSnapshot& snapshot) {
        return snapshot.isStreamed(other);
    })) << "a place that is free again goes to the next";
}

} // namespace
} // namespace strikedesk::test
