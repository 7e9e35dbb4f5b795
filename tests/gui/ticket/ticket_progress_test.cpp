// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"
#include "ui/panels/ticket/ticket_progress.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kCall = "AMD261127C00100000";

trade::OrderState order(trade::OrderPhase phase, trade::OrderEnd end = trade::OrderEnd::None) {
    trade::OrderState state;
    state.intent.id = state.intent.tradeId = IntentId("t1");
    state.intent.clientOrderId = ClientOrderId("demo-0418-t1");
    state.intent.symbol = Symbol::of(kCall);
    state.intent.quantity = state.quantity = Quantity::whole(4);
    state.intent.limitPrice = Price::fromCents(200);
    state.phase = phase;
    state.end = end;
    return state;
}

TicketStage stageOf(const trade::OrderState& state) {
    return progressOf(SnapshotBuilder().order(state).build(), IntentId("t1")).stage;
}

bool mentions(const std::vector<CheckLine>& lines, const char* word) {
    for (const CheckLine& line : lines)
        if (!line.passed && line.text.contains(QString::fromLatin1(word)))
            return true;
    return false;
}

std::vector<CheckLine> against(const SnapshotBuilder& builder, const char* contract = kCall) {
    return checkLines(builder.build(), Symbol::of(contract), nullptr, SnapshotBuilder::at(),
                      Duration::seconds(5));
}

TEST(TicketProgress, FollowsAnOrderThroughItsLife) {
    EXPECT_EQ(progressOf(SnapshotBuilder().build(), IntentId("t1")).stage, TicketStage::Asked);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Recording)), TicketStage::Recorded);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Sending)), TicketStage::Sending);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Unknown)), TicketStage::Unknown);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Working)), TicketStage::Working);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Ended, trade::OrderEnd::Filled)), TicketStage::Filled);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Ended, trade::OrderEnd::Rejected)), TicketStage::Refused);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Ended, trade::OrderEnd::NotSent)), TicketStage::Refused);
    EXPECT_EQ(stageOf(order(trade::OrderPhase::Ended, trade::OrderEnd::Canceled)), TicketStage::Ended);
}

TEST(TicketProgress, AnUnknownOrderDoesNotFreeTheTicket) {
    EXPECT_FALSE(
        progressOf(SnapshotBuilder().order(order(trade::OrderPhase::Unknown)).build(), IntentId("t1"))
            .isSettled());
    EXPECT_TRUE(progressOf(SnapshotBuilder().order(order(trade::OrderPhase::Working)).build(), IntentId("t1"))
                    .isSettled());
}

TEST(TicketProgress, SaysTheAveragePriceOfTheFills) {
    trade::OrderState state = order(trade::OrderPhase::Ended, trade::OrderEnd::Filled);
    state.filled = Quantity::whole(4);
    trade::Fill fill;
    fill.clientOrderId = state.intent.clientOrderId;
    fill.symbol = state.intent.symbol;
    fill.quantity = Quantity::whole(1);
    fill.price = Price::fromCents(199);
    trade::Fill rest = fill;
    rest.quantity = Quantity::whole(3);
    rest.price = Price::fromCents(203);
    const auto snapshot = SnapshotBuilder().order(state).fill(fill).fill(rest).build();
    EXPECT_EQ(progressOf(snapshot, IntentId("t1")).sentence, QStringLiteral("Filled: 4 at 2.02."));
}

TEST(TicketProgress, ARefusalIsFoundByTheOrderItNamesAndNoOther) {
    auto snapshot = SnapshotBuilder().build();
    trade::Notice notice;
    notice.code = "refused.buying_power";
    notice.message = "Too dear.";
    notice.clientOrderId = ClientOrderId("demo-0418-other");
    snapshot.notices.push_back({1, SnapshotBuilder::at(), notice});
    EXPECT_EQ(progressOf(snapshot, IntentId("t1")).stage, TicketStage::Asked);
    notice.clientOrderId = ClientOrderId("demo-0418-t1");
    snapshot.notices.push_back({2, SnapshotBuilder::at(), notice});
    const TicketProgress progress = progressOf(snapshot, IntentId("t1"));
    EXPECT_EQ(progress.stage, TicketStage::Refused);
    EXPECT_TRUE(progress.sentence.contains(QStringLiteral("Too dear.")));
}

TEST(TicketProgress, SaysWhatStandsAgainstAnyOrder) {
    EXPECT_TRUE(against(SnapshotBuilder().quote(kCall, 205, 208)).empty());
    EXPECT_TRUE(mentions(against(SnapshotBuilder()), "No quote"));
    EXPECT_TRUE(
        mentions(against(SnapshotBuilder().quote(kCall, 205, 208, 1, 1, Duration::seconds(9))), "9.0 s old"));
    const Duration now;
    EXPECT_TRUE(mentions(against(SnapshotBuilder().quote(kCall, 205, 208, 1, 1, now, market::Grade::Delayed)),
                         "15 minutes late"));
    const auto altered =
        against(SnapshotBuilder().quote(kCall, 205, 208, 1, 1, now, market::Grade::Indicative));
    ASSERT_EQ(altered.size(), 1U);
    EXPECT_TRUE(altered[0].isRemark && altered[0].text.contains(QStringLiteral("Indicative")));
    EXPECT_TRUE(mentions(against(SnapshotBuilder().quote(kCall, 0, 208)), "One side"));
    EXPECT_TRUE(mentions(against(SnapshotBuilder().quote(kCall, 205, 208).halted(kCall)), "halted"));
    EXPECT_TRUE(mentions(
        against(SnapshotBuilder().quote(kCall, 205, 208).kill(trade::KillLevel::BlockEntries)), "kill"));
    EXPECT_TRUE(mentions(
        against(SnapshotBuilder().quote(kCall, 205, 208).readiness(trade::Readiness::Observe, "sweeping")),
        "sweeping"));
    EXPECT_TRUE(mentions(against(SnapshotBuilder().quote(kCall, 205, 208).closedSession()), "closed"));
    EXPECT_TRUE(mentions(against(SnapshotBuilder(), "AMD261113C00100000"), "expired on 13 Nov 2026"));
    EXPECT_FALSE(mentions(against(SnapshotBuilder(), "AMD261120C00100000"), "expired"));
}

TEST(TicketProgress, RefusalsStandAboveWhatPassed) {
    trade::TicketCheck check;
    check.checks = {
        {"a", "first passed", true, false}, {"b", "refused", false, false}, {"c", "last", true, false}};
    const auto lines = checkLines(SnapshotBuilder().build(), Symbol::of(kCall), &check, SnapshotBuilder::at(),
                                  Duration::seconds(5));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].text, QStringLiteral("refused"));
    EXPECT_FALSE(lines[0].passed);
    EXPECT_EQ(lines[1].text, QStringLiteral("first passed"));
}

} // namespace
} // namespace strikedesk::ui
