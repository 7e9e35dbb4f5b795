// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/ticket/ticket_panel_fixture.h"
#include "ui/theme/format.h"

namespace strikedesk::ui {
namespace {

TEST_F(TicketPanelTest, LoadsEditsIsJudgedConfirmedAndSentOnce) {
    rig.desk.show(market().build());
    load(200);
    EXPECT_EQ(said("ticket.contract"), QStringLiteral("AMD 27 Nov 2026 100 Call"));
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("2.00"));
    type("ticket.quantity", QStringLiteral("4"));
    const auto posted = draft();
    ASSERT_TRUE(posted);
    EXPECT_EQ(posted->quantity, Quantity::whole(4));
    rig.desk.show(market().check(judged(*posted)).build());
    EXPECT_EQ(said("ticket.cost"), QStringLiteral("800.00 + 2.80"));
    EXPECT_TRUE(button("ticket.submit")->text().startsWith(QStringLiteral("Buy 4 · 802.80 USD")));
    enter();
    EXPECT_TRUE(submitted().empty());
    EXPECT_TRUE(button("ticket.submit")->text().startsWith(QStringLiteral("Confirm: buy 4 at 2.00")));
    enter();
    ASSERT_EQ(submitted().size(), 1U);
    EXPECT_EQ(submitted()[0].ticket.intentId, posted->intentId);
    EXPECT_EQ(submitted()[0].ticket.limitPrice, Price::fromCents(200));
    for (int i = 0; i < 5; ++i)
        enter();
    EXPECT_EQ(submitted().size(), 1U) << "an order on its way is not sent again";
}

TEST_F(TicketPanelTest, PressingTwiceWithoutConfirmationBuysOnce) {
    notConfirmed();
    rig.desk.show(market().build());
    load(200);
    enter();
    enter();
    EXPECT_EQ(submitted().size(), 1U);
    answer(trade::OrderPhase::Ended, trade::OrderEnd::Filled);
    enter();
    EXPECT_EQ(submitted().size(), 1U) << "the press after a fast fill opens a new ticket";
    enter();
    ASSERT_EQ(submitted().size(), 2U);
    EXPECT_NE(submitted()[0].ticket.intentId, submitted()[1].ticket.intentId);
}

TEST_F(TicketPanelTest, AHeldKeyIsOnePress) {
    rig.desk.show(market().build());
    load(200);
    for (int i = 0; i < 4; ++i) {
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Return, {}, QString(), i > 0);
        QCoreApplication::sendEvent(panel.get(), &repeat);
    }
    EXPECT_TRUE(submitted().empty());
}

TEST_F(TicketPanelTest, ShiftEnterSkipsTheConfirmationButNotWithRealMoney) {
    rig.desk.show(market().build());
    load(200);
    enter(Qt::ShiftModifier);
    EXPECT_EQ(submitted().size(), 1U);
}

TEST_F(TicketPanelTest, RealMoneyNeedsTheWordOncePerSession) {
    DeskFacts facts;
    facts.mode = DeskMode::Live;
    facts.accountTail = "0418";
    rig.desk.setFacts(facts);
    rig.desk.show(market().build());
    EXPECT_EQ(panel->headerNote(), QStringLiteral("LIVE account 0418"));
    load(200);
    enter(Qt::ShiftModifier);
    enter();
    enter();
    EXPECT_TRUE(submitted().empty());
    ASSERT_TRUE(field("ticket.liveWord")->isVisible());
    QTest::keyClicks(field("ticket.liveWord"), QStringLiteral("live"));
    EXPECT_TRUE(field("ticket.liveWord")->isVisible());
    type("ticket.liveWord", QStringLiteral("LIVE"));
    EXPECT_FALSE(field("ticket.liveWord")->isVisible());
    enter(Qt::ShiftModifier);
    EXPECT_TRUE(submitted().empty()) << "the confirmation is not skipped with real money";
    enter();
    EXPECT_EQ(submitted().size(), 1U);
}

TEST_F(TicketPanelTest, EscapeOrAnEditTakesTheConfirmationBack) {
    rig.desk.show(market().build());
    load(200);
    enter();
    QTest::keyClick(field("ticket.limit"), Qt::Key_Escape);
    enter();
    EXPECT_TRUE(submitted().empty());
    type("ticket.limit", QStringLiteral("2.01"));
    enter();
    EXPECT_TRUE(submitted().empty());
    enter();
    ASSERT_EQ(submitted().size(), 1U);
    EXPECT_EQ(submitted()[0].ticket.limitPrice, Price::fromCents(201));
}

TEST_F(TicketPanelTest, OneClickSendsAtOnceOnlyWhileArmed) {
    rig.desk.show(market().build());
    load(199, 2, true);
    EXPECT_TRUE(submitted().empty());
    EXPECT_EQ(field("ticket.limit")->text(), QStringLiteral("1.99"));
    EXPECT_FALSE(said("ticket.result").isEmpty());
    rig.arming.arm();
    load(199, 2, true);
    ASSERT_EQ(submitted().size(), 1U);
    EXPECT_EQ(submitted()[0].ticket.quantity, Quantity::whole(2));
    load(198, 2, true);
    ASSERT_EQ(submitted().size(), 2U);
    EXPECT_NE(submitted()[0].ticket.intentId, submitted()[1].ticket.intentId);
}

TEST_F(TicketPanelTest, AOneClickOrderIsNotShownWithTheFiguresOfTheLastDraft) {
    rig.desk.show(market().build());
    load(200, 4);
    rig.desk.show(market().check(judged(*draft())).build());
    EXPECT_EQ(said("ticket.cost"), QStringLiteral("800.00 + 2.80"));
    rig.arming.arm();
    load(199, 2, true);
    ASSERT_EQ(submitted().size(), 1U);
    EXPECT_EQ(said("ticket.cost"), QStringLiteral("398.00"));
    EXPECT_EQ(said("ticket.breakEven"), unknownText());
}

TEST_F(TicketPanelTest, TwoTicketsOnOneBoardSendOneOrder) {
    std::unique_ptr<Panel> other(makeTicketPanel(rig.context(), nullptr));
    rig.desk.show(market().build());
    rig.arming.arm();
    load(200, 1, true);
    EXPECT_EQ(submitted().size(), 1U);
}

TEST_F(TicketPanelTest, ARequestToSellNothingNeverBecomesAPurchase) {
    rig.desk.show(market().build());
    rig.arming.arm();
    notConfirmed();
    load(200, 4, true, trade::PositionIntent::SellToClose);
    load(200, 4, true, trade::PositionIntent::SellToOpen);
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_FALSE(said("ticket.result").isEmpty());
}

TEST_F(TicketPanelTest, SellsWhatIsHeldByMovingItsTarget) {
    rig.desk.show(market().openTrade("t1", kCall, 4, 190, 200, 0, 150).build());
    load(210, 1, false, trade::PositionIntent::SellToClose);
    EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("4"));
    EXPECT_TRUE(field("ticket.quantity")->isReadOnly());
    EXPECT_EQ(said("ticket.bounds"), QStringLiteral("+80.00"));
    enter();
    enter();
    const auto plans = rig.desk.postedOf<engine::PlanRequested>();
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].plan.takeProfit->price, Price::fromCents(210));
    EXPECT_EQ(plans[0].plan.stop, Price::fromCents(150));
    EXPECT_TRUE(submitted().empty());
}

TEST_F(TicketPanelTest, ASaleSaysWhatBecameOfIt) {
    const auto holding = [&] { return market().openTrade("t1", kCall, 4, 190, 200, 0, 150); };
    rig.desk.show(holding().build());
    load(210, 1, false, trade::PositionIntent::SellToClose);
    EXPECT_FALSE(button("ticket.day")->isVisible()) << "how long it rests is a setting";
    enter();
    enter();
    rig.desk.show(holding().notice(trade::NoticeLevel::Warning, "refused.plan", "No.").build());
    EXPECT_TRUE(said("ticket.result").contains(QStringLiteral("No."))) << said("ticket.result").toStdString();
    enter(); // a new ticket
    enter();
    enter();
    rig.desk.show(market().openTrade("t1", kCall, 4, 190, 200, 210, 150).build());
    EXPECT_TRUE(said("ticket.result").contains(QStringLiteral("4 at 2.10")))
        << said("ticket.result").toStdString();
}

TEST_F(TicketPanelTest, ASaleConfirmedForAnotherCountIsAskedForAgain) {
    rig.desk.show(market().openTrade("t1", kCall, 1, 190, 200).build());
    load(210, 1, false, trade::PositionIntent::SellToClose);
    enter();
    rig.desk.show(market().openTrade("t1", kCall, 5, 190, 200).build());
    enter();
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_EQ(field("ticket.quantity")->text(), QStringLiteral("5"));
    enter();
    enter();
    EXPECT_EQ(rig.desk.postedOf<engine::PlanRequested>().size(), 1U);
}

TEST_F(TicketPanelTest, NothingIsAskedForBeforeTheDeskIsReady) {
    notConfirmed();
    rig.desk.show(market().readiness(trade::Readiness::Cold, "Connecting.").build());
    load(200);
    enter();
    EXPECT_TRUE(submitted().empty());
    EXPECT_TRUE(said("ticket.result").contains(QStringLiteral("Connecting.")));
}

TEST_F(TicketPanelTest, AClosedPositionDoesNotTurnASaleIntoAPurchase) {
    notConfirmed();
    rig.desk.show(market().openTrade("t1", kCall, 4, 190, 200).build());
    load(210, 1, false, trade::PositionIntent::SellToClose);
    rig.desk.show(market().build());
    enter();
    enter();
    EXPECT_TRUE(rig.desk.posted.empty());
    EXPECT_FALSE(said("ticket.problem").isEmpty());
}

TEST_F(TicketPanelTest, WhatTheGateRefusesStaysHereAndSaysWhy) {
    rig.desk.show(market().build());
    load(200);
    const auto posted = draft();
    ASSERT_TRUE(posted);
    trade::TicketCheck check = judged(*posted);
    check.mayLeave = false;
    check.checks.push_back({"buying_power", "The order costs more than your buying power.", false, false});
    rig.desk.show(market().check(check).build());
    EXPECT_EQ(checks()->lines().front().text, QStringLiteral("The order costs more than your buying power."));
    enter();
    enter();
    EXPECT_TRUE(submitted().empty());
    EXPECT_TRUE(said("ticket.result").contains(QStringLiteral("buying power")));
}

TEST_F(TicketPanelTest, AnOldQuoteMayLeaveBecauseItIsReadAgainFirst) {
    rig.desk.show(market().build());
    load(200);
    const auto posted = draft();
    ASSERT_TRUE(posted);
    trade::TicketCheck check = judged(*posted);
    check.mayLeave = false;
    check.checks[0] = {"quote_stale", "The quote is too old to trade on.", false, true};
    rig.desk.show(market().check(check).build());
    enter();
    enter();
    EXPECT_EQ(submitted().size(), 1U);
}

TEST_F(TicketPanelTest, AnExpiredContractIsNotSent) {
    rig.desk.show(market().build());
    TicketRequest request;
    request.contract = Symbol::of("AMD261113C00100000");
    request.limit = Price::fromCents(200);
    rig.tickets.load(request);
    enter();
    enter();
    EXPECT_TRUE(submitted().empty());
}

TEST_F(TicketPanelTest, ShowsTheResultInPlaceAndThenAFreshDraft) {
    notConfirmed();
    rig.desk.show(market().build());
    load(200);
    enter();
    answer(trade::OrderPhase::Recording);
    EXPECT_EQ(said("ticket.result"), QStringLiteral("Being written down…"));
    EXPECT_FALSE(button("ticket.submit")->isEnabled());
    answer(trade::OrderPhase::Working);
    EXPECT_EQ(said("ticket.result"), QStringLiteral("Working at the broker: 4 at 2.00."));
    EXPECT_TRUE(button("ticket.submit")->isEnabled());
    answer(trade::OrderPhase::Ended, trade::OrderEnd::Rejected);
    EXPECT_EQ(said("ticket.result"), QStringLiteral("The broker refused the order."));
    type("ticket.limit", QStringLiteral("1.98"));
    const auto fresh = draft();
    ASSERT_TRUE(fresh);
    EXPECT_NE(fresh->intentId, submitted()[0].ticket.intentId);
    EXPECT_TRUE(said("ticket.result").isEmpty());
}

} // namespace
} // namespace strikedesk::ui
