// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/fault_rule.h"
#include "tests/integration/session/rig.h"

// Two vendors of market data: what each may give, who steps in, and that no series mixes them.

namespace strikedesk::test {
namespace {

using engine::Channel;
using engine::LinkState;
using market::Vendor;
using sandbox::FaultKind;
using sandbox::FaultRule;

const Symbol kSpy = Symbol::of("SPY");

/// A session with both vendors, whose patience fits a test.
struct FailoverRig : SessionRig {
    FailoverRig() {
        session::SessionConfig config = sandboxSession(port, folder.path() / "both", kSpeed);
        config.polygonEndpoints = polygon::PolygonEndpoints::sandbox(port);
        config.polygonKey = Secret(sandbox::SandboxConfig().polygonKey);
        config.vendors = {Vendor::Alpaca, Vendor::Polygon};
        config.feedLimits = {Duration::milliseconds(300), Duration::milliseconds(300)};
        host.emplace(std::move(config));
        host->session().dataReported = [this](const market::DataReport& report) {
            reports.push_back(report);
        };
        host->session().feedsChanged = [this] { ++feedChanges; };
    }
    market::SeriesKey minutes() {
        return {kSpy, market::Timeframe::Minute1, market::SeriesSession::Regular, host->session().stockFeed(),
                market::Adjustment::Raw};
    }
    /// Wants the minutes of the feed that serves now, and waits until they are live.
    bool untilLive(const market::SeriesKey& key) {
        host->session().watch({{kSpy, market::Attention::Focused}});
        host->session().wantSeries({{key, market::Attention::Focused}}, key);
        return host->untilShown([&](const engine::EngineSnapshot& snapshot) {
            const auto found = snapshot.series->find(key);
            return found != snapshot.series->end() && found->second->size() > 5 &&
                   found->second->health().mode == market::SeriesMode::Live;
        });
    }
    bool untilServing(Channel channel, Vendor vendor) {
        return host->untilShown([&](const engine::EngineSnapshot& snapshot) {
            const auto link = snapshot.links.find(channel);
            return link != snapshot.links.end() && link->second.vendor == vendor &&
                   link->second.state == LinkState::Open;
        });
    }
    std::int64_t addFault(FaultKind kind, sandbox::ChannelSet where) {
        FaultRule rule = FaultRule::of(kind);
        rule.where = where;
        rule.count = 0;
        const auto added = venueServer->addFault(rule);
        EXPECT_TRUE(added.ok()) << (added ? "" : added.error().message);
        return added.valueOr(0);
    }

    std::vector<market::DataReport> reports;
    int feedChanges = 0;
};

TEST(DataFailover, TheKeysAreAskedWhatTheyMayHave) {
    FailoverRig rig;
    ASSERT_TRUE(rig.begin());
    ASSERT_TRUE(rig.host->until([&] { return !rig.reports.empty() && !rig.reports.back().isAsking; }));
    const market::GrantTable& grants = rig.reports.back().grants;
    EXPECT_EQ(grants.order(), (std::vector{Vendor::Alpaca, Vendor::Polygon}));
    for (const Vendor vendor : grants.order())
        for (const auto capability : {market::Capability::StockStream, market::Capability::OptionStream,
                                      market::Capability::Chain, market::Capability::StockBars})
            EXPECT_EQ(grants.state(vendor, capability).grant, market::Grant::RealTime)
                << nameOf(vendor) << " " << nameOf(capability) << ": "
                << grants.state(vendor, capability).why;
    EXPECT_EQ(rig.reports.back().use.size(), 2U);
}

TEST(DataFailover, TheOtherVendorStepsInWithSeriesOfItsOwnAndTheFirstServesAgain) {
    FailoverRig rig;
    ASSERT_TRUE(rig.begin());
    ASSERT_TRUE(rig.untilServing(Channel::StockStream, Vendor::Alpaca));
    const market::SeriesKey first = rig.minutes();
    EXPECT_EQ(first.feed, "sip");
    ASSERT_TRUE(rig.untilLive(first));

    const std::int64_t away = rig.addFault(FaultKind::DropBefore, only(sandbox::Channel::Stocks));
    rig.venue->fault("cut_data", 1);
    ASSERT_TRUE(rig.untilServing(Channel::StockStream, Vendor::Polygon)) << "nobody stepped in";
    EXPECT_TRUE(rig.host->until([&] { return rig.feedChanges > 0; }));
    EXPECT_NE(rig.host->notice("feed.chosen")->message.find("Polygon"), std::string::npos);
    const market::SeriesKey second = rig.minutes();
    EXPECT_EQ(second.feed, "polygon");
    ASSERT_TRUE(rig.untilLive(second)) << "no bars from the other vendor";

    ASSERT_TRUE(rig.venueServer->removeFault(away));
    ASSERT_TRUE(rig.untilServing(Channel::StockStream, Vendor::Alpaca)) << "the first never came back";
    EXPECT_EQ(rig.minutes(), first);
    ASSERT_TRUE(rig.untilLive(first));

    // And a second time: the one that stood by was let go meanwhile, and is brought up anew.
    rig.addFault(FaultKind::DropBefore, only(sandbox::Channel::Stocks));
    rig.venue->fault("cut_data", 1);
    ASSERT_TRUE(rig.untilServing(Channel::StockStream, Vendor::Polygon)) << "nobody stepped in again";
    ASSERT_TRUE(rig.untilLive(second));
}

TEST(DataFailover, OrdersGoOnWhileTheOtherVendorGivesTheQuotes) {
    FailoverRig rig;
    ASSERT_TRUE(rig.begin());
    rig.addFault(FaultKind::DropBefore, only(sandbox::Channel::Options));
    rig.addFault(FaultKind::ErrorBefore, only(sandbox::Channel::Data));
    rig.venue->fault("cut_data", 1);
    ASSERT_TRUE(rig.untilServing(Channel::OptionStream, Vendor::Polygon));
    const trade::EntryTicket ticket = rig.ticket();
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(DataFailover, AStreamThatIsConnectedButMuteIsMadeAnew) {
    FailoverRig rig;
    ASSERT_TRUE(rig.begin());
    ASSERT_TRUE(rig.untilLive(rig.minutes()));
    const std::int64_t mute = rig.addFault(FaultKind::Mute, only(sandbox::Channel::Stocks));
    EXPECT_TRUE(rig.host->untilShown([](const engine::EngineSnapshot& snapshot) {
        return snapshot.links.at(Channel::StockStream).state == LinkState::Down;
    })) << "pings are answered, so only the missing data tell";
    EXPECT_TRUE(rig.untilServing(Channel::StockStream, Vendor::Polygon))
        << "it stays mute, nobody stepped in";
    EXPECT_TRUE(rig.venueServer->removeFault(mute));
    EXPECT_TRUE(rig.untilServing(Channel::StockStream, Vendor::Alpaca));
}

} // namespace
} // namespace strikedesk::test
