// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/rig.h"

// The venue takes an order and says nothing, something wrong, or no. An order is sent once, whatever it says.

namespace strikedesk::test {
namespace {

/// The entry's answer goes wrong after the venue took it: found by look-up, managed to its end.
void expectFoundAndTraded(const char* fault) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault(fault);
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    const ClientOrderId id = send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2)) << fault;
    EXPECT_EQ(rig.venue->faultsLeft(fault), 0);
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2)) << fault;
    EXPECT_EQ(rig.venue->arrivals(id.text()), 1);
    ASSERT_TRUE(rig.closeByHand(ticket.intentId)) << fault;
    rig.expectFlatBooks();
}

TEST(AnswerFaults, AnAnswerLostAfterTheVenueTookTheOrder) { expectFoundAndTraded("lose_order_answer"); }
TEST(AnswerFaults, AServerErrorAfterTheVenueTookTheOrder) { expectFoundAndTraded("order_error_after"); }

TEST(AnswerFaults, ARestingOrderWithoutAnAnswerIsSaidToBeLookedForAndFound) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("mute_trade_updates", 1'000);
    rig.venue->fault("lose_order_answer");
    const trade::EntryTicket ticket = rig.restingTicket();
    const ClientOrderId id = send(*rig.host, ticket);
    ASSERT_TRUE(rig.host->untilNotice("order.unknown"));
    EXPECT_NE(rig.host->notice("order.unknown")->message.find("being looked for"), std::string::npos);
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Working));
    rig.venue->fault("mute_trade_updates", 0);
    rig.host->session().post(engine::CancelRequested{id});
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Ended));
    EXPECT_EQ(orderOf(*rig.host, id)->end, trade::OrderEnd::Canceled);
    EXPECT_EQ(rig.venue->arrivals(id.text()), 1);
    rig.expectFlatBooks();
}

/// The venue never took it: given up after the horizon, said, never sent again.
void expectGivenUp(const char* fault) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault(fault);
    const trade::EntryTicket ticket = rig.ticket();
    const ClientOrderId id = send(*rig.host, ticket);
    ASSERT_TRUE(rig.host->untilNotice("order.unknown")) << fault;
    ASSERT_TRUE(rig.host->untilNotice("order.unseen")) << fault;
    // The notice is shown at once, the order as soon as its record is on disk.
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Ended)) << fault;
    EXPECT_EQ(orderOf(*rig.host, id)->end, trade::OrderEnd::Unseen);
    EXPECT_EQ(rig.venue->arrivals(id.text()), 1);
    const auto snapshot = rig.host->snapshot();
    EXPECT_EQ(rig.host->trade(*snapshot, ticket.intentId)->state.phase, trade::TradePhase::Closed);
    EXPECT_TRUE(rig.host->journaled.empty());
    rig.expectFlatBooks();
}

TEST(AnswerFaults, AConnectionThatBreaksBeforeTheVenueTookTheOrder) {
    expectGivenUp("drop_order_before_effect");
}
TEST(AnswerFaults, AServerErrorBeforeTheVenueTookTheOrder) { expectGivenUp("order_error_before"); }

TEST(AnswerFaults, TooManyRequestsNeverDoublesAnOrder) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("rate_limited");
    const trade::EntryTicket ticket = rig.ticket();
    const ClientOrderId id = send(*rig.host, ticket);
    // The refusal hits the order, or a reading that came first; then the order is simply held.
    ASSERT_TRUE(rig.host->until([&] {
        const auto order = orderOf(*rig.host, id);
        return order && order->phase == trade::OrderPhase::Ended;
    }));
    EXPECT_EQ(rig.venue->faultsLeft("rate_limited"), 0);
    EXPECT_LE(rig.venue->arrivals(id.text()), 1);
    if (orderOf(*rig.host, id)->end == trade::OrderEnd::Filled)
        ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    else
        EXPECT_FALSE(rig.host->snapshot()->notices.empty());
    rig.expectFlatBooks();
}

TEST(AnswerFaults, TheAnswerToACancelIsLost) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    rig.venue->fault("lose_cancel_answer");
    const trade::EntryTicket ticket = withTarget(rig.ticket(), 30);
    send(*rig.host, ticket);
    ASSERT_TRUE(untilTargetWorks(*rig.host, ticket.intentId, 2));
    // The close cancels the take-profit; its answer is lost, its effect is not.
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    EXPECT_EQ(rig.venue->faultsLeft("lose_cancel_answer"), 0);
    rig.expectFlatBooks();
}

TEST(AnswerFaults, AnOrderTheVenueRefusesIsToldInItsWords) {
    SessionRig rig({{"orders.max_quantity", "10000"}, {"orders.max_notional", "10000000"}});
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket first = rig.restingTicket(1);
    const ClientOrderId id = send(*rig.host, first);
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Working));
    // A sell to close of what is not held never leaves the ticket; buying beyond the means is ours to stop.
    send(*rig.host, rig.ticket(9'000));
    ASSERT_TRUE(rig.host->untilNotice("refused.buying_power"));
    EXPECT_EQ(rig.venue->arrivedWrites(), 1);
    rig.host->session().post(engine::CancelRequested{id});
    ASSERT_TRUE(untilPhase(*rig.host, id, trade::OrderPhase::Ended));
    rig.expectFlatBooks();
}

} // namespace
} // namespace strikedesk::test
