// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/handover/market_clock.h"
#include "core/run/sandbox/faults/fault_rule.h"
#include "tests/integration/session/rig.h"

#include <cstdio>

// The order stream breaks, lies or forgets. The books at the venue are the truth in the end.

namespace strikedesk::test {
namespace {

TEST(StreamFaults, TheStreamDropsWhileAnOrderRests) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket ticket = rig.restingTicket();
    const ClientOrderId id = send(*rig.host, ticket);
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Working));
    bool wentDown = false;
    const auto down = [&](const engine::EngineSnapshot& snapshot) {
        wentDown = wentDown || snapshot.readiness < trade::Readiness::Ready;
        return wentDown;
    };
    rig.venue->fault("cut_trade_updates");
    ASSERT_TRUE(rig.host->untilShown(down));
    ASSERT_TRUE(rig.host->untilReady());
    EXPECT_EQ(orderOf(*rig.host, id)->phase, trade::OrderPhase::Working);
    rig.host->session().post(engine::CancelRequested{id});
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Ended));
    EXPECT_EQ(orderOf(*rig.host, id)->end, trade::OrderEnd::Canceled);
    rig.expectFlatBooks();
}

TEST(StreamFaults, WhatFilledWhileTheStreamWasDownIsFoundAndCovered) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    rig.venue->fault("cut_trade_updates");
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.host->untilReady());
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(StreamFaults, AFrameThatIsNoMessageIsPassedOver) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("malformed_trade_update");
    rig.venue->fault("malformed_data");
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(StreamFaults, AStatusNobodyKnowsIsSaidAndTheOrderStillEndsRight) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("unknown_status");
    const trade::EntryTicket ticket = rig.restingTicket();
    const ClientOrderId id = send(*rig.host, ticket);
    ASSERT_TRUE(rig.host->untilNotice("order.unknown_status"));
    EXPECT_NE(rig.host->notice("order.unknown_status")->message.find("check it at the broker"),
              std::string::npos);
    ASSERT_TRUE(rig.host->until([&] {
        const auto order = orderOf(*rig.host, id);
        return order && order->phase == trade::OrderPhase::Working &&
               order->status != trade::OrderStatus::Unrecognised;
    })) << "the sweep did not correct it";
    rig.host->session().post(engine::CancelRequested{id});
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Ended));
    rig.expectFlatBooks();
}

TEST(StreamFaults, FieldsNobodyKnowsChangeNothing) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("unknown_fields", 100);
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(StreamFaults, AFillThatWasNeverSentIsFoundWithinTenSeconds) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("lose_fill");
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    const MonoTime sent = handover::MarketClock::monotonic();
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    // Reliability, G11: ten seconds from the fill, which comes a little after the order was sent.
    const double took = (handover::MarketClock::monotonic() - sent).toSecondsLossy();
    std::printf("a lost fill was found after %.1f s\n", took);
    EXPECT_LT(took, 10.0);
    EXPECT_EQ(rig.venue->faultsLeft("lose_fill"), 0);
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(StreamFaults, AnOrderStreamThatOnlyAnswersPingsIsMadeAnewWithin25Seconds) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    sandbox::FaultRule rule = sandbox::FaultRule::of(sandbox::FaultKind::Mute);
    rule.where = only(sandbox::Channel::TradeUpdates);
    rule.count = 0;
    const auto mute = rig.venueServer->addFault(rule);
    ASSERT_TRUE(mute.ok());
    const MonoTime sent = handover::MarketClock::monotonic();
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    ASSERT_TRUE(rig.host->untilShown([](const engine::EngineSnapshot& snapshot) {
        return snapshot.links.at(engine::Channel::OrderStream).state != engine::LinkState::Open;
    })) << "nobody noticed";
    const double took = (handover::MarketClock::monotonic() - sent).toSecondsLossy();
    std::printf("a mute order stream was noticed after %.1f s\n", took);
    EXPECT_LT(took, 25.0);
    ASSERT_TRUE(rig.venueServer->removeFault(*mute));
    ASSERT_TRUE(rig.host->untilReady());
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(StreamFaults, AStreamThatSaysNothingAtAllStillLeavesRightBooks) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("mute_trade_updates", 1'000);
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

} // namespace
} // namespace strikedesk::test
